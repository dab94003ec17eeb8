import { OPERATORS } from '../ast';
import { FIELDS, type FieldName, isFieldName } from '../fields';
import { quoteKey, quoteValue, quoteWord } from '../quote';
import type { Vocabulary } from './vocabulary';

/** Something that may stand at the cursor: put `insert` in place of the text from `start` to `end`. */
export interface Completion {
  readonly kind: 'field' | 'key' | 'operator' | 'value' | 'function' | 'keyword' | 'name';
  readonly label: string;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** What it means, for people; empty where the label says it. */
  readonly detail: string;
}

type Offer = Pick<Completion, 'kind' | 'label' | 'insert' | 'detail'>;

const LIMIT = 20;
const VALUE_CHARACTERS = /^[^\s()",+]*/;

/**
 * What may stand at the cursor of a query, whether or not the query is complete: what starts with the text before the
 * cursor first, then what contains it. At most 20.
 * @param cursor offset.
 */
export function complete(text: string, cursor: number, vocabulary: Vocabulary): Completion[] {
  const before = text.slice(0, cursor);
  const rest = VALUE_CHARACTERS.exec(text.slice(cursor))?.[0].length ?? 0;
  const { typed, offers } = offersAt(before, vocabulary);
  const wanted = typed.replace(/^"/, '').toLowerCase();
  const labels = offers.map((offer) => offer.label.toLowerCase());
  const starting = offers.filter((_, index) => labels[index]?.startsWith(wanted));
  const containing = offers.filter(
    (_, index) => labels[index]?.includes(wanted) && !labels[index]?.startsWith(wanted),
  );
  const range = { start: cursor - typed.length, end: cursor + rest };
  return [...starting, ...containing].slice(0, LIMIT).map((offer) => ({ ...offer, ...range }));
}

interface Place {
  /** The part before the cursor that is to be replaced. */
  readonly typed: string;
  readonly offers: readonly Offer[];
}

function offersAt(before: string, vocabulary: Vocabulary): Place {
  const [, used, output] = /\buses\(\s*([^\s()#]+)#("?[^\s()]*)$/i.exec(before) ?? [];
  if (used !== undefined) return { typed: output ?? '', offers: values(vocabulary.outputs) };
  const [token = ''] = /(?:"(?:[^"\\]|\\.)*"?|[^\s()",])*$/.exec(before) ?? [];
  const term = token.replace(/^-*(?:\d*\+)?/, '');
  const [, name = '', , key, operator, value = ''] =
    /^([a-z]+)(\.("[^"]*"|[^:=<>!"]*))?(:?[<>]=?|!=|[=:])(.*)$/is.exec(term) ?? [];
  const field = name.toLowerCase();
  if (operator !== undefined && isFieldName(field))
    return { typed: value, offers: values(valuesOf(field, key ?? '', vocabulary)) };
  const [, owner = '', start = ''] = /^([a-z]+)\.([^:=<>!]*)$/i.exec(term) ?? [];
  const keyed = owner.toLowerCase();
  if (isFieldName(keyed) && FIELDS[keyed].hasKey)
    return { typed: start, offers: keysOf(keyed, vocabulary).map(keyOffer) };
  const starts = startsOf(vocabulary);
  if (!isFieldName(term) || FIELDS[term].hasKey) return { typed: term, offers: starts };
  const others = starts.filter(({ kind, label }) => kind !== 'field' || label !== term);
  return { typed: term, offers: [...operatorsOf(term), ...others] };
}

function startsOf({ names }: Vocabulary): Offer[] {
  return [
    ...Object.keys(FIELDS).filter(isFieldName).map(fieldOffer),
    { kind: 'function', label: 'path', insert: 'path(', detail: 'the shortest path between two: path(a, b)' },
    {
      kind: 'function',
      label: 'uses',
      insert: 'uses(',
      detail: 'it, and who reads an output: uses(vpc/main#vpc_id)',
    },
    ...['and', 'or', 'not'].map(
      (word): Offer => ({ kind: 'keyword', label: word, insert: `${word} `, detail: '' }),
    ),
    ...names.map((name): Offer => ({ kind: 'name', label: name, insert: quoteWord(name), detail: '' })),
  ];
}

function fieldOffer(field: FieldName): Offer {
  const { words, example, hasKey } = FIELDS[field];
  return {
    kind: 'field',
    label: field,
    insert: `${field}${hasKey ? '.' : ':'}`,
    detail: `${words}: ${example}`,
  };
}

function operatorsOf(field: FieldName): Offer[] {
  const { isOrdered } = FIELDS[field];
  return OPERATORS.filter((operator) => isOrdered || !/[<>]/.test(operator)).map((operator) => {
    const insert = `${field}${operator}`;
    return { kind: 'operator', label: insert, insert, detail: '' };
  });
}

function keyOffer(key: string): Offer {
  return { kind: 'key', label: key, insert: quoteKey(key), detail: '' };
}

function keysOf(field: FieldName, { tags, configPaths, outputs }: Vocabulary): readonly string[] {
  if (field === 'tag') return Object.keys(tags);
  return field === 'config' ? configPaths : outputs;
}

function valuesOf(field: FieldName, key: string, vocabulary: Vocabulary): readonly string[] {
  switch (field) {
    case 'env':
      return vocabulary.environments;
    case 'type':
      return vocabulary.types;
    case 'owner':
      return vocabulary.owners;
    case 'placement':
      return vocabulary.placements;
    case 'name':
      return [...new Set(vocabulary.names.map((name) => name.slice(name.indexOf('/') + 1)))];
    case 'tag':
      return vocabulary.tags[key.replaceAll('"', '')] ?? [];
    case 'changed':
      return ['7d', '30d', '24h'];
    default:
      return FIELDS[field].values ?? [];
  }
}

function values(words: readonly string[]): Offer[] {
  return words.map((word) => ({ kind: 'value', label: word, insert: quoteValue(word), detail: '' }));
}
