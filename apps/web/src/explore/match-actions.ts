/** The actions whose name or group holds every word of the text, in any order and case; all of them for no text. */
export function matchActions<T extends { readonly name: string; readonly group: string }>(
  actions: readonly T[],
  text: string,
): T[] {
  const words = text.toLowerCase().split(/\s+/);
  return actions.filter(({ name, group }) => {
    const haystack = `${name} ${group}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
