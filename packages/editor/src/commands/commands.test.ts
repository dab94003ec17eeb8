import type { ComponentType } from '@karma/core';
import { describe, expect, it } from 'vitest';
import { portsOf } from '../ports/ports';
import { refusal } from '../ports/refusal';
import { configOf } from '../surroundings';
import { idOf, TestOrganisation } from '../testing/organisation';
import { betweenRefusal, insertBetween } from './between';
import { connect, disconnect, referencesOf } from './connect';
import { deleteComponent, duplicate, promote, reroute } from './copies';
import { createComponent, idProblem } from './create';
import { CommandError } from './errors';
import { removeKey, setKey } from './keys';
import { rename } from './rename';

const at = { file: 'components/lambda/main.tf', line: 3 };
const LAMBDA: Partial<ComponentType> = {
  name: 'lambda',
  keys: [
    { pointer: '/memory', required: false, default: 128, type: 'number', at: [at] },
    { pointer: '/handler', required: true, type: 'string', at: [at] },
  ],
  references: [
    { pointer: '/network', targetType: 'vpc', nickname: null, required: true, consumes: ['subnets'], at },
    {
      pointer: '/functions/*/vpc_nickname',
      targetType: 'vpc',
      nickname: null,
      required: false,
      consumes: 'all',
      at,
    },
    { pointer: '/queues', targetType: 'queue', nickname: null, required: false, consumes: 'all', at },
  ],
  outputs: [{ key: 'arn', from: 'all', at: [at] }],
};

const organisation = (more: Record<string, object | string> = {}) =>
  new TestOrganisation(
    {
      'dev/vpc/main': { cidr: '10.0.0.0/16' },
      'dev/vpc/other': { cidr: '10.1.0.0/16' },
      'dev/queue/jobs': { fifo: true },
      'dev/lambda/seed': { network: 'main', functions: { a: {} }, owner: 'web', topic_nickname: 'news' },
      'dev/lambda/api': { owner: 'web', network: 'main', queues: ['jobs'], handler: 'api.main' },
      'prod/vpc/main': {},
      ...more,
    },
    [LAMBDA],
  );

const portAt = (it: TestOrganisation, id: string, pointer: string) => {
  const port = portsOf(idOf(id), it.surroundings).references.find(
    (candidate) => candidate.pointer === pointer,
  );
  if (!port) throw new Error(`No port at ${pointer}`);
  return port;
};

describe('the ports of a component', () => {
  it('are what its module reads, what its names say, and what its siblings set', () => {
    const { references, outputs } = portsOf(idOf('dev/lambda/api'), organisation().surroundings);
    expect(outputs).toEqual(['arn']);
    expect(
      references.map(({ pointer, value, required, origin }) => [pointer, value, required, origin]),
    ).toEqual([
      ['/network', 'main', true, 'module'],
      ['/functions/api/vpc_nickname', null, false, 'module'],
      ['/queues/0', 'jobs', false, 'module'],
      ['/queues/1', null, false, 'module'],
      ['/topic_nickname', null, false, 'siblings'],
    ]);
  });

  it('stand at nested places', () => {
    const port = portAt(organisation(), 'dev/lambda/seed', '/functions/a/vpc_nickname');
    expect(port).toMatchObject({ targetTypes: ['vpc'], value: null, required: false });
  });

  it('stand in a map without entries, named like the component', () => {
    for (const functions of [undefined, null, {}]) {
      const it = organisation({ 'dev/lambda/new': { network: 'main', functions } });
      const port = portAt(it, 'dev/lambda/new', '/functions/new/vpc_nickname');
      it.do(connect(idOf('dev/lambda/new'), port, idOf('dev/vpc/other'), it.surroundings));
      expect(configOf(idOf('dev/lambda/new'), it.surroundings)).toMatchObject({
        functions: { new: { vpc_nickname: 'other' } },
      });
    }
  });

  it('say why a component does not fit', () => {
    const it = organisation();
    const port = portAt(it, 'dev/lambda/api', '/network');
    const why = (candidate: string) => refusal(idOf('dev/lambda/api'), port, idOf(candidate));
    expect(why('dev/vpc/other')).toBeNull();
    expect(why('dev/queue/jobs')).toBe('network takes a vpc; this is a queue.');
    expect(why('prod/vpc/main')).toContain('prod, not in dev');
    expect(why('dev/lambda/api')).toContain('itself');
  });
});

