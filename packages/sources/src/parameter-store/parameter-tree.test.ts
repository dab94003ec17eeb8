import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold, observeAll } from '../testing/fold';
import { temporaryDirectory } from '../testing/test-repository';
import { openParameterTree } from './parameter-tree';

const PLACEMENT = { account: '111111111111', region: 'eu-west-1' };
const CONFIG = 'parameter|111111111111/eu-west-1|/iac/vpc/main/config';

class TestTree {
  readonly directory = temporaryDirectory();
  readonly source = openParameterTree({ directory: this.directory, ...PLACEMENT });

  write(file: string, content: unknown): void {
    const path = join(this.directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  /** As if nothing had been touched for an hour: then the source need not look again. */
  settle(): void {
    const hourAgo = Date.now() / 1000 - 3600;
    utimesSync(this.directory, hourAgo, hourAgo);
    for (const name of readdirSync(this.directory, { recursive: true, encoding: 'utf8' }))
      utimesSync(join(this.directory, name), hourAgo, hourAgo);
  }

  remove(file: string): void {
    rmSync(join(this.directory, file));
  }
}

const version = (number: number, value: string | undefined, date = `2025-01-0${number}T00:00:00Z`) => ({
  version: number,
  date,
  principal: `arn:aws:iam::111111111111:user/${number}`,
  ...(value === undefined ? {} : { value }),
});
const string = (...versions: unknown[]) => ({ type: 'String', versions });

describe('a parameter tree', () => {
  it('gives one observation a version, by date, then name', async () => {
    const tree = new TestTree();
    tree.write('iac/vpc/main/runtime.json', string(version(2, '{"vpc_id":"vpc-1"}'), version(1, '{}')));
    tree.write('iac/vpc/main/runtime/subnets.json', {
      type: 'StringList',
      versions: [{ version: 1, date: '2025-01-01T01:00:00+01:00', value: 'a,b' }],
    });
    tree.write('iac/vpc/main/config.json', string(version(7, '{"cidr":1}', '2024-12-31T00:00:00Z')));
    tree.write('notes.txt', 'no parameter');
    tree.write('.hidden.json', 'no parameter');
    const run = await observeAll(tree.source);
    expect(run.observations.map(({ key, at }) => [key, at])).toEqual([
      ['ssm:111111111111/eu-west-1/iac/vpc/main/config@7', '2024-12-31T00:00:00.000Z'],
      ['ssm:111111111111/eu-west-1/iac/vpc/main/runtime@1', '2025-01-01T00:00:00.000Z'],
      ['ssm:111111111111/eu-west-1/iac/vpc/main/runtime/subnets@1', '2025-01-01T00:00:00.000Z'],
      ['ssm:111111111111/eu-west-1/iac/vpc/main/runtime@2', '2025-01-02T00:00:00.000Z'],
    ]);
    expect(run.observations[0]).toMatchObject({
      source: 'parameters:111111111111/eu-west-1',
      actor: 'arn:aws:iam::111111111111:user/7',
      message: '',
    });
    expect(fold(run)).toEqual({
      [CONFIG]: '{"type":"String","value":"{\\"cidr\\":1}"}',
      'parameter|111111111111/eu-west-1|/iac/vpc/main/runtime':
        '{"type":"String","value":"{\\"vpc_id\\":\\"vpc-1\\"}"}',
      'parameter|111111111111/eu-west-1|/iac/vpc/main/runtime/subnets': '{"type":"StringList","value":"a,b"}',
    });
    expect(run.batches.map(({ total, problems }) => [total, problems])).toEqual([[4, []]]);
  });

  it('goes on where it stopped, in this process and in another', async () => {
    const tree = new TestTree();
    tree.write('iac/vpc/main/config.json', string(version(1, 'one')));
    tree.write('iac/vpc/other/config.json', string(version(1, 'other')));
    const first = await observeAll(tree.source);
    expect((await observeAll(tree.source, first.cursor)).batches).toEqual([]);
    tree.write('iac/vpc/main/config.json', string(version(1, 'one'), version(2, 'two'), version(3, 'three')));
    for (const source of [tree.source, openParameterTree({ directory: tree.directory, ...PLACEMENT })]) {
      const second = await observeAll(source, first.cursor);
      expect(second.observations.map(({ key }) => key)).toEqual([
        'ssm:111111111111/eu-west-1/iac/vpc/main/config@2',
        'ssm:111111111111/eu-west-1/iac/vpc/main/config@3',
      ]);
      expect((await observeAll(source, second.cursor)).batches).toEqual([]);
    }
  });

  it('sees what changes among files that it need not read again', async () => {
    const tree = new TestTree();
    for (const name of ['a', 'b', 'c']) tree.write(`iac/vpc/${name}/config.json`, string(version(1, name)));
    tree.settle();
    const first = await observeAll(tree.source);
    tree.settle();
    tree.write('iac/vpc/a/config.json', string(version(1, 'a'), version(2, 'A')));
    tree.remove('iac/vpc/b/config.json');
    tree.write('iac/vpc/c/runtime.json', string(version(1, 'r')));
    tree.write('iac/bucket/d/config.json', string(version(1, 'd')));
    const second = await observeAll(tree.source, first.cursor);
    expect(second.observations.map(({ key }) => key.split('/iac/')[1]).sort()).toEqual([
      'bucket/d/config@1',
      'vpc/a/config@2',
      'vpc/b/config@deleted-1',
      'vpc/c/runtime@1',
    ]);
    expect((await observeAll(tree.source, second.cursor)).batches).toEqual([]);
  });

  it('notices deletions, and parameters that come back with versions from one', async () => {
    const tree = new TestTree();
    tree.write('iac/vpc/main/config.json', string(version(1, 'one'), version(2, 'two')));
    tree.write('iac/vpc/other/config.json', string(version(5, 'old')));
    const first = await observeAll(tree.source);
    tree.remove('iac/vpc/main/config.json');
    tree.write('iac/vpc/other/config.json', string(version(1, 'new', '2025-02-01T00:00:00Z')));
    const second = await observeAll(tree.source, first.cursor);
    expect(second.observations.map(({ key, actor }) => [key, actor])).toEqual([
      ['ssm:111111111111/eu-west-1/iac/vpc/other/config@1~2', 'arn:aws:iam::111111111111:user/1'],
      ['ssm:111111111111/eu-west-1/iac/vpc/main/config@deleted-2', null],
    ]);
    expect(Object.keys(fold(first, second))).toEqual([
      'parameter|111111111111/eu-west-1|/iac/vpc/other/config',
    ]);
    expect((await observeAll(tree.source, second.cursor)).batches).toEqual([]);
    tree.write('iac/vpc/main/config.json', string(version(1, 'one'), version(2, 'two')));
    expect([first, second].map(({ cursor }) => tree.source.position(cursor ?? ''))).toEqual([
      '2 parameters',
      '1 parameter',
    ]);
    const third = await observeAll(tree.source, second.cursor);
    expect(third.observations).toMatchObject([
      { key: 'ssm:111111111111/eu-west-1/iac/vpc/main/config@2~2', at: second.observations[1]?.at },
    ]);
    expect(fold(first, second, third)[CONFIG]).toBe('{"type":"String","value":"two"}');
  });

  it('never lets out the value of a SecureString', async () => {
    const tree = new TestTree();
    tree.write('iac/db/main/runtime/password.json', {
      type: 'SecureString',
      versions: [version(1, 'hunter2'), version(2, undefined)],
    });
    tree.write('iac/db/main/runtime/broken.json', {
      type: 'SecureString',
      versions: [{ ...version(1, 'hunter2'), version: 'hunter2' }],
    });
    const run = await observeAll(tree.source);
    expect(run.observations).toHaveLength(2);
    expect([...run.contents.values()]).toEqual(['{"type":"SecureString","value":null}']);
    expect(JSON.stringify([run, [...run.contents]])).not.toContain('hunter2');
  });

  it('tells what it cannot read, with the line, and keeps what it read before', async () => {
    const tree = new TestTree();
    tree.write('iac/vpc/main/config.json', string(version(1, 'one')));
    const first = await observeAll(tree.source);
    tree.write('iac/vpc/main/config.json', '{\n  "type": "String",\n  "versions": [,\n}');
    tree.write('iac/vpc/a/config.json', string(version(1, 'x'), { version: 2, date: 'yesterday', value: 1 }));
    tree.write('iac/vpc/b/config.json', string(version(1, 'x'), version(1, 'y')));
    tree.write('iac/vpc/c c/config.json', string(version(1, 'x')));
    tree.write('iac/vpc/d/config.json', ' '.repeat(5_000_000));
    const second = await observeAll(tree.source, first.cursor);
    expect(second.observations).toEqual([]);
    expect(second.batches[0]?.problems.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['iac/vpc/a/config.json', 12, expect.stringContaining('versions.1.date')],
      ['iac/vpc/b/config.json', 3, 'versions: each version may be there once.'],
      ['iac/vpc/c c/config.json', null, expect.stringContaining('is no parameter name')],
      ['iac/vpc/d/config.json', null, expect.stringContaining('5000000 bytes')],
      ['iac/vpc/main/config.json', 3, 'It is not JSON: value expected.'],
    ]);
    expect(fold(first, second)[CONFIG]).toBe('{"type":"String","value":"one"}');
    expect((await observeAll(tree.source, second.cursor)).batches).toEqual([]);
    for (const name of ['a', 'b', 'c c', 'd']) tree.remove(`iac/vpc/${name}/config.json`);
    tree.write('iac/vpc/main/config.json', string(version(1, 'one')));
    const third = await observeAll(tree.source, second.cursor);
    expect(third.batches.map(({ observations, problems }) => [observations, problems])).toEqual([[[], []]]);
  });

  it('starts over from a foreign cursor', async () => {
    const tree = new TestTree();
    tree.write('iac/vpc/main/config.json', string(version(1, 'one')));
    for (const foreign of ['{"commit":"x"}', 'AAAA']) {
      const run = await observeAll(tree.source, foreign);
      expect(run.observations.map(({ rewoundTo }) => rewoundTo)).toEqual(['', undefined]);
      expect(fold(run)[CONFIG]).toBe('{"type":"String","value":"one"}');
    }
  });

  it('is unavailable, not empty, when its folder is gone', async () => {
    const source = openParameterTree({ directory: '/nowhere/at/all', ...PLACEMENT });
    await expect(observeAll(source)).rejects.toMatchObject({ name: 'SourceUnavailableError' });
  });

  it('comes in bounded batches whose cursors go on', async () => {
    const tree = new TestTree();
    for (let n = 0; n < 25; n++) {
      const versions = Array.from({ length: 100 }, (_, at) =>
        version(at + 1, `${n}-${at}`, '2025-01-01T00:00:00Z'),
      );
      tree.write(`iac/vpc/n${n}/config.json`, string(...versions));
    }
    const run = await observeAll(tree.source);
    expect(run.batches.map(({ observations }) => observations.length)).toEqual([2000, 500]);
    const rest = await observeAll(tree.source, run.batches[0]?.cursor);
    expect(rest.observations.map(({ key }) => key)).toEqual(
      run.batches[1]?.observations.map(({ key }) => key),
    );
  });
});
