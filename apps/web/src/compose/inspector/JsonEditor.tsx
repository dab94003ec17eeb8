import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { setText } from '@karma/editor';
import { useEffect, useRef } from 'react';
import { drafts } from '../draft-store';
import { useEditPlace } from '../edit-place';
import { appearance } from './editor-appearance';
import { configLanguage, offsetOf } from './json-language';
import type { EditedConfig } from './use-config';

/** Typing after a pause is a step of its own. */
const PAUSE_MS = 1500;

/** The text of a component's own file: what is typed is in the draft at once, what the draft does is here at once. */
export function JsonEditor({ edited, text }: { edited: EditedConfig; text: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef(edited);
  latest.current = edited;
  const { id } = edited;

  useEffect(() => {
    if (!holder.current) return;
    const typing = typingSteps();
    const editor = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: latest.current.text ?? '',
        extensions: [
          lineNumbers(),
          lintGutter(),
          highlightActiveLine(),
          bracketMatching(),
          closeBrackets(),
          indentOnInput(),
          json(),
          ...configLanguage(
            () => latest.current.schema,
            () => inheritedKeys(latest.current),
          ),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': `JSON of ${id}` }),
          appearance,
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...lintKeymap,
            ...defaultKeymap,
            // Escape, then Tab leaves the editor.
            indentWithTab,
          ]),
          EditorView.updateListener.of((update) => {
            const typed = update.state.doc.toString();
            if (!update.docChanged || typed === latest.current.text) return;
            const merge = `${id}#text ${typing()}`;
            void drafts.run([id], () => ({ ...setText(id, typed), merge }));
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [id]);

  useEffect(() => {
    const editor = view.current;
    const shown = editor?.state.doc.toString();
    if (editor && shown !== text)
      editor.dispatch({ changes: { from: 0, to: shown?.length ?? 0, insert: text } });
  }, [text]);

  useEditPlace(id, (pointer) => {
    const editor = view.current;
    if (!editor) return false;
    const at = offsetOf(editor.state.doc.toString(), pointer) ?? 0;
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    editor.focus();
    return true;
  });

  return <div ref={holder} />;
}

/** Numbers the bursts of typing. */
function typingSteps(): () => number {
  let last = 0;
  let burst = Date.now();
  return () => {
    const now = Date.now();
    if (now - last > PAUSE_MS) burst = now;
    last = now;
    return burst;
  };
}

/** Pointers of what a parent sets, so that the own file need not. */
function inheritedKeys({ id, keys }: EditedConfig): ReadonlySet<string> {
  return new Set(keys.filter(({ from }) => from !== id).map(({ pointer }) => pointer));
}
