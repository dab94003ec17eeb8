import { expect, test } from 'vitest';
import { parseComponentId } from '../ids';
import { subjects } from '../subjects';
import { build } from './update';
import { ACCOUNT, componentType, configSubject, parameter, settings, testWorld } from './worlds.testing';

const STATE = subjects.state(ACCOUNT, 'vpc', 'main');
const REPORT = subjects.report(ACCOUNT, 'vpc', 'main');
const state = (serial: number, resources: number) => JSON.stringify({ serial, resources, outputs: [] });

function published() {
  const { world, write } = testWorld();
  write(subjects.environment('prod'), settings('prod', [ACCOUNT]));
  const outputs = [{ key: 'vpc_id', from: [], at: [] }];
  write(subjects.type('prod', 'vpc'), JSON.stringify(componentType('vpc', { outputs })));
  write(configSubject('prod/vpc/main'), '{}');
  write(subjects.parameter(ACCOUNT, '/iac/vpc/main/config'), parameter('{}'));
  const look = () => {
    const { graph } = build(world);
    const id = parseComponentId('prod/vpc/main');
    const component = id && graph.components.get(id);
    return {
      status: component?.status,
      placement: component?.placements[0],
      findings: [...graph.findings].map(([, { kind }]) => kind),
    };
  };
  return { write, look };
}

test('without evidence, what is published is not known to be deployed', () => {
  expect(published().look()).toMatchObject({ status: 'published', findings: ['undeployed'] });
});

test('a Terraform state that manages something is evidence, since it last changed', () => {
  const { write, look } = published();
  write(STATE, state(4, 7));
  const { status, placement, findings } = look();
  expect({ status, findings }).toEqual({ status: 'deployed', findings: [] });
  expect(placement).toMatchObject({
    deployedAt: '2026-01-01T05:00:00.000Z',
    evidence: [{ kind: 'state', serial: 4, resources: 7 }],
  });
});

test('a state that manages nothing any more is none', () => {
  const { write, look } = published();
  write(STATE, state(5, 0));
  const { status, placement } = look();
  expect(status).toBe('published');
  expect(placement).toMatchObject({ deployedAt: null, evidence: [{ serial: 5, resources: 0 }] });
});

test('a report is evidence, and the latest of all counts', () => {
  const { write, look } = published();
  write(STATE, state(4, 7));
  write(REPORT, JSON.stringify({ at: '2026-01-01T06:00:00Z', version: 'v1.2.3', url: null }), 'pipeline');
  expect(look().placement).toMatchObject({
    deployedAt: '2026-01-01T06:00:00.000Z',
    evidence: [{ kind: 'state' }, { kind: 'report', version: 'v1.2.3', origin: { actor: 'pipeline' } }],
  });
});

test('what is in a state and nowhere else is there all the same', () => {
  const { world, write } = testWorld();
  write(subjects.environment('prod'), settings('prod', [ACCOUNT]));
  write(STATE, state(1, 1));
  expect([...build(world).graph.components].map(([id, { status }]) => [id, status])).toEqual([
    ['prod/vpc/main', 'runtime-only'],
  ]);
});
