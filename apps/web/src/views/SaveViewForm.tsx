import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './Views.module.css';

interface SaveViewFormProps {
  /** Says whether it was saved. */
  readonly onSave: (name: string, isShared: boolean) => Promise<boolean>;
  readonly isBusy: boolean;
}

/** Saves what is on screen under a name. */
export function SaveViewForm({ onSave, isBusy }: SaveViewFormProps) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  return (
    <form
      className={classes.form}
      aria-label="Save this view"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void onSave(name.trim(), isShared).then((isSaved) => isSaved && setName(''));
      }}
    >
      <div className={classes.fields}>
        <TextInput
          size="xs"
          flex={1}
          aria-label="Name of the view"
          placeholder="Name this view"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Button size="xs" type="submit" disabled={name.trim() === ''} loading={isBusy}>
          Save view
        </Button>
      </div>
      <Checkbox
        size="xs"
        label="Share with everybody who uses this server"
        checked={isShared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </form>
  );
}
