import { describe, expect, it } from 'vitest';
import { build } from '../build/update';
import {
  ACCOUNT,
  componentType,
  configSubject,
  parameter,
  settings,
  testWorld,
} from '../build/worlds.testing';
import { parseComponentId } from '../ids';
import { subjects } from '../subjects';
import { type Mishap, whatIf } from './what-if';

const at = { file: 'main.tf', line: 1 };

/** web uses gateway, which passes nothing on of what it reads of the network; a stranger inherits the network's config. */
function organisation() {
  const { world, write } = testWorld();
  const gateway = componentType('gateway', {
    references: [
      { pointer: '/network', targetType: 'vpc', nickname: null, required: true, consumes: ['vpc_id'], at },
    ],
    outputs: [{ key: 'url', from: ['/name'], at: [at] }],
    outputsKnown: true,
  });
  write(subjects.environment('dev'), settings('dev', [ACCOUNT]));
  write(subjects.type('dev', 'gateway'), JSON.stringify(gateway));
  write(configSubject('dev/vpc/main'), '{}');
  write(configSubject('dev/vpc/heir'), '{"$extends":"vpc/main","cidr":"10.1.0.0/16"}');
  write(configSubject('dev/gateway/edge'), '{"network":"main","name":"edge"}');
  write(configSubject('dev/app/web'), '{"gateway_nickname":"edge","code_nickname":"web"}');
  write(subjects.parameter(ACCOUNT, '/iac/vpc/main/config'), parameter({}));
  write(subjects.parameter(ACCOUNT, '/iac/vpc/main/runtime'), parameter({ vpc_id: 'vpc-1' }));
  write(subjects.parameter(ACCOUNT, '/iac/code/web/runtime'), parameter({ version: '1' }));
  const built = build(world);
  return (text: string, mishap: Mishap) => {
    const id = parseComponentId(text);
    const component = id && built.graph.components.get(id);
    if (!component) throw new Error(`There is no ${text}.`);
    return whatIf({ built, world }, component, mishap);
  };
}

const told = ({ impact }: ReturnType<typeof whatIf>) =>
  impact.items.map(({ id, distance, certainty, via, wave }) => [id, distance, certainty, via, wave]);

describe('what if a component fails', () => {
  it('hits who uses it, and who uses those, whatever they read', () => {
    const { impact, findings } = organisation()('dev/vpc/main', 'fails');
    expect(told({ impact, findings })).toEqual([
      ['dev/gateway/edge', 1, 'certain', 'dev/vpc/main', 1],
      ['dev/app/web', 2, 'certain', 'dev/gateway/edge', 2],
    ]);
    expect(impact.waves).toEqual([['dev/vpc/main'], ['dev/gateway/edge'], ['dev/app/web']]);
    expect(findings).toEqual([]);
  });

  it('spares who only inherits its config, and says so', () => {
    expect(organisation()('dev/vpc/main', 'fails').impact.notAffected).toEqual([
      {
        id: 'dev/vpc/heir',
        provider: 'dev/vpc/main',
        reason: 'It inherits its config from dev/vpc/main, and uses nothing that it runs.',
      },
    ]);
  });
});

describe('what if a component is removed', () => {
  it('hits who reads what goes, and those whom that changes', () => {
    const { impact, findings } = organisation()('dev/vpc/main', 'removed');
    expect(told({ impact, findings })).toEqual([['dev/gateway/edge', 1, 'certain', 'dev/vpc/main', 1]]);
    expect(findings.map(({ kind }) => kind)).toContain('removes-provider');
  });

  it('counts for what is published without a declaration, too', () => {
    const { impact, findings } = organisation()('dev/code/web', 'removed');
    expect(told({ impact, findings })).toEqual([['dev/app/web', 1, 'certain', 'dev/code/web', 1]]);
    expect(findings.map(({ kind }) => kind)).toContain('removes-provider');
  });
});
