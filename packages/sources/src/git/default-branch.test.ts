import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { TestRepository } from '../testing/test-repository';
import { readDefaultBranch } from './default-branch';

it('is where HEAD points, by path, relative path or URL', async () => {
  const repository = new TestRepository();
  repository.commit({ files: {} });
  repository.git('checkout', '--quiet', '-b', 'team/trunk');
  const { directory } = repository;
  for (const place of [directory, relative(process.cwd(), directory), `file://${directory}`])
    expect(await readDefaultBranch(place)).toBe('team/trunk');
});

it.each(['/nowhere/at/all', '--upload-pack=touch /tmp/karma-injected'])(
  'is told to be unreadable: %s',
  async (place) => {
    await expect(readDefaultBranch(place)).rejects.toMatchObject({ name: 'SourceUnavailableError' });
  },
);

it('is told when there is none', async () => {
  const repository = new TestRepository();
  repository.commit({ files: {} });
  repository.git('checkout', '--quiet', '--detach');
  await expect(readDefaultBranch(repository.directory)).rejects.toThrow('has no default branch');
});
