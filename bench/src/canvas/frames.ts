import { z } from 'zod';
import { median, p95 } from '../harness/measure';

export const watchedSchema = z.object({
  /** Frames in their order; `isNew`: the picture was drawn anew in it, not moved or stretched. */
  frames: z.array(z.object({ ms: z.number(), isNew: z.boolean() })).min(1),
  /** Most elements of the canvas at any moment. */
  nodes: z.number(),
});
export type Watched = z.infer<typeof watchedSchema>;

/** Milliseconds from each new picture to the next: frames without one count towards the one that follows. */
export function intervals({ frames }: Watched): number[] {
  const lengths: number[] = [];
  let since = 0;
  for (const { ms, isNew } of frames) {
    since += ms;
    if (!isNew) continue;
    lengths.push(since);
    since = 0;
  }
  return since > 0 ? [...lengths, since] : lengths;
}

/** How smooth a movement was: new pictures a second, by the median frame, and the slowest in words. */
export function smoothness(watched: Watched): { value: number; note: string } {
  const lengths = intervals(watched);
  const total = lengths.reduce((sum, ms) => sum + ms, 0);
  const drawn = watched.frames.filter(({ isNew }) => isNew).length;
  return {
    value: Math.round(1000 / median(lengths)),
    note: `p95 ${Math.round(p95(lengths))} ms, ${Math.round((1000 * drawn) / total)} drawn anew a second`,
  };
}
