/** Filters of the map. */
export function FilterBar(_: { isPhone: boolean }) {
  return null;
}
