import type { GroupId } from '@karma/core';
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconStack2 } from '@tabler/icons-react';
import { toggleGroup } from '../app/grouping';
import { useChangeView } from '../app/use-view';
import { dependencySelection } from '../app/view';
import { useVisible } from '../canvas/use-visible';
import { Capped } from '../ui/Capped';
import { ComponentLink } from '../ui/ComponentLink';
import { plural } from '../ui/format';
import { Notice } from '../ui/Notice';
import { Section } from '../ui/Section';
import { SeverityCount } from '../ui/SeverityMark';
import { StatusMark } from '../ui/StatusMark';
import { dimensionWords } from '../ui/words';
import { BundleRow } from './BundleRow';
import { CloseButton } from './CloseButton';
import classes from './Inspector.module.css';

/** A group: the worst of it, what is in it, and the bundles that lead in and out while it is shut. */
export function GroupInspector({ id }: { id: GroupId }) {
  const visible = useVisible();
  const change = useChangeView();
  const group = visible?.groups.find((each) => each.id === id);
  if (!visible) return null;
  if (!group) {
    return (
      <Notice icon={IconStack2} title="This group is not on the map" role="status">
        <p>Another grouping is chosen, the group around it is shut, or nothing is in it any more.</p>
        <Button size="xs" variant="default" onClick={() => change({ sel: undefined })}>
          Close
        </Button>
      </Notice>
    );
  }
  const { name, dimension, isOpen, members, status, findings } = group;
  const worstFirst = members.toSorted(
    (a, b) => b.findings.error - a.findings.error || b.findings.warning - a.findings.warning,
  );
  const bundles = visible.bundles
    .filter(({ from, to }) => from === id || to === id)
    .sort((a, b) => b.dependencies.length - a.dependencies.length);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <article aria-label={name}>
      <header className={classes.header}>
        <div className={classes.title}>
          <IconStack2 size={28} stroke={1.5} aria-hidden />
          <div className={classes.names}>
            <h2 className={classes.nickname}>{name}</h2>
            <p className={classes.kind}>
              {dimensionWords(dimension)} · {plural(members.length, 'component')}
            </p>
          </div>
          <CloseButton />
        </div>
        <div className={classes.facts}>
          <StatusMark status={status} />
          {findings.error > 0 && <SeverityCount severity="error" count={findings.error} />}
          {findings.warning > 0 && <SeverityCount severity="warning" count={findings.warning} />}
          {findings.info > 0 && <SeverityCount severity="info" count={findings.info} />}
        </div>
        <div className={classes.actions}>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Chevron size={14} aria-hidden />}
            onClick={() => change(toggleGroup(visible.groups, id))}
          >
            {isOpen ? 'Shut the group' : 'Open the group'}
          </Button>
        </div>
      </header>
      <Section title="Components" count={members.length}>
        <ul className={classes.rows}>
          <Capped items={worstFirst} keyOf={(card) => card.id} first={12}>
            {(card) => (
              <li>
                <ComponentLink id={card.id} status={card.status} />
              </li>
            )}
          </Capped>
        </ul>
      </Section>
      {bundles.length > 0 && (
        <Section title="Bundles" count={bundles.length}>
          <ul className={classes.rows}>
            <Capped items={bundles} keyOf={({ from, to }) => dependencySelection(from, to)} first={12}>
              {(bundle) => (
                <li>
                  <BundleRow bundle={bundle} of={id} />
                </li>
              )}
            </Capped>
          </ul>
        </Section>
      )}
    </article>
  );
}
