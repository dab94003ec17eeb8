import type { AppRouter } from '@karma/server';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { inferAsyncIterableYield } from '@trpc/server/unstable-core-do-not-import';

type Outputs = inferRouterOutputs<AppRouter>;
type Inputs = inferRouterInputs<AppRouter>;

/** What the server answers, as the features name it. */
export type GraphInput = NonNullable<Inputs['graph']>;
export type GraphSlice = Outputs['graph'];
export type Card = GraphSlice['components'][number];
export type Edge = GraphSlice['edges'][number];
export type Overview = Outputs['overview'];
export type EnvironmentSummary = Overview['environments'][number];
export type ComponentDetail = Outputs['component'];
export type PlacementDetail = ComponentDetail['placements'][number];
export type DependencyDetail = Outputs['dependency'];
export type EvidenceDetail = DependencyDetail['evidence'][number];
export type FindingDetail = Outputs['findings'][number];
export type ImpactAnswer = Outputs['impact'];
export type ImpactItem = ImpactAnswer['items'][number];
export type LineageAnswer = Outputs['lineage'];
export type PathAnswer = Outputs['path'];
export type RevisionSummary = Outputs['revisions'][number];
export type RevisionDetail = Outputs['revision'];
export type SearchHit = Outputs['search']['hits'][number];
export type SavedView = Outputs['savedViews'][number];
export type ServiceStatus = Outputs['status'];
export type SourceStatus = Outputs['sources'][number];
export type PlanView = Outputs['plan'];
export type Proposal = Outputs['proposal'];
export type ProposalProgress = Proposal['progress'];
export type ProposalSummary = Outputs['proposals'][number];
export type ProposalPart = Proposal['parts'][number];
export type ProposalTarget = Outputs['proposalTargets'][number];
export type SendResult = Outputs['sendProposal'];
export type Workbench = Outputs['workbench'];
export type LiveEvent = inferAsyncIterableYield<Outputs['events']>;
