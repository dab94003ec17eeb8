export { GROUP_PADDING } from './layered/arrange';
export { layered, refined } from './layered/layered';
export { layout } from './layout';
export type { Layouter, LayoutOptions } from './layouter';
export type { Arrow, Box, Engine, LayoutInput, Position, Positions, Run } from './types';
