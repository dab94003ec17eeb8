export const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
/** Mean width of a character, of its font size; names are cut to fit by it. */
export const CHARACTER = 0.57;
