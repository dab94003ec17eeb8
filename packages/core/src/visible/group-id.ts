/** Identity of a group: `group:` and its path, `group:payments/lambda`. Never that of a component. */
export type GroupId = `group:${string}`;

const PREFIX = 'group:';

export function isGroupId(text: string): text is GroupId {
  return text.startsWith(PREFIX) && text.length > PREFIX.length;
}

/** The path alone, as links name groups: `payments/lambda`. */
export const groupPath = (id: GroupId): string => id.slice(PREFIX.length);

export const groupIdOf = (path: string): GroupId => `${PREFIX}${path}`;
