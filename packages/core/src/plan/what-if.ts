import type { Component } from '../component';
import { subjects } from '../subjects';
import type { Edit } from '../world';

/** The edits that take a component out of the world altogether: its declaration, its parameters, evidence of deployment. */
export function removalOf({ environment, type, nickname, declaration, placements }: Component): Edit[] {
  const parameters = placements.flatMap(({ placement, publication, runtime }) =>
    [...(publication ? [publication] : []), ...runtime].map(({ name }) =>
      subjects.parameter(placement, name),
    ),
  );
  const deployments = placements.flatMap(({ placement, evidence = [] }) =>
    evidence.map(({ kind }) => subjects[kind](placement, type, nickname)),
  );
  const own = declaration ? [subjects.declaration(environment, declaration.path)] : [];
  return [...own, ...parameters, ...deployments].map((subject) => ({ subject, content: null }));
}
