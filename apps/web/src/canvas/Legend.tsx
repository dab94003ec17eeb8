import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useView } from '../app/use-view';
import classes from './Legend.module.css';

const LINES = [
  ['declared', 'Declared: a config or module says so'],
  ['inferred', 'Inferred from a value'],
  ['dotted', 'One of several providers'],
] as const;

const TRACE = [
  ['upstream', 'Upstream: what it depends on'],
  ['downstream', 'Downstream: what depends on it'],
] as const;

const CERTAINTY = [
  ['certain', 'Certainly reached'],
  ['likely', 'Likely reached'],
  ['possible', 'Possibly reached'],
] as const;

/** What lines, colours and shapes mean, in the mode that is on. */
export function Legend({ isPhone }: { isPhone: boolean }) {
  const [isOpen, { toggle }] = useDisclosure(!isPhone);
  const { mode } = useView();
  return (
    <aside className={classes.legend} aria-label="Legend">
      <UnstyledButton className={classes.title} onClick={toggle} aria-expanded={isOpen}>
        Legend
        {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />}
      </UnstyledButton>
      {isOpen && (
        <ul className={classes.list}>
          {LINES.map(([line, words]) => (
            <li key={line}>
              <svg className={classes.line} data-line={line} width="28" height="8" aria-hidden>
                <path d="M0 4H22" />
                <path className={classes.head} d="M21 0.5 28 4 21 7.5Z" />
              </svg>
              {words}
            </li>
          ))}
          {(mode === 'impact' ? CERTAINTY : TRACE).map(([tint, words]) => (
            <li key={tint}>
              <span className={classes.swatch} data-tint={tint} />
              {words}
            </li>
          ))}
          <li>
            <span className={classes.swatch} data-tint="missing" />
            Missing: referred to, found nowhere
          </li>
        </ul>
      )}
    </aside>
  );
}
