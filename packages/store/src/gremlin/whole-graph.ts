import {
  type Component,
  type ComponentId,
  type Dependency,
  dependencyKey,
  type Finding,
  type Graph,
  type Link,
  type Topology,
  topologyOf,
} from '@karma/core';
import { z } from 'zod';
import type { Connection } from './connection';
import { linkOf, visible } from './elements';
import { g } from './language';
import type { Names } from './names';

const id = z.custom<ComponentId>((value) => typeof value === 'string');
const text = z.string();

/** Every component at a write. One round trip. */
async function readIds(connection: Connection, names: Names, write: number): Promise<ComponentId[]> {
  const states = g.V().has('collection', names.collection('states'));
  const found = await connection.submit(visible(states, write).values('component'));
  return found.map((each) => id.parse(each));
}

async function readLinks(connection: Connection, names: Names, write: number): Promise<Link[]> {
  const dependencies = g.E().has('collection', names.collection('dependencies'));
  const found = await connection.submit(visible(dependencies, write).values('link'));
  return found.map((each) => linkOf(text.parse(each)));
}

/** The topology of the whole graph at a write, for a writer only. Two round trips. */
export async function readTopology(connection: Connection, names: Names, write: number): Promise<Topology> {
  return topologyFrom(await readIds(connection, names, write), await readLinks(connection, names, write));
}

export function topologyFrom(components: Iterable<ComponentId>, links: readonly Link[]): Topology {
  return topologyOf({
    components,
    dependencies: links.map(({ inferred, ...link }) => ({
      ...link,
      confidence: inferred ? 'inferred' : 'declared',
    })),
  });
}

/** The whole graph at a write. Three round trips. */
export async function readWholeGraph(connection: Connection, names: Names, write: number): Promise<Graph> {
  const vertices = (name: 'states' | 'findings') => g.V().has('collection', names.collection(name));
  const edges = g.E().has('collection', names.collection('dependencies'));
  const bodies = async (versions: ReturnType<typeof vertices>) =>
    (await connection.submit(visible(versions, write).values('body'))).map((body) => text.parse(body));
  const components = (await bodies(vertices('states'))).map((body): Component => JSON.parse(body));
  const dependencies = (await bodies(edges)).map((body): Dependency => JSON.parse(body));
  const findings = (await bodies(vertices('findings'))).map((body): Finding => JSON.parse(body));
  return {
    components: new Map(components.map((each) => [each.id, each])),
    dependencies: new Map(dependencies.map((each) => [dependencyKey(each.from, each.to), each])),
    findings: new Map(findings.map((each) => [each.id, each])),
  };
}
