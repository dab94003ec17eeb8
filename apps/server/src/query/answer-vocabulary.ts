import { type Leaves, type QueryRow, type Vocabulary, vocabularyOf } from '@karma/query';
import type { View } from '../view/views';

/** The words that the graph of a view offers to a query. @throws StaleReaderError */
export async function answerVocabulary(view: View): Promise<Vocabulary> {
  const context = await view.queryContext({ config: true, output: true });
  const rows: QueryRow[] = [];
  const configPaths = new Set<number>();
  const outputs = new Set<number>();
  const add = (into: Set<number>, { paths }: Leaves) => {
    for (const path of paths) into.add(path);
  };
  for (let ordinal = 0; ordinal < context.topology.capacity; ordinal++) {
    const row = context.row(ordinal);
    if (!row) continue;
    rows.push(row);
    add(configPaths, context.config(ordinal));
    add(outputs, context.outputs(ordinal));
  }
  const textsOf = (paths: Set<number>) => Array.from(paths, (path) => context.paths[path] ?? '').sort();
  return vocabularyOf(rows, { configPaths: textsOf(configPaths), outputs: textsOf(outputs) });
}