describe('connecting', () => {
  it('writes the nickname at its place, nested ones too, and the graph follows', () => {
    const it = organisation();
    const port = portAt(it, 'dev/lambda/seed', '/functions/a/vpc_nickname');
    it.do(connect(idOf('dev/lambda/seed'), port, idOf('dev/vpc/other'), it.surroundings));
    expect(it.edges()).toContain('dev/lambda/seed → dev/vpc/other');
  });

  it('keeps the rest of a parameter path', () => {
    const it = organisation({ 'dev/app/web': { from: '/iac/queue/jobs/runtime/url' }, 'dev/queue/mail': {} });
    const port = portAt(it, 'dev/app/web', '/from');
    it.do(connect(idOf('dev/app/web'), port, idOf('dev/queue/mail'), it.surroundings));
    expect(configOf(idOf('dev/app/web'), it.surroundings)).toEqual({ from: '/iac/queue/mail/runtime/url' });
  });

  it('refuses what does not fit', () => {
    const it = organisation();
    const port = portAt(it, 'dev/lambda/api', '/network');
    expect(() => connect(idOf('dev/lambda/api'), port, idOf('dev/queue/jobs'), it.surroundings)).toThrow(
      CommandError,
    );
  });

  it('is taken back by disconnecting, wherever the reference stands', () => {
    const it = organisation();
    for (const to of ['dev/vpc/main', 'dev/queue/jobs'])
      it.do(disconnect(it.dependency('dev/lambda/api', to), it.surroundings));
    expect(it.edges().filter((edge) => edge.startsWith('dev/lambda/api'))).toEqual([]);
    expect(configOf(idOf('dev/lambda/api'), it.surroundings)).toEqual({
      owner: 'web',
      queues: [],
      handler: 'api.main',
    });
  });

  it('leaves its neighbours in a long list', () => {
    const names = ['a', 'b', 'jobs', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'jobs', 'k'];
    const it = organisation({ 'dev/lambda/many': { network: 'main', queues: names } });
    it.do(disconnect(it.dependency('dev/lambda/many', 'dev/queue/jobs'), it.surroundings));
    expect(configOf(idOf('dev/lambda/many'), it.surroundings).queues).toEqual(
      names.filter((name) => name !== 'jobs'),
    );
  });

  it('changes a list that is inherited in a copy of it', () => {
    const it = organisation({
      'dev/lambda/parent': { network: 'main', queues: ['mail', 'jobs'] },
      'dev/lambda/child': { $extends: 'dev/lambda/parent' },
    });
    const child = idOf('dev/lambda/child');
    const queues = () => configOf(child, it.surroundings).queues;
    it.do(setKey(child, '/queues/2', 'late', it.surroundings));
    expect(queues()).toEqual(['mail', 'jobs', 'late']);
    it.do(removeKey(child, '/queues/0', it.surroundings));
    expect(queues()).toEqual(['jobs', 'late']);
  });

  it('shows the value of an inferred dependency instead', () => {
    const it = organisation({
      'dev/route53-zone/org': { zone_name: 'example.org' },
      'dev/site/web': { hosted_zone: 'example.org' },
    });
    const dependency = it.dependency('dev/site/web', 'dev/route53-zone/org');
    expect(referencesOf(dependency, it.surroundings).values).toEqual([
      { pointer: '/hosted_zone', value: 'example.org' },
    ]);
    expect(() => disconnect(dependency, it.surroundings)).toThrow('holds example.org at /hosted_zone');
  });

  it('puts a component in between where types allow', () => {
    const it = organisation({
      'dev/app/web': { vpc_nickname: 'main' },
      'dev/app/sibling': { lambda_nickname: 'api' },
      'dev/lambda/new': { handler: 'x' },
    });
    const dependency = it.dependency('dev/app/web', 'dev/vpc/main');
    it.do(insertBetween(dependency, idOf('dev/lambda/new'), it.surroundings));
    expect(it.edges()).toEqual(
      expect.arrayContaining(['dev/app/web → dev/lambda/new', 'dev/lambda/new → dev/vpc/main']),
    );
    expect(it.edges()).not.toContain('dev/app/web → dev/vpc/main');
    expect(() => insertBetween(dependency, idOf('dev/queue/jobs'), it.surroundings)).toThrow(CommandError);
  });

  it('says why a component does not go in between, one that is not there yet too', () => {
    const it = organisation();
    const why = (middle: string) =>
      betweenRefusal(idOf('dev/lambda/seed'), idOf('dev/vpc/main'), idOf(middle), it.surroundings);
    expect(why('dev/lambda/seed')).toBe('seed is one end of this arrow.');
    expect(why('prod/vpc/main')).toContain('prod, not in dev');
    expect(why('dev/app/new')).toBe('No key of seed is free for app.');
    expect(why('dev/queue/new')).toBe('No key of queue is free for vpc.');
  });
});

