import { type ComponentId, componentId, componentName, type Dependency } from '@karma/core';
import {
  deleteComponent,
  disconnect,
  draftFiles,
  duplicate,
  insertBetween,
  portsOf,
  rename,
} from '@karma/editor';
import { trpcClient } from '../../api/client';
import { parseSelection } from '../../app/view';
import { pinBeside } from '../canvas/create-at';
import { tell, tellWhyNot } from '../canvas/tell';
import { currentSurroundings, drafts, useDrafts } from '../draft-store';
import { dependencyOf } from '../ports/dependency-of';
import { dependencyAt } from '../ports/named-dependency';
import { loadSurroundings, useKnown } from '../surroundings';

/** Takes away what is selected: a component, staged and shown as a ghost, or what names a dependency. */
export async function removeSelected(sel: string | undefined): Promise<void> {
  const selection = parseSelection(sel);
  try {
    if (selection?.kind === 'component') {
      const { id } = selection;
      await drafts.run([id], (surroundings) => deleteComponent(id, surroundings));
      tell(`${id} will be deleted by this draft.`);
    }
    if (selection?.kind === 'dependency') {
      const { from, to } = selection;
      const dependency = await dependencyOf(from, to);
      await drafts.run([from, to], (surroundings) => disconnect(dependency, surroundings));
      tell(`Disconnected ${from} from ${to}.`);
    }
  } catch (reason) {
    tellWhyNot(reason);
  }
}

/** Puts a component between a consumer and its provider, where their types allow it. */
export async function putBetween(from: ComponentId, to: ComponentId, middle: ComponentId): Promise<void> {
  try {
    const dependency = await dependencyOf(from, to);
    await drafts.run([from, to, middle], (surroundings) => insertBetween(dependency, middle, surroundings));
    tell(`Put ${middle} between ${from} and ${to}.`);
  } catch (reason) {
    tellWhyNot(reason);
  }
}

/**
 * The same component under another nickname, beside the one it comes from.
 * @throws CommandError
 */
export async function duplicateAs(id: ComponentId, copy: ComponentId): Promise<void> {
  await drafts.run([id, copy], (surroundings) => {
    const edit = duplicate(id, copy, surroundings);
    pinBeside(id, copy);
    return edit;
  });
}

/** Who depends on a component: as the graph knows it, and as the draft has made it. */
async function consumersOf(id: ComponentId): Promise<Dependency[]> {
  const { environments } = useKnown.getState();
  const isInGit = environments.get(componentName(id).environment)?.components.includes(id);
  const known: Dependency[] = isInGit ? (await trpcClient.component.query({ id })).downstream : [];
  const { draft } = useDrafts.getState();
  const edited = draft ? draftFiles(draft).flatMap((file) => (file.after === null ? [] : [file.id])) : [];
  await loadSurroundings([...known.map(({ from }) => from), ...edited]);
  const surroundings = currentSurroundings();
  const { nickname, type } = componentName(id);
  const drawn = surroundings
    ? edited.flatMap((from) => {
        const ports = portsOf(from, surroundings).references.filter(
          (port) => port.nickname === nickname && port.targetTypes.includes(type),
        );
        return ports.length > 0 ? dependencyAt(from, id, ports) : [];
      })
    : [];
  const own = new Set(edited);
  return [...known.filter(({ from }) => !own.has(from)), ...drawn];
}

/** What a rename does, and leaves to do. */
export interface Renamed {
  readonly steps: readonly string[];
  readonly left: readonly ComponentId[];
}

/**
 * Renames: creates the component under its new nickname, retires the old one, and takes along who names it.
 * @throws CommandError
 */
export async function renameTo(id: ComponentId, nickname: string): Promise<Renamed> {
  const { environment, type } = componentName(id);
  const consumers = await consumersOf(id);
  let renamed: Renamed = { steps: [], left: [] };
  await drafts.run([id, ...consumers.map(({ from }) => from)], (surroundings) => {
    const { edit, ...rest } = rename(id, nickname, consumers, surroundings);
    renamed = rest;
    pinBeside(id, componentId(environment, type, nickname));
    return edit;
  });
  return renamed;
}
