import { neighbourAssertions } from '../assertions/neighbour-assertions';
import { compareText } from '../collections/equal';
import { EXTENDS } from '../config/effective';
import type { Dependency, Evidence } from '../dependency';
import { unionConsumes } from '../facts/named-references';
import type { Finding } from '../finding';
import { type ComponentId, componentName, parseComponentId } from '../ids';
import { subjects } from '../subjects';
import { componentFinding } from './component-finding';
import { type Context, configPath } from './context';
import { CONVENTIONS_FILE } from './environments';
import { neighbourFindings } from './neighbour-findings';
import { environmentsWith, resolveName } from './resolve-name';
import { resolveValue } from './resolve-value';
import type { Node } from './state';

interface Found {
  readonly evidence: Evidence;
  readonly isAmbiguous: boolean;
}

export interface Resolution {
  /** Sorted by provider. */
  readonly dependencies: readonly Dependency[];
  readonly findings: readonly Finding[];
}

function hint(names: readonly string[]): string {
  return names.length === 0 ? '' : ` There is ${names.join(', ')}: perhaps it is to be declared here too.`;
}

/** Resolves one component's references against everything else that is known. */
export function resolve(context: Context, id: ComponentId, node: Node): Resolution {
  const { environment } = componentName(id);
  const { conventions } = context.environment(environment);
  const since = node.own.declaration?.origin.at ?? null;
  const targets = new Map<ComponentId, Found[]>();
  const findings = new Map<string, Finding>();
  const add = (to: ComponentId, evidence: Evidence, isAmbiguous = false) => {
    if (to === id) return;
    const found = targets.get(to);
    if (found) found.push({ evidence, isAmbiguous });
    else targets.set(to, [{ evidence, isAmbiguous }]);
  };
  const report = (finding: Finding) => {
    if (!findings.has(finding.id)) findings.set(finding.id, finding);
  };

  const reportMissing = (target: ComponentId, at: string, elsewhere: readonly string[]) => {
    report(
      componentFinding(id, 'dangling-reference', {
        severity: 'error',
        locus: target,
        at,
        since,
        reason: `It refers to ${target}, which is neither declared nor known to Parameter Store.`,
        remedy: `Declare ${configPath(target)}, or correct the reference.${hint(elsewhere)}`,
      }),
    );
  };

  for (const { types, nickname, evidence } of [...node.facts.references, ...node.textReferences]) {
    const { ids, isMissing } = resolveName(context, environment, types, nickname);
    const isAmbiguous = ids.length > 1;
    for (const target of ids) {
      add(target, evidence, isAmbiguous);
      if (isMissing && target !== id) {
        reportMissing(target, evidence.at, environmentsWith(context, target));
      }
    }
    if (isAmbiguous) {
      report(
        componentFinding(id, 'ambiguous-alias', {
          severity: 'warning',
          at: evidence.at,
          since,
          reason: `${evidence.matched} is published by ${ids.join(' and ')}: it may mean either.`,
          remedy: `Rename one of them, or confirm one edge in ${CONVENTIONS_FILE}.`,
        }),
      );
    }
  }

  for (const { path, at } of node.facts.parameters) {
    const has = (name: string) =>
      context
        .environment(name)
        .placements.some((placement) => context.world.entry(subjects.parameter(placement.id, path)));
    if (has(environment)) continue;
    const others = context.environmentNames().filter((name) => name !== environment && has(name));
    report(
      componentFinding(id, 'dangling-reference', {
        severity: 'error',
        locus: path,
        at,
        since,
        reason: `It refers to the parameter ${path}, which is not there.`,
        remedy: `Write the parameter, or correct the reference.${hint(others.map((name) => `one in ${name}`))}`,
      }),
    );
  }

  for (const candidate of node.facts.candidates) {
    const claimants = resolveValue(context, id, candidate);
    const [only] = claimants;
    if (claimants.length > 1) {
      report(
        componentFinding(id, 'ambiguous-value', {
          severity: 'info',
          at: candidate.at,
          since,
          reason: `${candidate.matched} may come from ${claimants.map((claimant) => claimant.id).join(' or ')}.`,
          remedy: `Name the component instead of its value, or declare the edge in ${CONVENTIONS_FILE}.`,
        }),
      );
    } else if (only) {
      add(only.id, {
        rule: 'value',
        at: candidate.at,
        matched: candidate.matched,
        consumes: only.claim.identifying ? 'all' : [only.claim.key],
        claim: only.claim.key,
        crossesEnvironments: only.environment !== environment,
      });
    }
  }

  const [parent] = node.own.parents;
  if (parent !== undefined && node.own.declaration) {
    const at = `${node.own.declaration.path}#/${EXTENDS}`;
    add(parent, {
      rule: 'extends',
      at,
      matched: parent,
      consumes: 'all',
      claim: null,
      crossesEnvironments: false,
    });
  }

  const { type, nickname } = componentName(id);
  for (const verdict of [
    ...(conventions.verdicts.get(id) ?? []),
    ...(conventions.verdicts.get(`${type}/${nickname}`) ?? []),
  ]) {
    const to = parseComponentId(verdict.to) ?? parseComponentId(`${environment}/${verdict.to}`);
    if (to === undefined) continue;
    if (verdict.verdict === 'reject') {
      targets.delete(to);
      continue;
    }
    const consumes =
      targets
        .get(to)
        ?.map(({ evidence }) => evidence.consumes)
        .reduce(unionConsumes) ?? 'all';
    add(to, {
      rule: 'override',
      at: CONVENTIONS_FILE,
      matched: verdict.to,
      consumes,
      claim: null,
      crossesEnvironments: false,
    });
    if (!context.state.nodes.get(to)) reportMissing(to, CONVENTIONS_FILE, []);
  }

  const dependencies = [...targets]
    .map(([to, found]) => dependency(node.own.id, context.state.nodes.get(to)?.own.id ?? to, found))
    .sort((a, b) => compareText(a.to, b.to));
  for (const finding of neighbourFindings(context, id, node, dependencies)) report(finding);
  if (!node.own.abstract) {
    for (const finding of neighbourAssertions(conventions, id, 'dependsOn', since, () => dependencies))
      report(finding);
  }
  return { dependencies, findings: [...findings.values()] };
}

function dependency(from: ComponentId, to: ComponentId, found: readonly Found[]): Dependency {
  const evidence = found
    .map((item) => item.evidence)
    .sort(
      (a, b) => compareText(a.at, b.at) || compareText(a.rule, b.rule) || compareText(a.matched, b.matched),
    );
  return {
    from,
    to,
    confidence: evidence.every(({ rule }) => rule === 'value') ? 'inferred' : 'declared',
    ambiguous: found.every(({ isAmbiguous }) => isAmbiguous),
    consumes: evidence.map(({ consumes }) => consumes).reduce(unionConsumes),
    evidence,
  };
}
