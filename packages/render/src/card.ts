/** Size of a component's card, in pixels. */
export const CARD = { width: 220, height: 64 } as const;
