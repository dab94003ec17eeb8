import type { ComponentId } from '@karma/core';
import { useMantineColorScheme } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { arrange, useSteps } from '../canvas/arrangement/store';
import { useCanvasCommands } from '../canvas/commands';
import { useEmphasis } from '../canvas/emphasis-store';
import { useOnScreen } from '../canvas/use-visible';
import { QUERY_FIELD } from '../filters/QueryBox';
import type { ActionContext } from './action';
import { ACTIONS } from './actions';
import { openCardMenu } from './card-menu';
import { useComposing } from './composing';
import { useShell } from './use-shell';
import { useChangeView, useView } from './use-view';

/** What actions need, bound to this page. */
function useActionContext(): ActionContext {
  const view = useView();
  const change = useChangeView();
  const navigate = useNavigate();
  const open = useShell((shell) => shell.open);
  const steps = useSteps();
  const composing = useComposing((state) => state.composing);
  const hasGroups = useOnScreen(({ laidOut }) => (laidOut?.visible.groups.length ?? 0) > 0);
  const quiet = useEmphasis((state) => state.quiet);
  const { toggleColorScheme } = useMantineColorScheme();
  return useMemo(
    () => ({
      view,
      change,
      toggleColorScheme,
      openPalette: () => open('palette'),
      openCardMenu: (id) => openCardMenu({ id, ...placeOf(id) }),
      openHelp: () => open('help'),
      openStatus: () => void navigate({ to: '/status' }),
      openProposals: () => void navigate({ to: '/proposals' }),
      openSend: () => open('send'),
      openQueryHelp: () => open('query-help'),
      openViews: () => open('views'),
      writeQuery: () => document.getElementById(QUERY_FIELD)?.focus(),
      fit: () => useCanvasCommands.getState().fit(),
      arrange,
      steps,
      composing,
      hasGroups,
      quiet,
    }),
    [composing, hasGroups, quiet, view, change, toggleColorScheme, open, navigate, steps],
  );
}

/** Where on the screen the menu of a component hangs: on its card, or in the middle where that is not drawn. */
function placeOf(id: ComponentId) {
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  const { left, right, bottom } = (card ?? document.body).getBoundingClientRect();
  return { x: (left + right) / 2, y: card ? bottom : innerHeight / 3 };
}

/** The actions that make sense now, bound and ready to run. */
export function useActions() {
  const context = useActionContext();
  return useMemo(
    () =>
      ACTIONS.filter((action) => action.isEnabled(context)).map((action) => ({
        ...action,
        run: () => action.run(context),
      })),
    [context],
  );
}

/** Whether a dialog lies over the page. */
const hasDialog = () => document.querySelector('[aria-modal="true"]') !== null;

/**
 * Binds every shortcut; what makes sense is asked when its key is pressed. Nothing fires while someone types, or below
 * a dialog.
 */
export function useActionHotkeys() {
  const context = useActionContext();
  const overlay = useShell((shell) => shell.overlay);
  const bound = overlay ? [] : ACTIONS;
  useHotkeys(
    bound.flatMap((action): HotkeyItem[] => {
      const keys = action.shortcut ? [action.shortcut] : [];
      if (action.id === 'help') keys.push('shift+?');
      const run = (event: KeyboardEvent) => {
        if (hasDialog() || !action.isEnabled(context)) return;
        event.preventDefault();
        action.run(context);
      };
      return keys.map((key) => [key, run, { preventDefault: false }]);
    }),
  );
}
