/** The left panel with the revisions, newest first. */
export function HistoryPanel() {
  return null;
}
