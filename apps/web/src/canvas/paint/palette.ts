import { categoryOf } from '@karma/render';

const PREFIX = '--karma-';

/** Colours of the page's present scheme, by their name in `theme.css`. */
export interface Palette {
  readonly colour: (name: string) => string;
  /** Of a component type. */
  readonly hue: (type: string) => string;
}

const HUES: Readonly<Record<string, string>> = {
  network: 'network',
  dns: 'network',
  data: 'data',
  storage: 'data',
  function: 'compute',
  compute: 'compute',
  web: 'web',
  api: 'web',
  messaging: 'messaging',
  security: 'security',
};

/** Reads each colour once, when first asked. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  const colour = (name: string) => {
    const value = known.get(name) ?? style.getPropertyValue(PREFIX + name).trim();
    known.set(name, value);
    return value;
  };
  const hues = new Map<string, string>();
  const hue = (type: string) => {
    const value = hues.get(type) ?? colour(`hue-${HUES[categoryOf(type)] ?? 'operations'}`);
    hues.set(type, value);
    return value;
  };
  return { colour, hue };
}
