import type { StepState } from '@karma/core';
import { IconCircleCheckFilled, IconCircleDashed, IconHelpCircle } from '@tabler/icons-react';
import type { ProposalProgress } from '../api/types';
import classes from './Progress.module.css';
import { stepWords } from './stages';

type Component = ProposalProgress['waves'][number]['components'][number];

const ICONS = { done: IconCircleCheckFilled, waiting: IconCircleDashed, unknown: IconHelpCircle };

const KINDS: Readonly<Record<Component['kind'], string>> = {
  created: 'new',
  changed: 'changed',
  removed: 'deleted',
  inherited: 'inherits the change',
};

/** One component: merged or not, then each placement. */
export function ProgressRow({
  component: { id, kind, stage, isDone, placements },
}: {
  component: Component;
}) {
  const isRemoved = kind === 'removed';
  const step = (name: 'merged' | 'published' | 'deployed', state: StepState) => (
    <Step state={state} words={stepWords(name, state, isRemoved)} />
  );
  return (
    <>
      <tr>
        <th scope="row">
          <code>{id}</code> <span className={classes.muted}>{KINDS[kind]}</span>
        </th>
        <td>{step('merged', stage === 'proposed' ? 'waiting' : 'done')}</td>
        {placements.length === 0 && (
          <td colSpan={2} className={classes.muted}>
            {isDone ? 'nothing more to do' : 'no placement is known'}
          </td>
        )}
      </tr>
      {placements.map(({ placement, published, deployed }) => (
        <tr key={placement} className={classes.placement}>
          <th scope="row" colSpan={2}>
            in {placement}
          </th>
          <td>{step('published', published)}</td>
          <td>{step('deployed', deployed)}</td>
        </tr>
      ))}
    </>
  );
}

function Step({ state, words }: { state: StepState; words: string }) {
  const Icon = ICONS[state];
  return (
    <span className={classes.step} data-state={state}>
      <Icon size={15} aria-hidden />
      {words}
    </span>
  );
}
