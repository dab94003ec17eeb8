/** The graph. */
export function Canvas(_: { isPhone: boolean }) {
  return <section aria-label="Graph" style={{ flex: 1 }} />;
}
