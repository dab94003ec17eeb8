import { type RefObject, useEffect, useRef } from 'react';
import classes from './QueryBox.module.css';

interface UnderlineProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The field that it lies below, and scrolls with. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The same text as in the field, unseen but for the line below what is wrong. */
export function Underline({ text, start, end, field }: UnderlineProps) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = field.current;
    const follow = () => {
      if (layer.current && input) layer.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input?.addEventListener('scroll', follow);
    return () => input?.removeEventListener('scroll', follow);
  });
  return (
    <div ref={layer} className={classes.underline} aria-hidden>
      {text.slice(0, start)}
      <mark>{text.slice(start, end) || ' '}</mark>
      {text.slice(Math.max(end, start))}
    </div>
  );
}
