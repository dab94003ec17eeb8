import { SegmentedControl } from '@mantine/core';
import { ALL_DEPTHS } from '../app/queries';
import { useChangeView } from '../app/use-view';
import classes from './Lineage.module.css';

const DIRECTIONS = [
  { value: 'upstream', label: 'Upstream' },
  { value: 'both', label: 'Both' },
  { value: 'downstream', label: 'Downstream' },
] as const;

const DEPTHS = [1, 2, 3, 5, ALL_DEPTHS];

interface FocusControlsProps {
  readonly direction: 'upstream' | 'downstream' | 'both';
  readonly depth: number;
}

/** Which way, and how far. */
export function FocusControls({ direction, depth }: FocusControlsProps) {
  const change = useChangeView();
  const depths = [...new Set([...DEPTHS, depth])].sort((a, b) => a - b);
  return (
    <>
      <SegmentedControl
        aria-label="Direction"
        size="xs"
        fullWidth
        data={[...DIRECTIONS]}
        value={direction}
        onChange={(dir) => change({ dir })}
      />
      <div className={classes.control}>
        <span>Steps</span>
        <SegmentedControl
          aria-label="Depth in steps"
          size="xs"
          fullWidth
          flex={1}
          data={depths.map((value) => ({
            value: String(value),
            label: value === ALL_DEPTHS ? 'All' : String(value),
          }))}
          value={String(depth)}
          onChange={(value) => change({ depth: Number(value) })}
        />
      </div>
    </>
  );
}
