import { EXTERNAL_TYPE_PREFIX, isSegment } from '../ids';

/** What a parameter's name says (design, section 1). */
export type ParameterName =
  | { readonly kind: 'config'; readonly type: string; readonly nickname: string }
  /** `key` is `null` for all outputs in one parameter. */
  | {
      readonly kind: 'runtime';
      readonly type: string;
      readonly nickname: string;
      readonly key: string | null;
    }
  /** Below the prefix, and no component. */
  | { readonly kind: 'auxiliary' };

const EXTERNAL = '/external/';

/**
 * @param prefix `/iac` unless configured.
 * @returns `null` for the account's binding, and for what is outside of the prefix.
 */
export function parseParameterName(name: string, prefix: string): ParameterName | null {
  const isExternal = name.startsWith(EXTERNAL);
  const root = isExternal ? EXTERNAL : `${prefix}/`;
  if (!name.startsWith(root)) return null;
  const [type, nickname, kind, key, ...rest] = name.slice(root.length).split('/');
  if (type === 'environment' && nickname === undefined) return null;
  if (isSegment(type) && isSegment(nickname) && rest.length === 0 && key !== '') {
    const named = { type: isExternal ? `${EXTERNAL_TYPE_PREFIX}${type}` : type, nickname };
    if (kind === 'runtime') return { kind, ...named, key: key ?? null };
    if (kind === 'config' && key === undefined && !isExternal) return { kind, ...named };
  }
  return isExternal ? null : { kind: 'auxiliary' };
}

/** The parameter that holds a component's config. */
export function configName(type: string, nickname: string, prefix: string): string {
  return `${prefix}/${type}/${nickname}/config`;
}

/** The parameter that holds all outputs of a component. */
export function runtimeName(type: string, nickname: string, prefix: string): string {
  return type.startsWith(EXTERNAL_TYPE_PREFIX)
    ? `${EXTERNAL}${type.slice(EXTERNAL_TYPE_PREFIX.length)}/${nickname}/runtime`
    : `${prefix}/${type}/${nickname}/runtime`;
}
