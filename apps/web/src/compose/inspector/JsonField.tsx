import { JsonInput } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';

/** A value that is too deep for fields of its own, as JSON; it counts as soon as it is JSON. */
export function JsonField({ formData, name, readonly, onChange, fieldPathId, rawErrors }: FieldProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (formData === undefined ? '' : JSON.stringify(formData, null, 2));
  return (
    <JsonInput
      id={fieldPathId.$id}
      label={name}
      value={shown}
      readOnly={readonly ?? false}
      variant={readonly ? 'filled' : 'default'}
      autosize
      minRows={2}
      maxRows={12}
      validationError="This is not JSON yet."
      error={rawErrors?.join(' ')}
      onChange={(text) => {
        setTyped(text);
        const value = parsed(text);
        if (value !== undefined) onChange(value, fieldPathId.path);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
