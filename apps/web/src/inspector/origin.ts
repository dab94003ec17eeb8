/** `git:<sha>` → `a1b2c3d`; `ssm:<account>/<region>/<name>@<version>` → `version 3`; anything else as it is. */
export function shortOrigin(key: string): string {
  if (key.startsWith('git:')) return key.slice(4, 11);
  const version = /^ssm:.*@([^@]+)$/.exec(key)?.[1];
  return version ? `version ${version}` : key;
}
