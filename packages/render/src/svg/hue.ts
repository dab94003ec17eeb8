import { type Category, categoryOf } from '../type-category';
import type { Colour, Palette } from './palette';

const HUES: Readonly<Record<Category, Colour>> = {
  network: 'hueNetwork',
  dns: 'hueNetwork',
  data: 'hueData',
  storage: 'hueData',
  function: 'hueCompute',
  compute: 'hueCompute',
  web: 'hueWeb',
  api: 'hueWeb',
  messaging: 'hueMessaging',
  security: 'hueSecurity',
  operations: 'hueOperations',
  external: 'hueOperations',
  other: 'hueOperations',
};

/** The tint of a component type. */
export function hueOf(type: string, palette: Palette): string {
  return palette[HUES[categoryOf(type)]];
}
