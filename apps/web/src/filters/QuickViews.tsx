import { print, QueryError } from '@karma/query';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconClock, IconRocket } from '@tabler/icons-react';
import { useEnvironment, useOverview } from '../app/queries';
import { readQuery } from '../app/scope';
import { useChangeView, useView } from '../app/use-view';
import classes from './FilterBar.module.css';
import { fieldQuery, replaceField, termsOf, toggleTerm } from './terms';

const LATELY = 'changed<7d';
const TIMES = [
  { term: 'changed<1d', words: 'in the last 24 hours' },
  { term: LATELY, words: 'in the last 7 days' },
  { term: 'changed<30d', words: 'in the last 30 days' },
];

/** The questions that are asked most, one click each; a click writes a term into the query, or takes it out. */
export function QuickViews() {
  const { q = '' } = useView();
  const change = useChangeView();
  const asked = readQuery(q);
  const query = asked instanceof QueryError ? ({ kind: 'all' } as const) : asked;
  const terms = termsOf(query);
  const has = (term: string) => terms.some((other) => print(other) === term);
  const toggle = (term: string) => change({ q: toggleTerm(query, term) });
  const changed = terms.find((term) => term.kind === 'field' && term.field === 'changed');
  const changedText = changed && print(changed);
  const since = changedText && /^changed>=(\d{4}-\d\d-\d\d)$/.exec(changedText)?.[1];
  const setChanged = (term: string | undefined) => change({ q: replaceField(query, 'changed', term) });
  const production = useProduction();

  return (
    <>
      <Button.Group>
        <Quick
          icon={IconClock}
          isOn={changed !== undefined}
          onClick={() => setChanged(changed ? undefined : LATELY)}
        >
          Changed
        </Quick>
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              className={classes.quick}
              data-active={changed !== undefined || undefined}
              variant="default"
              w={22}
              h={26}
              mih={26}
              aria-label="Changed since when"
            >
              <IconChevronDown size={12} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {TIMES.map(({ term, words }) => (
              <Menu.Item
                key={term}
                rightSection={changedText === term && <IconCheck size={14} aria-label="chosen" />}
                onClick={() => setChanged(term)}
              >
                Changed {words}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <label className={classes.since}>
              Since
              <input
                type="date"
                value={since ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  setChanged(value ? `changed>=${value}` : undefined)
                }
              />
            </label>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <Quick icon={IconAlertTriangle} isOn={has('has:findings')} onClick={() => toggle('has:findings')}>
        Findings
      </Quick>
      {production && (
        <Quick icon={IconRocket} isOn={has(production)} onClick={() => toggle(production)}>
          Production
        </Quick>
      )}
    </>
  );
}

/** The term for production, where there is such an environment and it is not looked at anyway. */
function useProduction(): string | undefined {
  const { q = '' } = useView();
  const environment = useEnvironment();
  const environments = useOverview().data?.environments ?? [];
  const production = environments.find((row) => /^prod/i.test(row.environment))?.environment;
  if (production === undefined) return undefined;
  const term = fieldQuery('env', production);
  return environment !== production || q.includes(term) ? term : undefined;
}

interface QuickProps {
  readonly icon: typeof IconClock;
  readonly isOn: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

function Quick({ icon: Icon, isOn, onClick, children }: QuickProps) {
  return (
    <Button
      className={classes.quick}
      data-active={isOn || undefined}
      aria-pressed={isOn}
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={13} aria-hidden />}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
