import { print, type Query, QueryError } from '@karma/query';
import { Anchor, Button } from '@mantine/core';
import { useEnvironment } from '../app/queries';
import { environmentsIn, readQuery } from '../app/scope';
import { useChangeView, useView } from '../app/use-view';
import { formatCount, plural } from '../ui/format';
import classes from './NoMatch.module.css';
import { joinTerms, termsOf } from './terms';
import { useTotals } from './use-totals';
import { useUnknownNames } from './use-unknown-names';

/** Why a query finds nothing, as far as can be told, and what finds something instead. */
export function NoMatch() {
  const { q = '' } = useView();
  const change = useChangeView();
  const environment = useEnvironment();
  const query = readQuery(q);
  const terms = query instanceof QueryError ? [] : termsOf(query);
  const isHere = environmentsIn(q).length === 0;
  const unknown = useUnknownNames(q);
  const others = [
    ...terms.flatMap((term) => (term.kind === 'path' ? [term.from, term.to].map(wayUp) : [])),
    ...(terms.length > 1 ? terms.map((term, index) => wayWithout(terms, term, index)) : []),
    ...(isHere ? [{ words: 'In all environments', q: `env:* ${grouped(q, terms)}` }] : []),
  ];
  const totals = useTotals(others.map((way) => way.q));
  const ways = others.flatMap((way, index) => {
    const total = totals[index];
    return total ? [{ ...way, total }] : [];
  });
  return (
    <>
      {unknown.map(({ name, nearest, start, end }) => (
        <p key={name}>
          Nothing is called <code>{name}</code>.{' '}
          {nearest !== null && (
            <>
              Did you mean{' '}
              <Anchor
                component="button"
                type="button"
                inherit
                onClick={() => change({ q: q.slice(0, start) + nearest + q.slice(end) })}
              >
                {nearest}
              </Anchor>
              ?
            </>
          )}
        </p>
      ))}
      {unknown.length === 0 &&
        terms.map((term) => term.kind === 'path' && <NoPath key={print(term)} path={term} />)}
      {unknown.length === 0 && terms.every(({ kind }) => kind !== 'path') && (
        <p>Nothing {isHere && environment ? `in ${environment} ` : ''}fits all that you asked for.</p>
      )}
      <div className={classes.ways}>
        {ways.map(({ words, q: wider, total }) => (
          <Button key={wider} size="xs" variant="default" onClick={() => change({ q: wider })}>
            {words}: {plural(total, 'component')}
          </Button>
        ))}
      </div>
    </>
  );
}

function wayUp(end: Query) {
  const up: Query = { kind: 'reach', upstream: Number.POSITIVE_INFINITY, downstream: null, of: end };
  return { words: `All that ${print(end)} needs`, q: print(up) };
}

function wayWithout(terms: readonly Query[], term: Query, index: number) {
  const rest = joinTerms(terms.filter((_, other) => other !== index)) ?? '';
  return { words: `Without ${print(term)}`, q: rest };
}

const grouped = (q: string, terms: readonly Query[]) => (terms[0]?.kind === 'or' ? `(${q})` : q);

/** As an end of a path, a word is the name of a component, not a part of its id. */
const endText = (end: Query) =>
  print(end.kind === 'name' ? { kind: 'reach', upstream: null, downstream: 0, of: end } : end);

function NoPath({ path: { from, to } }: { path: Extract<Query, { kind: 'path' }> }) {
  const totals = useTotals([endText(from), endText(to)]);
  const ends = [from, to].flatMap((end, index) => {
    const total = totals[index];
    return total === undefined ? [] : [{ text: print(end), total }];
  });
  const [start, target] = ends;
  if (!start || !target) return null;
  const nowhere = ends.filter(({ total }) => total === 0);
  return (
    <p>
      There is no path:{' '}
      {nowhere.length > 0
        ? `nothing here is ${nowhere.map(({ text }) => text).join(', or ')}.`
        : `${wordsOf(start)} and ${wordsOf(target)} do not depend on each other, directly or through others.`}
    </p>
  );
}

const wordsOf = ({ text, total }: { text: string; total: number }) =>
  total === 1 ? text : `the ${formatCount(total)} of ${text}`;
