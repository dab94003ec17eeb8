import { type ChangeSet, invert } from '@karma/core';
import { InvalidAppendError } from '../errors';
import { checkConsecutive, checkHead, checkLease, headAfter } from '../head';
import type { Append, Head, Lease, Rebuild } from '../ports';
import type { Connection } from './connection';
import { guarded, IS_HELD, mergeEdges, mergeVertices } from './guarded';
import { type HeadVertex, headOf, leaseOf, NOTHING_CLOSED, readHeadVertex } from './head-vertex';
import { appendedChunks } from './lists';
import type { Names } from './names';
import { NetChanges } from './net-changes';
import { areOpen, close, dropClosed, type Plan, planWrite, sizeOf } from './plan';
import { readRevisions, readSummaries } from './revisions';
import { clean, fitsOneRequest, stage, undoStaged } from './staging';
import { WriterSummary } from './writer-summary';

/** More than so many ended elements are searched for when they are dropped, not listed. */
const LISTED = 200;

/** How the log stands after a write, and what happens to the graph. */
interface Target {
  readonly base: Pick<HeadVertex, keyof Head | 'spans'>;
  readonly changes: ChangeSet;
  /** Whether revisions were replaced. */
  readonly isRebuilt: boolean;
}

/** Writes to the log and its projection. */
export class Writer {
  readonly #summary: WriterSummary;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {
    this.#summary = new WriterSummary(connection, names);
  }

  /**
   * Two round trips when it fits one request. A larger one takes a round trip for each 500 elements or 1 MB, and some.
   * Two more when components or dependencies change in a graph that this writer has not written so far; more still
   * when a writer died and left something to repair.
   */
  append(lease: Lease, expected: Head, batch: Append): Promise<Head> {
    return this.#write(lease, expected, batch, undefined);
  }

  /** As `append`, and a round trip for each 40 to 400 revisions that are replaced. */
  rebuild(lease: Lease, expected: Head, batch: Rebuild): Promise<Head> {
    return this.#write(lease, expected, batch, batch.keepUntil);
  }

  async #write(lease: Lease, expected: Head, batch: Append, keepUntil: number | undefined): Promise<Head> {
    const found = await readHeadVertex(this.connection, this.names);
    check(found, lease, expected);
    checkConsecutive(keepUntil ?? found.revision, batch);
    const head = await this.#tidied(found, lease, expected);
    try {
      const target =
        keepUntil === undefined ? appended(head, batch) : await this.#rebuilt(head, batch, keepUntil);
      return await this.#commit(head, lease, expected, batch, target);
    } catch (error) {
      this.#summary.forget();
      throw error;
    }
  }

  async #rebuilt(head: HeadVertex, { revisions }: Append, keepUntil: number): Promise<Target> {
    const { connection, names } = this;
    const dropped = new NetChanges();
    for await (const { changes } of readRevisions(connection, names, head, keepUntil + 1, head.revision))
      dropped.add(changes);
    const net = new NetChanges().add(invert(dropped.changes));
    for (const { changes } of revisions) net.add(changes);
    const [kept] = await readSummaries(connection, names, head, { before: keepUntil + 1, limit: 1 });
    const generation = head.generation + 1;
    const spans = [
      ...head.spans.filter(({ from }) => from <= keepUntil),
      { generation, from: keepUntil + 1 },
    ];
    const base = { ...headOf(head), generation, revision: keepUntil, key: kept?.key ?? '', spans };
    return { base, changes: net.changes, isRebuilt: true };
  }

  async #commit(
    head: HeadVertex,
    lease: Lease,
    expected: Head,
    batch: Append,
    { base, changes, isRebuilt }: Target,
  ): Promise<Head> {
    const { connection, names } = this;
    const write = head.given + 1;
    const { vertices: chunks, head: lengths } = appendedChunks(names, head, batch, write);
    const { revisions, contents, cursors } = batch;
    const { generation, spans } = base;
    const plan = planWrite(names, { changes, revisions, contents, chunks, generation, write });
    const after = headAfter(base, batch);
    const isOne = fitsOneRequest(plan);
    const isListed = isOne && !isRebuilt && sizeOf(plan.closing) <= LISTED;
    const next: Partial<HeadVertex> = {
      ...after,
      ...lengths,
      spans,
      write,
      given: write,
      cursors: { ...head.cursors, ...Object.fromEntries(cursors) },
      summary: await this.#summary.after(head, changes, write),
      ...(isListed
        ? { vacuumed: head.write, closed: plan.closing, dead: head.closed }
        : { vacuumed: write, closed: NOTHING_CLOSED, dead: NOTHING_CLOSED, cleaning: 1 }),
    };
    const isWritten = isOne
      ? await this.#writeAtOnce(head, lease, plan, next)
      : await this.#writeStaged(head, lease, plan, next);
    if (!isWritten) await this.#refuse(lease, expected);
    if (!isListed) await clean(connection, names, lease, { write, spans });
    return after;
  }

  #writeAtOnce(head: HeadVertex, { token }: Lease, plan: Plan, next: Partial<HeadVertex>): Promise<boolean> {
    return guarded(this.connection, this.names, {
      expected: { token, write: head.write, staging: 0, cleaning: 0 },
      requirements: [IS_HELD, ...areOpen(plan.closing)],
      effects: [
        ...dropClosed(head.dead, head.vacuumed),
        ...close(plan.closing, next.write ?? 0),
        ...mergeVertices([...plan.vertices()]),
        ...mergeEdges([...plan.edges()]),
      ],
      head: next,
    });
  }

  async #writeStaged(
    head: HeadVertex,
    lease: Lease,
    plan: Plan,
    next: Partial<HeadVertex>,
  ): Promise<boolean> {
    const { connection, names } = this;
    const write = next.write ?? 0;
    if (!(await stage(connection, names, lease, head, write, plan))) return false;
    const expected = { token: lease.token, staging: write };
    return guarded(connection, names, {
      expected,
      requirements: [IS_HELD],
      head: { ...next, staging: 0 },
    });
  }

  /** Repairs what a writer that died left behind. No round trip when there is nothing. */
  async #tidied(head: HeadVertex, lease: Lease, expected: Head): Promise<HeadVertex> {
    const { connection, names } = this;
    if (head.staging === 0 && head.cleaning === 0) return head;
    const isUndone = head.staging === 0 || (await undoStaged(connection, names, lease, head.staging));
    const isClean = isUndone && (head.cleaning === 0 || (await clean(connection, names, lease, head)));
    if (!isClean) await this.#refuse(lease, expected);
    return { ...head, staging: 0, cleaning: 0 };
  }

  /** Says why a step was not carried out. */
  async #refuse(lease: Lease, expected: Head): Promise<never> {
    const head = await readHeadVertex(this.connection, this.names);
    check(head, lease, expected);
    if (head.staging !== 0) await undoStaged(this.connection, this.names, lease, head.staging);
    throw new InvalidAppendError('it changes or removes an element that is not there.');
  }
}

/** @throws FencedError @throws ConflictError */
function check(head: HeadVertex, lease: Lease, expected: Head): void {
  checkLease(lease, { token: head.token, held: leaseOf(head) !== null });
  checkHead(headOf(head), expected);
}

function appended(head: HeadVertex, { revisions }: Append): Target {
  const net = new NetChanges();
  for (const { changes } of revisions) net.add(changes);
  return { base: head, changes: net.changes, isRebuilt: false };
}
