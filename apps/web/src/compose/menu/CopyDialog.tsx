import { componentId, componentName } from '@karma/core';
import { promote } from '@karma/editor';
import { Modal, Radio, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FormButtons } from '../../ui/FormButtons';
import { tell } from '../canvas/tell';
import { drafts } from '../draft-store';
import type { DialogProps } from './CardMenu';
import { useOtherEnvironments } from './use-other-environments';

/** Brings a component to another environment: inheriting from this one, or on its own. */
export function CopyDialog({ id, onClose }: DialogProps) {
  const environments = useOtherEnvironments(id);
  const [environment, setEnvironment] = useState<string | null>(environments[0] ?? null);
  const [form, setForm] = useState<'overlay' | 'full'>('overlay');
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!environment) return;
    const { type, nickname } = componentName(id);
    const target = componentId(environment, type, nickname);
    try {
      await drafts.run([id, target], (surroundings) => promote(id, environment, form, surroundings));
      tell(`Copied ${id} to ${target}.`);
      onClose();
    } catch (reason) {
      setFailure(reason instanceof Error ? reason.message : String(reason));
    }
  }

  return (
    <Modal opened onClose={onClose} title={`Copy ${id}`}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap={12}>
          <Select
            data-autofocus
            label="To the environment"
            data={environments}
            value={environment}
            allowDeselect={false}
            error={failure}
            onChange={(value) => {
              setEnvironment(value);
              setFailure(null);
            }}
          />
          <Radio.Group
            label="As"
            value={form}
            onChange={(value) => setForm(value === 'full' ? 'full' : 'overlay')}
          >
            <Stack gap={6} mt={6}>
              <Radio
                value="overlay"
                label="An overlay"
                description="Inherits from this one: a change here reaches it."
              />
              <Radio value="full" label="In full" description="Its whole config, on its own from then on." />
            </Stack>
          </Radio.Group>
          <FormButtons submit="Copy" disabled={!environment} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
