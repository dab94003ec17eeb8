const PLAIN_WORD = /^[^\s()",+:=<>!#-][^\s()",+:=<>!#]*$/;
const PLAIN_VALUE = /^[^\s()",+]+$/;
const PLAIN_KEY = /^[^\s():=<>!,"+]+$/;
const KEYWORD = /^(and|or|not)$/i;

/** A word or name as it has to be written: in quotation marks where it would mean something else without. */
export function quoteWord(text: string): string {
  return PLAIN_WORD.test(text) && !KEYWORD.test(text) ? text : quote(text);
}

export function quoteValue(text: string): string {
  return PLAIN_VALUE.test(text) ? text : quote(text);
}

export function quoteKey(text: string): string {
  return PLAIN_KEY.test(text) ? text : quote(text);
}

export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
