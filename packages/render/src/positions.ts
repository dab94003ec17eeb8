/** Upper left corner of each component's card, by id, in pixels; as a layout gives it. */
export type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
