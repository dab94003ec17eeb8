/** By this id the shortcut finds the ports of what is selected. */
export const PORTS = 'karma-ports';

/** Milliseconds that the ports of a card that was only just selected may take to be there. */
const PATIENCE = 2000;

/** Moves the focus to the first port of the selected card, from where keys connect it. */
export function focusPorts(): void {
  const start = performance.now();
  requestAnimationFrame(function look(now) {
    const port = document.querySelector<HTMLElement>(`#${PORTS} li button`);
    if (port) port.focus();
    else if (now - start < PATIENCE) requestAnimationFrame(look);
  });
}
