import type { ComponentId } from '@karma/core';
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconUnlink, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';
import { useChangeView } from '../app/use-view';
import { ComponentLink } from '../ui/ComponentLink';
import { LoadFailed } from '../ui/LoadFailed';
import { Notice } from '../ui/Notice';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { Section } from '../ui/Section';
import { ConfidenceMark } from './ConfidenceMark';
import { EvidenceList } from './EvidenceList';
import classes from './Inspector.module.css';

interface DependencyInspectorProps {
  /** The consumer. */
  readonly from: ComponentId;
  /** The provider. */
  readonly to: ComponentId;
}

/** Both ends of a dependency, and every reference behind it. */
export function DependencyInspector({ from, to }: DependencyInspectorProps) {
  const trpc = useTRPC();
  const change = useChangeView();
  const query = useQuery(trpc.dependency.queryOptions({ from, to, ...useMoment() }));
  const close = () => change({ sel: undefined });
  if (query.isPending) return <PanelSkeleton rows={5} />;
  if (query.isError) {
    return query.error.data?.code === 'NOT_FOUND' ? (
      <Notice icon={IconUnlink} title="This dependency is gone" role="status">
        <p>The first no longer refers to the second.</p>
        <Button size="xs" variant="default" onClick={close}>
          Close
        </Button>
      </Notice>
    ) : (
      <LoadFailed what="The dependency" error={query.error} onRetry={query.refetch} />
    );
  }
  const dependency = query.data;
  return (
    <article aria-label={`${from} depends on ${to}`}>
      <header className={classes.header}>
        <div className={classes.title}>
          <h2 className={classes.nickname}>Dependency</h2>
          <div className={classes.tools}>
            <ConfidenceMark dependency={dependency} />
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Close inspector" onClick={close}>
              <IconX size={16} />
            </ActionIcon>
          </div>
        </div>
        <div className={classes.ends}>
          <ComponentLink id={from} />
          <p className={classes.between}>
            <IconArrowDown size={14} aria-hidden /> depends on
          </p>
          <ComponentLink id={to} />
        </div>
      </header>
      <Section title="References" count={dependency.evidence.length}>
        <EvidenceList evidence={dependency.evidence} />
      </Section>
    </article>
  );
}
