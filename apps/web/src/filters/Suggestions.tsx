import { type Completion, complete, type QueryError } from '@karma/query';
import { Combobox, ScrollArea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconBook2, IconHistory, IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { useShell } from '../app/use-shell';
import { Asked } from './Asked';
import { type Draft, takeCompletion, takeSuggestion } from './edit-query';
import { exampleQueries } from './examples';
import { Offer } from './Offer';
import { recentQueries } from './recent-queries';
import classes from './Suggestions.module.css';
import { useVocabulary } from './use-vocabulary';

const PAUSE_MS = 150;
const RECENT = 4;

interface SuggestionsProps {
  readonly draft: Draft;
  readonly problem: QueryError | undefined;
  readonly onWrite: (draft: Draft) => void;
  readonly onRun: (text: string) => void;
}

/** Below the box: what is wrong and the way out, what may stand at the caret, how much the query would show. */
export function Suggestions({ draft, problem, onWrite, onRun }: SuggestionsProps) {
  const vocabulary = useVocabulary();
  const [asked] = useDebouncedValue(draft.text.trim(), PAUSE_MS);
  const isEmpty = draft.text.trim() === '';
  const offers = vocabulary && !isEmpty ? complete(draft.text, draft.cursor, vocabulary) : [];
  return (
    <Combobox.Dropdown className={classes.dropdown} onMouseDown={(event) => event.preventDefault()}>
      {problem && <Problem problem={problem} />}
      <ScrollArea.Autosize mah="min(380px, 50dvh)" type="auto" scrollbarSize={8}>
        <Combobox.Options aria-label="Suggestions">
          {problem?.suggestion && (
            <Offer icon={IconWand} onTake={() => onWrite(takeSuggestion(draft.text, problem))}>
              Did you mean <code>{problem.suggestion}</code>?
            </Offer>
          )}
          {isEmpty && <Beginnings onRun={onRun} />}
          {offers.filter(isNews(draft)).map((offer) => (
            <Offer
              key={`${offer.kind} ${offer.label}`}
              detail={offer.detail}
              onTake={() => onWrite(takeCompletion(draft, offer))}
            >
              <code>{offer.label}</code>
            </Offer>
          ))}
        </Combobox.Options>
      </ScrollArea.Autosize>
      {asked !== '' && !problem && <Asked text={asked} />}
    </Combobox.Dropdown>
  );
}

/** Whether a completion gives more than stands there already. */
const isNews =
  ({ text }: Draft) =>
  ({ start, end, insert }: Completion) =>
    text.slice(start, end) !== insert;

function Problem({ problem: { reason, suggestion, expected } }: { problem: QueryError }) {
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={15} aria-hidden />
      <p>
        {reason}
        {suggestion === null && expected.length > 0 && (
          <span className={classes.expected}> Expected: {expected.join(', ')}.</span>
        )}
      </p>
    </div>
  );
}

/** While nothing is written: what was asked last, what can be asked here, and where all of it stands. */
function Beginnings({ onRun }: Pick<SuggestionsProps, 'onRun'>) {
  const vocabulary = useVocabulary();
  const open = useShell((shell) => shell.open);
  const [recent] = useState(() => recentQueries.read().slice(0, RECENT));
  return (
    <>
      {recent.length > 0 && (
        <Combobox.Group label="Recent">
          {recent.map((text) => (
            <Offer key={text} icon={IconHistory} onTake={() => onRun(text)}>
              <code>{text}</code>
            </Offer>
          ))}
        </Combobox.Group>
      )}
      <Combobox.Group label="For example">
        {vocabulary &&
          exampleQueries(vocabulary).map(({ text, words }) => (
            <Offer key={text} detail={words} onTake={() => onRun(text)}>
              <code>{text}</code>
            </Offer>
          ))}
        <Offer icon={IconBook2} onTake={() => open('query-help')}>
          All that can be asked
        </Offer>
      </Combobox.Group>
    </>
  );
}
