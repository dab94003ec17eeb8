import type { ProposalPart } from '../api/types';
import { PartRow } from './PartRow';
import classes from './Review.module.css';

interface PartListProps {
  /** Of the proposal. */
  readonly id: string;
  readonly parts: readonly ProposalPart[];
}

/** The branches of a proposal; where it has several repositories, of which each is. */
export function PartList({ id, parts }: PartListProps) {
  const isOneRepository = new Set(parts.map(({ repository }) => repository)).size === 1;
  return (
    <ul className={classes.list} aria-label="Branches">
      {parts.map((part) => {
        // A repository elsewhere is named by its pull request.
        const isNamed = !isOneRepository && part.canMerge;
        return (
          <PartRow
            key={`${part.repository} ${part.branch}`}
            id={id}
            part={part}
            into={isNamed ? `${part.base} of ${part.repository}` : part.base}
          />
        );
      })}
    </ul>
  );
}
