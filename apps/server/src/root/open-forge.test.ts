import { expect, it } from 'vitest';
import { openForge, TOKEN_VARIABLE } from './open-forge';

const REPOSITORY = 'https://github.com/acme/config.git';
const github = {
  config: { repository: REPOSITORY },
  forge: { kind: 'github' as const, repository: 'acme/config' },
};

it('is a repository on this machine, or GitHub where that is configured', async () => {
  const local = await openForge({ config: { repository: '/config' }, forge: undefined }, '/config');
  expect(local.kind).toBe('local');
  expect((await openForge(github, REPOSITORY, { [TOKEN_VARIABLE]: 'token' })).kind).toBe('github');
});

it('knows the configured repository by its address, whoever reads it', async () => {
  const config = { repository: 'https://reader:secret@github.com/acme/config.git' };
  const forge = await openForge({ ...github, config }, REPOSITORY, { [TOKEN_VARIABLE]: 'token' });
  expect(forge.kind).toBe('github');
});

it('says what to configure', async () => {
  await expect(openForge({ ...github, forge: undefined }, REPOSITORY)).rejects.toThrow('say `forge`');
  await expect(openForge(github, REPOSITORY, {})).rejects.toThrow(TOKEN_VARIABLE);
});

it('sends nothing of another repository to the one of the forge', async () => {
  const other = 'https://github.com/acme/other.git';
  const sent = openForge(github, other, { [TOKEN_VARIABLE]: 'token' });
  await expect(sent).rejects.toThrow('read from https://github.com/acme/other.git: change');
  expect((await openForge(github, '/elsewhere')).kind).toBe('local');
});
