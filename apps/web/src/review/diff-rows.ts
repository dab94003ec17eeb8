import { structuredPatch } from 'diff';

/** One line of a difference; `gap` stands for lines that are left out. Numbers are those of the file's lines. */
export interface DiffRow {
  readonly kind: 'same' | 'added' | 'removed' | 'note' | 'gap';
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

const CONTEXT = 3;

/** What changes between two texts, with three lines around. `null`: there is no file. */
export function diffRows(before: string | null, after: string | null): DiffRow[] {
  const { hunks } = structuredPatch('', '', before ?? '', after ?? '', '', '', { context: CONTEXT });
  return hunks.flatMap((hunk, index) => {
    let [was, is] = [hunk.oldStart, hunk.newStart];
    const gap: DiffRow[] = index > 0 ? [{ kind: 'gap', before: null, after: null, text: '…' }] : [];
    return gap.concat(
      hunk.lines.map((line): DiffRow => {
        const text = line.slice(1);
        if (line.startsWith('+')) return { kind: 'added', before: null, after: is++, text };
        if (line.startsWith('-')) return { kind: 'removed', before: was++, after: null, text };
        if (line.startsWith('\\')) return { kind: 'note', before: null, after: null, text: text.trim() };
        return { kind: 'same', before: was++, after: is++, text };
      }),
    );
  });
}
