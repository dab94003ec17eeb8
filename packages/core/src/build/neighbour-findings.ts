import type { PlacementState } from '../component';
import type { Consumes, Dependency } from '../dependency';
import type { Finding } from '../finding';
import { type ComponentId, componentName } from '../ids';
import { componentFinding } from './component-finding';
import type { Context } from './context';
import type { Node } from './state';

/**
 * *stale consumer*: in one placement, a parameter with outputs that it consumes changed after the consumer's own
 * outputs last did. A parameter that holds all outputs does not tell which of them changed, and a deployment that
 * changes no output leaves no trace: then it is only said as information.
 */
function staleConsumer(
  id: ComponentId,
  to: ComponentId,
  consumes: Consumes,
  own: PlacementState,
  theirs: PlacementState,
) {
  const { deployedAt } = own;
  if (deployedAt === null) return [];
  const isWhole = (name: string) => name.endsWith('/runtime');
  const isRead = (name: string) =>
    consumes === 'all' || isWhole(name) || consumes.includes(name.slice(name.lastIndexOf('/') + 1));
  const later = theirs.runtime.filter(
    (parameter) => parameter.origin.at > deployedAt && isRead(parameter.name),
  );
  const [first] = later;
  if (!first) return [];
  const isExact = consumes !== 'all' && later.some((parameter) => !isWhole(parameter.name));
  return [
    componentFinding(id, 'stale-consumer', {
      severity: isExact ? 'warning' : 'info',
      locus: `${to}|${own.placement}`,
      placement: own.placement,
      at: first.name,
      since: later.map(({ origin }) => origin.at).sort()[0] ?? null,
      reason: `Outputs of ${to} changed after it was last deployed${isExact ? '' : '; it may not be those that it reads'}.`,
      remedy: 'Deploy it again, so that it sees the new outputs.',
      comparisons: [{ label: 'last change', expected: first.origin.at, actual: deployedAt }],
    }),
  ];
}

function unpublishedOutputs(
  context: Context,
  id: ComponentId,
  since: string | null,
  { to, evidence }: Dependency,
): Finding[] {
  const provider = context.state.nodes.get(to);
  const { environment, type, nickname } = componentName(to);
  const module = context.module(environment, type);
  if (!provider || !module?.outputsKnown) return [];
  const published = new Set([
    ...module.outputs.map(({ key }) => key),
    ...provider.own.placements.flatMap(({ outputs }) => outputs),
  ]);
  return evidence.flatMap(({ consumes, at, matched, rule }) => {
    // An alias publishes what its owner's module says elsewhere.
    const isByName = rule === 'path' ? matched.includes(`/${nickname}/`) : matched === nickname;
    if (consumes === 'all' || !isByName) return [];
    return consumes
      .filter((key) => !published.has(key))
      .map((key) =>
        componentFinding(id, 'unpublished-output', {
          severity: 'error',
          locus: `${to}|${key}`,
          at,
          since,
          reason: `It reads the output ${key} of ${to}, which ${type} does not publish.`,
          remedy: `Publish ${key} in the module of ${type}, or read one of: ${[...published].sort().join(', ') || 'none is published'}.`,
        }),
      );
  });
}

/** What is wrong between a component and those that it depends on. */
export function neighbourFindings(
  context: Context,
  id: ComponentId,
  node: Node,
  dependencies: readonly Dependency[],
): Finding[] {
  return dependencies.flatMap((dependency) => {
    const provider = context.state.nodes.get(dependency.to);
    if (!provider || dependency.evidence.every(({ rule }) => rule === 'extends')) return [];
    const stale = node.own.placements.flatMap((own) => {
      const theirs = provider.own.placements.find(({ placement }) => placement === own.placement);
      return theirs ? staleConsumer(id, dependency.to, dependency.consumes, own, theirs) : [];
    });
    return [
      ...stale,
      ...unpublishedOutputs(context, id, node.own.declaration?.origin.at ?? null, dependency),
    ];
  });
}
