import { componentIdSchema } from '@karma/core';
import { idProblem } from '@karma/editor';
import { Select, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useEnvironment, useOverview } from '../../app/queries';
import { useChangeView } from '../../app/use-view';
import { FormButtons } from '../../ui/FormButtons';
import { useSurroundings } from '../draft-store';
import { loadEnvironments } from '../surroundings';
import { AskHere } from './AskHere';
import classes from './CreateForm.module.css';
import { type Creation, useComposer } from './composer';
import { createAt } from './create-at';

const close = () => useComposer.setState({ creation: null });

/** Asks what a new component is to be called, where it was dropped. */
export function CreateForm() {
  const creation = useComposer((state) => state.creation);
  if (!creation) return null;
  const { type, screen } = creation;
  return (
    <AskHere title={`New ${type}`} at={screen} onClose={close} position="right" withArrow>
      <NameForm creation={creation} key={`${type} ${screen.x} ${screen.y}`} />
    </AskHere>
  );
}

function NameForm({ creation }: { creation: Creation }) {
  const shown = useEnvironment();
  const overview = useOverview();
  const change = useChangeView();
  const surroundings = useSurroundings();
  const [environment, setEnvironment] = useState(creation.environment ?? shown ?? '');
  const [nickname, setNickname] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    loadEnvironments([environment]).catch((error: Error) => setProblem(error.message));
  }, [environment]);

  const id = `${environment}/${creation.type}/${nickname}`;
  const wrong = nickname && surroundings ? idProblem(id, surroundings) : null;
  const parsed = componentIdSchema.safeParse(id);
  const environments = overview.data?.environments.map((row) => row.environment) ?? [];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (wrong || !parsed.success) return;
    try {
      await createAt(parsed.data, creation);
      close();
      change({ sel: parsed.data, ...(environment !== shown && { env: environment }) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={classes.form}>
      <strong>New {creation.type}</strong>
      <Select
        size="xs"
        label="Environment"
        data={environments}
        value={environment}
        allowDeselect={false}
        disabled={creation.environment !== undefined}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value && setEnvironment(value)}
      />
      <TextInput
        size="xs"
        label="Nickname"
        placeholder="main"
        data-autofocus
        value={nickname}
        error={wrong ?? problem}
        onChange={(event) => {
          setNickname(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <FormButtons submit="Create" disabled={nickname === '' || wrong !== null} onCancel={close} />
    </form>
  );
}
