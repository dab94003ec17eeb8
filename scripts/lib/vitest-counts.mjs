import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

export const VITEST_COUNTS = 'test-results/vitest.json';

/** A Vitest reporter: counts by room, and every skipped test with its reason. A file that breaks counts as one failed. */
export default class Counts {
  onTestRunEnd(modules, unhandledErrors) {
    const rooms = new Map();
    for (const module of modules) {
      const name = path.relative(root, module.moduleId).split(path.sep).slice(0, 2).join('/');
      const room = rooms.get(name) ?? { suite: name, passed: 0, failed: 0, skipped: [], milliseconds: 0 };
      rooms.set(name, room);
      room.milliseconds += module.diagnostic().duration;
      room.failed += module.errors().length;
      for (const test of module.children.allTests()) count(room, test);
    }
    const broken = unhandledErrors.length;
    const rows = [...rooms.values()].sort((a, b) => a.suite.localeCompare(b.suite));
    if (broken)
      rows.push({
        suite: 'errors outside of tests',
        passed: 0,
        failed: broken,
        skipped: [],
        milliseconds: 0,
      });
    mkdirSync(path.join(root, 'test-results'), { recursive: true });
    writeFileSync(path.join(root, VITEST_COUNTS), JSON.stringify(rows));
  }
}

function count(room, test) {
  const result = test.result();
  if (result.state === 'passed') room.passed++;
  else if (result.state === 'skipped')
    room.skipped.push({ name: test.fullName, reason: result.note ?? 'no reason given' });
  else room.failed++;
}
