export { layout } from './layout';
export { createLayouter, type Layouter } from './layouter';
export type { Arrow, Box, Engine, LayoutInput, Position, Positions } from './types';
export { workerEngine } from './worker-engine';
