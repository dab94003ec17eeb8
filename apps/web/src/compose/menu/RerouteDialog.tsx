import { componentId, componentName, parseComponentId } from '@karma/core';
import { portsOf, refusal, reroute } from '@karma/editor';
import { Modal, Select, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { FormButtons } from '../../ui/FormButtons';
import { tell } from '../canvas/tell';
import { drafts, useSurroundings } from '../draft-store';
import { portName } from '../ports/connect-port';
import { loadEnvironments } from '../surroundings';
import type { DialogProps } from './CardMenu';
import { useOtherEnvironments } from './use-other-environments';

/** Makes a component refer to another provider in one environment alone. */
export function RerouteDialog({ id, onClose }: DialogProps) {
  const environments = useOtherEnvironments(id);
  const [environment, setEnvironment] = useState<string | null>(environments[0] ?? null);
  const [pointer, setPointer] = useState<string | null>(null);
  const [provider, setProvider] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const surroundings = useSurroundings();
  useEffect(() => {
    if (environment) loadEnvironments([environment]).catch((reason: Error) => setFailure(reason.message));
  }, [environment]);

  const { type, nickname } = componentName(id);
  const target = environment ? componentId(environment, type, nickname) : id;
  const ports = surroundings ? portsOf(id, surroundings).references : [];
  const port = ports.find((candidate) => candidate.pointer === pointer);
  const providers =
    surroundings && environment && port
      ? surroundings.components(environment).filter((other) => refusal(target, port, other) === null)
      : [];

  async function submit(event: FormEvent) {
    event.preventDefault();
    const to = provider ? parseComponentId(provider) : undefined;
    if (!environment || !port || !to) return;
    try {
      await drafts.run([id, target, to], (around) => reroute(id, environment, port.pointer, to, around));
      tell(`${target} goes to ${to} now.`);
      onClose();
    } catch (reason) {
      setFailure(reason instanceof Error ? reason.message : String(reason));
    }
  }

  return (
    <Modal opened onClose={onClose} title={`Reroute ${id} in one environment`}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap={12}>
          <Select
            data-autofocus
            label="In the environment"
            data={environments}
            value={environment}
            allowDeselect={false}
            onChange={(value) => {
              setEnvironment(value);
              setProvider(null);
            }}
          />
          <Select
            label="Its key"
            data={ports.map((each) => ({ value: each.pointer, label: portName(each) }))}
            value={pointer}
            onChange={(value) => {
              setPointer(value);
              setProvider(null);
            }}
          />
          <Select
            label="Names instead"
            searchable
            data={providers}
            value={provider}
            disabled={!port}
            error={failure}
            nothingFoundMessage="Nothing there fits"
            onChange={setProvider}
          />
          <FormButtons submit="Reroute" disabled={!provider} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
