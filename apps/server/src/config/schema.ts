import { conventionsSchema, segmentSchema } from '@karma/core';
import { z } from 'zod';

const text = z.string().min(1);

const seconds = z.int().min(1).max(86_400);

const repositorySchema = z.strictObject({
  repository: text.describe('Path (relative to this file) or URL of a Git repository.'),
  branch: text
    .optional()
    .describe('The branch of environments that no binding speaks of. Default: the repository’s own default.'),
});

const overrideSchema = z.strictObject({
  repository: text.optional().describe('Default: the repository given for all environments.'),
  branch: text.optional().describe('Default: what the binding says, else the default for all environments.'),
});

const path = z.string().regex(/^\/[^/]+(\/[^/]+)*$/, 'a path such as /iac, without a slash at its end');
const rate = z.number().positive().max(1000).optional();

const regionSchema = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d+$/, 'an AWS region such as eu-west-1');

const awsSchema = z.strictObject({
  profile: text
    .optional()
    .describe('Profile of the shared AWS files. Default: the default credential chain.'),
  role: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, 'the ARN of a role: arn:aws:iam::<account>:role/<name>')
    .optional()
    .describe('A role to assume.'),
  externalId: text.optional().describe('External id that the role asks for.'),
  endpoint: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Stands in for AWS: an emulator.'),
});

const parameterStoreSchema = z.strictObject({
  paths: z
    .array(path)
    .min(1)
    .optional()
    .describe('Prefixes to read. Default: the prefix of the environment, and /external.'),
  decrypt: z
    .array(z.string().regex(/^\//, 'a path such as /iac/rds-postgres/*/runtime/password'))
    .default([])
    .describe(
      'Which `SecureString`s may be decrypted, to see by a keyed hash that they changed: names, `*` for a part, `**` for several. The key is in KARMA_SECRETS_KEY.',
    ),
  callsPerSecond: z
    .strictObject({
      DescribeParameters: rate,
      GetParametersByPath: rate,
      GetParameters: rate,
      GetParameterHistory: rate,
    })
    .default({})
    .describe('Most calls a second, by action.'),
});

const stateFields = z.strictObject({
  directory: text.optional().describe('Directory with the states, instead of a bucket.'),
  bucket: text
    .optional()
    .describe('S3 bucket with the states. Default: `<account>-tf-state`, if it belongs to the account.'),
});
const stateSchema = stateFields.refine(
  ({ directory, bucket }) => directory === undefined || bucket === undefined,
  'directory and bucket would be the same source; keep one',
);

const placementFields = z.strictObject({
  name: text.describe('For people, and the binding of this name says whether drift is allowed: `acme-prod`.'),
  account: text.describe('AWS account id.'),
  region: text.describe('AWS region.'),
  parameters: text
    .optional()
    .describe('Directory with the account’s parameters as files, instead of `parameterStore`.'),
  parameterStore: parameterStoreSchema.optional().describe('Its Parameter Store, read from AWS.'),
  state: stateSchema
    .optional()
    .describe(
      'Its Terraform states, at `<type>/<nickname>/terraform.tfstate`: evidence of what was deployed.',
    ),
  aws: awsSchema.default({}).describe('How to reach the account.'),
});

const placementSchema = placementFields.superRefine(
  ({ parameters, parameterStore, state, region }, context) => {
    const wrong = (key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (parameters !== undefined && parameterStore !== undefined)
      wrong('parameters', 'parameters and parameterStore would be the same source; keep one');
    const isOnAws = parameterStore !== undefined || (state !== undefined && state.directory === undefined);
    if (isOnAws && !regionSchema.safeParse(region).success)
      wrong('region', 'an AWS region such as eu-west-1');
  },
);

const environmentSchema = z.strictObject({
  config: overrideSchema.default({}).describe('Where its configs stand.'),
  modules: overrideSchema.default({}).describe('Where its Terraform modules stand.'),
  placements: z.array(placementSchema).default([]).describe('The accounts and regions bound to it.'),
  prefix: path.default('/iac').describe('Prefix of its parameters (`IAC_PREFIX`).'),
  abstract: z
    .boolean()
    .optional()
    .describe('Only inherited from, never deployed. Default: true for `base`, false for all others.'),
});

/** Keys that only one kind of store has, and whether it needs them. */
const STORE_KEYS = [
  { key: 'file', kind: 'sqlite', isRequired: false },
  { key: 'url', kind: 'gremlin', isRequired: true },
  { key: 'name', kind: 'gremlin', isRequired: false },
  { key: 'readerUrl', kind: 'gremlin', isRequired: false },
  { key: 'iam', kind: 'gremlin', isRequired: false },
] as const;

const iamSchema = z.strictObject({
  region: regionSchema.describe('AWS region of the cluster.'),
  profile: awsSchema.shape.profile,
  role: awsSchema.shape.role,
});

const socketUrl = z.url({
  protocol: /^wss?$/,
  error: 'a WebSocket address such as wss://cluster.example.org:8182/gremlin',
});

const storeSchema = z
  .strictObject({
    kind: z
      .enum(['sqlite', 'gremlin'])
      .default('sqlite')
      .describe('`sqlite`: one file. `gremlin`: Amazon Neptune, or another database that speaks Gremlin.'),
    file: text.optional().describe('Of `sqlite`. Made when missing. Default: .karma/karma.db'),
    url: socketUrl.optional().describe('Of `gremlin`: the address of the database, `wss://…:8182/gremlin`.'),
    readerUrl: socketUrl
      .optional()
      .describe(
        'Of `gremlin`: replicas that take reads of the graph, as a Neptune cluster’s reader endpoint.',
      ),
    name: text
      .optional()
      .describe('Of `gremlin`: several graphs live in one database, each under a name. Default: karma'),
    iam: iamSchema
      .optional()
      .describe('Of `gremlin`: as whom to connect to a Neptune cluster with IAM authentication.'),
  })
  .superRefine((store, context) => {
    for (const { key, kind, isRequired } of STORE_KEYS) {
      if (kind !== store.kind && store[key] !== undefined)
        context.addIssue({ code: 'custom', path: [key], message: `only a ${kind} store has it` });
      if (kind === store.kind && isRequired && store[key] === undefined)
        context.addIssue({ code: 'custom', path: [key], message: 'required' });
    }
    const isPlain = [store.url, store.readerUrl].some((url) => url?.startsWith('ws:'));
    if (store.iam && isPlain)
      context.addIssue({
        code: 'custom',
        path: ['iam'],
        message: 'only over wss://: credentials never go in the clear',
      });
  });

const forgeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z
        .literal('local')
        .describe('Branches are made in the config repo itself, and merged from the app.'),
    }),
    z.strictObject({
      kind: z.literal('github'),
      repository: z
        .string()
        .regex(/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/, 'an owner and a name, such as acme/config')
        .describe('`<owner>/<name>` of the config repo.'),
      baseUrl: z.url().optional().describe('API of an Enterprise server: `https://<host>/api/v3`.'),
      app: z
        .strictObject({
          id: text.describe('Id of the GitHub App.'),
          installation: z.int().positive().describe('Id of its installation on the repository.'),
          privateKeyFile: text.describe('File with its private key, PEM.'),
        })
        .optional()
        .describe('As whom Karma writes. Left out: the token in the variable KARMA_GITHUB_TOKEN.'),
    }),
  ])
  .optional()
  .describe('Where proposals go. Default: `local`, where the config repo is a path.');

