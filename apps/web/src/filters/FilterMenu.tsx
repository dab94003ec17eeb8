import { Button, Checkbox, Popover, ScrollArea, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './FilterBar.module.css';
import type { Option } from './options';

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** Only the last one chosen counts. */
  readonly isSingle?: boolean;
  readonly onChoose: (chosen: string[] | undefined) => void;
}

const SEARCH_FROM = 10;

/** One filter: a chip that opens a list with counts. */
export function FilterMenu({ label, options, chosen, isSingle, onChoose }: FilterMenuProps) {
  const [text, setText] = useState('');
  const shown = options.filter(({ value }) => value.toLowerCase().includes(text.toLowerCase()));
  const choose = (values: string[]) => {
    const kept = isSingle ? values.slice(-1) : values;
    onChoose(kept.length ? kept : undefined);
  };
  return (
    <Popover position="bottom-start" shadow="md" trapFocus onClose={() => setText('')}>
      <Popover.Target>
        <Button
          className={classes.chip}
          data-active={chosen.length > 0 || undefined}
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {label}
          {chosen.length > 0 && <span className={classes.chosen}>{chosenWords(chosen)}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <Stack gap={8} w={264}>
          {options.length >= SEARCH_FROM && (
            <TextInput
              size="xs"
              aria-label={`Find in ${label.toLowerCase()}`}
              placeholder="Find"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars scrollbarSize={8}>
            <Checkbox.Group value={[...chosen]} onChange={choose} aria-label={label}>
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
      </Popover.Dropdown>
    </Popover>
  );
}

const chosenWords = (chosen: readonly string[]) =>
  chosen.length === 1 ? chosen[0] : `${chosen.length} chosen`;
