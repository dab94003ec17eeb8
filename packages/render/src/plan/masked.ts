import { pointerSegments } from '@karma/core';

const SENSITIVE = /pass(?:word|wd|phrase)|secret|token|credential|private_?key|api_?key|access_?key/i;
const MASK = '•••';
const MAX_LENGTH = 120;

/**
 * A value as others may see it: nothing of what a key calls a secret, and not more than a line of it.
 * @param json JSON of the value; `null` where it is not set.
 */
export function masked(pointer: string, json: string | null): string | null {
  if (json === null) return null;
  // A key below a sensitive one holds a part of it; a sensitive key inside of the value makes all of it sensitive.
  if (pointerSegments(pointer).some((segment) => SENSITIVE.test(segment)) || SENSITIVE.test(json))
    return MASK;
  return json.length > MAX_LENGTH ? `${json.slice(0, MAX_LENGTH - 1)}…` : json;
}
