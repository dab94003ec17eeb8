import { explainFailure } from '@karma/ingest';
import { type Binding, openBindingParameter, type SourceProblem } from '@karma/sources';
import type { Configuration } from '../config/load-config';
import { accessOf } from './open-placements';

interface Account {
  readonly environment: string;
  readonly file: string;
  readonly read: ReturnType<typeof openBindingParameter>;
  latest: { readonly binding: Binding | null; readonly problem: SourceProblem | null };
}

/** What accounts say of themselves. */
export interface AccountBindings {
  readonly bindings: readonly Binding[];
  readonly problems: readonly SourceProblem[];
}

/**
 * Reads the bindings that the accounts carry in Parameter Store, no more often than Parameter Store is looked at. One
 * that cannot be read counts as it was read last.
 * @returns the reader; while nothing changes, its answer is the same object.
 */
export function openAccountBindings(
  { environments = {}, sync }: Configuration,
  clock: () => Date,
): (signal?: AbortSignal) => Promise<AccountBindings> {
  const accounts = Object.entries(environments).flatMap(([environment, { placements, prefix }]) =>
    placements
      .filter(({ parameterStore }) => parameterStore !== undefined)
      .map((placement): Account => {
        const { account, region } = placement;
        const read = openBindingParameter({ ...accessOf(placement), prefix });
        const file = `ssm:${account}/${region}${prefix}/environment`;
        return { environment, file, read, latest: { binding: null, problem: null } };
      }),
  );
  let answer: AccountBindings = { bindings: [], problems: [] };
  let dueAt = 0;
  return async (signal) => {
    const now = clock().getTime();
    if (accounts.length === 0 || now < dueAt) return answer;
    await Promise.all(accounts.map((account) => look(account, signal)));
    dueAt = now + sync.parameters * 1000;
    const bindings = accounts.flatMap(({ latest }) => latest.binding ?? []);
    const problems = accounts.flatMap(({ latest }) => latest.problem ?? []);
    const next = { bindings, problems };
    if (JSON.stringify(next) !== JSON.stringify(answer)) answer = next;
    return answer;
  };
}

async function look(account: Account, signal?: AbortSignal): Promise<void> {
  const { environment, file, read, latest } = account;
  try {
    const found = await read(signal);
    const { binding } = found;
    if (!binding || binding.environment === environment) {
      account.latest = found.problem ? { ...found, binding: latest.binding } : found;
      return;
    }
    const reason = `It binds the account to ${binding.environment}; the configuration binds it to ${environment}.`;
    const remedy = `Correct the parameter, or environments.${environment}.placements; until then it does not count.`;
    account.latest = { binding: null, problem: { file, line: null, reason, remedy } };
  } catch (cause) {
    signal?.throwIfAborted();
    account.latest = { ...latest, problem: { file, line: null, ...explainFailure(cause) } };
  }
}
