import { Button, Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import classes from './FilterBar.module.css';

const FacetPanel = lazy(() => import('./FacetPanel').then((module) => ({ default: module.FacetPanel })));

/** Filters for people who do not type: what is chosen is written into the query. */
export function FacetMenu() {
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          className={classes.quick}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={13} aria-hidden />}
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} w="min(360px, calc(100vw - 24px))" mih={120}>
        <Suspense>
          <FacetPanel />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
