import { removeReport } from '@karma/server';
import { configurationOf } from '../configuration';
import type { WorldOptions } from '../options';
import { colours, print, printJson } from '../print';

export async function reportRemoveCommand(report: string, options: WorldOptions): Promise<void> {
  await removeReport(configurationOf(options), report);
  if (options.json) return printJson({ removed: report });
  print(`${colours.green('✓')} ${report} was removed: the next sync no longer tells of it`);
}
