import { expect, it } from 'vitest';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';
import { openEnvironments } from './environments';

function open(repository: TestRepository) {
  return openEnvironments({
    repository: repository.directory,
    branch: 'main',
    cacheDirectory: temporaryDirectory(),
  });
}

it('reads account bindings; a bad one is a problem and the others count', async () => {
  const repository = new TestRepository();
  const good = { name: 'acme-prod', environment: 'prod', config_branch: 'main', lambda_branch: 'main' };
  repository.commit({
    files: {
      'account_environments/acme-prod.json': JSON.stringify(good),
      'account_environments/broken.json': '{',
      'account_environments/nameless.json': '{"environment":"dev"}',
      'account_environments/deeper/ignored.json': '{}',
      'account_environments/README.md': 'ignored',
    },
  });
  const { bindings, problems } = await open(repository)();
  expect(bindings).toEqual([{ ...good, file: 'account_environments/acme-prod.json' }]);
  expect(problems.map(({ file, line, reason }) => [file, line, reason])).toEqual([
    ['account_environments/broken.json', 1, expect.stringContaining('not JSON')],
    ['account_environments/nameless.json', 1, expect.stringContaining('name')],
  ]);
});

it('lists environments: the safe folders below iac', async () => {
  const repository = new TestRepository();
  const files = ['iac/prod/vpc/a/x', 'iac/dev/vpc/a/x', 'iac/-x/vpc/a/x', 'iac/file', 'other/qa/x'];
  repository.commit({ files: Object.fromEntries(files.map((path) => [path, ''])) });
  expect((await open(repository)()).folders).toEqual(['dev', 'prod']);
});

it('gives nothing where there is nothing', async () => {
  const repository = new TestRepository();
  const commit = repository.commit({ files: { 'README.md': '' } });
  expect(await open(repository)()).toEqual({ commit, bindings: [], problems: [], folders: [] });
});

it('follows what is committed', async () => {
  const repository = new TestRepository();
  repository.commit({ files: { 'iac/prod/vpc/a/config.json': '{}' } });
  const read = open(repository);
  const seen = async () => {
    const { bindings, problems, folders } = await read();
    return { bindings: bindings.map(({ name }) => name), problems: problems.length, folders };
  };
  expect(await seen()).toEqual({ bindings: [], problems: 0, folders: ['prod'] });
  const file = 'account_environments/acme.json';
  repository.commit({ files: { [file]: '{"name":"acme","environment":"prod"}' } });
  expect(await seen()).toEqual({ bindings: ['acme'], problems: 0, folders: ['prod'] });
  repository.commit({ files: { 'iac/dev/vpc/a/config.json': '{}' } });
  expect(await seen()).toEqual({ bindings: ['acme'], problems: 0, folders: ['dev', 'prod'] });
  repository.commit({ files: { [file]: '{' } });
  expect(await seen()).toEqual({ bindings: [], problems: 1, folders: ['dev', 'prod'] });
  repository.commit({ files: { [file]: null, 'iac/dev/vpc/a/config.json': null } });
  expect(await seen()).toEqual({ bindings: [], problems: 0, folders: ['prod'] });
});
