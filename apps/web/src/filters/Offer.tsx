import { Combobox } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './Suggestions.module.css';

interface OfferProps {
  readonly icon?: Icon;
  /** What it means. */
  readonly detail?: string;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

/** One thing to take from the list below the box. */
export function Offer({ icon: Icon, detail, onTake, children }: OfferProps) {
  const value = useId();
  return (
    <Combobox.Option value={value} className={classes.option} onClick={onTake}>
      {Icon && <Icon size={14} aria-hidden />}
      <span>{children}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
    </Combobox.Option>
  );
}
