import { z } from 'zod/mini';
import { browserList } from '../ui/browser-list';

/** The queries asked last on this machine. */
export const recentQueries = browserList('karma.queries', z.string().check(z.minLength(1)), 8);
