import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bold, dim, duration, green, printError, red, yellow } from './terminal.mjs';

/** Collects the rows of a test run. A suite that breaks is one failure, and the others still run. */
export class Suites {
  #rows = [];
  #totalsFile;

  /** `totalsFile` holds "N passed, N failed" at any time. */
  constructor(totalsFile) {
    this.#totalsFile = totalsFile;
    mkdirSync(path.dirname(totalsFile), { recursive: true });
    this.#record({ isFinished: false });
  }

  /** Runs something that holds or does not: one passed, or one failed. Says which. */
  async check(suite, work) {
    return this.tests(suite, async () => {
      await work();
      return [{ suite, passed: 1, failed: 0, skipped: [] }];
    });
  }

  /** Runs something that others need and that proves nothing by itself: it counts only when it fails. */
  async prepare(suite, work) {
    return this.tests(suite, async () => {
      await work();
      return [];
    });
  }

  /** Runs something that gives rows with counts of its own. Says whether all is well. */
  async tests(suite, work) {
    console.log(bold(`\n▸ ${suite}`));
    const start = performance.now();
    let rows;
    try {
      rows = await work();
    } catch (error) {
      printError(error);
      rows = [{ suite, passed: 0, failed: 1, skipped: [] }];
    }
    const elapsed = performance.now() - start;
    for (const row of rows) this.#rows.push({ milliseconds: elapsed, ...row });
    this.#record({ isFinished: false });
    const isGood = rows.every((row) => row.failed === 0);
    console.log(`${isGood ? green('✓') : red('✗')} ${suite} ${dim(duration(elapsed))}`);
    return isGood;
  }

  get totals() {
    const sum = (key) => this.#rows.reduce((total, row) => total + row[key], 0);
    return {
      passed: sum('passed'),
      failed: sum('failed'),
      skipped: this.#rows.flatMap((row) => row.skipped.map((test) => ({ suite: row.suite, ...test }))),
    };
  }

  /** Prints the closing table. In CI nothing may be skipped: each skip counts as failed. Says whether all is well. */
  finish({ milliseconds, isSkipFailure }) {
    if (isSkipFailure) for (const row of this.#rows) row.failed += row.skipped.length;
    const { passed, failed, skipped } = this.totals;
    const width = Math.max(20, ...this.#rows.map((row) => row.suite.length));
    const line = (suite, a, b, c, time) =>
      `${suite.padEnd(width)} ${a.padStart(8)} ${b.padStart(8)} ${c.padStart(8)}  ${time.padStart(12)}`;
    console.log(`\n${bold(line('suite', 'passed', 'failed', 'skipped', 'time'))}`);
    for (const row of this.#rows) {
      const text = line(
        row.suite,
        String(row.passed),
        String(row.failed),
        String(row.skipped.length),
        duration(row.milliseconds),
      );
      console.log(row.failed ? red(text) : text);
    }
    console.log(
      bold(line('all', String(passed), String(failed), String(skipped.length), duration(milliseconds))),
    );
    for (const { suite, name, reason } of skipped)
      console.log(yellow(`skipped: ${suite}: ${name} (${reason})`));
    this.#record({ isFinished: true });
    return failed === 0;
  }

  /** For whoever called us, should we be killed: until the end is reached, what is still running counts as failed. */
  #record({ isFinished }) {
    const { passed, failed } = this.totals;
    writeFileSync(this.#totalsFile, `${passed} passed, ${failed + (isFinished ? 0 : 1)} failed\n`);
  }
}
