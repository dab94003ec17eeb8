import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconMarkdown } from '@tabler/icons-react';

/** Copies the blast radius for a ticket or a chat. */
export function CopyMarkdown({ markdown }: { markdown: string }) {
  return (
    <CopyButton value={markdown} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconMarkdown size={14} aria-hidden />}
          onClick={copy}
        >
          {copied ? 'Copied' : 'Copy as Markdown'}
        </Button>
      )}
    </CopyButton>
  );
}
