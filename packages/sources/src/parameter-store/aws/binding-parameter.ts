import { placementId } from '@karma/core';
import type { AwsAccess } from '../../aws/access';
import { type Binding, bindingSchema } from '../../binding';
import { readJson } from '../../read-json';
import type { SourceProblem } from '../../source';
import { openApi } from './api';

export interface FoundBinding {
  /** `null` when the account has none, or one that cannot be understood. */
  readonly binding: Binding | null;
  readonly problem: SourceProblem | null;
}

/**
 * The binding that an account carries itself, in the parameter `<prefix>/environment`.
 * @returns the reader. It throws SourceUnavailableError.
 */
export function openBindingParameter(
  access: AwsAccess & { readonly prefix: string },
): (signal?: AbortSignal) => Promise<FoundBinding> {
  const placement = placementId(access.account, access.region);
  const name = `${access.prefix}/environment`;
  const file = `ssm:${placement}${name}`;
  const api = openApi({ source: file, access });
  return async (signal) => {
    const [found] = await api.fetch([name], false, signal);
    if (!found || found.type === 'SecureString') return { binding: null, problem: null };
    const { value, problem } = readJson(file, found.value, bindingSchema);
    return problem ? { binding: null, problem } : { binding: { ...value, file }, problem: null };
  };
}
