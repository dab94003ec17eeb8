import { type CopyOptions, type CopyReport, copyStore } from '@karma/store';
import { loadConfig, type StoreConfiguration, storeAt } from '../config/load-config';
import { openStore } from './open-karma';
import { processName } from './process-name';

/**
 * Copies the whole history of one store into another, or goes on with it. Each is named by a configuration
 * (`karma.config.json`), a WebSocket address with a name (`ws://127.0.0.1:8182/gremlin#karma`) or a file.
 * @throws ConfigError @throws CopyConflictError @throws SourceMovedError @throws LeaseHeldError
 */
export async function copyHistory(
  from: string,
  to: string,
  options: Omit<CopyOptions, 'holder'>,
): Promise<CopyReport> {
  const source = await openStore({ store: storeNamed(from) });
  try {
    const target = await openStore({ store: storeNamed(to) });
    try {
      return await copyStore(source, target, { ...options, holder: processName(process.pid) });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function storeNamed(text: string): StoreConfiguration {
  return text.endsWith('.json') ? loadConfig(text).store : storeAt(text);
}
