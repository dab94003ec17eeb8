/** A child process for `crash.test.ts`: once it is told where, makes the first revision's graph the second's. */
import { text } from 'node:stream/consumers';
import { chain, stepTo } from './graphs.testing';
import { openGremlinStore } from './open-gremlin-store';

const { url, name, size } = JSON.parse(await text(process.stdin));
const store = await openGremlinStore({ url, name, watchMs: 3_600_000 });
const lease = await store.log.acquireLease('dying', 60_000);
const head = await store.log.head();
await store.log.append(lease, head, stepTo(head, chain(6), chain(size, 1)));
await store.close();
