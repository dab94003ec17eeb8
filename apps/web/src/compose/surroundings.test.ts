import { type ComponentId, compileConventions, componentIdSchema } from '@karma/core';
import { applyEdit, createComponent, createDraft, deleteComponent } from '@karma/editor';
import { describe, expect, it } from 'vitest';
import { type Known, surroundingsOf } from './surroundings';

const id = (text: string) => componentIdSchema.parse(text);
const MAIN = id('dev/vpc/main');
const WEB = id('dev/app/web');

const texts = new Map<ComponentId, string | null>([
  [MAIN, '{"cidr":"10.0.0.0/16"}\n'],
  [WEB, '{"vpc_nickname":"main"}\n'],
]);
const dev = {
  types: new Map(),
  conventions: compileConventions(null),
  components: [MAIN, WEB],
  isProduction: false,
  isAbstract: false,
};
const known: Known = { environments: new Map([['dev', dev]]), texts };
const inGit = (component: ComponentId) => texts.get(component) ?? null;

describe('the surroundings of a draft', () => {
  it('are those of Git while nothing is drawn', () => {
    const surroundings = surroundingsOf(known, createDraft('d', 'Draft'));
    expect(surroundings.components('dev')).toEqual([MAIN, WEB]);
    expect(surroundings.text(MAIN)).toBe(inGit(MAIN));
    expect(surroundings.text(id('dev/vpc/none'))).toBeNull();
    expect(surroundings.components('prod')).toEqual([]);
  });

  it('have what the draft creates, and not what it deletes', () => {
    let draft = createDraft('d', 'Draft');
    const two = id('dev/vpc/two');
    draft = applyEdit(draft, createComponent(two, surroundingsOf(known, draft)), inGit);
    draft = applyEdit(draft, deleteComponent(MAIN, surroundingsOf(known, draft)), inGit);
    const surroundings = surroundingsOf(known, draft);
    expect(surroundings.components('dev')).toEqual([WEB, two]);
    expect(surroundings.text(MAIN)).toBeNull();
    expect(surroundings.text(two)).not.toBeNull();
  });
});
