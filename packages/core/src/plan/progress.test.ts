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
import type { PlacementId } from '../ids';
import { subjects } from '../subjects';
import { plan } from './plan';
import { placementsBefore, progressOf } from './progress';

const OTHER = '222222222222/eu-west-1' as PlacementId;
const MAIN = 'prod/vpc/main';
const WEB = 'prod/app/web';
const CONFIG = '/iac/vpc/main/config';
const RUNTIME = '/iac/vpc/main/runtime';

/** A world with a published and deployed VPC, and a proposal for it, followed as the sources move on. */
function sent(edits: Record<string, object | null>, placements: readonly PlacementId[] = [ACCOUNT]) {
  const { world, write } = testWorld();
  write(subjects.environment('prod'), settings('prod', placements));
  write(subjects.environment('base'), settings('base', [], { abstract: true }));
  const outputs = [{ key: 'vpc_id', from: ['/cidr'], at: [] }];
  write(subjects.type('prod', 'vpc'), JSON.stringify(componentType('vpc', { outputs })));
  const uses = {
    pointer: '/vpc_nickname',
    targetType: 'vpc',
    nickname: null,
    required: true,
    at: { file: 'main.tf', line: 1 },
  };
  const app = componentType('app', { references: [{ ...uses, consumes: ['vpc_id'] }] });
  write(subjects.type('prod', 'app'), JSON.stringify(app));
  write(configSubject(WEB), '{"vpc_nickname":"main"}');
  write(configSubject(MAIN), '{"cidr":"a","size":1}');
  write(configSubject('base/vpc/usual'), '{"size":3}');
  for (const placement of placements) {
    write(subjects.parameter(placement, CONFIG), parameter({ cidr: 'a', size: 1 }));
    write(subjects.parameter(placement, RUNTIME), parameter({ vpc_id: 'vpc-1' }));
  }
  const built = build(world);
  const found = plan({
    built,
    world,
    edits: Object.entries(edits).map(([id, config]) => ({
      subject: configSubject(id),
      content: config && JSON.stringify(config),
    })),
  });
  const components = found.components.map((component) => ({
    ...component,
    placements: placementsBefore(component, { built }),
  }));
  const progress = () => progressOf({ components, waves: found.impact.waves, built: build(world), world });
  return {
    write,
    merge: () => {
      for (const [id, config] of Object.entries(edits))
        write(configSubject(id), config && JSON.stringify(config));
    },
    publish: (config: object | null, placement = ACCOUNT) =>
      write(subjects.parameter(placement, CONFIG), config && parameter(config)),
    output: (outputs: object | null, placement = ACCOUNT) =>
      write(subjects.parameter(placement, RUNTIME), outputs && parameter(outputs)),
    stage: () => progress().stage,
    progress,
    of: (id: string) =>
      progress()
        .waves.flatMap(({ components: own }) => own)
        .find((component) => component.id === id),
  };
}

const CHANGED = { cidr: 'b', size: 1 };

