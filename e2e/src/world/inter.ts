import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const FILE = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);

/** Gives the page the font that it asks for first, so that pictures do not depend on the fonts of the machine. */
export async function provideInter(page: Page): Promise<void> {
  const bytes = [...(await readFile(FILE))];
  await page.evaluate(async (font) => {
    const face = new FontFace('Inter', new Uint8Array(font), { weight: '100 900' });
    document.fonts.add(await face.load());
  }, bytes);
}
