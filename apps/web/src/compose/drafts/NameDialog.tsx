import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';

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
        <TextInput
          label="Name"
          value={name}
          maxLength={MOST}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {initial === '' ? 'Create' : 'Rename'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