describe('the progress of a change', () => {
  it('goes from merged over published to deployed', () => {
    const change = sent({ [MAIN]: CHANGED });
    expect(change.progress()).toMatchObject({ stage: 'proposed', isDone: false });
    change.merge();
    expect(change.stage()).toBe('merged');
    change.publish(CHANGED);
    expect(change.of(MAIN)).toMatchObject({
      stage: 'published',
      placements: [{ placement: ACCOUNT, published: 'done', deployed: 'unknown' }],
    });
    change.output({ vpc_id: 'vpc-2' });
    expect(change.progress()).toMatchObject({ stage: 'deployed', isDone: true });
  });

  it('compares contents: a parameter that is put again in other words, or with other keys, counts', () => {
    const change = sent({ [MAIN]: CHANGED });
    change.merge();
    change.publish({ cidr: 'a', size: 1, seen: true });
    expect(change.stage()).toBe('merged');
    change.publish({ size: 1, cidr: 'b' });
    expect(change.stage()).toBe('published');
  });

  it('takes a report or a Terraform state as evidence, too', () => {
    const change = sent({ [MAIN]: CHANGED });
    change.merge();
    change.publish(CHANGED);
    const report = { at: '2026-02-01T00:00:00Z', version: null, url: null };
    change.write(subjects.report(ACCOUNT, 'vpc', 'main'), JSON.stringify(report));
    expect(change.stage()).toBe('deployed');
  });

  it('is what holds in every placement', () => {
    const change = sent({ [MAIN]: CHANGED }, [ACCOUNT, OTHER]);
    change.merge();
    change.publish(CHANGED);
    expect(change.of(MAIN)).toMatchObject({
      stage: 'merged',
      placements: [{ published: 'done' }, { placement: OTHER, published: 'waiting', deployed: 'waiting' }],
    });
    change.publish(CHANGED, OTHER);
    expect(change.stage()).toBe('published');
  });

  it('goes on when a later commit changes the same key', () => {
    const change = sent({ [MAIN]: CHANGED });
    change.merge();
    change.write(configSubject(MAIN), '{"cidr":"c","size":1}');
    expect(change.stage()).toBe('merged');
    change.publish({ cidr: 'c', size: 1 });
    expect(change.stage()).toBe('published');
  });

  it('cannot be known of a secret parameter', () => {
    const change = sent({ [MAIN]: CHANGED });
    change.merge();
    change.write(subjects.parameter(ACCOUNT, CONFIG), parameter(null, 'SecureString'));
    expect(change.of(MAIN)).toMatchObject({ stage: 'merged', placements: [{ published: 'unknown' }] });
  });
});

describe('the progress of other kinds', () => {
  it('of a new component waits in every placement that its environment is bound to', () => {
    const change = sent({ 'prod/vpc/two': CHANGED }, [ACCOUNT, OTHER]);
    const two = () => change.of('prod/vpc/two');
    expect(two()).toMatchObject({ stage: 'proposed' });
    change.merge();
    expect(two()).toMatchObject({
      stage: 'merged',
      placements: [{ placement: ACCOUNT }, { placement: OTHER }],
    });
    change.write(subjects.parameter(OTHER, '/iac/vpc/two/config'), parameter(CHANGED));
    change.write(subjects.parameter(OTHER, '/iac/vpc/two/runtime'), parameter({ vpc_id: 'vpc-9' }));
    expect(two()).toMatchObject({ stage: 'deployed', placements: [{ placement: OTHER }] });
  });

  it('of a deletion goes from merged over removed to destroyed', () => {
    const change = sent({ [MAIN]: null });
    expect(change.stage()).toBe('proposed');
    change.merge();
    expect(change.stage()).toBe('merged');
    change.publish(null);
    expect(change.of(MAIN)).toMatchObject({
      stage: 'published',
      placements: [{ published: 'done', deployed: 'waiting' }],
    });
    change.output(null);
    expect(change.progress()).toMatchObject({ stage: 'deployed', isDone: true });
  });

  it('of what is never deployed ends with the merge, and its heirs follow by themselves', () => {
    const change = sent({ 'base/vpc/usual': { size: 4 } });
    change.merge();
    expect(change.of('base/vpc/usual')).toMatchObject({ stage: 'merged', isDone: true, placements: [] });
    expect(change.progress()).toMatchObject({ isDone: true, stage: 'deployed' });
  });

  it('of a component that another change removed is over', () => {
    const change = sent({ [MAIN]: CHANGED });
    change.merge();
    change.write(configSubject(MAIN), null);
    expect(change.of(MAIN)).toMatchObject({ stage: 'merged', isDone: true });
  });
});

it('a wave is over when nothing that is affected is stale any more', () => {
  const change = sent({ [MAIN]: CHANGED });
  const app = (loaded: string) =>
    change.write(subjects.parameter(ACCOUNT, '/iac/app/web/runtime'), parameter({ loaded }));
  const last = () => change.progress().waves.at(-1);
  app('first');
  expect(last()).toMatchObject({ isDone: false, components: [], affected: [{ id: WEB, isStale: false }] });
  change.merge();
  change.publish(CHANGED);
  change.output({ vpc_id: 'vpc-2' });
  expect(last()).toMatchObject({ isDone: false, affected: [{ id: WEB, isStale: true }] });
  expect(change.progress()).toMatchObject({ stage: 'deployed', isDone: false });
  app('second');
  expect(last()).toMatchObject({ isDone: true, affected: [{ id: WEB, isStale: false }] });
  expect(change.progress()).toMatchObject({ isDone: true });
});
