import type { ComponentId } from '@karma/core';
import type { RecordKind } from '../ports';

/** Sets of elements that are read as a whole or searched; an indexed property names the one an element is in. */
export type Collection =
  | 'components'
  | 'states'
  | 'dependencies'
  | 'findings'
  | 'revisions'
  | 'chunks'
  | RecordKind;

/** Ids of elements. All begin with the name of the store, so that several share one database. */
export class Names {
  constructor(readonly store: string) {}

  get head(): string {
    return `${this.store}/head`;
  }

  collection(name: Collection): string {
    return `${this.store}/${name}`;
  }

  /** The vertex that stands for a component at all times; its content at one time is a state. */
  component(id: ComponentId): string {
    return `${this.store}/component/${id}`;
  }

  /** What the findings hang on that are about no component. */
  get nowhere(): string {
    return `${this.store}/nowhere`;
  }

  /** What the revisions of one key hang on. */
  key(key: string): string {
    return `${this.store}/key/${key}`;
  }

  revision(generation: number, number: number): string {
    return `${this.store}/revision/${generation}/${number}`;
  }

  /** A part of something that is too large for one property. */
  piece(whole: string, index: number): string {
    return `${whole}/${index}`;
  }

  /** One of the chunks of an append-only list. */
  chunk(list: string, ordinal: number): string {
    return `${this.store}/${list}/${ordinal}`;
  }

  content(hash: string): string {
    return `${this.store}/content/${hash}`;
  }

  record(kind: RecordKind, id: string): string {
    return `${this.store}/record/${kind}/${id}`;
  }
}

/** `element` as written by write number `write`. */
export function versionOf(element: string, write: number): string {
  return `${element}@${write}`;
}
