import { expect, it } from 'vitest';
import { TestRepository, temporaryDirectory } from '../testing/test-repository';
import { listEnvironments, readBindings } from './bindings';

function location(repository: TestRepository) {
  return { repository: repository.directory, branch: 'main', cacheDirectory: temporaryDirectory() };
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
  const { bindings, problems } = await readBindings(location(repository));
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
  expect(await listEnvironments(location(repository))).toEqual(['dev', 'prod']);
});

it('gives nothing where there is nothing', async () => {
  const repository = new TestRepository();
  repository.commit({ files: { 'README.md': '' } });
  expect(await listEnvironments(location(repository))).toEqual([]);
  expect(await readBindings(location(repository))).toEqual({ bindings: [], problems: [] });
});
