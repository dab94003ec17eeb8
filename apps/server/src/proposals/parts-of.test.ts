import { parseComponentId } from '@karma/core';
import { expect, it } from 'vitest';
import type { ResolvedEnvironment } from '../root/resolve-environments';
import { partsOf } from './parts-of';

const environment = (name: string, repository: string): ResolvedEnvironment => ({
  settings: { name, prefix: '/iac', placements: [], abstract: false },
  config: { repository, branch: 'main' },
  modules: null,
  placements: [],
});

it('cuts a draft by branches, and names their repositories without credentials', () => {
  const files = ['dev/vpc/main', 'prod/vpc/main'].flatMap((text) => parseComponentId(text) ?? []);
  const parts = partsOf(
    files.map((id) => ({ id })),
    [
      environment('dev', 'https://reader:secret@git.example/config.git'),
      environment('prod', 'https://other@git.example/config.git'),
    ],
  );
  expect(parts).toEqual([
    {
      place: { repository: 'https://git.example/config.git', branch: 'main' },
      environments: ['dev', 'prod'],
      files: files.map((id) => ({ id })),
    },
  ]);
});
