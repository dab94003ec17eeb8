import { type ComponentId, componentName, type Edit, subjects } from '@karma/core';

/** The text of one config as a draft has it; `null` deletes it. */
export interface DraftText {
  readonly id: ComponentId;
  readonly text: string | null;
}

/** What a draft's texts change of the world. */
export function draftEdits(files: readonly DraftText[]): Edit[] {
  return files.map(({ id, text }) => ({
    subject: subjects.declaration(componentName(id).environment, `iac/${id}/config.json`),
    content: text,
  }));
}
