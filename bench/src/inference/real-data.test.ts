import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  build,
  contentHash,
  createWorld,
  type MutableWorld,
  placementId,
  type Subject,
  subjects,
} from '@karma/core';
import { expect, test } from 'vitest';

/** JSON of a public config repo, laid beside the checkout. */
const FOLDER = fileURLToPath(new URL('../../../../shared/data/usekarma-aws-config/', import.meta.url));
const PLACEMENT = placementId('111111111111', 'us-east-1');
const ZONES: Readonly<Record<string, string>> = {
  'prod/serverless-site/usekarma-dev': 'prod/route53-zone/usekarma-dev',
  'prod/serverless-site/adage-usekarma-dev': 'prod/route53-zone/usekarma-dev',
  'prod/serverless-site/strall-com': 'prod/route53-zone/strall-com',
  'prod/serverless-api/demo-api': 'prod/route53-zone/usekarma-dev',
  'prod/serverless-api/karma-api': 'prod/route53-zone/usekarma-dev',
};
const OPENAPI: Readonly<Record<string, string>> = {
  'prod/serverless-api/demo-api': 'prod/openapi/demo-api',
  'prod/serverless-api/karma-api': 'prod/openapi/karma-api',
};

const edges = (map: Readonly<Record<string, string>>) => Object.entries(map).map((ends) => ends.join(' '));

function loadWorld(): {
  world: MutableWorld;
  put: (entries: readonly (readonly [Subject, string])[]) => void;
} {
  const contents = new Map<string, string>();
  const world = createWorld((hash) => contents.get(hash));
  let count = 0;
  const put = (entries: readonly (readonly [Subject, string])[]) => {
    const at = `2026-01-01T00:00:0${++count}.000Z`;
    const changes = entries.map(([subject, text]) => {
      const hash = contentHash(text);
      contents.set(hash, text);
      return { subject, hash };
    });
    world.observe({
      source: 'data',
      key: `data:${count}`,
      actor: null,
      at,
      message: '',
      observedAt: at,
      changes,
    });
  };
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('/config.json'),
  );
  put([
    ...['prod', 'dev'].map((name) => {
      const placements =
        name === 'prod' ? [{ name: 'usekarma-dev-prod', account: '111111111111', region: 'us-east-1' }] : [];
      return [subjects.environment(name), JSON.stringify({ name, prefix: '/iac', placements })] as const;
    }),
    ...files.map(
      (file) =>
        [
          subjects.declaration(file.split('/')[1] ?? '', file),
          readFileSync(`${FOLDER}${file}`, 'utf8'),
        ] as const,
    ),
  ]);
  return { world, put };
}

test('a public config repo: zones, definitions, and nothing from equal words', ({ skip }) => {
  skip(!existsSync(FOLDER) && !process.env.CI, 'The public config repo is not beside this checkout.');
  const { world, put } = loadWorld();
  const { graph } = build(world);
  const declared = [...graph.components.values()].filter(({ declaration }) => declaration !== null);
  expect(declared).toHaveLength(14);
  expect([...graph.dependencies.keys()].sort()).toEqual([...edges(ZONES), ...edges(OPENAPI)].sort());
  expect(
    Object.values(OPENAPI).map(
      (id) => [...graph.components.values()].find((component) => component.id === id)?.status,
    ),
  ).toEqual(['missing', 'missing']);
  expect([...graph.findings.values()].map(({ kind }) => kind)).toEqual([
    'dangling-reference',
    'dangling-reference',
  ]);

  put(
    Object.keys(ZONES).map((id) => {
      const [, type, nickname] = id.split('/');
      const domain = id.includes('strall') ? 'strall.com' : 'usekarma.dev';
      const value = JSON.stringify({
        custom_domain: domain,
        api_endpoint: `https://${nickname}.execute-api.us-east-1.amazonaws.com`,
      });
      return [
        subjects.parameter(PLACEMENT, `/iac/${type}/${nickname}/runtime`),
        JSON.stringify({ type: 'String', value }),
      ] as const;
    }),
  );
  expect([...build(world).graph.dependencies.keys()].sort()).toEqual(
    [...edges(ZONES), ...edges(OPENAPI)].sort(),
  );
});
