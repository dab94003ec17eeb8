import { parseArgs } from 'node:util';
import { bundle } from './benches/bundle';
import { canvas } from './benches/canvas';
import { compose } from './benches/compose';
import { falseAlarms } from './benches/false-alarms';
import { follow } from './benches/follow';
import { gremlin } from './benches/gremlin';
import { ingest } from './benches/ingest';
import { oneCommit } from './benches/one-commit';
import { page } from './benches/page';
import { parameterStore } from './benches/parameter-store';
import { plan } from './benches/plan';
import { query } from './benches/query';
import { replay } from './benches/replay';
import { server } from './benches/server';
import { store } from './benches/store';
import { update } from './benches/update';
import { type Figure, isMet } from './harness/figure';
import { machine, textTable, writeFigures } from './harness/report';
import { removeDirectories } from './harness/worlds';

const BENCHES = [
  ingest,
  oneCommit,
  follow,
  replay,
  update,
  store,
  gremlin,
  server,
  query,
  plan,
  falseAlarms,
  page,
  bundle,
  parameterStore,
  canvas,
  compose,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. There are: ${BENCHES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const results: [string, readonly Figure[]][] = [];
try {
  for (const bench of BENCHES)
    if (positionals.length === 0 || positionals.includes(bench.name)) {
      console.error(`${bench.name} …`);
      try {
        results.push([bench.name, await bench.run()]);
      } catch (error) {
        console.error(`${bench.name} failed:`, error);
        process.exitCode = 1;
      }
    }
} finally {
  removeDirectories();
}
console.log(`${textTable(results)}\n\n${machine()}`);
if (values.write) writeFigures(new URL('../README.md', import.meta.url), results);
if (results.some(([, figures]) => !figures.every(isMet))) process.exitCode = 1;
