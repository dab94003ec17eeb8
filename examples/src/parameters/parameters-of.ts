import { mergePatch } from '@karma/core';
import type { CommitToMake } from '../git/history';
import { type Delivery, deliveriesTo } from './deliveries';
import { extrasOf } from './extras';
import { CARRIED_BY_US, INCIDENTS, type Incident, LEFT_BEHIND } from './incidents';
import { functionOutputs, outputsOf, splitOutputs } from './outputs';
import type { Parameter, Version } from './parameter';
import { type Account, byHand, PROD_US, publisher, terraform } from './placements';

type Config = Readonly<Record<string, unknown>>;

/** A config that was published to an account. */
interface Published {
  readonly at: string;
  readonly config: Config;
}

const PUBLISHED_AFTER_MINUTES = 18;
const DEPLOYED_AFTER_MINUTES = 13;

/** Every parameter of an account, with its versions: what the pipeline published and what Terraform reported back. */
export function parametersOf(account: Account, commits: readonly CommitToMake[]): Parameter[] {
  const parameters = extrasOf(account);
  for (const [component, deliveries] of deliveriesTo(account, commits)) {
    const incidents = INCIDENTS.filter((one) => one.account === account && one.component === component);
    const published = publishedTo(account, component, deliveries, incidents);
    if (published.length === 0) continue;
    parameters.push(
      {
        name: `/iac/${component}/config`,
        type: 'String',
        versions: configVersions(account, published, incidents),
      },
      ...runtimeParameters(account, component, published, incidents),
    );
  }
  return parameters.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function publishedTo(
  account: Account,
  component: string,
  deliveries: readonly Delivery[],
  incidents: readonly Incident[],
): Published[] {
  if (account === PROD_US && !CARRIED_BY_US.has(component)) return [];
  if (incidents.some(({ kind }) => kind === 'never-published')) return [];
  if (deliveries.at(-1)?.config === null && !LEFT_BEHIND.has(component)) return [];
  const published = new Map<string, Published>();
  for (const { at, config } of deliveries) {
    const from = [at, account.since].sort().at(-1) ?? at;
    if (config !== null) published.set(from, { at: minutesAfter(from, PUBLISHED_AFTER_MINUTES), config });
  }
  return dropLast([...published.values()], lost(incidents, 'not-published'));
}

function lost(incidents: readonly Incident[], wanted: 'not-published' | 'not-deployed'): number {
  return incidents.reduce((sum, one) => (one.kind === wanted ? sum + one.last : sum), 0);
}

function dropLast<T>(items: readonly T[], count: number): T[] {
  return items.slice(0, Math.max(0, items.length - count));
}

function configVersions(
  account: Account,
  published: readonly Published[],
  incidents: readonly Incident[],
): Version[] {
  const versions = published.map(({ at, config }) => ({
    at,
    principal: publisher(account),
    value: JSON.stringify(config),
  }));
  for (const one of incidents)
    if (one.kind === 'by-hand') {
      const value = JSON.stringify(mergePatch(JSON.parse(versions.at(-1)?.value ?? '{}'), one.patch));
      versions.push({ at: one.at, principal: byHand(account, one.by), value });
    }
  return versions;
}

function runtimeParameters(
  account: Account,
  component: string,
  published: readonly Published[],
  incidents: readonly Incident[],
): Parameter[] {
  const [type = '', nickname = ''] = component.split('/');
  const versions = new Map<string, { type: Parameter['type']; versions: Version[] }>();
  const report = (at: string, name: string, value: string | readonly string[] | null) => {
    const principal = terraform(account);
    const kind = value === null ? 'SecureString' : typeof value === 'string' ? 'String' : 'StringList';
    const text = value === null ? {} : { value: typeof value === 'string' ? value : value.join(',') };
    const known = versions.get(name) ?? { type: kind, versions: [] };
    // Terraform writes a parameter only when its value changes.
    if (known.versions.length === 0 || known.versions.at(-1)?.value !== text.value)
      known.versions.push({ at, principal, ...text });
    versions.set(name, known);
  };
  for (const [index, { at, config }] of dropLast(published, lost(incidents, 'not-deployed')).entries()) {
    const deployedAt = minutesAfter(at, DEPLOYED_AFTER_MINUTES);
    const deployed = { account, type, nickname, config, serial: index + 1 };
    const name = `/iac/${component}/runtime`;
    const outputs = outputsOf(deployed);
    if (outputs !== undefined) report(deployedAt, name, JSON.stringify(outputs));
    if (type === 'lambda')
      for (const [alias, own] of functionOutputs(deployed))
        report(deployedAt, `/iac/lambda/${alias}/runtime`, JSON.stringify(own));
    if (type === 'rds-postgres')
      for (const [key, value] of Object.entries(splitOutputs(deployed)))
        report(deployedAt, `${name}/${key}`, value);
    for (const one of incidents)
      if (one.kind === 'replaced' && index === published.length - 1)
        report(one.at, name, JSON.stringify({ ...outputs, ...one.outputs }));
  }
  return [...versions].map(([name, parameter]) => ({ name, ...parameter }));
}

function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
