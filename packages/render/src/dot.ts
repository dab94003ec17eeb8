import { type Group, groupsOf } from './groups';
import { ordered, type Slice, type SliceComponent, type SliceDependency } from './slice';
import { wellFormed } from './well-formed';

/** For Graphviz: inferred dependencies dashed, ambiguous ones dotted, missing components dashed, groups as clusters. */
export function renderDot(slice: Slice): string {
  const { components, dependencies } = ordered(slice);
  let clusters = 0;
  const cluster = (group: Group, indent: string): string[] => [
    `${indent}subgraph ${quoted(`cluster_${clusters++}`)} {`,
    `${indent}  label=${label(group.name)};`,
    ...content(group, `${indent}  `),
    `${indent}}`,
  ];
  const content = (group: Group, indent: string): string[] => [
    ...group.components.map((component) => `${indent}${node(component)}`),
    ...group.groups.flatMap((child) => cluster(child, indent)),
  ];
  return `${[
    'digraph karma {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="Helvetica,Arial,sans-serif"];',
    '  graph [style=rounded, color=gray, fontname="Helvetica,Arial,sans-serif"];',
    ...content(groupsOf(components), '  '),
    ...dependencies.map((dependency) => `  ${edge(dependency)}`),
    '}',
  ].join('\n')}\n`;
}

function node({ id, nickname, type, status }: SliceComponent): string {
  const style = status === 'missing' ? ', style="rounded,dashed"' : '';
  return `${name(id)} [label=${label(nickname, type)}${style}];`;
}

function edge({ from, to, confidence, ambiguous }: SliceDependency): string {
  const style = ambiguous ? ' [style=dotted]' : confidence === 'inferred' ? ' [style=dashed]' : '';
  return `${name(from)} -> ${name(to)}${style};`;
}

/** The name of a node. Graphviz writes it as the node's title, entities and all. */
function name(id: string): string {
  return quoted(id.replaceAll('&', '&amp;'));
}

/** A string of DOT without escapes of its own. */
function quoted(text: string): string {
  return `"${wellFormed(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Lines of a label. Graphviz reads HTML entities in them, so that a `&` of ours must not look like one. */
function label(...lines: readonly string[]): string {
  return quoted(
    lines.map((line) => line.replace(/[\s\u0085]+/g, ' ').replaceAll('&', '&amp;')).join('\n'),
  ).replaceAll('\n', '\\n');
}
