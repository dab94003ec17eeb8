import { type Observation, placementId, subjects } from '@karma/core';
import { z } from 'zod';
import type { AwsAccess } from '../../aws/access';
import { hashContent } from '../../hash-content';
import type { Source, SourceProblem } from '../../source';
import { type Bucket, bucketPlace } from './bucket-place';
import { directoryPlace } from './directory-place';
import type { ListedState } from './place';
import { readStateFile } from './state-file';

export type StateSourceOptions = AwsAccess &
  (
    | { readonly directory: string; readonly bucket?: undefined }
    /** Default: `<account>-tf-state`, if that account owns it. */
    | { readonly directory?: undefined; readonly bucket?: string | undefined }
  );

const READS_AT_ONCE = 16;

/** Stamp of each state that was observed, by `<type>/<nickname>`. */
const cursorSchema = z.record(z.string(), z.string());

interface News {
  readonly listed: ListedState;
  /** `null`: it is gone. */
  readonly read: ReturnType<typeof readStateFile> | null;
}

/**
 * Terraform states of one account and region, in a directory or an S3 bucket, at `<type>/<nickname>/terraform.tfstate`.
 * @returns a source named `state:<account>/<region>`; one observation a state that was written.
 */
export function openStateSource(options: StateSourceOptions): Source {
  const { account, region, directory, bucket } = options;
  const placement = placementId(account, region);
  const source = `state:${placement}`;
  const place =
    directory === undefined
      ? bucketPlace(source, options, bucket ? { name: bucket } : defaultBucket(account))
      : directoryPlace(source, directory);
  let reported = '[]';
  return {
    name: source,
    position(cursor) {
      const count = Object.keys(readCursor(cursor)).length;
      return `${count} ${count === 1 ? 'state' : 'states'}`;
    },
    async *observe(cursor, signal) {
      const stamps = new Map(Object.entries(cursor === undefined ? {} : readCursor(cursor)));
      const observedAt = new Date().toISOString();
      const listed = new Map((await place.list(signal)).map((one) => [one.name, one]));
      const contents = new Map<string, string>();
      const problems: SourceProblem[] = [];
      const observations: Observation[] = [];
      const observe = (name: string, what: string, at: string, hash: string | null) => {
        const key = `tfstate:${placement}/${name}@${what}`;
        const [type = '', nickname = ''] = name.split('/');
        const changes = [{ subject: subjects.state(placement, type, nickname), hash }];
        observations.push({ source, key, actor: null, at, message: '', observedAt, changes });
      };
      const changed = [...listed.values()].filter(({ name, stamp }) => stamps.get(name) !== stamp);
      for (const { listed: one, read } of await readAll(changed, signal)) {
        if (read === null) continue;
        const { state, problem } = read;
        if (problem) {
          problems.push(problem);
          continue;
        }
        const content = JSON.stringify(state);
        const hash = hashContent(content);
        contents.set(hash, content);
        stamps.set(one.name, one.stamp);
        observe(one.name, `${state.serial}-${unique(one.stamp, one.at)}`, one.at, hash);
      }
      for (const [name, stamp] of [...stamps]) {
        if (listed.has(name)) continue;
        stamps.delete(name);
        observe(name, `gone-${unique(stamp, observedAt)}`, observedAt, null);
      }
      const report = JSON.stringify(problems);
      if (observations.length === 0 && report === reported) return;
      reported = report;
      observations.sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
      const total = observations.length;
      yield { observations, contents, cursor: JSON.stringify(Object.fromEntries(stamps)), total, problems };
    },
  };

  async function readAll(changed: readonly ListedState[], signal: AbortSignal | undefined): Promise<News[]> {
    const news: News[] = [];
    for (let start = 0; start < changed.length; start += READS_AT_ONCE) {
      signal?.throwIfAborted();
      const some = changed.slice(start, start + READS_AT_ONCE);
      news.push(
        ...(await Promise.all(
          some.map(async (listed) => {
            // Only what counts is kept: a first look reads thousands of states.
            const text = await place.read(listed, signal);
            return { listed, read: text === null ? null : readStateFile(listed.file, text) };
          }),
        )),
      );
    }
    return news;
  }
}

function defaultBucket(account: string): Bucket {
  return { name: `${account}-tf-state`, owner: account };
}

/** The same serial may be written twice. */
function unique(stamp: string, at: string): string {
  return hashContent(`${stamp} ${at}`).slice(0, 8);
}

/** A cursor that cannot be read knows nothing: all is observed again, and changes nothing. */
function readCursor(cursor: string): Record<string, string> {
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    return {};
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
