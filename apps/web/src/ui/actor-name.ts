/** What a principal is called: `arn:aws:sts::111111111111:assumed-role/publisher/ci` → `publisher/ci`; others as they are. */
export function actorName(actor: string): string {
  const resource = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(actor)?.[1];
  return resource?.replace(/^(assumed-role|role|user)\//, '') ?? actor;
}
