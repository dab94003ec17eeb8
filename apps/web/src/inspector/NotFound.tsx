import { type ComponentId, componentName } from '@karma/core';
import { Button } from '@mantine/core';
import { IconMoodSearch } from '@tabler/icons-react';
import { useShell } from '../app/use-shell';
import { useChangeView, useView } from '../app/use-view';
import { Notice } from '../ui/Notice';

/** The link leads to a component that is not there, or was not there at the time. */
export function NotFound({ id }: { id: ComponentId }) {
  const { at } = useView();
  const change = useChangeView();
  const open = useShell((shell) => shell.open);
  const { nickname, type, environment } = componentName(id);
  return (
    <Notice icon={IconMoodSearch} title={`${nickname} is not here`} role="status">
      <p>
        {at
          ? `At the time that you are looking at, ${environment} had no ${type} of this name.`
          : `${environment} has no ${type} of this name. It may have been renamed or removed; the history tells.`}
      </p>
      <Button.Group>
        <Button size="xs" variant="default" onClick={() => open('palette')}>
          Search
        </Button>
        <Button size="xs" variant="default" onClick={() => change({ panel: 'history' })}>
          Open history
        </Button>
        <Button size="xs" variant="default" onClick={() => change({ sel: undefined })}>
          Close
        </Button>
      </Button.Group>
    </Notice>
  );
}
