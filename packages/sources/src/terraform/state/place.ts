import { isSegment } from '@karma/core';

/** A state as it is listed. */
export interface ListedState {
  /** `<type>/<nickname>`. */
  readonly name: string;
  /** For messages. */
  readonly file: string;
  /** Differs once the state was written again. */
  readonly stamp: string;
  /** ISO 8601, when it was written. */
  readonly at: string;
}

/** Where Terraform keeps the states of one placement, in the layout `<type>/<nickname>/terraform.tfstate`. */
export interface StatePlace {
  /** @throws SourceUnavailableError */
  list(signal?: AbortSignal): Promise<readonly ListedState[]>;
  /** @returns `null` when it is gone. @throws SourceUnavailableError */
  read(state: ListedState, signal?: AbortSignal): Promise<string | null>;
}

export const STATE_FILE = 'terraform.tfstate';

/** `<type>/<nickname>` of a path in that layout; `null` for every other path. */
export function stateName(path: string): string | null {
  const [type, nickname, file, ...rest] = path.split('/');
  if (file !== STATE_FILE || rest.length > 0 || !isSegment(type) || !isSegment(nickname)) return null;
  return `${type}/${nickname}`;
}
