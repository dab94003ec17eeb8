import { Button, Group } from '@mantine/core';

interface FormButtonsProps {
  /** What the form does, in a word. */
  readonly submit: string;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

/** The last row of a form: cancel it, or do it. */
export function FormButtons({ submit, disabled = false, onCancel }: FormButtonsProps) {
  return (
    <Group justify="flex-end" gap={8}>
      <Button size="xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button size="xs" type="submit" disabled={disabled}>
        {submit}
      </Button>
    </Group>
  );
}
