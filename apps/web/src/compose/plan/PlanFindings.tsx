import { componentName } from '@karma/core';
import type { PlanView } from '../../api/types';
import { Capped } from '../../ui/Capped';
import { Prose } from '../../ui/Prose';
import { Section } from '../../ui/Section';
import { SeverityIcon } from '../../ui/SeverityMark';
import { ViewLink } from '../../ui/ViewLink';
import { openEditPlace } from '../edit-place';
import classes from './Plan.module.css';
import { PLAN_FINDING_WORDS } from './words';

type PlanFinding = PlanView['findings'][number];

/** What stands against merging, then what its author should know; what is the same of several is said once. */
export function PlanFindings({ findings }: Pick<PlanView, 'findings'>) {
  const groups = new Map<string, PlanFinding[]>();
  for (const finding of findings) {
    const { kind, level, remedy } = finding;
    const key = JSON.stringify([level, kind, remedy]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return (
    <Section title="Findings" count={findings.length}>
      <ul className={classes.findings}>
        {[...groups].map(([key, group]) => (
          <FindingGroup key={key} findings={group} />
        ))}
      </ul>
    </Section>
  );
}

function FindingGroup({ findings }: { findings: readonly PlanFinding[] }) {
  const [first] = findings;
  if (!first) return null;
  const { level, kind, remedy } = first;
  return (
    <li className={classes.finding} data-level={level}>
      <h4 className={classes.findingTitle}>
        <SeverityIcon severity={level === 'blocking' ? 'error' : 'warning'} />
        {PLAN_FINDING_WORDS[kind]}
        <span className={classes.level}>{level}</span>
      </h4>
      <ul className={classes.places}>
        <Capped items={findings} keyOf={({ id }) => id} first={6}>
          {(finding) => (
            <li>
              <FindingPlace finding={finding} />
            </li>
          )}
        </Capped>
      </ul>
      <p className={classes.remedy}>
        <Prose text={remedy} />
      </p>
    </li>
  );
}

/** A click shows the component on the canvas, and opens the place in its config. */
function FindingPlace({ finding }: { finding: PlanFinding }) {
  const { component, reason } = finding;
  if (!component) return <Prose text={reason} />;
  const { nickname, type, environment } = componentName(component);
  return (
    <ViewLink
      className={classes.placeLink}
      patch={{ sel: component }}
      title={component}
      onClick={() => openEditPlace({ id: component, pointer: placeOf(finding) })}
    >
      <span className={classes.place}>
        {nickname} · {type} · {environment}
      </span>
      <Prose text={reason} />
    </ViewLink>
  );
}

/** Where in the config it is, where its id says so. */
function placeOf({ id }: PlanFinding): string {
  const locus = id.slice(id.lastIndexOf('|') + 1);
  return locus.startsWith('/') ? locus : '';
}
