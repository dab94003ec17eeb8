import { type Dimension, MOST_LEVELS, parseDimension } from '@karma/core';
import { z } from 'zod/mini';
import { componentIdSchema } from '../ui/component-id';

/** A parameter that may be absent, and counts as absent when it makes no sense. */
const lenient = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);
const word = z.string().check(z.minLength(1));
const text = lenient(word);
const list = lenient(z.array(word).check(z.minLength(1)));
const count = (least: number) => lenient(z.coerce.number().check(z.int(), z.minimum(least), z.maximum(50)));
const dimension = z.custom<Dimension>(
  (name) => typeof name === 'string' && parseDimension(name) !== undefined,
);
const component = lenient(componentIdSchema);

/**
 * What is being looked at, all of it in the URL, so that a link reproduces the view. Everything is optional; an
 * absent parameter means its default, and a parameter that makes no sense is dropped rather than an error page.
 */
export const viewParamsSchema = z.object({
  /** Environment; absent: the one with the most findings. */
  env: text,
  /** What is shown, in the filter language; absent: everything in the environment. */
  q: text,
  /** What is selected: a component id, or a dependency `<from>~<to>`. */
  sel: text,
  /** What the inspector tells of it; absent: a summary. */
  tab: lenient(z.enum(['config', 'outputs', 'history'])),
  /** The component that the canvas is about: its neighbourhood, its blast radius, or where the path starts. */
  focus: component,
  /** Steps upstream of `focus`, 0 to 50; absent: 1. */
  up: count(0),
  /** Steps downstream of `focus`; absent: 1. */
  down: count(0),
  /** With `mode=impact`: steps from `focus`, 1 to 50; absent: all. */
  depth: count(1),
  /** Absent: the map. */
  mode: lenient(z.enum(['map', 'impact', 'path'])),
  /** With `mode=impact`: the output key whose change is asked about. */
  key: text,
  /** With `mode=path`: where the path ends. */
  to: component,
  /** The component of which it is asked what if it fails or is removed; absent: nothing is asked. */
  whatIf: component,
  /** With `whatIf`: what becomes of it; absent: it fails. */
  mishap: lenient(z.enum(['removed'])),
  /** Key of the revision as of which the graph is shown; absent: now. */
  at: text,
  /** Key of the revision that is opened in the history panel. */
  rev: text,
  /** By what components stand together, outermost first; absent: chosen by size. */
  group: lenient(
    z.union([
      z.tuple([z.literal('none')]),
      z.array(dimension).check(z.minLength(1), z.maxLength(MOST_LEVELS)),
    ]),
  ),
  /** Groups that are open, all others being shut; `*`: all are open. With neither, those that matter most are open. */
  open: list,
  /** Groups that are shut, all others being open; `*`: all are shut. `open` counts first. */
  shut: list,
  /** Ambient hubs whose arrows are drawn on the canvas, `all` for every one; absent: they are muted. */
  hubs: list,
  /** Whether arrows that others imply are drawn on the canvas; absent: they are. */
  implied: lenient(z.literal('hidden')),
  /** How the slice is shown; absent: as a map. */
  as: lenient(z.enum(['table', 'tree'])),
  /** With `as=table`: the column that it is sorted by, `-` before it for the greatest first; absent: by name. */
  sort: text,
  /** With `as=table`: the columns to show; absent: the usual ones. */
  cols: list,
  /** The draft that is worked on, by the id under which this browser keeps it; absent: nothing is being changed. */
  draft: text,
  /** What the middle of the map shows, and how large; gone once the map shows it. Absent: all of it. */
  camera: text,
  /** With `mode=impact`: in which order what is affected is listed; absent: by distance. */
  by: lenient(z.enum(['waves'])),
  /** With `as=tree`: the lines that are open, besides those of the map's groups. */
  lines: list,
  /** The panel at the left; absent: what the mode calls for. */
  panel: lenient(z.enum(['overview', 'trace', 'history', 'palette', 'plan', 'none'])),
});

/** The view as the URL holds it. */
export type ViewParams = z.infer<typeof viewParamsSchema>;

const LISTS = new Set(['cols', 'group', 'open', 'shut', 'hubs', 'lines']);

/** Reads a query string: lists are repeated parameters, so that no value needs escaping of our own. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, LISTS.has(key) ? values : (values.at(-1) ?? '')];
    }),
  );
}

/** The opposite of `parseSearch`; keeps ids readable (`sel=prod/vpc/main`). Empty: the empty string. */
export function stringifySearch(params: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) search.append(key, String(item));
  }
  const query = search
    .toString()
    .replaceAll('%2F', '/')
    .replaceAll('%7E', '~')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',');
  return query && `?${query}`;
}
