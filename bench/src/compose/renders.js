/**
 * Runs in the page, before its own scripts. `window.renders` writes down which cards of the canvas React renders anew,
 * or a part of them: by what React tells its developer tools of each commit, in a production build, too.
 */
{
  /** React's flag of a component that was rendered, not passed over. */
  const PERFORMED_WORK = 1;
  /** Function components, plain, forwarded and remembered. */
  const FUNCTIONS = new Set([0, 11, 14, 15]);
  const cards = new Map();

  /** A node of React Flow; its props say where it stands. */
  const cardOf = ({ memoizedProps: props }) =>
    props?.positionAbsoluteX === undefined ? undefined : props.id;

  /** Goes through what this commit went through: what it passed over has the children that it had before. */
  function visit(parent, card) {
    if (parent.alternate !== null && parent.child === parent.alternate.child) return;
    for (let fiber = parent.child; fiber; fiber = fiber.sibling) {
      const within = card ?? cardOf(fiber);
      const isRendered = FUNCTIONS.has(fiber.tag) && (fiber.flags & PERFORMED_WORK) !== 0;
      if (within !== undefined && isRendered) cards.set(within, (cards.get(within) ?? 0) + 1);
      visit(fiber, within);
    }
  }

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    renderers: new Map(),
    checkDCE: () => undefined,
    inject: () => 1,
    onCommitFiberRoot: (_renderer, { current }) => visit(current),
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
  };

  window.renders = {
    /** Ids of the cards that were rendered since this was asked the last time. */
    take: () => {
      const ids = [...cards.keys()];
      cards.clear();
      return ids;
    },
  };
}
