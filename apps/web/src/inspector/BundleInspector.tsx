import { componentName, type ElementId, isGroupId } from '@karma/core';
import { IconArrowDown, IconStack2 } from '@tabler/icons-react';
import { dependencySelection } from '../app/view';
import { useVisible } from '../canvas/use-visible';
import { Capped } from '../ui/Capped';
import { ComponentLink } from '../ui/ComponentLink';
import { plural } from '../ui/format';
import { Notice } from '../ui/Notice';
import { Section } from '../ui/Section';
import { ViewLink } from '../ui/ViewLink';
import rows from './BundleRow.module.css';
import { CloseButton } from './CloseButton';
import { ConfidenceMark } from './ConfidenceMark';
import classes from './Inspector.module.css';

/** Which dependencies a bundle holds, each a link to its evidence. */
export function BundleInspector({ from, to }: { from: ElementId; to: ElementId }) {
  const visible = useVisible();
  if (!visible) return null;
  const bundle = visible.bundles.find((each) => each.from === from && each.to === to);
  if (!bundle) {
    return (
      <Notice icon={IconStack2} title="This bundle is not on the map" role="status">
        <p>Its groups are open now, or nothing leads from the one to the other any more.</p>
      </Notice>
    );
  }
  const { dependencies } = bundle;
  return (
    <article aria-label={plural(dependencies.length, 'dependency', 'dependencies')}>
      <header className={classes.header}>
        <div className={classes.title}>
          <h2 className={classes.nickname}>{plural(dependencies.length, 'dependency', 'dependencies')}</h2>
          <CloseButton />
        </div>
        <div className={classes.ends}>
          <End id={from} />
          <p className={classes.between}>
            <IconArrowDown size={14} aria-hidden /> depends on
          </p>
          <End id={to} />
        </div>
      </header>
      <Section title="Dependencies" count={dependencies.length}>
        <ul className={classes.rows}>
          <Capped items={dependencies} keyOf={(each) => dependencySelection(each.from, each.to)} first={30}>
            {(dependency) => (
              <li>
                <ViewLink
                  patch={{ sel: dependencySelection(dependency.from, dependency.to) }}
                  className={rows.row}
                >
                  <span className={rows.name}>
                    {nameOf(dependency.from)} → {nameOf(dependency.to)}
                  </span>
                  <ConfidenceMark dependency={dependency} />
                </ViewLink>
              </li>
            )}
          </Capped>
        </ul>
      </Section>
    </article>
  );
}

const nameOf = (id: Parameters<typeof componentName>[0]) => {
  const { type, nickname } = componentName(id);
  return nickname === 'main' ? `${type} main` : nickname;
};

function End({ id }: { id: ElementId }) {
  const visible = useVisible();
  if (!isGroupId(id)) return <ComponentLink id={id} />;
  const group = visible?.groups.find((each) => each.id === id);
  return (
    <ViewLink patch={{ sel: id }} className={rows.row}>
      <IconStack2 size={18} stroke={1.5} aria-hidden />
      <span className={rows.name}>{group?.name ?? id}</span>
      <span className={rows.count}>{group && plural(group.members.length, 'component')}</span>
    </ViewLink>
  );
}
