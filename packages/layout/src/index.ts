export { layout } from './layout';
export { type Answers, createLayouter, type Layouter, type Memory } from './layouter';
export type { Arrow, Box, Engine, LayoutInput, Position, Positions } from './types';
export { workerEngine } from './worker-engine';
