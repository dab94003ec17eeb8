import type { DeploymentEvidence } from '../component';
import { deploymentReportSchema, terraformStateSchema } from '../deployment';
import { type ComponentId, componentName, type PlacementId } from '../ids';
import { subjects } from '../subjects';
import type { Context } from './context';

/** What Terraform's state and pipelines say of a component in one placement. */
export function readEvidence(
  context: Context,
  id: ComponentId,
  placement: PlacementId,
): DeploymentEvidence[] {
  const { type, nickname } = componentName(id);
  const { world } = context;
  const evidence: DeploymentEvidence[] = [];
  const state = world.entry(subjects.state(placement, type, nickname));
  if (state) {
    const { serial, resources } = terraformStateSchema.parse(JSON.parse(world.content(state.hash)));
    evidence.push({ kind: 'state', hash: state.hash, origin: state.origin, serial, resources });
  }
  const report = world.entry(subjects.report(placement, type, nickname));
  if (report) {
    const { version, url } = deploymentReportSchema.parse(JSON.parse(world.content(report.hash)));
    evidence.push({ kind: 'report', hash: report.hash, origin: report.origin, version, url });
  }
  return evidence;
}

/** A state that manages nothing tells of a destroy instead. */
export function showsDeployment(evidence: DeploymentEvidence): boolean {
  return evidence.kind === 'report' || evidence.resources > 0;
}
