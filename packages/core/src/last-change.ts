import type { Component } from './component';

/** When a component's config, parameters or outputs last changed, milliseconds since 1970; `null` is unknown. */
export function lastChange({
  declaration,
  placements,
}: Pick<Component, 'declaration' | 'placements'>): number | null {
  const times = [
    declaration?.origin.at,
    ...placements.flatMap(({ publication, runtime, deployedAt }) => [
      publication?.origin.at,
      deployedAt,
      ...runtime.map(({ origin }) => origin.at),
    ]),
  ].flatMap((time) => (time ? Date.parse(time) : []));
  return times.length === 0 ? null : Math.max(...times);
}
