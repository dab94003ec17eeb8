import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { median, timeRuns } from '../harness/measure';
import { ENGINES } from './engines';
import { loadReference } from './reference';

/** Compares our layered engine with its peers on the reference graphs; `--write` puts the table into `bench/layout.md`. */
const SEED = 7;
const SIZES = [60, 100, 200, 300, 500, 1000, 5000, 10_000, 20_000];
const reference = await loadReference(SEED);
const rows = [
  '| nodes | engine | median | crossings an edge | mean edge | aspect | overlaps | forward | bar |',
  '|---|---|---|---|---|---|---|---|---|',
];
for (const size of SIZES) {
  const graph = reference(size);
  for (const engine of ENGINES.filter(({ upTo }) => size <= upTo)) {
    let places = await engine.place(graph);
    const runs = engine.upTo > 1000 ? 9 : 3;
    const times = await timeRuns(runs, async () => {
      places = await engine.place(graph);
    });
    const { crossPerEdge, avgLen, aspect, overlap, fwd } = graph.measure(places);
    const bar = engine.bars?.[size];
    const asked = bar ? [`≤ ${bar.ms} ms`, ...(bar.crossings ? [`≤ ${bar.crossings}`] : [])].join(', ') : '';
    const row = `| ${size} | ${engine.name} | ${Math.round(median(times))} ms | ${crossPerEdge} | ${avgLen} px | ${aspect} | ${overlap} | ${fwd} | ${asked} |`;
    rows.push(row);
    console.error(row);
  }
}
const load = loadavg()[0]?.toFixed(1);
const text = `${rows.join('\n')}\n\nNode ${process.versions.node}, 2 cores, load ${load}, ${new Date().toISOString().slice(0, 10)}, seed ${SEED}.\n`;
console.log(text);
if (process.argv.includes('--write')) {
  const head = `# Layout, measured\n\nReference graphs and quality measure: \`../shared/bench\`, beside the checkout. Repeat with \`node_modules/.bin/tsx bench/src/layout/main.ts --write\`.\n\n`;
  writeFileSync(new URL('../../layout.md', import.meta.url), head + text);
}