describe('a new component', () => {
  it('has what is required, the defaults, and what its siblings agree on', () => {
    const it = organisation().do(createComponent(idOf('dev/lambda/new'), organisation().surroundings));
    expect(configOf(idOf('dev/lambda/new'), it.surroundings)).toEqual({
      network: 'main',
      owner: 'web',
      memory: 128,
      handler: null,
    });
  });

  it('needs a free and valid name', () => {
    const { surroundings } = organisation();
    expect(idProblem('dev/lambda/api', surroundings)).toBe('dev has a lambda named api already.');
    for (const id of ['dev/lambda/../x', 'dev/lambda/-x', 'dev/lambda/', 'dev/lambda/a b'])
      expect(idProblem(id, surroundings)).toContain('letters, digits');
    expect(() => createComponent(idOf('dev/lambda/api'), surroundings)).toThrow(CommandError);
  });
});

describe('copies', () => {
  it('go to another environment as an overlay or in full', () => {
    const it = organisation();
    it.do(promote(idOf('dev/lambda/api'), 'prod', 'overlay', it.surroundings));
    expect(it.surroundings.text(idOf('prod/lambda/api'))).toBe('{\n  "$extends": "dev/lambda/api"\n}\n');
    expect(configOf(idOf('prod/lambda/api'), it.surroundings)).toMatchObject({ handler: 'api.main' });
    it.do(promote(idOf('dev/queue/jobs'), 'prod', 'full', it.surroundings));
    expect(it.surroundings.text(idOf('prod/queue/jobs'))).toBe('{\n  "fifo": true\n}\n');
    expect(() => promote(idOf('dev/vpc/main'), 'prod', 'full', it.surroundings)).toThrow(
      'prod has a vpc named main',
    );
  });

  it('reroute one reference in one environment', () => {
    const it = organisation({ 'prod/vpc/edge': {} });
    it.do(reroute(idOf('dev/lambda/api'), 'prod', '/network', idOf('prod/vpc/edge'), it.surroundings));
    expect(JSON.parse(it.surroundings.text(idOf('prod/lambda/api')) ?? '')).toEqual({
      $extends: 'dev/lambda/api',
      network: 'edge',
    });
    expect(it.edges()).toContain('prod/lambda/api → prod/vpc/edge');
  });

  it('duplicate and delete', () => {
    const it = organisation();
    it.do(duplicate(idOf('dev/lambda/api'), idOf('dev/lambda/two'), it.surroundings));
    it.do(deleteComponent(idOf('dev/lambda/api'), it.surroundings));
    expect(it.surroundings.text(idOf('dev/lambda/two'))).toContain('api.main');
    expect(it.surroundings.text(idOf('dev/lambda/api'))).toBeNull();
    expect(() => deleteComponent(idOf('dev/lambda/api'), it.surroundings)).toThrow(CommandError);
  });
});

describe('inherited keys', () => {
  const inherited = () =>
    organisation({ 'prod/lambda/api': { $extends: 'dev/lambda/api' }, 'prod/queue/jobs': {} });

  it('are overridden in the own file, and removed by null', () => {
    const it = inherited();
    it.do(setKey(idOf('prod/lambda/api'), '/owner', 'payments', it.surroundings));
    it.do(removeKey(idOf('prod/lambda/api'), '/queues', it.surroundings));
    expect(JSON.parse(it.surroundings.text(idOf('prod/lambda/api')) ?? '')).toEqual({
      $extends: 'dev/lambda/api',
      owner: 'payments',
      queues: null,
    });
    expect(configOf(idOf('prod/lambda/api'), it.surroundings)).not.toHaveProperty('queues');
  });
});

describe('renaming', () => {
  it('creates, retires, and takes the consumers along', () => {
    const it = organisation();
    const consumers = [
      it.dependency('dev/lambda/api', 'dev/vpc/main'),
      it.dependency('dev/lambda/seed', 'dev/vpc/main'),
    ];
    const { edit, steps, left } = rename(idOf('dev/vpc/main'), 'core', consumers, it.surroundings);
    it.do(edit);
    expect(it.edges()).toEqual(
      expect.arrayContaining(['dev/lambda/api → dev/vpc/core', 'dev/lambda/seed → dev/vpc/core']),
    );
    expect([...it.graph().components.keys()]).not.toContain('dev/vpc/main');
    expect(steps.join()).toContain('state');
    expect(left).toEqual([]);
  });
});
