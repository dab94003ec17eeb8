import { type Completion, QueryError } from '@karma/query';
import { readQuery } from '../app/scope';

/** A query while it is being written. */
export interface Draft {
  readonly text: string;
  /** Where the caret is, or has to go. */
  readonly cursor: number;
}

/** What stands after a completion was taken: a complete term is followed by a space. */
export function takeCompletion({ text }: Draft, { kind, insert, start, end }: Completion): Draft {
  const isComplete = kind === 'value' || kind === 'name';
  const rest = text.slice(end);
  const space = isComplete && !/^[\s)+#,]/.test(rest) ? ' ' : '';
  const before = text.slice(0, start) + insert + space;
  return { text: before + rest, cursor: before.length };
}

/** The text with what was probably meant in place of what is wrong. */
export function takeSuggestion(text: string, { start, end, suggestion }: QueryError): Draft {
  const before = text.slice(0, start) + (suggestion ?? '');
  return { text: before + text.slice(end), cursor: before.length };
}

/**
 * What is wrong with a draft, to be shown: not what is only unfinished, that is, wrong where someone is still writing,
 * unless it was `entered`.
 */
export function problemOf({ text, cursor }: Draft, isEntered: boolean): QueryError | undefined {
  const query = readQuery(text);
  if (!(query instanceof QueryError)) return undefined;
  const isBeingWritten = query.start <= cursor && cursor <= query.end;
  return isEntered || !isBeingWritten ? query : undefined;
}
