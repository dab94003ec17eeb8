import { fileURLToPath } from 'node:url';

/** The built web app; the same way from here and from the bundle in `dist`. */
export const WEB_DIRECTORY = fileURLToPath(new URL('../../web/dist', import.meta.url));
