import type { DraftFile } from '@karma/editor';
import { IconGitBranch } from '@tabler/icons-react';
import type { ProposalTarget } from '../api/types';
import { ChangedFiles } from './ChangedFiles';
import classes from './Review.module.css';

interface TargetsProps {
  readonly targets: readonly ProposalTarget[];
  readonly files: readonly DraftFile[];
}

/** For each branch of the config repo what a draft changes there. */
export function Targets({ targets, files }: TargetsProps) {
  return targets.map(({ repository, base, environments, ids, canMerge }) => (
    <div key={`${repository} ${base}`} className={classes.target}>
      <p className={classes.branch}>
        <IconGitBranch size={14} aria-hidden />
        <span>
          {canMerge ? 'A branch to merge into' : 'A pull request into'} <code>{base}</code> ·{' '}
          {environments.join(', ')}
        </span>
      </p>
      <ChangedFiles files={files.filter(({ id }) => ids.includes(id))} />
    </div>
  ));
}
