import type { ProgressStage, StepState } from '@karma/core';

/** What each stage is called, and how it is known. */
export const STAGES: readonly {
  readonly name: ProgressStage;
  readonly word: string;
  readonly meaning: string;
}[] = [
  { name: 'proposed', word: 'Proposed', meaning: 'It waits to be merged.' },
  { name: 'merged', word: 'Merged', meaning: 'The branch that its environments are read from holds it.' },
  { name: 'published', word: 'Published', meaning: 'The parameters hold it; of a deletion, they are gone.' },
  {
    name: 'deployed',
    word: 'Deployed',
    meaning:
      'Outputs, a Terraform state or a report show that it was applied; of a deletion, that it was destroyed.',
  },
];

/** What a step says below the heading that names it, of a change and of a deletion. */
export function stepWords(
  step: 'merged' | 'published' | 'deployed',
  state: StepState,
  isRemoved: boolean,
): string {
  if (state !== 'done') return state === 'waiting' ? 'not yet' : 'nothing shows it';
  if (!isRemoved || step === 'merged') return step;
  return step === 'published' ? 'parameter removed' : 'destroyed';
}
