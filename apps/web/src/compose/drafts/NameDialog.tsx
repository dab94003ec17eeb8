import { Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormButtons } from '../../ui/FormButtons';

const MOST = 120;

interface NameDialogProps {
  readonly title: string;
  readonly initial: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a draft. */
export function NameDialog({ title, initial, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onName(name.trim());
          onClose();
        }}
      >
        <Stack gap={16}>
          <TextInput
            label="Name"
            value={name}
            maxLength={MOST}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FormButtons
            submit={initial === '' ? 'Create' : 'Rename'}
            disabled={name.trim() === ''}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
