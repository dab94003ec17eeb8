import { orNone } from '../collections/none';
import type { Declaration } from '../component';
import { EXTENDS, mergeChain, originOf } from '../config/effective';
import type { JsonObject } from '../config/json';
import { type ParsedConfig, parseConfig } from '../config/parse-config';
import type { Finding } from '../finding';
import { type ComponentId, componentName, parseComponentId } from '../ids';
import { subjects } from '../subjects';
import type { Entry, World } from '../world';
import { componentFinding } from './component-finding';
import { configPath } from './context';

/** What Git says of a component. */
export interface Declared {
  readonly declaration: Declaration;
  /** Everything that it inherits from, nearest first, a missing one last. */
  readonly parents: readonly ComponentId[];
  /** The effective config; `null` where the component's own file cannot be read. */
  readonly config: JsonObject | null;
  /** Of the contents that the effective config is made of. */
  readonly hashes: readonly string[];
  /** Latest change of any of them, ISO 8601. */
  readonly since: string;
  /** Path of the file that sets what stands at a pointer. */
  readonly fileOf: (pointer: string) => string;
  readonly findings: readonly Finding[];
}

function entryOf(world: World, id: ComponentId): Entry | undefined {
  return world.entry(subjects.declaration(componentName(id).environment, configPath(id)));
}

function parentOf(config: JsonObject, environment: string): ComponentId | null | undefined {
  const parent = config[EXTENDS];
  if (parent === undefined) return undefined;
  if (typeof parent !== 'string') return null;
  return parseComponentId(parent) ?? parseComponentId(`${environment}/${parent}`) ?? null;
}

function unreadable(id: ComponentId, { origin }: Entry, parsed: ParsedConfig & { ok: false }): Finding {
  const path = configPath(id);
  return componentFinding(id, parsed.kind, {
    severity: 'error',
    at: parsed.line === null ? path : `${path}:${parsed.line}`,
    reason: parsed.reason,
    remedy: parsed.remedy,
    since: origin.at,
  });
}

/** Reads a component's file and those that it inherits from. */
export function readDeclared(world: World, id: ComponentId): Declared | null {
  const own = entryOf(world, id);
  if (!own) return null;
  const chain: JsonObject[] = [];
  const files: string[] = [];
  const hashes: string[] = [];
  const parents: ComponentId[] = [];
  const findings: Finding[] = [];
  const report = (kind: Finding['kind'], locus: string, reason: string, remedy: string) =>
    findings.push(
      componentFinding(id, kind, {
        severity: 'error',
        locus,
        at: `${configPath(id)}#/${EXTENDS}`,
        reason,
        remedy,
        since: own.origin.at,
      }),
    );

  let since = own.origin.at;
  let current = id;
  let entry: Entry | undefined = own;
  while (entry) {
    const parsed = parseConfig(world.content(entry.hash));
    hashes.push(entry.hash);
    if (entry.origin.at > since) since = entry.origin.at;
    if (!parsed.ok) {
      if (current === id) findings.push(unreadable(id, entry, parsed));
      else {
        report(
          'missing-parent',
          current,
          `It inherits from ${current}, whose file cannot be read.`,
          `Correct ${configPath(current)}.`,
        );
      }
      break;
    }
    chain.push(parsed.config);
    files.push(configPath(current));
    const parent = parentOf(parsed.config, componentName(current).environment);
    if (parent === undefined) break;
    if (parent === null) {
      if (current === id) {
        report(
          'invalid-config',
          EXTENDS,
          `${EXTENDS} names no component.`,
          `Write "<type>/<nickname>" or "<environment>/<type>/<nickname>".`,
        );
      }
      break;
    }
    if (parent === id || parents.includes(parent)) {
      report(
        'inheritance-cycle',
        parent,
        `It inherits from itself: ${[id, ...parents, parent].join(' → ')}.`,
        `Remove ${EXTENDS} from one of them.`,
      );
      break;
    }
    parents.push(parent);
    entry = entryOf(world, parent);
    if (!entry) {
      report(
        'missing-parent',
        parent,
        `It inherits from ${parent}, which is not declared.`,
        `Declare ${configPath(parent)}, or correct ${EXTENDS} in ${configPath(current)}.`,
      );
    }
    current = parent;
  }
  const path = configPath(id);
  return {
    declaration: { path, hash: own.hash, origin: own.origin },
    parents: orNone(parents),
    config: chain.length > 0 ? mergeChain(chain) : null,
    hashes,
    since,
    fileOf: (pointer) => (chain.length > 1 ? (files[originOf(chain, pointer)] ?? path) : path),
    findings,
  };
}
