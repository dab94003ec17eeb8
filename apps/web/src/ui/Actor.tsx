import { actorName } from './actor-name';

/** Who did it, short; the whole principal on hover. */
export function Actor({ actor, unknown }: { actor: string | null; unknown: string }) {
  return <span title={actor ?? undefined}>{actor === null ? unknown : actorName(actor)}</span>;
}
