export const FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
/** Mean width of a character, of its font size; names are cut to fit by it, and squeezed where a font runs wider. */
export const CHARACTER = 0.57;

/** How many characters of a size there is room for, in pixels. */
const roomFor = (room: number, size: number) => Math.max(2, Math.floor(room / (CHARACTER * size)));

/** The start of a text, cut between its words where it can be. */
export function startOf(text: string, room: number, size: number): string {
  const most = roomFor(room, size);
  return text.length <= most ? text : `${betweenWords(text.slice(0, most - 1))}…`;
}

/** A name with its middle cut out: names of a kind differ at their ends. */
export function endsOfName(text: string, room: number, size: number): string {
  const most = roomFor(room, size);
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) / 3);
  return `${betweenWords(text.slice(0, most - 1 - end))}…${text.slice(text.length - end)}`;
}

/** A name, and before it, as far as there is room, what tells it from others of that name. */
export function nameApart(apart: string | undefined, name: string, room: number, size: number): string {
  const most = roomFor(room, size) - name.length - 1;
  if (apart === undefined || most < 3) return endsOfName(name, room, size);
  return `${startOf(apart, most * CHARACTER * size, size)} ${name}`;
}

/** Up to the last seam between words, unless that leaves less than half. */
function betweenWords(text: string): string {
  const seam = text.search(/[-._/ ][^-._/ ]*$/);
  return seam >= text.length / 2 ? text.slice(0, seam) : text;
}
