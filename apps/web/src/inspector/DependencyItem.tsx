import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { DependencyDetail } from '../api/types';
import { ComponentLink } from '../ui/ComponentLink';
import { plural } from '../ui/format';
import { Prose } from '../ui/Prose';
import { ConfidenceMark } from './ConfidenceMark';
import classes from './DependencyItem.module.css';
import { EvidenceList } from './EvidenceList';

/** The other end of a dependency, why we think so, and on demand every reference behind it. */
export function DependencyItem({ dependency, end }: { dependency: DependencyDetail; end: 'from' | 'to' }) {
  const [isOpen, setOpen] = useState(false);
  const { evidence } = dependency;
  const [first] = evidence;
  return (
    <div className={classes.item}>
      <ComponentLink id={dependency[end]} note={<ConfidenceMark dependency={dependency} />} />
      <UnstyledButton className={classes.why} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconChevronRight size={12} className={classes.chevron} data-open={isOpen || undefined} aria-hidden />
        <span>
          <Prose text={first?.words ?? 'No reference is recorded'} />
          {evidence.length > 1 && !isOpen && ` and ${plural(evidence.length - 1, 'more reference')}`}
        </span>
      </UnstyledButton>
      <Collapse expanded={isOpen} keepMounted={false} className={classes.evidence}>
        <EvidenceList evidence={evidence} />
      </Collapse>
    </div>
  );
}
