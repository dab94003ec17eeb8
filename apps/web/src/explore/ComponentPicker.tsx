import { type ComponentId, componentName, parseComponentId } from '@karma/core';
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useEnvironment } from '../app/queries';
import { groupHits } from './group-hits';
import { SearchOption } from './SearchOption';
import { useComponentSearch } from './use-component-search';

interface ComponentPickerProps {
  readonly label: string;
  readonly value: ComponentId | undefined;
  readonly onChange: (id: ComponentId) => void;
  /** Whether it takes the focus, for the field that has to be filled next. */
  readonly autoFocus?: boolean;
}

/** A field that searches for one component. */
export function ComponentPicker({ label, value, onChange, autoFocus = false }: ComponentPickerProps) {
  const [text, setText] = useState('');
  const isChosen = value !== undefined && text === componentName(value).nickname;
  const search = useComponentSearch(isChosen ? '' : text);
  const found = text.trim() && !isChosen ? (search.data?.hits ?? []) : [];
  const hits = groupHits(found, useEnvironment()).flatMap((group) => group.hits);
  const ids = new Set([...(value ? [value] : []), ...hits.map(({ card }) => card.id)]);
  return (
    <Select
      label={label}
      placeholder="Search by name or type"
      size="xs"
      searchable
      autoFocus={autoFocus}
      data={[...ids].map((id) => ({ value: id, label: componentName(id).nickname }))}
      value={value ?? null}
      onChange={(chosen) => {
        const id = chosen && parseComponentId(chosen);
        if (id) onChange(id);
      }}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      allowDeselect={false}
      nothingFoundMessage={text.trim() ? 'No component of this name' : 'Type to search'}
      maxDropdownHeight={280}
      comboboxProps={{ width: 340, position: 'bottom-start' }}
      renderOption={({ option }) => {
        const hit = hits.find(({ card }) => card.id === option.value);
        return hit ? <SearchOption hit={hit} /> : option.value;
      }}
    />
  );
}