/** `karma.config.json`, as written. Relative paths are relative to the file. */
export const configFileSchema = z.strictObject({
  $schema: z.string().optional(),
  store: storeSchema.prefault({}).describe('Where graph and history are kept.'),
  config: repositorySchema.describe('The config repo.'),
  forge: forgeSchema,
  modules: repositorySchema.optional().describe('The Terraform modules. Left out: schemas are derived.'),
  environments: z
    .record(segmentSchema, environmentSchema)
    .optional()
    .describe('Left out: the bindings and folders of the config repo say which there are.'),
  conventions: conventionsSchema
    .optional()
    .describe('Stands in for `karma.conventions.json` of the config repo.'),
  drafts: text
    .optional()
    .describe('Directory with drafts, as exported from the browser, that everybody is offered a copy of.'),
  history: z
    .enum(['full', 'head'])
    .default('full')
    .describe('`full` replays every commit; `head` starts with what the branches hold now.'),
  sync: z
    .strictObject({
      repositories: seconds.default(30).describe('Seconds between two looks at a repository elsewhere.'),
      parameters: seconds.default(60).describe('Seconds between two looks at a Parameter Store.'),
      queue: awsSchema
        .extend({
          url: z.url({ protocol: /^https?$/ }).describe('URL of the queue.'),
          region: text.describe('AWS region of the queue.'),
        })
        .optional()
        .describe('An SQS queue with “Parameter Store Change” events of EventBridge: docs/operations.md.'),
    })
    .prefault({})
    .describe(
      'How often sources are asked what is new; what is on this machine is looked at every 2 seconds.',
    ),
  server: z
    .strictObject({
      host: z
        .enum(['127.0.0.1', '::1', 'localhost'])
        .default('127.0.0.1')
        .describe('Without sign-in, the server binds to loopback only.'),
      port: z.int().min(0).max(65535).default(4400).describe('The next free one is taken when it is not.'),
    })
    .prefault({}),
});

export type ConfigFile = z.infer<typeof configFileSchema>;
export type EnvironmentConfig = z.infer<typeof environmentSchema>;
export type PlacementConfig = z.infer<typeof placementSchema>;

/** The JSON Schema for editors, committed as `karma.config.schema.json`. */
export function configJsonSchema() {
  return { title: 'karma.config.json', ...z.toJSONSchema(configFileSchema, { io: 'input' }) };
}
