import { csvText } from './csv-text';
import { ordered, type Slice } from './slice';

/**
 * One row a component, as `csvText` writes it. `depends_on` lists ids, separated by `; `; each tag is a column.
 */
export function renderCsv(slice: Slice): string {
  const { components, dependencies } = ordered(slice);
  const tags = [...new Set(components.flatMap((component) => Object.keys(component.tags)))].sort();
  const providers = new Map<string, string[]>();
  const consumers = new Map<string, number>();
  for (const { from, to } of dependencies) {
    providers.set(from, [...(providers.get(from) ?? []), to]);
    consumers.set(to, (consumers.get(to) ?? 0) + 1);
  }
  const heading = [
    'id',
    'environment',
    'type',
    'nickname',
    'status',
    'owner',
    'errors',
    'warnings',
    'notes',
    'depends_on',
    'dependents',
    ...tags.map((name) => `tag.${name}`),
  ];
  const rows = components.map((component) => [
    component.id,
    component.environment,
    component.type,
    component.nickname,
    component.status,
    component.owner ?? '',
    component.findings.error,
    component.findings.warning,
    component.findings.info,
    (providers.get(component.id) ?? []).join('; '),
    consumers.get(component.id) ?? 0,
    ...tags.map((name) => component.tags[name] ?? ''),
  ]);
  return csvText([heading, ...rows]);
}
