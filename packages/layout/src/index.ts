export type { Engines } from './engines';
export { GROUP_PADDING } from './layered/arrange';
export { layered } from './layered/layered';
export { layout } from './layout';
export { type Answers, createLayouter, type Layouter, type LayoutOptions, type Memory } from './layouter';
export type { Arrow, Box, Engine, LayoutInput, Position, Positions } from './types';
