import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObject, joinPointer, valueAt } from '@karma/core';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { removeValue, setValue } from './edit-text';

/** JSON of a public config repo, kept beside the checkout. */
const DATA = fileURLToPath(new URL('../../../../../shared/data/usekarma-aws-config/iac', import.meta.url));
const isThere = existsSync(DATA) || process.env.CI !== undefined;

/** The lines that the value of an edit may take with it: its own, the comma before it, the brackets around it. */
const MOST_LINES = 3;

function configsBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name === 'config.json');
  return files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
}

/** Pointers to everything that is neither an object with keys nor a list, and to those objects. */
function pointersOf(value: unknown, pointer = ''): { leaves: string[]; objects: string[] } {
  if (!isObject(value)) return { leaves: Array.isArray(value) ? [] : [pointer], objects: [] };
  const below = Object.entries(value).map(([key, item]) => pointersOf(item, joinPointer(pointer, key)));
  return {
    leaves: below.flatMap(({ leaves }) => leaves),
    objects: [pointer, ...below.flatMap(({ objects }) => objects)],
  };
}

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());

describe.skipIf(!isThere)(
  `edits of the public config repo ${isThere ? '' : `(skipped: ${DATA} is not there)`}`,
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'karma-editor-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const texts = isThere ? configsBelow(DATA) : [''];

    /** Added and removed lines, as Git counts them. */
    function numstat(before: string, after: string): number[] {
      writeFileSync(path.join(folder, 'before'), before);
      writeFileSync(path.join(folder, 'after'), after);
      const git = ['-C', folder, 'diff', '--no-index', '--numstat', 'before', 'after'];
      try {
        execFileSync('git', git, { encoding: 'utf8' });
        return [0, 0];
      } catch (error) {
        const { stdout } = Object(error);
        return String(stdout).split('\t').slice(0, 2).map(Number);
      }
    }

    function expectFewLines(before: string, after: string): void {
      expect(after.endsWith('\n')).toBe(before.endsWith('\n'));
      for (const lines of numstat(before, after)) expect(lines).toBeLessThanOrEqual(MOST_LINES);
    }

    it('are of every config there is', () => {
      expect(texts.length).toBeGreaterThanOrEqual(14);
    });

    it('touch the lines of what they set, add and remove, and read back as intended', () => {
      fc.assert(
        fc.property(fc.constantFrom(...texts), fc.nat(), scalar, (text, pick, value) => {
          const { leaves, objects } = pointersOf(JSON.parse(text));
          const leaf = leaves[pick % leaves.length] ?? '';
          const added = joinPointer(objects[pick % objects.length] ?? '', 'a_new_key');

          const set = setValue(text, leaf, value);
          expect(valueAt(JSON.parse(set), leaf)).toEqual(value);
          expectFewLines(text, set);
          expect(JSON.parse(setValue(set, leaf, valueAt(JSON.parse(text), leaf)))).toEqual(JSON.parse(text));

          const more = setValue(text, added, value);
          expect(valueAt(JSON.parse(more), added)).toEqual(value);
          expectFewLines(text, more);
          expect(JSON.parse(removeValue(more, added))).toEqual(JSON.parse(text));

          const less = removeValue(text, leaf);
          expect(valueAt(JSON.parse(less), leaf)).toBeUndefined();
          expectFewLines(text, less);
        }),
        { numRuns: 40 },
      );
    }, 60_000);
  },
);
