/** Karma's colours in a picture: those of the web app's `theme.css`, which a test compares. */
export const palettes = {
  light: {
    sunken: '#f6f7f9',
    canvas: '#f8f9fb',
    card: '#ffffff',
    line: '#e4e7ec',
    lineStrong: '#c6ccd6',
    text: '#171a21',
    muted: '#596275',
    edge: '#a3acbb',
    good: '#15803d',
    bad: '#c02626',
    warn: '#9a5b00',
    info: '#1d63c4',
    hueCompute: '#7c3aed',
    hueNetwork: '#0b7285',
    hueData: '#1d63c4',
    hueWeb: '#0f766e',
    hueSecurity: '#a3372d',
    hueMessaging: '#b0308a',
    hueOperations: '#596275',
  },
  dark: {
    sunken: '#1b1e24',
    canvas: '#0f1115',
    card: '#1a1d23',
    line: '#2a2e37',
    lineStrong: '#424855',
    text: '#eceef2',
    muted: '#9aa3b4',
    edge: '#525a69',
    good: '#4ac97a',
    bad: '#ff7b7b',
    warn: '#f2b04c',
    info: '#78aeff',
    hueCompute: '#b59cff',
    hueNetwork: '#57c7d8',
    hueData: '#78aeff',
    hueWeb: '#4fd1b8',
    hueSecurity: '#ff9186',
    hueMessaging: '#f28ad2',
    hueOperations: '#9aa3b4',
  },
} as const;

export type Theme = keyof typeof palettes;
export type Colour = keyof (typeof palettes)['light'];
export type Palette = Readonly<Record<Colour, string>>;
