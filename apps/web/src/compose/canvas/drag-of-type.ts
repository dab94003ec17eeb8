import { useComposer } from './composer';
import type { startDrag } from './drag';

type Drag = Parameters<typeof startDrag>[1];

/** A type carried out of the palette: where it is dropped, it asks for its name. */
export const dragOfType = (type: string): Drag => ({
  label: type,
  type,
  judge: () => ({ isFine: true, words: 'Drop to create it here' }),
  onDrop: (screen) => useComposer.setState({ creation: { type, screen } }),
});
