/** A child process for `crash.test.ts`: appends without end to the file that it is given. */
import { EMPTY_GRAPH, observationOf, revisionsOf } from '../contract/history';
import { graphOfStep } from './crash-graph.testing';
import { openSqliteStore } from './open-sqlite-store';

const [, , file = ''] = process.argv;
const store = await openSqliteStore(file);
const lease = await store.log.acquireLease('writer', 3_600_000);
let head = await store.log.head();
process.stdout.write('ready\n');
for (;;) {
  const number = head.revision + 1;
  const before = number === 1 ? EMPTY_GRAPH : graphOfStep(number - 1);
  const revisions = revisionsOf([graphOfStep(number)], before, number - 1);
  const contents = new Map([[`content-${number}`, `text ${number}`]]);
  const cursors = new Map([['git:main', `cursor-${number}`]]);
  const observations = [observationOf(`git:${number}`)];
  head = await store.log.append(lease, head, { observations, contents, entries: [], cursors, revisions });
}
