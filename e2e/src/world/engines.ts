import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createExample } from '@karma/examples';
import {
  OWN_ACCOUNT,
  REGION,
  startGremlinServer,
  startMoto,
  TEST_ENVIRONMENT,
  TestAccount,
  whyMissing,
} from '@karma/test-services';
import { type Server, serve } from './processes';

const SECRET = 'known-to-eventbridge-and-karma';

/** The example's configs, kept in Gremlin Server, with prod's parameters in AWS as moto plays it. */
export interface EnginesWorld {
  /** Two processes on one store. */
  readonly servers: readonly [Server, Server];
  /** To write to as anybody would. */
  readonly account: TestAccount;
  /** Posts the event that EventBridge sends after a change of this parameter. */
  announce(parameter: string): Promise<void>;
  remove(): Promise<void>;
}

/** Why there can be no such world on this machine; nothing when there can. */
export const whyNoEngines = (): string | undefined => whyMissing('gremlin-server') ?? whyMissing('moto');

export async function createEnginesWorld(): Promise<EnginesWorld> {
  const directory = await mkdtemp(path.join(tmpdir(), 'karma-engines-'));
  const [gremlin, moto] = await Promise.all([startGremlinServer(), startMoto()]);
  const { configRepository } = await createExample({ directory });
  const config = path.join(directory, 'engines.config.json');
  const placement = {
    name: 'halyard-prod-eu',
    account: OWN_ACCOUNT,
    region: REGION,
    parameterStore: {},
    aws: { endpoint: moto.url },
  };
  await writeFile(
    config,
    JSON.stringify({
      store: { kind: 'gremlin', url: gremlin.url },
      config: { repository: configRepository },
      environments: { prod: { placements: [placement] } },
      history: 'head',
      // Only an event makes them look again while the test runs.
      sync: { parameters: 86_400 },
    }),
  );
  const environment = { ...TEST_ENVIRONMENT, KARMA_PARAMETERS_SECRET: SECRET };
  const account = new TestAccount(moto.url);
  await account.put('/iac/vpc/main/runtime', '{"vpc_id":"vpc-1"}');
  const servers = [await serve(config, environment), await serve(config, environment)] as const;
  return {
    servers,
    account,
    announce: async (name) => {
      const response = await fetch(`${servers[0].address}/hooks/parameters`, {
        method: 'POST',
        headers: { 'x-karma-token': SECRET },
        body: JSON.stringify({
          source: 'aws.ssm',
          'detail-type': 'Parameter Store Change',
          account: OWN_ACCOUNT,
          region: REGION,
          detail: { name, operation: 'Update', type: 'String' },
        }),
      });
      if (response.status !== 202) throw new Error(`The webhook answered ${response.status}.`);
    },
    remove: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await Promise.all([gremlin.stop(), moto.stop()]);
      await rm(directory, { recursive: true, force: true });
    },
  };
}
