import { browserList } from '../ui/browser-list';
import { componentIdSchema } from '../ui/component-id';

/** The components looked at last on this machine. */
export const recentComponents = browserList('karma.recent', componentIdSchema, 8);
