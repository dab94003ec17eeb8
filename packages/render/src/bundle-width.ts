/** Pixels of a bundle's arrow at full size: thicker with what it holds, but never as thick as a card is tall. */
export const bundleWidth = (count: number) => 1.5 + Math.min(3, Math.log2(count) * 0.35);
