import { openParameterStore } from '@karma/sources';
import {
  OWN_ACCOUNT,
  REGION,
  startAwsProxy,
  startMoto,
  TEST_ENVIRONMENT,
  TestAccount,
  whyMissing,
} from '@karma/test-services';
import type { Bench } from '../harness/figure';

const PARAMETERS = 10_000;
const UNHURRIED = {
  DescribeParameters: 1000,
  GetParametersByPath: 1000,
  GetParameters: 1000,
  GetParameterHistory: 1000,
};

/** Counts what reaches Parameter Store (moto, with the pages of AWS), at a proxy before it. */
export const parameterStore: Bench = {
  name: 'parameter-store',
  async run() {
    const reason = whyMissing('moto');
    if (reason) throw new Error(reason);
    Object.assign(process.env, TEST_ENVIRONMENT);
    const moto = await startMoto();
    const proxy = await startAwsProxy(moto.url);
    try {
      const aws = new TestAccount(moto.url);
      await aws.putAll(
        Array.from({ length: PARAMETERS }, (_, n) => [`/iac/vpc/n${n}/config`, `{"n":${n}}`] as const),
      );
      const source = openParameterStore({
        account: OWN_ACCOUNT,
        region: REGION,
        endpoint: proxy.url,
        paths: ['/iac', '/external'],
        callsPerSecond: UNHURRIED,
        past: 'background',
      });
      let cursor: string | undefined;
      const sync = async () => {
        proxy.calls.length = 0;
        for await (const batch of source.observe(cursor)) cursor = batch.cursor;
        return proxy.calls.filter((action) => action !== 'POST /');
      };
      await sync();
      const unchanged = await sync();
      await aws.put('/iac/vpc/n7/config', 'changed');
      const changed = await sync();
      const values = unchanged.filter((action) => action !== 'DescribeParameters');
      const work = `incremental sync of Parameter Store, ${PARAMETERS.toLocaleString('en')} parameters`;
      const count = (what: string, value: number, bar: number) =>
        ({ work: `${work}, ${what}`, measure: 'count', value, unit: 'calls', bar }) as const;
      return [
        count('unchanged', unchanged.length, 205),
        count('unchanged: values asked for', values.length, 0),
        count('one changed: beyond those', changed.length - unchanged.length, 1),
      ];
    } finally {
      await proxy.stop();
      await moto.stop();
    }
  },
};
