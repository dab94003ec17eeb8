export type { AppRouter } from './api/router';
export { ConfigError, type ConfigProblem } from './config/config-error';
export { type Configuration, configFromFlags, loadConfig } from './config/load-config';
export { findText } from './graph-index/find-text';
export { type Karma, openKarma, openStore } from './root/open-karma';
export { type RunningServer, type ServeOptions, serve } from './serve';
export { impactMarkdown } from './view/impact-markdown';
