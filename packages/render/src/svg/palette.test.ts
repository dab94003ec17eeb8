import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palettes } from './palette';

const [light = '', dark = ''] = readFileSync(
  new URL('../../../../apps/web/src/app/theme.css', import.meta.url),
  'utf8',
).split('data-mantine-color-scheme="dark"');

it.each([
  ['light', palettes.light, light],
  ['dark', palettes.dark, dark],
])('%s is what the web app shows', (_, palette, css) => {
  for (const [name, colour] of Object.entries(palette)) {
    const variable = `--karma-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    expect(css).toContain(`${variable}: ${colour};`);
  }
});
