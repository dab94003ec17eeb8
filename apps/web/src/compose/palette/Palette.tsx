import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useEnvironment } from '../../app/queries';
import { PanelSkeleton } from '../../ui/PanelSkeleton';
import { Section } from '../../ui/Section';
import { useSurroundings } from '../draft-store';
import { useKnown } from '../surroundings';
import { ComponentItem } from './ComponentItem';
import { findComponents, findTypes, typeToEntry } from './entries';
import classes from './Palette.module.css';
import { TypeItem } from './TypeItem';

/** As many components are listed; a search finds the others. */
const MOST = 60;

/** What can be put on the canvas: the catalog's types, and components that are there already. */
export function Palette() {
  const [text, setText] = useState('');
  const environment = useEnvironment() ?? '';
  const known = useKnown(({ environments }) => environments.get(environment));
  const surroundings = useSurroundings();
  const types = useMemo(() => [...(known?.types.values() ?? [])].map(typeToEntry), [known]);
  if (!known || !surroundings) return <PanelSkeleton />;
  const found = findTypes(types, text);
  const components = text.trim() ? findComponents(surroundings.components(environment), text) : [];
  return (
    <>
      <div className={classes.search}>
        <TextInput
          size="xs"
          aria-label="Search types and components"
          placeholder="Search types and components"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p className={classes.hint}>
          Drag onto the canvas, or press <Kbd size="xs">Enter</Kbd> to place in its middle.
        </p>
      </div>
      <Section title="Types" count={found.length}>
        <ul className={classes.list}>
          {found.map((entry) => (
            <TypeItem key={entry.name} entry={entry} />
          ))}
        </ul>
      </Section>
      {components.length > 0 && (
        <Section title={`In ${environment}`} count={components.length}>
          <ul className={classes.list}>
            {components.slice(0, MOST).map((id) => (
              <ComponentItem key={id} id={id} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
