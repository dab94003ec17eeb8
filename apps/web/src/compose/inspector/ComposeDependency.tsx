import { type ComponentId, type Dependency, dependencyKey } from '@karma/core';
import { configPath, type References, referencesOf } from '@karma/editor';
import { Button, Group } from '@mantine/core';
import { IconArrowsSplit2, IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { dependencySelection } from '../../app/view';
import { useMark } from '../../canvas/patch/patch-store';
import { ConfidenceMark } from '../../inspector/ConfidenceMark';
import { type DependencyEnds, DependencyHead } from '../../inspector/DependencyHead';
import { LoadFailed } from '../../ui/LoadFailed';
import { Notice } from '../../ui/Notice';
import { PanelSkeleton } from '../../ui/PanelSkeleton';
import { Section } from '../../ui/Section';
import { ViewLink } from '../../ui/ViewLink';
import { ask } from '../canvas/composer';
import { middleOptions } from '../canvas/middle-options';
import { useDraft, useSurroundings } from '../draft-store';
import { openEditPlace } from '../edit-place';
import { removeSelected } from '../menu/commands';
import { dependencyOf } from '../ports/dependency-of';
import classes from './ComposeDependency.module.css';

/** A dependency while a draft is open: where it is written, and what can be done about it. */
export function ComposeDependency({ from, to }: DependencyEnds) {
  const draft = useDraft();
  const mark = useMark(dependencySelection(from, to));
  const query = useQuery({
    queryKey: ['dependency in the draft', draft?.id, draft?.position, dependencyKey(from, to)],
    queryFn: () => dependencyOf(from, to),
    enabled: draft !== null,
  });
  if (query.isPending) return <PanelSkeleton rows={5} />;
  if (query.isError)
    return <LoadFailed what="The dependency" error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <article aria-label={`${from} depends on ${to}`}>
      <DependencyHead from={from} to={to}>
        <ConfidenceMark dependency={query.data} />
      </DependencyHead>
      {mark === 'removed' ? (
        <Notice icon={IconUnlink} title="The draft takes it away">
          <p>Undo the step, and it is there again.</p>
        </Notice>
      ) : (
        <Written dependency={query.data} />
      )}
    </article>
  );
}

function Written({ dependency }: { dependency: Dependency }) {
  const surroundings = useSurroundings();
  if (!surroundings) return null;
  const { from, to } = dependency;
  const references = referencesOf(dependency, surroundings);
  function choose({ currentTarget }: MouseEvent) {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    const screen = { x: left, y: bottom };
    ask({ title: 'What goes in between?', screen, options: middleOptions({ from, to }, screen) });
  }
  return (
    <>
      <Places from={from} references={references} />
      {references.named.length > 0 && (
        <Group className={classes.actions} gap={8}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
            onClick={choose}
          >
            Put something in between…
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            color="red"
            leftSection={<IconUnlink size={14} aria-hidden />}
            onClick={() => void removeSelected(dependencySelection(from, to))}
          >
            Disconnect
          </Button>
        </Group>
      )}
    </>
  );
}

function Places({ from, references }: { from: ComponentId; references: References }) {
  const { named, values, modules } = references;
  return (
    <>
      {named.length > 0 && (
        <Section title="Named at" count={named.length}>
          {named.map((pointer) => (
            <Place key={pointer} from={from} pointer={pointer} />
          ))}
        </Section>
      )}
      {values.length > 0 && (
        <Section title="Known by a value" count={values.length}>
          <p className={classes.hint}>No key names it: it goes when the value is another one.</p>
          {values.map(({ pointer, value }) => (
            <Place key={pointer} from={from} pointer={pointer}>
              <dt>Value</dt>
              <dd>
                <code>{value}</code>
              </dd>
            </Place>
          ))}
        </Section>
      )}
      {modules.length > 0 && (
        <Section title="Named by the module" count={modules.length}>
          <p className={classes.hint}>A line of the module names it outright: it goes with that line.</p>
          {modules.map((at) => (
            <code key={at} className={classes.line}>
              {at}
            </code>
          ))}
        </Section>
      )}
    </>
  );
}

/** A place in the consumer's config, and the way to it. */
function Place(props: { from: ComponentId; pointer: string; children?: ReactNode }) {
  const { from, pointer, children } = props;
  const key = pointer.slice(1).replaceAll('/', '.');
  return (
    <div className={classes.place}>
      <dl className={classes.facts}>
        <dt>File</dt>
        <dd>
          <code>{configPath(from)}</code>
        </dd>
        <dt>Key</dt>
        <dd>
          <code>{key}</code>
        </dd>
        {children}
      </dl>
      <ViewLink
        className={classes.edit}
        patch={{ sel: from }}
        onClick={() => openEditPlace({ id: from, pointer })}
      >
        Edit {key}
      </ViewLink>
    </div>
  );
}
