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
export { removeValue, setValue } from './text/edit-text';
export { UneditableTextError } from './text/errors';
