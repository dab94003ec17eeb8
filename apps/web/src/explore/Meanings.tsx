import { CERTAINTIES, STATUSES } from '@karma/core';
import { Title } from '@mantine/core';
import { CertaintyMark } from '../ui/CertaintyMark';
import { StatusMark } from '../ui/StatusMark';
import { CERTAINTY_WORDS, STATUS_MEANINGS } from '../ui/words';
import classes from './Meanings.module.css';

/** What the words for status and certainty mean, each with its mark. */
export function Meanings() {
  return (
    <>
      <Title order={2} size="sm" mt="lg" mb="xs">
        Status of a component
      </Title>
      <dl className={classes.words}>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <StatusMark status={status} />
            </dt>
            <dd>{STATUS_MEANINGS[status]}</dd>
          </div>
        ))}
      </dl>
      <Title order={2} size="sm" mt="lg" mb="xs">
        Certainty of a blast radius
      </Title>
      <dl className={classes.words}>
        {CERTAINTIES.map((certainty) => (
          <div key={certainty}>
            <dt>
              <CertaintyMark certainty={certainty} />
            </dt>
            <dd>{CERTAINTY_WORDS[certainty].meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
