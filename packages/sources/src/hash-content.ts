import { hash } from 'node:crypto';

/** The same as core's `contentHash`, in native code: sources hash every content there is. */
export function hashContent(text: string): string {
  return hash('sha256', text).slice(0, 32);
}
