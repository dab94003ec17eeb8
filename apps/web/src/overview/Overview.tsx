/** The left panel of the map: what the environment holds and where to begin. */
export function Overview() {
  return null;
}
