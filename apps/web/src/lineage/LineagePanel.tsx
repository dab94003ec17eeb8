/** The left panel while a component is in focus: neighbourhood, blast radius or path, by `mode`. */
export function LineagePanel() {
  return null;
}
