import type { ComponentId } from '../ids';

/** The graph holds no such component. */
export class UnknownComponentError extends Error {
  override readonly name = 'UnknownComponentError';
  constructor(readonly id: ComponentId) {
    super(`The graph holds no component ${id}.`);
  }
}
