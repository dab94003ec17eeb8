import type { Component } from '../component';
import { subjects } from '../subjects';
import type { Edit } from '../world';

/** The edits that take a component out of the world altogether: its declaration, its parameters, its outputs. */
export function removalOf({ environment, declaration, placements }: Component): Edit[] {
  const parameters = placements.flatMap(({ placement, publication, runtime }) =>
    [...(publication ? [publication] : []), ...runtime].map(({ name }) =>
      subjects.parameter(placement, name),
    ),
  );
  const own = declaration ? [subjects.declaration(environment, declaration.path)] : [];
  return [...own, ...parameters].map((subject) => ({ subject, content: null }));
}
