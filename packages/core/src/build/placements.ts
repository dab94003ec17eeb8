import { compareText } from '../collections/equal';
import type { ParameterState, PlacementState } from '../component';
import { isObject } from '../config/json';
import { configName, parseParameterName, runtimeName } from '../facts/parameter-path';
import { type ComponentId, componentId, componentName, EXTERNAL_TYPE_PREFIX, type PlacementId } from '../ids';
import type { Subject } from '../observation';
import { type Parameter, parameterSchema } from '../parameter';
import { statusOf } from '../status';
import { parseSubject, subjects } from '../subjects';
import type { Context } from './context';
import { readEvidence, showsDeployment } from './evidence';

/** One output with the value that one placement reports. */
export interface OutputValue {
  readonly key: string;
  /** `undefined` for a `SecureString`. */
  readonly value: unknown;
}

/** A placement with the contents that are needed once, while the component is built. */
export interface LoadedPlacement {
  readonly state: PlacementState;
  /** Text of the config parameter; `null` without one, or where it is secret. */
  readonly published: string | null;
  readonly outputs: readonly OutputValue[];
  /** Values of all runtime parameters, by name. */
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

interface Read {
  readonly state: ParameterState;
  readonly value: string | null;
}

function readParameter(context: Context, subject: Subject, name: string): Read | null {
  const entry = context.world.entry(subject);
  if (!entry) return null;
  const { type, value }: Parameter = parameterSchema.parse(JSON.parse(context.world.content(entry.hash)));
  return { state: { name, hash: entry.hash, type, origin: entry.origin }, value };
}

function outputsOf({ state, value }: Read, prefix: string): OutputValue[] {
  const name = parseParameterName(state.name, prefix);
  if (name?.kind !== 'runtime') return [];
  if (name.key !== null) {
    return [
      {
        key: name.key,
        value: value !== null && state.type === 'StringList' ? value.split(',') : (value ?? undefined),
      },
    ];
  }
  if (value === null) return [];
  try {
    const outputs: unknown = JSON.parse(value);
    return isObject(outputs) ? Object.entries(outputs).map(([key, item]) => ({ key, value: item })) : [];
  } catch {
    return [];
  }
}

/** Components under whose names the runtime parameters of `id` may stand: itself, unless an alias takes it, and its aliases. */
function publishedNames(
  context: Context,
  id: ComponentId,
  isDeclared: boolean,
  aliases: readonly ComponentId[],
  isDeclaredElsewhere: (id: ComponentId) => boolean,
): ComponentId[] {
  const own = isDeclared || !context.state.aliases.has(id) ? [id] : [];
  return [...own, ...aliases.filter((alias) => alias !== id && !isDeclaredElsewhere(alias))];
}

/** What each placement of its environment holds of a component; only those that hold something. */
export function loadPlacements(
  context: Context,
  id: ComponentId,
  isDeclared: boolean,
  aliases: readonly ComponentId[],
  isDeclaredElsewhere: (id: ComponentId) => boolean,
): LoadedPlacement[] {
  const { environment, type, nickname } = componentName(id);
  const { placements, settings } = context.environment(environment);
  if (placements.length === 0) return [];
  const { prefix } = settings;
  const isExternal = type.startsWith(EXTERNAL_TYPE_PREFIX);
  const names = publishedNames(context, id, isDeclared, aliases, isDeclaredElsewhere).map(componentName);
  const extra = names.flatMap((name) =>
    [...context.state.extra.get(componentId(name.environment, name.type, name.nickname))].flatMap(
      (subject) => {
        const parsed = parseSubject(subject);
        return parsed.kind === 'parameter' ? [parsed] : [];
      },
    ),
  );
  const load = (placement: PlacementId): LoadedPlacement | null => {
    const read = (name: string) => readParameter(context, subjects.parameter(placement, name), name);
    const publication = isExternal ? null : read(configName(type, nickname, prefix));
    const runtime = [
      ...names.map((name) => runtimeName(name.type, name.nickname, prefix)),
      ...extra.filter((parameter) => parameter.placement === placement).map(({ name }) => name),
    ]
      .flatMap((name) => read(name) ?? [])
      .sort((a, b) => compareText(a.state.name, b.state.name));
    const evidence = isExternal ? [] : readEvidence(context, id, placement);
    const shown = evidence.filter(showsDeployment);
    if (!publication && runtime.length === 0 && shown.length === 0) return null;
    const appliedAt = [...runtime.map(({ state }) => state), ...shown].map(({ origin }) => origin.at);
    const outputs = runtime.flatMap((parameter) => outputsOf(parameter, prefix));
    return {
      state: {
        placement,
        status: isExternal
          ? 'external'
          : statusOf({
              declared: isDeclared,
              published: publication !== null,
              applied: appliedAt.length > 0,
            }),
        publication: publication?.state ?? null,
        runtime: runtime.map(({ state }) => state),
        outputs: [...new Set(outputs.map(({ key }) => key))].sort(compareText),
        ...(evidence.length > 0 && { evidence }),
        deployedAt: appliedAt.sort(compareText).at(-1) ?? null,
      },
      published: publication?.value ?? null,
      outputs,
      texts: runtime.flatMap(({ state, value }) =>
        value === null ? [] : [{ name: state.name, text: value }],
      ),
    };
  };
  return placements.flatMap(({ id: placement }) => load(placement) ?? []);
}
