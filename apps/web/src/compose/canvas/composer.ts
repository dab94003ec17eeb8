import type { ComponentId } from '@karma/core';
import type { Edit, Surroundings } from '@karma/editor';
import { create } from 'zustand';

/** A point, on the canvas or on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A component that is about to be created: of what type, and where. */
export interface Creation {
  readonly type: string;
  /** Given when it has to stand in one environment. */
  readonly environment?: string | undefined;
  readonly screen: Point;
  /** What more is part of the same step, once it is created: connecting it. */
  readonly connect?: ((created: ComponentId, surroundings: Surroundings) => Edit) | undefined;
  /** Whose texts `connect` needs. */
  readonly with?: readonly ComponentId[] | undefined;
}

/** One of several things that can be chosen. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Whose icon stands beside it. */
  readonly type?: string | undefined;
  readonly run: () => void;
}

/** A question with several answers, at a place on the screen. */
export interface Choice {
  readonly title: string;
  readonly screen: Point;
  readonly options: readonly Option[];
}

/** What is being dragged over the canvas. */
export interface Dragging {
  readonly label: string;
  readonly type: string | null;
  /** Where the drag began, on the screen: a line leads from there; `null` for what is carried. */
  readonly from: Point | null;
  readonly at: Point;
  /** Says whether it can be dropped here, by what is known now; `null` where nothing is to be said. */
  readonly judge: () => Verdict | null;
}

/** Whether something can be dropped at a place, and what is said of it. */
export interface Verdict {
  readonly isFine: boolean;
  readonly words: string;
}

interface ComposerState {
  readonly creation: Creation | null;
  readonly choice: Choice | null;
  readonly dragging: Dragging | null;
}

/** What hangs over the canvas while composing. */
export const useComposer = create<ComposerState>(() => ({ creation: null, choice: null, dragging: null }));

export const askForName = (creation: Creation) => useComposer.setState({ creation, choice: null });

/** Asks which; with one answer there is nothing to ask. */
export function ask(choice: Choice): void {
  const [only, ...others] = choice.options;
  if (only && others.length === 0) only.run();
  else useComposer.setState({ choice, creation: null });
}
