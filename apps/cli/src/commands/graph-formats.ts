import type { Component, Dependency, Finding } from '@karma/core';

/** The graph as `karma export` prints it. */
export interface ExportedGraph {
  readonly revision: number;
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
  readonly findings: readonly Finding[];
}

/** For Graphviz: inferred dependencies dashed, missing components dotted. */
export function toDot({ components, dependencies }: ExportedGraph): string {
  const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return [
    'digraph karma {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...components.map(({ id, nickname, type, status }) => {
      const label = `${quoted(`${nickname}\n${type}`).replaceAll('\n', '\\n')}`;
      return `  ${quoted(id)} [label=${label}${status === 'missing' ? ', style=dotted' : ''}];`;
    }),
    ...dependencies.map(
      ({ from, to, confidence }) =>
        `  ${quoted(from)} -> ${quoted(to)}${confidence === 'inferred' ? ' [style=dashed]' : ''};`,
    ),
    '}',
  ].join('\n');
}

/** For Mermaid: inferred dependencies dashed. */
export function toMermaid({ components, dependencies }: ExportedGraph): string {
  const names = new Map(components.map(({ id }, index) => [id, `c${index}`]));
  return [
    'flowchart LR',
    ...components.map(({ id, nickname, type }) => `  ${names.get(id)}["${nickname}<br/>${type}"]`),
    ...dependencies.map(
      ({ from, to, confidence }) =>
        `  ${names.get(from)} ${confidence === 'inferred' ? '-.->' : '-->'} ${names.get(to)}`,
    ),
  ].join('\n');
}
