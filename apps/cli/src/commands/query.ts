import { parse, type Query, QueryError } from '@karma/query';
import { answerQuery } from '@karma/server';
import type { WorldOptions } from '../options';
import { colours, count, print, printJson, table } from '../print';
import { withGraph } from '../with-graph';

export function queryCommand(
  expression: string,
  options: WorldOptions & { readonly ids?: boolean },
): Promise<void> {
  const query = readQuery(expression);
  return withGraph(options, async ({ views }) => {
    const answer = await views.ask(undefined, (view) => answerQuery(view, query, Number.MAX_SAFE_INTEGER));
    const { cards, total, unknown } = answer;
    if (options.json) return printJson(answer);
    for (const { name, nearest } of unknown)
      process.stderr.write(
        `No component is called "${name}".${nearest === null ? '' : ` Did you mean ${nearest}?`}\n`,
      );
    if (options.ids) return print(...cards.map(({ id }) => id));
    if (total === 0) return print('Nothing matches.');
    const rows = cards.map(({ id, status, owner, findings: { error, warning, info } }) => [
      id,
      status,
      owner ?? '',
      [
        ...(error > 0 ? [count(error, 'error')] : []),
        ...(warning > 0 ? [count(warning, 'warning')] : []),
        ...(info > 0 ? [`${info} info`] : []),
      ].join(', '),
    ]);
    print(
      ...table(['component', 'status', 'owner', 'findings'], rows),
      '',
      colours.dim(count(total, 'component')),
    );
  });
}

/** @throws QueryError after showing on stderr where in the text it is. */
function readQuery(expression: string): Query {
  try {
    return parse(expression);
  } catch (error) {
    if (error instanceof QueryError) {
      const { start, end, expected } = error;
      const line = expression.replace(/\s/g, ' ');
      const caret = `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`;
      const hint = expected.length === 0 ? '' : `expected: ${expected.join(', ')}\n`;
      process.stderr.write(`${line}\n${caret}\n${hint}`);
    }
    throw error;
  }
}
