import type { Head } from '../ports';
import type { Connection } from './connection';
import { headOf, readPinned } from './head-vertex';
import type { Names } from './names';

const INTERVAL_MS = 1000;

/**
 * Tells where the head is, once a second, so that a process learns what others wrote. The timer keeps no process
 * alive. What cannot be read now is read a second later.
 */
export function watchHead(
  connection: Connection,
  names: Names,
  tell: (head: Head) => void,
): () => Promise<void> {
  let reading: Promise<void> | undefined;
  const read = async () => {
    try {
      tell(headOf(await readPinned(connection, names)));
    } catch {
      // Whoever asks for something is told what is wrong.
    } finally {
      reading = undefined;
    }
  };
  const timer = setInterval(() => {
    reading ??= read();
  }, INTERVAL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await reading;
  };
}
