import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Bench } from '../harness/figure';

const DIST = new URL('../../../apps/web/dist/', import.meta.url);

export const bundle: Bench = {
  name: 'bundle',
  async run() {
    if (!existsSync(DIST))
      throw new Error('The web app is not built: run `npm start` once, or `npm run build`.');
    const html = readFileSync(new URL('index.html', DIST), 'utf8');
    // What the first view loads: the entry, and what the page preloads for it. Workers and panels come later.
    const files = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(([, file]) => file ?? '');
    const bytes = files.reduce(
      (sum, file) => sum + gzipSync(readFileSync(fileURLToPath(new URL(file, DIST)))).length,
      0,
    );
    return [
      {
        work: 'web bundle for the first view, gzipped, ELK’s worker apart',
        measure: 'size',
        value: bytes / 1024,
        unit: 'KB',
        bar: 350,
      },
    ];
  },
};
