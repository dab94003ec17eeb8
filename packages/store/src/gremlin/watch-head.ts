import type { Head } from '../ports';
import type { Connection } from './connection';
import { headOf, readPinned } from './head-vertex';
import type { Names } from './names';

/**
 * Tells where the head is, now and then, so that a process learns what others wrote. The timer keeps no process
 * alive. What cannot be read now is read the next time.
 */
export function watchHead(
  connection: Connection,
  names: Names,
  milliseconds: number,
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
  }, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await reading;
  };
}
