import { Button } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/client';
import { useMoment } from '../app/queries';
import { useChangeView } from '../app/use-view';
import { LoadFailed } from '../ui/LoadFailed';
import { Notice } from '../ui/Notice';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { Section } from '../ui/Section';
import { ConfidenceMark } from './ConfidenceMark';
import { type DependencyEnds, DependencyHead } from './DependencyHead';
import { EvidenceList } from './EvidenceList';

/** Both ends of a dependency, and every reference behind it. */
export function DependencyInspector({ from, to }: DependencyEnds) {
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
      <DependencyHead from={from} to={to}>
        <ConfidenceMark dependency={dependency} />
      </DependencyHead>
      <Section title="References" count={dependency.evidence.length}>
        <EvidenceList evidence={dependency.evidence} />
      </Section>
    </article>
  );
}
