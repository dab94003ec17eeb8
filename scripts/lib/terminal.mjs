const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : String(text));

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

/** `850 ms`, `4.2 s`, `2 min 05 s`. */
export function duration(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** A failure that says what to do about it; printed without a stack. */
export class StepError extends Error {
  constructor(message, remedy) {
    super(message);
    this.name = 'StepError';
    this.remedy = remedy;
  }
}

export function printError(error) {
  const isStepError = error instanceof StepError;
  console.error(red(`✗ ${isStepError ? error.message : (error.stack ?? error)}`));
  if (isStepError && error.remedy) console.error(`  ${error.remedy}`);
}

/** Names a step when it starts and says how long it took when it is done; gives back what `work` gives. */
export async function step(title, work) {
  const start = performance.now();
  console.log(bold(`▸ ${title}`));
  const result = await work();
  console.log(`${green('✓')} ${title} ${dim(duration(performance.now() - start))}`);
  return result;
}
