export { type ConfiguredEnvironment, createConfigurationSource } from './configuration-source';
export { createIngest, type Ingest, type IngestOptions, type RunOptions } from './create-ingest';
export { explainFailure } from './observe-sources';
export { type Present, PresentWorld } from './present-world';
export type { IngestProgress, IngestReport, SourceReport } from './report';
export { createReportSource, type FiledReport, fileReport, removeUnreadableReport } from './report-source';
