import {
  type ComponentId,
  componentName,
  type EffectiveKey,
  effectiveConfig,
  type JsonObject,
} from '@karma/core';
import { layersOf, type Port, portsOf, type Surroundings } from '@karma/editor';
import { useEffect, useMemo, useState } from 'react';
import { useSurroundings } from '../draft-store';
import { loadSurroundings } from '../surroundings';
import { type ConfigSchema, configSchema } from './config-schema';

/** What the inspector edits of one component: what it has with the draft applied, and what it may have. */
export interface EditedConfig {
  readonly id: ComponentId;
  /** Its own file; `null` when the draft deletes it, or there never was one. */
  readonly text: string | null;
  readonly config: JsonObject;
  /** Each leaf of `config` with the component that sets it. */
  readonly keys: readonly EffectiveKey[];
  /** Nearest first. */
  readonly parents: readonly ComponentId[];
  readonly schema: ConfigSchema;
  readonly surroundings: Surroundings;
}

/** `undefined` until it is read. */
export function useConfig(id: ComponentId): { edited: EditedConfig | undefined; error: Error | null } {
  const surroundings = useSurroundings();
  const [read, setRead] = useState<{ id: ComponentId; error: Error | null }>();
  useEffect(() => {
    let isWanted = true;
    const done = (error: Error | null) => isWanted && setRead({ id, error });
    loadSurroundings([id]).then(
      () => done(null),
      (reason: unknown) => done(reason instanceof Error ? reason : new Error(String(reason))),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  const isRead = read?.id === id && read.error === null;
  const edited = useMemo(
    () => (isRead && surroundings ? editedConfig(id, surroundings) : undefined),
    [id, isRead, surroundings],
  );
  return { edited, error: read?.id === id ? read.error : null };
}

function editedConfig(id: ComponentId, surroundings: Surroundings): EditedConfig {
  const { environment, type } = componentName(id);
  const layers = layersOf(id, surroundings);
  const all = surroundings.components(environment);
  const candidates = ({ targetTypes }: Port) =>
    all.flatMap((other) => {
      const { type: otherType, nickname } = componentName(other);
      return targetTypes.includes(otherType) && other !== id ? [nickname] : [];
    });
  return {
    id,
    text: surroundings.text(id),
    ...effectiveConfig(layers),
    parents: layers.slice(1).map(({ component }) => component),
    schema: configSchema(
      surroundings.type(environment, type),
      portsOf(id, surroundings).references,
      candidates,
    ),
    surroundings,
  };
}
