import { createHmac } from 'node:crypto';
import type { Parameter, PlacementId } from '@karma/core';

/** Which `SecureString`s may be decrypted, so that it shows when they change. */
export interface Decryption {
  /** Names of parameters; `*` stands for anything but a slash, `**` for anything. */
  readonly paths: readonly string[];
  /** Keys the hashes that stand for the values; whoever changes it makes all of them look changed. */
  readonly key: string;
}

/** What a parameter's content is, and whether its value has to be asked for. */
export interface Secrets {
  decrypts(name: string): boolean;
  /** @param value as read; a ciphertext where nothing was decrypted. */
  content(name: string, type: Parameter['type'], value: string): Parameter;
}

/** The only place where a decrypted value is looked at: a keyed hash of it goes on, the value does not. */
export function openSecrets(placement: PlacementId, decryption: Decryption | undefined): Secrets {
  const patterns = decryption?.paths.map(patternOf) ?? [];
  const decrypts = (name: string) => patterns.some((pattern) => pattern.test(name));
  return {
    decrypts,
    content(name, type, value) {
      if (type !== 'SecureString') return { type, value };
      if (!decryption || !decrypts(name)) return { type, value: null };
      const digest = createHmac('sha256', decryption.key)
        .update(`${placement}${name}\0${value}`)
        .digest('hex');
      return { type, value: null, digest };
    },
  };
}

function patternOf(path: string): RegExp {
  const parts = path.split(/(\*\*|\*)/).map((part) => {
    if (part === '**') return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[.\\+?^${}()|[\]]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
}
