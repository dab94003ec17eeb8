import { componentIdSchema } from '@karma/core';
import { browserList } from '../ui/browser-list';

/** The components looked at last on this machine. */
export const recentComponents = browserList('karma.recent', componentIdSchema, 8);
