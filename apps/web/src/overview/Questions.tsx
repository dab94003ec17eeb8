import { IconArrowRight, IconArrowsSplit2, IconRoute, IconTarget } from '@tabler/icons-react';
import type { Overview } from '../api/types';
import { Section } from '../ui/Section';
import { ViewLink } from '../ui/ViewLink';
import classes from './Questions.module.css';
import { questionView } from './question-view';

const KINDS = {
  trace: { icon: IconArrowsSplit2, hint: 'Trace what it depends on' },
  impact: { icon: IconTarget, hint: 'See its blast radius' },
  path: { icon: IconRoute, hint: 'Follow the path between them' },
};

/** Questions worth asking first; each leads to its answer on the map. */
export function Questions({ questions }: { questions: Overview['questions'] }) {
  const answerable = questions.flatMap((question) => {
    const patch = questionView(question);
    return patch ? [{ ...question, ...KINDS[question.kind], patch }] : [];
  });
  if (answerable.length === 0) return null;
  return (
    <Section title="Ask the map">
      <ul className={classes.cards}>
        {answerable.map(({ text, hint, icon: Icon, patch }) => (
          <li key={text}>
            <ViewLink className={classes.card} patch={patch} title={hint}>
              <Icon size={18} stroke={1.7} aria-hidden />
              <span className={classes.text}>{text}</span>
              <IconArrowRight size={16} className={classes.arrow} aria-hidden />
            </ViewLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
