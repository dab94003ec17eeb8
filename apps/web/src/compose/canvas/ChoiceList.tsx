import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useForceUpdate } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { TypeIcon } from '../../ui/TypeIcon';
import { AskHere } from './AskHere';
import classes from './ChoiceList.module.css';
import { type Choice, useComposer } from './composer';

/** As many answers are listed; typing finds the others. */
const MOST = 80;

const close = () => useComposer.setState({ choice: null });

/** Asks which of several, where the question came up: a list that is searched by typing. */
export function ChoiceList() {
  const choice = useComposer((state) => state.choice);
  if (!choice) return null;
  const { title, screen } = choice;
  return (
    <AskHere title={title} at={screen} onClose={close} position="right-start">
      <Choices choice={choice} key={`${title} ${screen.x} ${screen.y}`} />
    </AskHere>
  );
}

function Choices({ choice: { title, options } }: { choice: Choice }) {
  const [text, setText] = useState('');
  const combobox = useCombobox({ opened: true, onDropdownClose: close });
  const { selectFirstOption } = combobox;
  const renderAgain = useForceUpdate();
  const words = text.trim().toLowerCase();
  const found = options.filter(({ label, hint }) => `${label} ${hint ?? ''}`.toLowerCase().includes(words));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text selects anew.
  useEffect(() => {
    selectFirstOption();
  }, [text]);
  const submit = (value: string) => {
    close();
    options.find(({ id }) => id === value)?.run();
  };
  return (
    <div className={classes.choices}>
      <Combobox store={combobox} onOptionSubmit={submit}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            data-autofocus
            size="xs"
            label={title}
            placeholder="Type to find"
            // The list has its id only once it is mounted: render again to name it to screen readers.
            onFocus={renderAgain}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options aria-label={title} className={classes.options}>
          {found.slice(0, MOST).map(({ id, label, hint, type }) => (
            <Combobox.Option key={id} value={id} className={classes.option}>
              {type && <TypeIcon type={type} size={20} />}
              <span className={classes.label}>{label}</span>
              {hint && <span className={classes.hint}>{hint}</span>}
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>
              {options.length === 0 ? 'Nothing fits here.' : 'Nothing matches.'}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox>
    </div>
  );
}
