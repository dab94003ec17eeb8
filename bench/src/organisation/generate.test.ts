import { describe, expect, it } from 'vitest';
import { generateOrganisation } from './generate';

describe('a synthetic organisation', () => {
  const organisation = generateOrganisation({ components: 5000, seed: 7 });

  it('is the same for the same size and seed, and another for another seed', () => {
    expect(generateOrganisation({ components: 5000, seed: 7 })).toEqual(organisation);
    expect(generateOrganisation({ components: 5000, seed: 8 }).configs).not.toEqual(organisation.configs);
  });

  it('has the size, density and configs that the figures are about', () => {
    expect(organisation.configs.size).toBe(5000);
    expect(organisation.dependencies / 5000).toBeCloseTo(1.6, 1);
    const sizes = [...organisation.configs.values()].map((text) => text.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(480);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2300);
  });

  it('names only components that are there', () => {
    const there = new Set<string>(organisation.ids);
    for (const text of organisation.configs.values())
      for (const dependency of JSON.parse(text).dependencies)
        for (const [key, nickname] of Object.entries(dependency))
          expect(there).toContain(`prod/${key.replace(/_nickname$/, '').replaceAll('_', '-')}/${nickname}`);
  });
});
