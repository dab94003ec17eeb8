/** Somebody who commits. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/**
 * One commit of a story. Files are named as in `organisation/`; `prod/vpc/main` is short for
 * `iac/prod/vpc/main/config.json`.
 *
 * The folder holds every file as it is at the end. A story says how it became so, read backwards: what is `added` is
 * added as it was then, that is, without what later commits `changed`.
 */
export interface Step {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: Person;
  /** The first step on a branch starts it at the tip of `main`. */
  readonly branch: string;
  readonly message: string;
  readonly added?: readonly string[];
  /** File → JSON Merge Patch that gives the file as it was before. */
  readonly changed?: Readonly<Record<string, unknown>>;
  /** New name → old name. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Files that are not in the folder, because they are removed later or no formatter would leave them alone. */
  readonly written?: Readonly<Record<string, unknown>>;
  readonly removed?: readonly string[];
  /** A branch whose commits since it was last merged come in. */
  readonly merged?: string;
}

/** What a step has beyond who, when, where and why. */
export type Work = Omit<Step, 'at' | 'by' | 'branch' | 'message'>;

/** `at` without seconds and zone, such as `2026-03-02T09:14`. */
export function step(at: string, by: Person, branch: string, message: string, work: Work): Step {
  return { at: `${at}:00.000Z`, by, branch, message, ...work };
}

const person = (name: string, account: string): Person => ({ name, email: `${account}@halyard.example` });

export const INES = person('Ines Albrecht', 'ines');
export const TOMASZ = person('Tomasz Wójcik', 'tomasz');
export const PRIYA = person('Priya Raman', 'priya');
export const JONAS = person('Jonas Lindqvist', 'jonas');
export const AMARA = person('Amara Okafor', 'amara');
export const WEI = person('Wei Chen', 'wei');
