import { pointerSegments } from '@karma/core';
import type { PlanView } from '../../api/types';
import { Breakable } from '../../ui/Breakable';
import { Capped } from '../../ui/Capped';
import { ComponentLink } from '../../ui/ComponentLink';
import { Section } from '../../ui/Section';
import { ViewLink } from '../../ui/ViewLink';
import { openEditPlace } from '../edit-place';
import classes from './Plan.module.css';
import { PLANNED_WORDS } from './words';

type Planned = PlanView['components'][number];

/** Each component that the draft changes, with what of its effective config differs. */
export function PlannedChanges({ components }: Pick<PlanView, 'components'>) {
  return (
    <Section title="Changes" count={components.length}>
      <ul className={classes.changes}>
        <Capped items={components} keyOf={({ id }) => id} first={12}>
          {(component) => <PlannedRow component={component} />}
        </Capped>
      </ul>
    </Section>
  );
}

function PlannedRow({ component: { id, kind, fields, outputs } }: { component: Planned }) {
  return (
    <li className={classes.change}>
      <ComponentLink
        id={id}
        note={
          <span className={classes.kind} data-kind={kind}>
            {PLANNED_WORDS[kind]}
          </span>
        }
      />
      {kind !== 'removed' && (
        <ul className={classes.fields} aria-label={`Fields of ${id}`}>
          <Capped items={fields} keyOf={({ pointer }) => pointer} first={8}>
            {(field) => (
              <li>
                <ViewLink
                  className={classes.field}
                  patch={{ sel: id }}
                  onClick={() => openEditPlace({ id, pointer: field.pointer })}
                >
                  <span className={classes.key}>
                    <Breakable text={pointerSegments(field.pointer).join('.')} />
                  </span>
                  {field.before !== null && <del>{field.before}</del>}
                  {field.after !== null && <ins>{field.after}</ins>}
                </ViewLink>
              </li>
            )}
          </Capped>
        </ul>
      )}
      {kind !== 'created' && kind !== 'removed' && <Outputs outputs={outputs} />}
    </li>
  );
}

function Outputs({ outputs }: Pick<Planned, 'outputs'>) {
  if (outputs === 'unknown')
    return <p className={classes.outputs}>Which outputs change with it cannot be told: all may.</p>;
  return (
    <p className={classes.outputs}>
      {outputs.length === 0 ? 'No output changes with it.' : `Outputs that change: ${outputs.join(', ')}`}
    </p>
  );
}
