import { print, type Vocabulary } from '@karma/query';
import { fieldQuery } from './terms';

/** A query to learn from. */
export interface Example {
  readonly text: string;
  readonly words: string;
}

/** Queries in the words of the graph at hand, so that each of them can be asked here. */
export function exampleQueries({ types, names, owners, tags }: Vocabulary): Example[] {
  const [type, target = type] = spread(types);
  const [name = ''] = spread(names);
  const [owner] = spread(owners);
  const [key] = Object.keys(tags);
  const component = print({
    kind: 'name',
    pattern: { text: name, isQuoted: false },
    span: { start: 0, end: 0 },
  });
  return [
    ...(owner === undefined ? [] : [{ text: fieldQuery('owner', owner), words: 'what a team owns' }]),
    ...(type === undefined
      ? []
      : [{ text: `${fieldQuery('type', type)} -has:owner`, words: 'what of a type nobody owns' }]),
    { text: 'status:orphaned or status:missing', words: 'what should not be so' },
    { text: 'severity:error changed:<7d', words: 'what broke lately' },
    ...(name === ''
      ? []
      : [
          { text: `+${component}`, words: 'what it needs' },
          { text: `${component}+1`, words: 'what uses it directly' },
        ]),
    ...(type === undefined || target === undefined
      ? []
      : [
          {
            text: `path(${fieldQuery('type', type)}, ${fieldQuery('type', target)})`,
            words: 'the shortest path between any of them',
          },
        ]),
    ...(key === undefined ? [] : [{ text: `has:findings -tag.${key}:*`, words: 'findings, untagged' }]),
  ];
}

/** Two words, from the first and the last third. */
function spread(words: readonly string[]): string[] {
  return [words[Math.floor(words.length / 3)], words[Math.floor((2 * words.length) / 3)]].flatMap(
    (word) => word ?? [],
  );
}
