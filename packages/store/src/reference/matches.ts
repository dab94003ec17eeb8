import type { Component, Finding } from '@karma/core';
import type { SliceQuery } from '../ports';

/** Whether a component belongs to the slice; `findings` are those of the whole graph. */
export function matches(component: Component, findings: readonly Finding[], query: SliceQuery): boolean {
  const { environment, types, statuses, tags = [], owner, findings: kinds, text } = query;
  const has = (tag: string) => {
    const at = tag.indexOf('=');
    return at < 0
      ? component.tags[tag] !== undefined
      : component.tags[tag.slice(0, at)] === tag.slice(at + 1);
  };
  return (
    (environment === undefined || component.environment === environment) &&
    (types === undefined || types.includes(component.type)) &&
    (statuses === undefined || statuses.includes(component.status)) &&
    (owner === undefined || component.owner === owner) &&
    tags.every(has) &&
    (text === undefined ||
      [component.nickname, component.type].some((name) => lower(name).includes(lower(text)))) &&
    (kinds === undefined ||
      findings.some(
        (finding) =>
          finding.component === component.id && (kinds.length === 0 || kinds.includes(finding.kind)),
      ))
  );
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
