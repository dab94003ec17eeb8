import { absoluteTime, relativeTime } from './format';

/** A moment as people say it; the exact time on hover. */
export function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={absoluteTime(at)}>
      {relativeTime(at, Date.now())}
    </time>
  );
}
