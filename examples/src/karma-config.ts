import { ACCOUNTS } from './parameters/placements';

/** Content of the example's `karma.config.json`; branches come from the bindings in the config repo. */
export function karmaConfig() {
  const placements = (environment: string) =>
    ACCOUNTS.filter((account) => account.environment === environment).map(({ name, account, region }) => ({
      name,
      account,
      region,
      parameters: `parameters/${name}`,
    }));
  return {
    store: { kind: 'sqlite', file: 'karma.db' },
    config: { repository: 'config', branch: 'main' },
    modules: { repository: 'iac', branch: 'main' },
    drafts: 'drafts',
    environments: {
      base: {},
      prod: { placements: placements('prod') },
      staging: { placements: placements('staging') },
      dev: { placements: placements('dev') },
    },
  };
}
