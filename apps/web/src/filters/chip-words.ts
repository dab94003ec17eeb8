import { print, type Query } from '@karma/query';
import { choiceOf } from './terms';

/** What a chip says: a field apart from its values where that is all there is to it. */
export interface ChipWords {
  readonly label: string;
  readonly value: string;
}

export function chipWords(term: Query): ChipWords {
  const choice = choiceOf(term);
  if (!choice) return { label: '', value: print(term) };
  const { field, key, values } = choice;
  return { label: key === null ? field : key, value: values.join(', ') };
}
