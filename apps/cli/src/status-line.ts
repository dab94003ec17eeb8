/** One line on the terminal that is written over; nothing elsewhere. */
export function statusLine() {
  let shownAt = 0;
  const isTerminal = process.stderr.isTTY;
  return {
    show: (what: string, done: number, total: number | null) => {
      const now = performance.now();
      if (!isTerminal || now - shownAt < 50) return;
      shownAt = now;
      process.stderr.write(`\r\u001b[K${what}  ${done}${total === null ? '' : ` of ${total}`}`);
    },
    clear: () => {
      if (isTerminal) process.stderr.write('\r\u001b[K');
    },
  };
}
