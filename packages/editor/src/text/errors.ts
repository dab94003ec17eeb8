/** A config text that cannot be edited by place, because it is not one JSON object. */
export class UneditableTextError extends Error {
  override readonly name = 'UneditableTextError';
  /** JSON Pointer of the place that was to be edited. */
  readonly pointer: string;

  constructor(pointer: string, reason: string) {
    super(`${pointer || 'The config'} cannot be edited here: ${reason} Correct the JSON text first.`);
    this.pointer = pointer;
  }
}
