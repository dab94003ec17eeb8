/** A command that cannot be carried out, with the reason in words for the person who asked for it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
