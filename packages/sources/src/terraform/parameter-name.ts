import type { Value } from './value';

/** What a parameter's name says, where it is built in a way that can be read. */
export interface ParameterName {
  readonly external: boolean;
  readonly type: Value | string;
  readonly nickname: Value | string;
  readonly what: 'config' | 'runtime';
  /** Of `/runtime/<key>`. */
  readonly key: Value | string | undefined;
}

type Segment = readonly (Value | string)[];

/** Reads `<prefix>/<type>/<nickname>/config`, `.../runtime` or `.../runtime/<key>`. */
export function readParameterName(name: Value): ParameterName | undefined {
  const segments = toSegments(name);
  for (const [at, segment] of segments.entries()) {
    const what = segment.length === 1 ? segment[0] : undefined;
    if (what !== 'config' && what !== 'runtime') continue;
    const after = segments.slice(at + 1);
    const type = whole(segments[at - 2]);
    const nickname = whole(segments[at - 1]);
    if (after.length > (what === 'runtime' ? 1 : 0) || type === undefined || nickname === undefined) continue;
    const external = segments[0]?.length === 1 && segments[0][0] === 'external';
    return { external, type, nickname, what, key: whole(after[0]) };
  }
  return undefined;
}

/** A segment that is one thing; a mixture cannot be told. */
function whole(segment: Segment | undefined): Value | string | undefined {
  return segment?.length === 1 ? segment[0] : undefined;
}

function toSegments(name: Value): Segment[] {
  const segments: (Value | string)[][] = [[]];
  for (const atom of atoms(name)) {
    if (typeof atom !== 'string') {
      segments.at(-1)?.push(atom);
      continue;
    }
    const [first = '', ...rest] = atom.split('/');
    if (first !== '') appendText(segments.at(-1), first);
    for (const text of rest) segments.push(text === '' ? [] : [text]);
  }
  return segments.filter((segment) => segment.length > 0);
}

function appendText(segment: (Value | string)[] | undefined, text: string): void {
  const last = segment?.at(-1);
  if (segment && typeof last === 'string') segment[segment.length - 1] = last + text;
  else segment?.push(text);
}

function atoms(name: Value): (Value | string)[] {
  if (name.shape.kind === 'text') return name.shape.parts.flatMap(atoms);
  return name.shape.kind === 'literal' ? [String(name.shape.value)] : [name];
}
