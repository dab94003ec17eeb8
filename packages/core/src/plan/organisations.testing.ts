import { build } from '../build/update';
import { componentType, configSubject, type TestWorld, testWorld } from '../build/worlds.testing';
import type { ComponentType } from '../catalog';
import { subjects } from '../subjects';
import type { Edit } from '../world';
import { plan } from './plan';

const at = (line: number) => ({ file: 'main.tf', line });

export const VPC: Partial<ComponentType> = {
  name: 'vpc',
  outputs: [
    { key: 'vpc_id', from: ['/cidr'], at: [at(1)] },
    { key: 'subnets', from: ['/cidr', '/subnets'], at: [at(2)] },
    { key: 'flow_log', from: ['/logging/bucket'], at: [at(3)] },
  ],
  outputsKnown: true,
};

const CLUSTER: Partial<ComponentType> = {
  name: 'cluster',
  references: [
    {
      pointer: '/network',
      targetType: 'vpc',
      nickname: null,
      required: true,
      consumes: ['subnets'],
      at: at(7),
    },
  ],
  outputs: [
    { key: 'endpoint', from: ['/network'], at: [at(8)] },
    { key: 'role', from: ['/role'], at: [at(9)] },
  ],
  outputsKnown: true,
};

export const READER = (name: string, type: string, consumes: string[]): Partial<ComponentType> => ({
  name,
  references: [{ pointer: '/uses', targetType: type, nickname: null, required: false, consumes, at: at(5) }],
  outputsKnown: true,
});

/** A world of these configs and types, in `dev` and `prod`, and what a plan of other configs in it says. */
export function organisation(
  configs: Record<string, object>,
  types: readonly Partial<ComponentType>[] = [],
  more: (write: TestWorld['write']) => void = () => undefined,
) {
  const { world, write } = testWorld();
  for (const type of types) {
    const full = componentType(type.name ?? '', { outputsKnown: false, ...type });
    for (const environment of ['dev', 'prod'])
      write(subjects.type(environment, type.name ?? ''), JSON.stringify(full));
  }
  for (const [id, config] of Object.entries(configs)) write(configSubject(id), JSON.stringify(config));
  more(write);
  const built = build(world);
  const edit = (id: string, config: object | null): Edit => ({
    subject: configSubject(id),
    content: config && JSON.stringify(config),
  });
  return {
    world,
    built,
    plan: (edits: Record<string, object | null>) =>
      plan({ built, world, edits: Object.entries(edits).map(([id, config]) => edit(id, config)) }),
  };
}

export const NETWORK = {
  'dev/vpc/main': { cidr: '10.0.0.0/16', logging: { bucket: 'logs' }, owner: 'net' },
  'dev/cluster/core': { network: 'main', role: 'x' },
  'dev/app/web': { uses: 'core' },
  'dev/audit/log': { uses: 'main' },
  'dev/iam/roles': { uses: 'core' },
};
export const TYPES = [
  VPC,
  CLUSTER,
  READER('app', 'cluster', ['endpoint']),
  READER('iam', 'cluster', ['role']),
  READER('audit', 'vpc', ['flow_log']),
];
export const network = () => organisation(NETWORK, TYPES);
