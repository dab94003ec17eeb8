import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openExample } from '../harness/example-page';
import type { Bench } from '../harness/figure';

const DIST = new URL('../../../apps/web/dist/', import.meta.url);
const ELK_WORKER = /elk-worker/;

export const bundle: Bench = {
  name: 'bundle',
  async run() {
    const scripts = new Set<string>();
    const example = await openExample();
    try {
      await example.open((page) =>
        page.on('request', (request) => {
          const { pathname } = new URL(request.url());
          if (pathname.endsWith('.js') && !ELK_WORKER.test(pathname)) scripts.add(`.${pathname}`);
        }),
      );
    } finally {
      await example.close();
    }
    const bytes = [...scripts].reduce(
      (sum, script) => sum + gzipSync(readFileSync(fileURLToPath(new URL(script, DIST)))).length,
      0,
    );
    return [
      {
        work: 'scripts that the first view loads, gzipped, ELK’s worker apart',
        measure: 'size',
        value: bytes / 1024,
        unit: 'KB',
        bar: 350,
      },
    ];
  },
};
