/**
 * What an actor is called: `Mara Lindt <mara@acme.example>` → `Mara Lindt`,
 * `arn:aws:sts::111111111111:assumed-role/publisher/ci` → `publisher/ci`; others as they are.
 */
export function actorName(actor: string): string {
  const resource = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(actor)?.[1];
  if (resource) return resource.replace(/^(assumed-role|role|user)\//, '');
  return /^(.+?) <[^>]*>$/.exec(actor)?.[1] ?? actor;
}
