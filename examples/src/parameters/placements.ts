import type { Person } from '../story/step';

/** One account of the organisation, as its binding says, and the region that it works in. */
export interface Account {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly environment: 'prod' | 'staging' | 'dev';
  readonly branch: 'main' | 'dev';
  readonly allowDrift: boolean;
  /** Since when it is there. */
  readonly since: string;
}

export const PROD_EU: Account = {
  name: 'halyard-prod-eu',
  account: '210987654321',
  region: 'eu-west-1',
  environment: 'prod',
  branch: 'main',
  allowDrift: false,
  since: '2026-03-02T09:14:00.000Z',
};

export const PROD_US: Account = {
  name: 'halyard-prod-us',
  account: '321098765432',
  region: 'us-east-1',
  environment: 'prod',
  branch: 'main',
  allowDrift: true,
  since: '2026-05-18T15:58:00.000Z',
};

export const STAGING: Account = {
  name: 'halyard-staging',
  account: '432109876543',
  region: 'eu-west-1',
  environment: 'staging',
  branch: 'main',
  allowDrift: false,
  since: '2026-03-02T09:14:00.000Z',
};

export const DEV: Account = {
  name: 'halyard-dev',
  account: '543210987654',
  region: 'eu-west-1',
  environment: 'dev',
  branch: 'dev',
  allowDrift: true,
  since: '2026-03-02T09:14:00.000Z',
};

export const ACCOUNTS: readonly Account[] = [PROD_EU, PROD_US, STAGING, DEV];

const role = ({ account }: Account, name: string, session: string) =>
  `arn:aws:sts::${account}:assumed-role/${name}/${session}`;

export const publisher = (account: Account) => role(account, 'config-publisher', 'pipeline');
export const terraform = (account: Account) => role(account, 'terraform', 'apply');
export const builder = (account: Account) => role(account, 'image-builder', 'pipeline');
export const byHand = (account: Account, person: Person) => role(account, 'administrator', person.email);
