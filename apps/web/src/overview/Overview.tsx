import { useEnvironment, useOverview } from '../app/queries';
import { impactOf } from '../app/view';
import { RevisionLink } from '../history/RevisionLink';
import { ComponentLink } from '../ui/ComponentLink';
import { formatCount } from '../ui/format';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { Section } from '../ui/Section';
import { ViewLink } from '../ui/ViewLink';
import { EnvironmentList } from './EnvironmentList';
import { FindingsSummary } from './FindingsSummary';
import classes from './Overview.module.css';
import { Questions } from './Questions';
import { StatusSummary } from './StatusSummary';

const LATEST = 6;

/** The left panel of the map: what the environment holds and where to begin. */
export function Overview() {
  const overview = useOverview();
  const environment = useEnvironment();
  if (overview.isPending) return <PanelSkeleton />;
  if (overview.isError) {
    return <LoadFailed what="The overview" error={overview.error} onRetry={overview.refetch} />;
  }
  const { environments, latest, topFindings, questions } = overview.data;
  const summary = environments.find((row) => row.environment === environment);
  if (!summary) return <EnvironmentList environments={environments} current={environment} />;
  const findings = topFindings.filter((finding) => finding.environment === environment);
  return (
    <>
      <StatusSummary summary={summary} />
      <Questions questions={questions} />
      {summary.largestImpact && (
        <Section title="Largest blast radius">
          <ComponentLink
            id={summary.largestImpact.id}
            patch={impactOf(summary.largestImpact.id)}
            note={`reaches ${formatCount(summary.largestImpact.count)}`}
          />
        </Section>
      )}
      <FindingsSummary summary={summary} top={findings} />
      <Section
        title="Latest changes"
        aside={
          <ViewLink className={classes.more} patch={{ panel: 'history' }}>
            All history
          </ViewLink>
        }
      >
        <ul className={classes.list}>
          {latest.slice(0, LATEST).map((revision) => (
            <li key={revision.key}>
              <RevisionLink revision={revision} />
            </li>
          ))}
        </ul>
      </Section>
      <EnvironmentList environments={environments} current={environment} />
    </>
  );
}
