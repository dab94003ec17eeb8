export type { IngestProgress, IngestReport } from '@karma/ingest';
export type { AppRouter } from './api/router';
export { ConfigError, type ConfigProblem } from './config/config-error';
export { type Configuration, configFromFlags, loadConfig } from './config/load-config';
export { removeReport } from './deployments/remove-report';
export {
  type ReportedDeployment,
  reportDeployment,
  UnknownPlacementError,
  UnusableReportError,
} from './deployments/report-deployment';
export { findText } from './graph-index/find-text';
export { readHookSecrets } from './hooks/secrets';
export { createLogger, logLevel } from './observe/create-logger';
export { draftEdits } from './plan/draft-edits';
export { planToDocument } from './plan/plan-document';
export { type Review, type ReviewQuestion, review } from './plan/review';
export { answerQuery } from './query/answer-query';
export { copyHistory } from './root/copy-history';
export { type Karma, type KarmaOptions, openKarma } from './root/open-karma';
export { openReads, type Reads } from './root/open-reads';
export { type RunningServer, type ServeOptions, serve } from './serve';
export { componentDetail } from './view/component-detail';
export { answerImpact } from './view/impact';
export { NotFoundError } from './view/not-found-error';
export { answerPath } from './view/path';
export { renderConfig } from './view/render-config';
