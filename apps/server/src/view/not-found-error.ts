/** There is none of that name. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
}
