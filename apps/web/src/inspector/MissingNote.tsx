import { Code } from '@mantine/core';
import { IconGhost2 } from '@tabler/icons-react';
import type { Card } from '../api/types';
import { plural } from '../ui/format';
import { Notice } from '../ui/Notice';

/** What a ghost is, and how it is laid to rest. */
export function MissingNote({ card, referrers }: { card: Card; referrers: number }) {
  const { environment, type, nickname } = card;
  return (
    <Notice icon={IconGhost2} title="Referred to, but found nowhere">
      <p>
        {plural(referrers, 'component')} {referrers === 1 ? 'refers' : 'refer'} to it; they are listed under
        “Used by”, each with the place that names it. Either the name there is wrong, or the component is not
        declared yet: its file would be{' '}
        <Code>
          iac/{environment}/{type}/{nickname}/config.json
        </Code>
      </p>
    </Notice>
  );
}
