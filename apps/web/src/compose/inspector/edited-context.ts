import { createContext, useContext } from 'react';
import type { EditedConfig } from './use-config';

const EditedConfigContext = createContext<EditedConfig | null>(null);

export const EditedConfigProvider = EditedConfigContext.Provider;

/** What is edited, for the fields of the form that edits it. */
export function useEditedConfig(): EditedConfig {
  const edited = useContext(EditedConfigContext);
  if (!edited) throw new Error('A field of a config stands outside of the form of a config.');
  return edited;
}
