import { dependencySelection } from '../app/view';
import type { Quiet } from './quiet';
import type { Visible } from './visible-slice';

/** What is quiet, told to bundles by their dependencies, too: one is not drawn when none in it would be. */
export function quietOnMap(quiet: Quiet, { bundles }: Visible): Quiet {
  if (bundles.length === 0 || quiet.hidden.size === 0) return quiet;
  const isHidden = ({ from, to }: Visible['dependencies'][number]) =>
    quiet.hidden.has(dependencySelection(from, to));
  const silent = bundles.filter(({ dependencies }) => dependencies.every(isHidden));
  return {
    ...quiet,
    hidden: new Set([...quiet.hidden, ...silent.map(({ from, to }) => dependencySelection(from, to))]),
  };
}
