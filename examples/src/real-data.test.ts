import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { placementSchema } from '@karma/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRepository } from './git/fast-import';
import { buildGraph } from './testing/build-graph';
import { temporaryDirectory } from './testing/temporary-directory';

/** JSON of a public config repo, kept beside the checkout. */
const DATA = fileURLToPath(new URL('../../../shared/data/usekarma-aws-config', import.meta.url));
const isThere = existsSync(DATA) || process.env.CI !== undefined;

const BY = { name: 'usekarma', email: 'usekarma@example.com' };
const PLACEMENT = placementSchema.parse({ name: 'prod', account: '111111111111', region: 'us-east-1' });
const ZONES = { 'usekarma-dev': 'usekarma.dev', 'strall-com': 'strall.com' };

function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(path.join(DATA, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [path.relative(DATA, name), readFileSync(name, 'utf8')]));
}

const runtime = (type: string, nickname: string, outputs: unknown) => ({
  placement: PLACEMENT,
  name: `/iac/${type}/${nickname}/runtime`,
  value: JSON.stringify(outputs),
});

/** The sites and zones as Terraform reports them: sites say the names of zones, too. */
const OUTPUTS = Object.entries(ZONES).flatMap(([nickname, name]) => [
  runtime('route53-zone', nickname, { zone_id: `Z0${nickname}`, zone_name: name }),
  runtime('serverless-site', nickname, { custom_domain: name, bucket_name: `${nickname}-content` }),
]);

const EDGES = [
  'prod/serverless-api/demo-api → prod/openapi/demo-api declared',
  'prod/serverless-api/demo-api → prod/route53-zone/usekarma-dev inferred',
  'prod/serverless-api/karma-api → prod/openapi/karma-api declared',
  'prod/serverless-api/karma-api → prod/route53-zone/usekarma-dev inferred',
  'prod/serverless-site/adage-usekarma-dev → prod/route53-zone/usekarma-dev inferred',
  'prod/serverless-site/strall-com → prod/route53-zone/strall-com inferred',
  'prod/serverless-site/usekarma-dev → prod/route53-zone/usekarma-dev inferred',
];

describe.skipIf(!isThere)(
  `the public config repo ${isThere ? '' : `(skipped: ${DATA} is not there)`}`,
  () => {
    const directory = temporaryDirectory();
    const configRepository = path.join(directory, 'config');
    const configs = isThere ? filesBelow('iac') : new Map<string, string>();

    beforeAll(() => {
      const commit = (branch: string, folder: string) => ({
        at: '2025-11-01T12:00:00Z',
        by: BY,
        branch,
        message: `The configs of ${branch}`,
        files: filesBelow(folder),
      });
      createRepository(configRepository, [
        commit('main', 'account_environments'),
        commit('main', 'iac/prod'),
        commit('dev', 'iac/dev'),
      ]);
    });

    const graphWith = async (parameters: typeof OUTPUTS) => {
      const { built } = await buildGraph({
        configRepository,
        cacheDirectory: path.join(directory, 'cache'),
        environments: [
          { name: 'prod', branch: 'main', placements: [PLACEMENT] },
          { name: 'dev', branch: 'dev', placements: [] },
        ],
        parameters,
      });
      return built.graph;
    };

    it('is there with every component', async () => {
      const { components } = await graphWith([]);
      const declared = [...components.values()].flatMap(({ declaration }) => declaration?.path ?? []);
      expect(declared.sort()).toEqual([...configs.keys()].sort());
      expect(declared.length).toBeGreaterThanOrEqual(14);
    });

    it.each([
      ['before anything is deployed', []],
      ['once outputs name the same domains', OUTPUTS],
    ])('knows its zones and its missing descriptions and nothing else, %s', async (_when, parameters) => {
      const { components, dependencies } = await graphWith(parameters);
      const edges = [...dependencies.values()].map(
        ({ from, to, confidence }) => `${from} → ${to} ${confidence}`,
      );
      expect(edges.sort()).toEqual(EDGES);
      const missing = [...components.values()]
        .filter(({ status }) => status === 'missing')
        .map(({ id }) => id);
      expect(missing.sort()).toEqual(['prod/openapi/demo-api', 'prod/openapi/karma-api']);
    });
  },
);
