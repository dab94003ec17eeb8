import { hostname } from 'node:os';

/** Names a process of this machine to others that share a store with it. */
export function processName(pid: number): string {
  return `${hostname()}:${pid}`;
}

/** Whether a name is that of a process of this machine that no longer runs. */
export function isGoneProcess(name: string): boolean {
  const pid = Number(name.slice(name.lastIndexOf(':') + 1));
  if (!Number.isInteger(pid) || pid <= 0 || name !== processName(pid)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
