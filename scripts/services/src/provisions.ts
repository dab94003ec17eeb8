import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `npm test` brings to a machine. One line a service; its folder is below `.services` of the checkout. */
export type ServiceName = 'gremlin-server' | 'moto';

const PROVISIONS = fileURLToPath(new URL('../../../.services', import.meta.url));

/** Where a service is, or will be. */
export function folderOf(service: ServiceName): string {
  return join(PROVISIONS, service);
}

const readyFile = (service: ServiceName) => join(folderOf(service), 'ready');
const reasonFile = (service: ServiceName) => join(PROVISIONS, `${service}.missing`);

/** Whether this version is there; `version` is anything that changes when it must be fetched again. */
export function isReady(service: ServiceName, version: string): boolean {
  return existsSync(readyFile(service)) && readFileSync(readyFile(service), 'utf8') === version;
}

export function markReady(service: ServiceName, version: string): void {
  rmSync(reasonFile(service), { force: true });
  writeFileSync(readyFile(service), version);
}

export function markMissing(service: ServiceName, reason: string): void {
  mkdirSync(dirname(reasonFile(service)), { recursive: true });
  writeFileSync(reasonFile(service), reason);
}

/** Why a suite that needs the service has to be skipped, in words; nothing when the service is there. */
export function whyMissing(service: ServiceName): string | undefined {
  if (existsSync(reasonFile(service))) return readFileSync(reasonFile(service), 'utf8');
  return existsSync(readyFile(service)) ? undefined : `${service} was not fetched: run npm test once`;
}
