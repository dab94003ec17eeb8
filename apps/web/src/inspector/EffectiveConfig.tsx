import { Code, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ComponentDetail } from '../api/types';
import { CopyAction } from '../ui/CopyAction';
import { Section } from '../ui/Section';
import { ConfigKeys } from './ConfigKeys';
import { effectiveJson } from './effective-json';
import classes from './Inspector.module.css';

const VIEWS = [
  { value: 'keys', label: 'Keys' },
  { value: 'json', label: 'JSON' },
];

/** The config after inheritance: key by key with its origin, or as JSON. */
export function EffectiveConfig({ detail: { card, effective } }: { detail: ComponentDetail }) {
  const [view, setView] = useState('keys');
  const json = useMemo(() => JSON.stringify(effectiveJson(effective), null, 2), [effective]);
  return (
    <Section
      title="Effective config"
      aside={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Show config as"
            data={VIEWS}
            value={view}
            onChange={setView}
          />
          <CopyAction value={json} label="Copy config as JSON" />
        </>
      }
    >
      {view === 'keys' ? (
        <ConfigKeys owner={card.id} effective={effective} />
      ) : (
        <Code block className={classes.json}>
          {json}
        </Code>
      )}
    </Section>
  );
}
