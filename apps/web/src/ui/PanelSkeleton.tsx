import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

const WIDTHS = ['40%', '90%', '75%', '60%', '85%', '50%', '80%', '65%'];

/** What a panel shows until it knows more. */
export function PanelSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Stack gap={12} p={16} role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {WIDTHS.slice(0, rows).map((width) => (
        <Skeleton key={width} height={12} width={width} />
      ))}
    </Stack>
  );
}
