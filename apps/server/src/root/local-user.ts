import { userInfo } from 'node:os';

/**
 * Who runs this process; `null` where the system has no name for it. Without sign-in the server answers on loopback
 * alone, so this is who sits at the browser, as far as can be known.
 */
export function localUser(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}
