import { type InferenceCase, trap } from '../case';

const openapi = (extra: object) => JSON.stringify({ openapi: '3.0.1', paths: { '/echo': { get: extra } } });

export const conventionCases: readonly InferenceCase[] = [
  {
    rule: 'convention',
    name: 'shipped: the openapi of an API',
    configs: { 'serverless-api/web': { openapi: 'web' } },
    expected: ['serverless-api/web > openapi/web'],
  },
  {
    rule: 'convention',
    name: 'a team’s own',
    conventions: { references: { 'app:/network': 'vpc' } },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'convention',
    name: 'a team’s own for any type',
    conventions: { references: { '*:/network': 'vpc' } },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'convention',
    name: 'a team’s own inside a map',
    conventions: { references: { 'app:/parts/*/net': 'vpc' } },
    configs: { 'app/web': { parts: { a: { net: 'main' } } }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in a text',
    configs: { 'app/web': { body: openapi({ 'x-lambda-nickname': 'echo' }) }, 'lambda/echo': {} },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in YAML',
    configs: {
      'app/web': { body: 'paths:\n  /echo:\n    get:\n      x-lambda-nickname: echo\n' },
      'lambda/echo': {},
    },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in the config itself',
    configs: { 'app/web': { paths: { '/echo': { 'x-lambda-nickname': 'echo' } } }, 'lambda/echo': {} },
    expected: ['app/web > lambda/echo'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname in a published definition',
    configs: { 'lambda/all': { functions: { echo: {} } } },
    parameters: { '/iac/openapi/web/runtime': openapi({ 'x-lambda-nickname': 'echo' }) },
    expected: ['openapi/web > lambda/all'],
  },
  {
    rule: 'convention',
    name: 'x-lambda-nickname below a definition',
    configs: { 'lambda/echo': {} },
    parameters: { '/iac/openapi/web/text': openapi({ 'x-lambda-nickname': 'echo' }) },
    expected: ['openapi/web > lambda/echo'],
  },
  {
    rule: 'override',
    name: 'an edge that people declare',
    conventions: { edges: [{ from: 'app/web', to: 'vpc/main', verdict: 'declare' }] },
    configs: { 'app/web': {}, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  trap('override', 'an edge that people reject', {
    conventions: { edges: [{ from: 'app/web', to: 'vpc/main', verdict: 'reject' }] },
    configs: { 'app/web': { vpc_nickname: 'main' }, 'vpc/main': {} },
  }),
  trap('convention', 'openapi of another type', {
    configs: { 'app/web': { openapi: 'web' }, 'openapi/web': {} },
  }),
  trap('convention', 'openapi that is a version', {
    configs: { 'app/web': { definition: { openapi: '3.0.1' } } },
  }),
  trap('convention', 'a text that mentions the key', {
    configs: { 'app/web': { notes: 'set x-lambda-nickname to the echo function' }, 'lambda/echo': {} },
  }),
  trap('convention', 'a pointer that a team ignores', {
    conventions: { ignore: ['/legacy'] },
    configs: { 'app/web': { legacy: { vpc_nickname: 'main' } }, 'vpc/main': {} },
  }),
  {
    rule: 'extends',
    name: 'a parent in the same environment',
    configs: { 'app/web': { $extends: 'app/common' }, 'app/common': {} },
    expected: ['app/web > app/common'],
  },
  {
    rule: 'extends',
    name: 'a parent elsewhere',
    configs: { 'app/web': { $extends: 'dev/app/common' }, 'dev/app/common': {} },
    expected: ['app/web > dev/app/common'],
  },
];
