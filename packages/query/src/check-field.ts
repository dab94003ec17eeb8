import type { FieldTerm } from './ast';
import { QueryError } from './errors';
import { FIELDS, type FieldName, isFieldName } from './fields';
import type { RawField } from './grammar/raw-query';
import { MOMENT_EXAMPLES, parseMoment } from './moment';
import { nearestWord } from './nearest-word';

/** @throws QueryError when there is no such field, or it cannot be asked like this. */
export function checkField({ name, key, operator, value, span }: RawField): FieldTerm {
  const field = name.toLowerCase();
  const nameSpan = { start: span.start, end: span.start + name.length };
  if (!isFieldName(field)) {
    const expected = Object.keys(FIELDS);
    throw new QueryError(`There is no field "${name}".`, nameSpan, {
      expected,
      suggestion: nearestWord(field, expected),
    });
  }
  const { hasKey = false, isOrdered = false, example } = FIELDS[field];
  if (hasKey !== (key !== null)) {
    const reason = hasKey ? `"${field}" needs a key, as in ${example}.` : `"${field}" has no keys.`;
    throw new QueryError(reason, nameSpan, { expected: [example] });
  }
  if (!isOrdered && /[<>]/.test(operator))
    throw new QueryError(`"${field}" has no order: ask with : or = or !=, as in ${example}.`, span, {
      expected: [':', '=', '!='],
    });
  const term: FieldTerm = { kind: 'field', field, key, operator, value, span };
  checkValue(term);
  return term;
}

function checkValue({ field, value: { text, isQuoted }, span }: FieldTerm): void {
  const valueSpan = { start: span.end - text.length, end: span.end };
  if (field === 'changed') {
    if (parseMoment(text)) return;
    throw new QueryError(`"${text}" is neither an age nor a day.`, valueSpan, { expected: MOMENT_EXAMPLES });
  }
  const { values } = FIELDS[field];
  if (!values || values.includes(text.toLowerCase()) || (!isQuoted && /[*?]/.test(text))) return;
  throw new QueryError(`${sentence(field)} "${text}".`, isQuoted ? span : valueSpan, {
    expected: values,
    suggestion: nearestWord(text.toLowerCase(), values),
  });
}

function sentence(field: FieldName): string {
  return field === 'is' || field === 'has' ? `Nothing can be asked with ${field}:` : `There is no ${field}`;
}
