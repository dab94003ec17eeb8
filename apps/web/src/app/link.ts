import { useCanvasCommands } from '../canvas/commands';
import { stringifySearch, type ViewParams } from './search-params';

/** The query string of all that is on screen, where the map was moved to included. */
export const searchOnScreen = (view: ViewParams): string =>
  stringifySearch({ ...view, camera: useCanvasCommands.getState().camera() ?? view.camera });

/** The link that a query string opens. */
export const linkTo = (search: string): string => `${location.origin}/${search}`;
