import { Modal } from '@mantine/core';
import { useDraft } from '../compose/draft-store';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { SendForm } from './SendForm';

interface SendDialogProps {
  /** Of the draft. */
  readonly id: string;
  readonly onClose: () => void;
}

/** Sends a draft out: how it is called, what it changes where, what follows, and what speaks against it. */
export function SendDialog({ id, onClose }: SendDialogProps) {
  const draft = useDraft();
  return (
    <Modal
      opened
      onClose={onClose}
      title="Send the draft out"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Back to the draft' }}
    >
      {draft?.id === id ? <SendForm draft={draft} onClose={onClose} /> : <PanelSkeleton />}
    </Modal>
  );
}
