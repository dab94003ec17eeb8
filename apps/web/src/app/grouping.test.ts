import { groupIdOf } from '@karma/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenGrouping, chosenOpening, groupBy, openGroups, toggleGroup } from './grouping';
import { parseSearch, stringifySearch, viewParamsSchema } from './search-params';

const reread = (patch: object) => viewParamsSchema.parse(parseSearch(stringifySearch({ ...patch })));
const isOpenIn = (opening: ReturnType<typeof chosenOpening>, id: ReturnType<typeof groupIdOf>) =>
  opening && ('open' in opening ? opening.open.has(id) : !opening.shut.has(id));

describe('toggleGroup', () => {
  it('turns one group and keeps all others, through the link and back', () => {
    const groups = fc.uniqueArray(
      fc.record({
        id: fc
          .string({ minLength: 1 })
          .map((name) => groupIdOf(encodeURIComponent(name).replaceAll('*', '%2A'))),
        isOpen: fc.boolean(),
      }),
      { minLength: 1, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(groups, (all) => {
        const [toggled] = all;
        if (!toggled) return;
        const opening = chosenOpening(reread(toggleGroup(all, toggled.id)));
        for (const { id, isOpen } of all)
          expect(isOpenIn(opening, id)).toBe(id === toggled.id ? !isOpen : isOpen);
      }),
    );
  });
});

describe('openGroups', () => {
  it('opens a shut group and what is within it, and nothing else', () => {
    const [outer, inner, other] = [groupIdOf('web'), groupIdOf('web/lambda'), groupIdOf('core')];
    const groups = [
      { id: outer, isOpen: false },
      { id: other, isOpen: false },
    ];
    const opening = chosenOpening(reread(openGroups(groups, [outer, inner])));
    expect([outer, inner, other].map((id) => isOpenIn(opening, id))).toEqual([true, true, false]);
  });
});

describe('groupBy', () => {
  it('is read back from a link, none at all too', () => {
    expect(chosenGrouping(reread(groupBy(['environment', 'tag.Cost Center'])))).toEqual([
      'environment',
      'tag.Cost Center',
    ]);
    expect(chosenGrouping(reread(groupBy([])))).toEqual([]);
    expect(chosenGrouping(reread({}))).toBeUndefined();
    expect(chosenGrouping(reread({ group: ['nonsense'] }))).toBeUndefined();
  });
});
