export type { AwsAccess } from './aws/access';
export type { Binding } from './binding';
export { openConfigSource } from './git/config-source';
export { type ConfigTrees, type ConfigTreesOptions, readConfigTrees } from './git/config-trees';
export { readDefaultBranch } from './git/default-branch';
export {
  type BranchLocation,
  type FoundEnvironments,
  openEnvironments,
} from './git/environments';
export type { GitSource, GitSourceOptions } from './git/git-source';
export { type RepositoryLocation, withoutCredentials } from './git/repository';
export { ACTIONS, type Action, type CallsPerSecond } from './parameter-store/aws/api';
export { openBindingParameter } from './parameter-store/aws/binding-parameter';
export { type ParameterChange, readChangeEvent } from './parameter-store/aws/change-event';
export { type ChangeQueue, openChangeQueue } from './parameter-store/aws/change-queue';
export { openParameterStore, type ParameterStoreOptions } from './parameter-store/aws/parameter-store';
export type { Decryption } from './parameter-store/aws/secrets';
export { openParameterTree, type ParameterTreeOptions } from './parameter-store/parameter-tree';
export { type Batch, type Source, type SourceProblem, SourceUnavailableError } from './source';
export { openModulesSource } from './terraform/modules-source';
export { openStateSource, type StateSourceOptions } from './terraform/state/state-source';
