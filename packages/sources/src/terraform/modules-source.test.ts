import { componentTypeSchema } from '@karma/core';
import { expect, it } from 'vitest';
import { fold, observeAll } from '../testing/fold';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';
import { openModulesSource } from './modules-source';

const MAIN = 'components/vpc/main.tf';
const CONFIG = `# A network.
data "aws_ssm_parameter" "config" { name = "/iac/vpc/\${var.nickname}/config" }
locals { config = jsondecode(data.aws_ssm_parameter.config.value) }
`;

function open(repository: TestRepository, history: 'full' | 'head' = 'full') {
  return openModulesSource({
    repository: repository.directory,
    branch: 'main',
    environments: ['dev', 'qa'],
    history,
    cacheDirectory: temporaryDirectory(),
  });
}

function typesOf(world: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(world).map(([subject, content]) => [
      subject,
      componentTypeSchema.parse(JSON.parse(content)),
    ]),
  );
}

it('observes a type for each environment when a commit touches its module', async () => {
  const repository = new TestRepository();
  const use = (key: string) => `resource "aws_vpc" "v" { x = local.config.${key} }`;
  repository.commit({ files: { [MAIN]: CONFIG, 'components/vpc/x.tf': use('a'), 'README.md': 'no module' } });
  repository.commit({ files: { 'components/vpc/files/policy.json': '{}', 'iac/x.tf': '' } });
  const source = open(repository);
  const first = await observeAll(source);
  expect(
    first.observations.map(({ source, changes }) => [source, changes.map(({ subject }) => subject)]),
  ).toEqual([['modules:main', ['type|dev|vpc', 'type|qa|vpc']]]);
  expect(typesOf(fold(first))['type|dev|vpc']).toMatchObject({
    name: 'vpc',
    description: 'A network.',
    keys: [{ pointer: '/a', at: [{ file: 'components/vpc/x.tf', line: 1 }] }],
    files: [MAIN, 'components/vpc/x.tf'],
  });
  repository.commit({
    files: {
      'components/vpc/x.tf': use('b'),
      'components/vpc/README.md': '# VPC\n\nThe VPC.',
      'components/s3/main.tf': '{',
    },
  });
  const second = await observeAll(source, first.cursor);
  const types = typesOf(fold(first, second));
  expect(types['type|qa|vpc']).toMatchObject({ description: 'The VPC.', keys: [{ pointer: '/b' }] });
  expect(types['type|dev|s3']?.problems).toMatchObject([{ file: 'components/s3/main.tf', line: 1 }]);
  repository.commit({ files: { [MAIN]: null, 'components/vpc/x.tf': null } });
  const third = await observeAll(source, second.cursor);
  expect(Object.keys(fold(first, second, third))).toEqual(['type|dev|s3', 'type|qa|s3']);
});

it('gives the same types from the head as from the whole history', async () => {
  const repository = new TestRepository();
  repository.commit({ files: { [MAIN]: CONFIG, 'components/s3/main.tf': 'locals {}' } });
  repository.commit({ files: { [MAIN]: `${CONFIG}\noutput "x" { value = local.config.late }` } });
  repository.git('mv', 'components/s3', 'components/bucket');
  repository.commit({ files: {} });
  const head = await observeAll(open(repository, 'head'));
  expect(head.observations).toHaveLength(1);
  expect(fold(head)).toEqual(fold(await observeAll(open(repository))));
});

it('tells of a module that is nested too deeply, and goes on', async () => {
  const repository = new TestRepository();
  const deep = `locals { a = ${'['.repeat(20_000)}${']'.repeat(20_000)} }`;
  repository.commit({ files: { 'components/deep/main.tf': deep, [MAIN]: CONFIG } });
  const types = typesOf(fold(await observeAll(open(repository))));
  expect(types['type|dev|deep']?.problems).toMatchObject([{ file: 'components/deep/main.tf' }]);
  expect(types['type|dev|vpc']?.problems).toEqual([]);
});
