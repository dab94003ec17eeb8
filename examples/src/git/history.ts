import type { Person } from '../story/step';

/** One commit as Git will hold it. */
export interface CommitToMake {
  readonly at: string;
  readonly by: Person;
  readonly branch: string;
  readonly message: string;
  /** Path → text, `null` removes; against the first parent. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Branch whose tip becomes the second parent. */
  readonly merged?: string;
}
