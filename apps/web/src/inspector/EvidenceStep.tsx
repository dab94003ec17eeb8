import { Anchor } from '@mantine/core';
import type { PlacementDetail } from '../api/types';
import { Actor } from '../ui/Actor';
import { Time } from '../ui/Time';
import { Step } from './Step';

/** What Terraform's state or a pipeline says of a deployment. */
export function EvidenceStep({ evidence }: { evidence: PlacementDetail['evidence'][number] }) {
  const { origin } = evidence;
  if (evidence.kind === 'state') {
    const { serial, resources } = evidence;
    const count = `${resources} ${resources === 1 ? 'resource' : 'resources'}`;
    return (
      <Step
        tone={resources > 0 ? 'done' : 'none'}
        title={resources > 0 ? `In Terraform’s state: ${count}` : 'Terraform’s state is empty'}
      >
        Serial {serial}, written <Time at={origin.at} />
      </Step>
    );
  }
  const { version, url } = evidence;
  const title = version === null ? 'Deployment reported' : `${version} reported as deployed`;
  return (
    <Step tone="done" title={title}>
      <Actor actor={origin.actor} unknown="Unknown pipeline" /> · <Time at={origin.at} />
      {url && (
        <>
          {' '}
          ·{' '}
          <Anchor href={url} size="inherit" target="_blank" rel="noreferrer">
            Details
          </Anchor>
        </>
      )}
    </Step>
  );
}
