import { type InferenceCase, trap } from '../case';
import { at, reads } from './reads';

export const moduleCases: readonly InferenceCase[] = [
  {
    rule: 'module',
    name: 'a key of any name',
    types: { app: reads('/network', 'vpc') },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'a key inside a map',
    types: { app: reads('/net/name', 'vpc') },
    configs: { 'app/web': { net: { name: 'main' } }, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'each entry of a map',
    types: { app: reads('/functions/*/net', 'vpc') },
    configs: {
      'app/web': { functions: { a: { net: 'one' }, b: { net: 'two' } } },
      'vpc/one': {},
      'vpc/two': {},
    },
    expected: ['app/web > vpc/one', 'app/web > vpc/two'],
  },
  {
    rule: 'module',
    name: 'each item of a list',
    types: { app: reads('/networks/*', 'vpc') },
    configs: { 'app/web': { networks: ['one', 'two'] }, 'vpc/one': {}, 'vpc/two': {} },
    expected: ['app/web > vpc/one', 'app/web > vpc/two'],
  },
  {
    rule: 'module',
    name: 'named outright',
    types: { app: reads(null, 'vpc', 'all', 'main') },
    configs: { 'app/web': {}, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'an external system',
    types: { app: reads('/pay', 'external.stripe') },
    configs: { 'app/web': { pay: 'api' } },
    expected: ['app/web > external.stripe/api'],
  },
  {
    rule: 'module',
    name: 'the default of the key',
    types: {
      app: {
        ...reads('/network', 'vpc'),
        keys: [{ pointer: '/network', required: false, default: 'main', type: 'string', at: [] }],
      },
    },
    configs: { 'app/web': {}, 'vpc/main': {} },
    expected: ['app/web > vpc/main'],
  },
  {
    rule: 'module',
    name: 'an alias published by a module',
    types: { jobs: { aliases: [{ type: 'job', pointer: '/jobs', at }] }, app: reads('/job', 'job') },
    configs: { 'app/web': { job: 'nightly' }, 'jobs/all': { jobs: { nightly: {} } } },
    expected: ['app/web > jobs/all'],
  },
  {
    rule: 'module',
    name: 'a key that the nickname rule finds too',
    types: { app: reads('/vpc_nickname', 'vpc', ['vpc_id']) },
    configs: { 'app/web': { vpc_nickname: 'main' }, 'vpc/main': {} },
    expected: ['app/web > vpc/main', 'app/web > vpc/main : nickname'],
  },
  trap('module', 'the key is not set', {
    types: { app: reads('/network', 'vpc') },
    configs: { 'app/web': {}, 'vpc/main': {} },
  }),
  trap('module', 'the key of another type', {
    types: { api: reads('/network', 'vpc') },
    configs: { 'app/web': { network: 'main' }, 'vpc/main': {} },
  }),
  trap('module', 'a value that is no nickname', {
    types: { app: reads('/network', 'vpc') },
    configs: { 'app/web': { network: { cidr: '10.0.0.0/16' } }, 'vpc/main': {} },
  }),
  trap('module', 'its own name', {
    types: { vpc: reads('/peer', 'vpc') },
    configs: { 'vpc/main': { peer: 'main' } },
  }),
];
