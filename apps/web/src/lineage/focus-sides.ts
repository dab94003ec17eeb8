/** The two directions around a focus. Consumers stand at the left of a picture, providers at the right. */
export const SIDES = [
  { side: 'up', word: 'upstream', sense: 'that these depend on', edge: 'right', key: 'Shift+→' },
  { side: 'down', word: 'downstream', sense: 'that depend on these', edge: 'left', key: 'Shift+←' },
] as const;
