import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyActionProps {
  /** What is copied; a function is asked at the click. */
  readonly value: string | (() => string);
  /** What the button does: `Copy id`. */
  readonly label: string;
  readonly icon?: typeof IconCopy;
}

/** A small button that copies a text and says that it did. */
export function CopyAction({ value, label, icon: Icon = IconCopy }: CopyActionProps) {
  const { copied, copy } = useClipboard({ timeout: 2000 });
  return (
    <Tooltip label={copied ? 'Copied' : label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        onClick={() => copy(typeof value === 'string' ? value : value())}
      >
        {copied ? <IconCheck size={14} /> : <Icon size={14} />}
      </ActionIcon>
    </Tooltip>
  );
}
