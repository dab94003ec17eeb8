import { type Component, componentId, type Graph } from '@karma/core';

const SIZE = 60;

/** A graph in which every component says which step it is of: half a step would show. */
export function graphOfStep(step: number): Graph {
  const components = Array.from({ length: SIZE }, (_, index): Component => {
    const nickname = `n${index}`;
    return {
      id: componentId('prod', 'lambda', nickname),
      environment: 'prod',
      type: 'lambda',
      nickname,
      status: 'declared',
      declaration: null,
      parents: [],
      placements: [],
      aliases: [],
      owner: null,
      tags: { step: `${step}` },
      abstract: false,
    };
  });
  return {
    components: new Map(components.map((each) => [each.id, each])),
    dependencies: new Map(),
    findings: new Map(),
  };
}
