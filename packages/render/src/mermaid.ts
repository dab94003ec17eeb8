import { type Group, groupsOf } from './groups';
import { ordered, type Slice, type SliceComponent, type SliceDependency } from './slice';
import { wellFormed } from './well-formed';

/**
 * A Mermaid flowchart: inferred dependencies dotted, ambiguous ones named so, missing components dashed, groups as
 * subgraphs. Names of nodes are `c0`, `c1` and so on, so that no word of ours can be one of Mermaid's.
 * @param marks by id: a word below the names of a component, whose outline is thick then.
 */
export function renderMermaid(slice: Slice, marks: ReadonlyMap<string, string> = new Map()): string {
  const { components, dependencies } = ordered(slice);
  const names = new Map<string, string>(components.map(({ id }, index) => [id, `c${index}`]));
  let subgraphs = 0;
  const node = ({ id, nickname, type, status }: SliceComponent) => {
    const lines = [nickname, type, ...(marks.has(id) ? [marks.get(id) ?? ''] : [])].map(escaped);
    return `${names.get(id)}["${lines.join('<br/>')}"]${status === 'missing' ? ':::missing' : ''}`;
  };
  const content = (group: Group, indent: string): string[] => [
    ...group.components.map((component) => `${indent}${node(component)}`),
    ...group.groups.flatMap((child) => [
      `${indent}subgraph g${subgraphs++}["${escaped(child.name)}"]`,
      ...content(child, `${indent}  `),
      `${indent}end`,
    ]),
  ];
  const marked = components.flatMap(({ id }) => (marks.has(id) ? (names.get(id) ?? []) : []));
  const hasMissing = components.some(({ status }) => status === 'missing');
  return `${[
    'flowchart LR',
    ...content(groupsOf(components), '  '),
    ...dependencies.map(
      (dependency) => `  ${names.get(dependency.from)} ${arrow(dependency)} ${names.get(dependency.to)}`,
    ),
    ...(hasMissing ? ['  classDef missing stroke-dasharray: 4 3'] : []),
    ...(marked.length > 0
      ? ['  classDef marked stroke-width: 3px', `  class ${marked.join(',')} marked`]
      : []),
  ].join('\n')}\n`;
}

function arrow({ confidence, ambiguous }: SliceDependency): string {
  if (ambiguous) return '-. one of several .->';
  return confidence === 'inferred' ? '-.->' : '-->';
}

/** Everything but letters, digits and what is plainly harmless becomes an entity by number. Mermaid wants some text. */
function escaped(text: string): string {
  return (
    wellFormed(text)
      .replace(/\s+/g, ' ')
      .replace(/[^\p{L}\p{N} _./-]/gu, (mark) => `#${mark.codePointAt(0)};`) || ' '
  );
}
