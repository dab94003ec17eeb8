import { placementId } from '@karma/core';
import type { AwsAccess } from '../../aws/access';
import { checkAccount } from '../../aws/account';
import type { Source, SourceProblem } from '../../source';
import { inBatches } from '../batches';
import { cursorToProgress, positionOf, positionWithPast } from '../progress';
import { rewindStep } from '../steps';
import { type Action, type CallsPerSecond, openApi } from './api';
import { Backfill } from './backfill';
import { news, type Place } from './news';
import { type Decryption, openSecrets } from './secrets';

export interface ParameterStoreOptions extends AwsAccess {
  /** Prefixes to read, such as `/iac` and `/external`. */
  readonly paths: readonly string[];
  /** Without it, a `SecureString` is a name without a value. */
  readonly decryption?: Decryption | undefined;
  /** Limits below those of AWS, by action. */
  readonly callsPerSecond?: CallsPerSecond | undefined;
  /**
   * Versions from before the first look: read while others go on (`background`), some thousands waited for at each
   * look (`foreground`), left to another process (`later`), or left out (`none`).
   */
  readonly past: 'background' | 'foreground' | 'later' | 'none';
  /** Told of every call to Parameter Store, repeated ones too. */
  readonly onCall?: ((action: Action) => void) | undefined;
}

/**
 * AWS Systems Manager Parameter Store of one account and region. The first look reads all values, 10 a call; each
 * further one lists all parameters, 50 a call, and asks for the values of those alone that changed.
 * @returns a source named `parameters:<account>/<region>`; one observation a version.
 */
export function openParameterStore(options: ParameterStoreOptions): Source {
  const { account, region, paths, callsPerSecond, onCall, decryption, past } = options;
  const placement = placementId(account, region);
  const name = `parameters:${placement}`;
  const api = openApi({ source: name, access: options, callsPerSecond, onCall });
  const place: Place = { api, placement, paths, secrets: openSecrets(placement, decryption) };
  const backfill = new Backfill(place);
  let isChecked = false;
  let problems: readonly SourceProblem[] = [];
  return {
    name,
    position: (cursor) => (past === 'none' ? positionOf(cursor) : positionWithPast(cursor)),
    async *observe(cursor, signal) {
      if (!isChecked) await checkAccount(name, options, signal);
      isChecked = true;
      const known = cursor === undefined ? new Map() : cursorToProgress(cursor);
      const progress = new Map(known);
      const observedAt = new Date().toISOString();
      const seeing = { source: name, placement, observedAt };
      const steps = await news(place, progress, observedAt, signal);
      if (known === undefined) steps.unshift(rewindStep(placement, observedAt));
      if (steps.length > 0) yield* inBatches(steps, progress, { ...seeing, problems });
      if (past === 'none' || past === 'later') return;
      for await (const chunk of backfill.take(progress, past === 'foreground', signal)) {
        const before = JSON.stringify(problems);
        problems = chunk.problem ? [chunk.problem] : [];
        if (!chunk.problem) {
          for (const [parameter, reached] of chunk.reached) progress.set(parameter, reached);
          // At once: the cursor counts a parameter's past as read when its first version comes.
          yield* inBatches(chunk.steps, progress, { ...seeing, problems, atOnce: true });
        } else if (JSON.stringify(problems) !== before)
          yield* inBatches([], progress, { ...seeing, problems });
      }
    },
  };
}
