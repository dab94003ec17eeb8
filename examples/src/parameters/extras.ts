import { createHash } from 'node:crypto';
import { INES, JONAS, PRIYA, WEI } from '../story/step';
import type { Parameter } from './parameter';
import { type Account, builder, byHand, DEV, PROD_EU, PROD_US, STAGING } from './placements';

/** Services whose images the build pipeline publishes, by account. */
const IMAGES: ReadonlyMap<Account, readonly string[]> = new Map([
  [
    PROD_EU,
    [
      'orders',
      'pricing',
      'identity',
      'routing',
      'carrier-gateway',
      'checkout',
      'label-printer',
      'notifications',
      'returns',
      'analytics-loader',
      'addresses',
    ],
  ],
  [PROD_US, ['orders', 'pricing', 'identity', 'routing', 'carrier-gateway', 'checkout']],
  [STAGING, ['orders', 'pricing', 'routing', 'checkout']],
  [DEV, ['orders', 'pricing']],
]);

/** Built anew since it was last deployed. */
const REBUILT = 'notifications';

/** Parameters that neither a config nor a module brings: bindings, images, systems of others, an auxiliary one. */
export function extrasOf(account: Account): Parameter[] {
  const one = (name: string, at: string, principal: string, value: string): Parameter => ({
    name,
    type: 'String',
    versions: [{ at, principal, value }],
  });
  const parameters = [one('/iac/environment', account.since, byHand(account, INES), bindingOf(account))];
  for (const service of IMAGES.get(account) ?? []) {
    const digest = createHash('sha256').update(`${account.account}/${service}`).digest('hex');
    parameters.push(
      one(
        `/iac/container-image/${service}/runtime/image_uri`,
        service === REBUILT ? '2026-11-18T06:30:00.000Z' : account.since,
        builder(account),
        `${PROD_EU.account}.dkr.ecr.eu-west-1.amazonaws.com/${service}@sha256:${digest}`,
      ),
    );
  }
  if (account.environment === 'prod')
    parameters.push(
      one(
        '/external/payments/ledgerline/runtime',
        '2026-04-15T09:00:00.000Z',
        byHand(account, JONAS),
        JSON.stringify({ endpoint: 'https://api.ledgerline.example/v3', merchant_id: 'HALYARD-7714' }),
      ),
      one(
        '/external/carrier/polar-express/runtime',
        '2026-03-30T15:20:00.000Z',
        byHand(account, PRIYA),
        JSON.stringify({ endpoint: 'https://edi.polar-express.example', depot_code: 'HLY' }),
      ),
    );
  if (account === PROD_EU)
    parameters.push(
      one(
        '/iac/clickhouse/ami/base',
        '2026-11-10T04:00:00.000Z',
        byHand(account, WEI),
        'ami-0c7a61d3be2f4a905',
      ),
    );
  return parameters;
}

function bindingOf({ name, environment, branch, allowDrift }: Account): string {
  const repository = (what: string) => `https://git.halyard.example/platform/${what}.git`;
  return JSON.stringify({
    name,
    environment,
    config_repo: repository('config'),
    config_branch: branch,
    iac_repo: repository('iac'),
    iac_branch: branch,
    iac_strict: environment !== 'dev',
    allow_drift: allowDrift,
  });
}
