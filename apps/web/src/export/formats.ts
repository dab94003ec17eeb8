import type { Theme } from '@karma/render';

/** A kind of file that the slice is taken away as. */
export interface Format {
  readonly kind: 'svg' | 'png' | 'drawio' | 'mermaid' | 'dot' | 'graphml' | 'json' | 'csv';
  readonly theme?: Theme;
  readonly name: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether everything in it has a place: the one that it has on screen. */
  readonly isPlaced?: true;
}

export const FORMATS: readonly { readonly label: string; readonly formats: readonly Format[] }[] = [
  {
    label: 'Picture',
    formats: [
      { kind: 'svg', theme: 'light', name: 'SVG, light', extension: 'svg', isPlaced: true },
      { kind: 'svg', theme: 'dark', name: 'SVG, dark', extension: 'svg', isPlaced: true },
      { kind: 'png', theme: 'light', name: 'PNG, light', extension: 'png', isPlaced: true },
      { kind: 'png', theme: 'dark', name: 'PNG, dark', extension: 'png', isPlaced: true },
    ],
  },
  {
    label: 'Diagram',
    formats: [
      { kind: 'drawio', name: 'draw.io', extension: 'drawio', isPlaced: true },
      { kind: 'mermaid', name: 'Mermaid', extension: 'mmd' },
      { kind: 'dot', name: 'DOT (Graphviz)', extension: 'dot' },
      { kind: 'graphml', name: 'GraphML', extension: 'graphml' },
    ],
  },
  {
    label: 'Data',
    formats: [
      { kind: 'json', name: 'JSON', extension: 'json' },
      { kind: 'csv', name: 'CSV', extension: 'csv' },
    ],
  },
];
