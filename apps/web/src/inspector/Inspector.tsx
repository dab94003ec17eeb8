/** What is selected (`sel`): a component or a dependency. */
export function Inspector() {
  return null;
}
