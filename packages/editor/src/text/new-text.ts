import type { JsonObject } from '@karma/core';
import { DEFAULT_STYLE, render, styleOf } from './style';

/** Text of a new config, laid out as a sibling is: indentation, line ends, final newline. */
export function newText(config: JsonObject, sibling: string | null): string {
  const style = sibling === null ? DEFAULT_STYLE : styleOf(sibling);
  const end = sibling === null || sibling.endsWith('\n') ? style.eol : '';
  return (
    render(config, style, '', sibling !== null && !sibling.trim().includes('\n') && sibling.trim() !== '{}') +
    end
  );
}
