import { z } from 'zod';
import { browserList } from '../ui/browser-list';

/** The queries asked last on this machine. */
export const recentQueries = browserList('karma.queries', z.string().min(1), 8);
