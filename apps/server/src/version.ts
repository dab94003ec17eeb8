import manifest from '../package.json' with { type: 'json' };

/** The version of Karma. */
export const VERSION: string = manifest.version;
