import { componentIdSchema, componentName } from '@karma/core';
import { idProblem } from '@karma/editor';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useChangeView } from '../../app/use-view';
import { FormButtons } from '../../ui/FormButtons';
import { useSurroundings } from '../draft-store';
import type { DialogProps } from './CardMenu';
import classes from './CardMenu.module.css';
import { duplicateAs, type Renamed, renameTo } from './commands';

/** Asks for another nickname: for a copy, or to rename; a rename says what is left to do afterwards. */
export function NameDialog({ id, kind, onClose }: DialogProps & { readonly kind: 'duplicate' | 'rename' }) {
  const { environment, type, nickname: old } = componentName(id);
  const [nickname, setNickname] = useState(kind === 'duplicate' ? `${old}-copy` : old);
  const [failure, setFailure] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<Renamed | null>(null);
  const surroundings = useSurroundings();
  const change = useChangeView();
  const wanted = `${environment}/${type}/${nickname}`;
  const parsed = componentIdSchema.safeParse(wanted);
  const problem = surroundings && nickname !== old ? idProblem(wanted, surroundings) : null;
  const title = kind === 'duplicate' ? `Duplicate ${id}` : `Rename ${id}`;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!parsed.success || problem || nickname === old) return;
    try {
      if (kind === 'rename') setRenamed(await renameTo(id, nickname));
      else await duplicateAs(id, parsed.data);
      change({ sel: parsed.data });
      if (kind === 'duplicate') onClose();
    } catch (reason) {
      setFailure(reason instanceof Error ? reason.message : String(reason));
    }
  }

  if (renamed)
    return (
      <Modal opened onClose={onClose} title={`${id} is retired for ${wanted}`}>
        <Stack gap={12}>
          <span className={classes.muted}>State does not move by itself. When the draft is merged:</span>
          <ol className={classes.list}>
            {renamed.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {renamed.left.length > 0 && (
            <span className={classes.muted}>
              Known by a value or a line of a module, these stay with the old one: {renamed.left.join(', ')}.
            </span>
          )}
          <Group justify="flex-end">
            <Button size="xs" onClick={onClose} data-autofocus>
              Done
            </Button>
          </Group>
        </Stack>
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap={12}>
          {kind === 'rename' && (
            <span className={classes.muted}>
              A component cannot be renamed in place: another one is created, who names this one names the new
              one, and this one is retired.
            </span>
          )}
          <TextInput
            data-autofocus
            label="Nickname"
            value={nickname}
            error={problem ?? failure}
            onChange={(event) => {
              setNickname(event.currentTarget.value);
              setFailure(null);
            }}
          />
          <FormButtons
            submit={kind === 'duplicate' ? 'Duplicate' : 'Rename'}
            disabled={nickname === old || problem !== null}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}
