import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateOrganisation, type Organisation, type Size } from '../organisation/generate';
import { type Written, writeOrganisation } from '../organisation/write';
import { karma } from './karma';

const directories: string[] = [];

/** A directory that `removeDirectories` removes. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'karma-bench-'));
  directories.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

export interface World extends Written {
  readonly directory: string;
  readonly organisation: Organisation;
}

/** A synthetic organisation in Git repositories, not yet ingested. */
export function createWorld(size: Size, commits = 1): World {
  const organisation = generateOrganisation(size);
  const directory = temporaryDirectory();
  return { directory, organisation, ...writeOrganisation(directory, organisation, commits) };
}

let large: Promise<World> | undefined;

/** 100,000 components with configs of 1 KB and 160,000 dependencies, ingested; made once for all benches of a run. */
export function largeWorld(): Promise<World> {
  large ??= ingested(createWorld({ components: 100_000, seed: 7, configBytes: 1000 }));
  return large;
}

/** Reads a world into its store. */
export async function ingested(world: World): Promise<World> {
  await karma('ingest', '--config', world.karmaConfig);
  return world;
}
