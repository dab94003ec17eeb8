import { Code } from '@mantine/core';
import { IconGhost2 } from '@tabler/icons-react';
import type { Card } from '../api/types';
import { Notice } from '../ui/Notice';

/** What a ghost is, and how it is laid to rest. */
export function MissingNote({ card: { environment, type, nickname } }: { card: Card }) {
  return (
    <Notice icon={IconGhost2} title="Referred to, but found nowhere">
      <p>
        “Used by” below lists who refers to it, and where. Either the name there is wrong, or the component is
        not declared yet: its file would be{' '}
        <Code>
          iac/{environment}/{type}/{nickname}/config.json
        </Code>
      </p>
    </Notice>
  );
}
