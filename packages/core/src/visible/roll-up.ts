import type { Severity } from '../finding';
import { worstStatus } from '../status';
import type { VisibleComponent, VisibleGroup } from './types';

/** The worst status of some components, and their findings together. */
export function rollUp(members: readonly VisibleComponent[]): Pick<VisibleGroup, 'status' | 'findings'> {
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const member of members) {
    findings.error += member.findings.error;
    findings.warning += member.findings.warning;
    findings.info += member.findings.info;
  }
  return { status: worstStatus([...new Set(members.map(({ status }) => status))], 'external'), findings };
}
