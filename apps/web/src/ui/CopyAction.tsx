import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyActionProps {
  readonly value: string;
  /** What the button does: `Copy id`. */
  readonly label: string;
  readonly icon?: typeof IconCopy;
}

/** A small button that copies a text and says that it did. */
export function CopyAction({ value, label, icon: Icon = IconCopy }: CopyActionProps) {
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : label}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={copy}>
            {copied ? <IconCheck size={14} /> : <Icon size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
