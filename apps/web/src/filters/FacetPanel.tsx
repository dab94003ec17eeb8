import { QueryError } from '@karma/query';
import { Checkbox, ScrollArea, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useEnvironment, useGraph, useOverview } from '../app/queries';
import { readQuery } from '../app/scope';
import { useChangeView, useView } from '../app/use-view';
import classes from './FacetPanel.module.css';
import { ANY_FINDING, choose, chosenIn, FACETS, type Facet } from './facets';
import { byCount, type Option, tagOptions } from './options';

const NAMES = { type: 'Type', status: 'Status', finding: 'Finding', owner: 'Owner', tag: 'Tag' };
const SEARCH_FROM = 10;

/** One facet at a time, each value with its count. */
export function FacetPanel() {
  const { q = '' } = useView();
  const change = useChangeView();
  const [facet, setFacet] = useState<Facet>('type');
  const [text, setText] = useState('');
  const query = readQuery(q);
  const chosen = query instanceof QueryError ? [] : chosenIn(query, facet);
  const options = useOptions(facet, chosen);
  const shown = options.filter(({ value }) => value.toLowerCase().includes(text.toLowerCase()));
  return (
    <Stack gap={8}>
      <SegmentedControl
        aria-label="Filter by"
        size="xs"
        fullWidth
        value={facet}
        data={FACETS.map((value) => ({ value, label: NAMES[value] }))}
        onChange={(value) => {
          setFacet(value);
          setText('');
        }}
      />
      {options.length >= SEARCH_FROM && (
        <TextInput
          size="xs"
          aria-label={`Find in ${facet}`}
          placeholder="Find"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars scrollbarSize={8}>
        <Checkbox.Group
          value={[...chosen]}
          onChange={(values) =>
            change({ q: choose(query instanceof QueryError ? { kind: 'all' } : query, facet, values) })
          }
          aria-label={NAMES[facet]}
        >
          {shown.map(({ value, count }) => (
            <Checkbox
              key={value}
              className={classes.option}
              size="xs"
              value={value}
              label={
                <>
                  <span>{value}</span>
                  <span className={classes.number}>{count}</span>
                </>
              }
            />
          ))}
        </Checkbox.Group>
        {shown.length === 0 && <p className={classes.nothing}>Nothing to choose from.</p>}
      </ScrollArea.Autosize>
    </Stack>
  );
}

function useOptions(facet: Facet, chosen: readonly string[]): Option[] {
  const environment = useEnvironment();
  const summary = useOverview().data?.environments.find((row) => row.environment === environment);
  const cards = useGraph().data?.components ?? [];
  switch (facet) {
    case 'type':
      return byCount(summary?.byType, chosen);
    case 'status':
      return byCount(summary?.byStatus, chosen);
    case 'finding':
      return [
        { value: ANY_FINDING, count: undefined },
        ...byCount(
          summary?.byFinding,
          chosen.filter((kind) => kind !== ANY_FINDING),
        ),
      ];
    case 'owner':
      return byCount(summary?.owners, chosen);
    case 'tag':
      return tagOptions(cards, chosen);
  }
}
