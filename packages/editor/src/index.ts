export { betweenRefusal, insertBetween } from './commands/between';
export {
  connect,
  disconnect,
  type References,
  referencesOf,
  type ValueReference,
} from './commands/connect';
export { deleteComponent, duplicate, promote, reroute } from './commands/copies';
export { createComponent, idProblem } from './commands/create';
export { CommandError } from './commands/errors';
export { inheritKey, removeKey, setKey, setText } from './commands/keys';
export { type Rename, rename } from './commands/rename';
export { setConfig } from './commands/set-config';
export {
  createDraft,
  type Draft,
  type DraftFile,
  DraftFormatError,
  draftFiles,
  draftSchema,
  draftText,
  parseDraft,
  type Step,
} from './draft/draft';
export { applyEdit, canRedo, canUndo, type Edit, goTo, redo, undo } from './draft/history';
export { type Collision, type Rebased, rebase } from './draft/rebase';
export { type Port, type Ports, portsOf } from './ports/ports';
export { refusal } from './ports/refusal';
export { configOf, configPath, layersOf, parentOf, type Surroundings } from './surroundings';
export { removeValue, setValue } from './text/edit-text';
export { UneditableTextError } from './text/errors';
