import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { useWords } from '../i18n';
import { completionOf } from './completion';
import type { RuleProblem } from './queries';
import styles from './Editor.module.css';
import { words as texts } from './words';

/** What may be done with the editor from outside. */
export interface YamlEditorHandle {
  /** Puts the focus there. Both from 1. */
  goTo(line: number, column: number): void;
  /** Puts another text in the place of all; it can be undone in the editor. */
  replace(text: string): void;
}

interface YamlEditorProps {
  /** What is in it at the beginning. */
  text: string;
  onChange: (text: string) => void;
  problems: RuleProblem[];
  /** Is told the handle when it is there. */
  onReady: (handle: YamlEditorHandle) => void;
  /** The id of the text that describes how to leave it. */
  describedBy: string;
}

/** CodeMirror for rules. Tab indents; after Escape it leaves the editor. */
export function YamlEditor({ text, onChange, problems, onReady, describedBy }: YamlEditorProps) {
  const { editor: words } = useWords(texts);
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });

  useEffect(() => {
    if (!host.current) return;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
          EditorView.contentAttributes.of({
            ...{ 'aria-label': words.label, 'aria-describedby': describedBy },
            tabindex: '0', // so that it is known to be scrolled by keys
          }),
          EditorView.updateListener.of(({ docChanged, state }) => docChanged && change.current(state.doc.toString())),
          ...[lineNumbers(), history(), drawSelection(), highlightActiveLine(), lintGutter()],
          ...[yaml(), indentOnInput(), bracketMatching(), syntaxHighlighting(highlighting), look],
          autocompletion({ override: [completionOf(words.details)], icons: false }),
          keymap.of([
            ...completionKeymap,
            { key: 'F8', run: nextDiagnostic },
            ...defaultKeymap,
            ...historyKeymap,
            indentWithTab,
          ]),
        ],
      }),
    });
    view.current = made;
    onReady({
      goTo(line, column) {
        made.dispatch({ selection: { anchor: placeOf(made.state.doc, line, column) }, scrollIntoView: true });
        made.focus();
      },
      replace: (insert) => made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert } }),
    });
    return () => made.destroy();
    // What it is made with is what it begins with.
  }, [words]);

  useEffect(() => {
    const { current } = view;
    if (current) current.dispatch(setDiagnostics(current.state, diagnosticsOf(current.state.doc, problems)));
  }, [problems, words]);

  return <div ref={host} className={styles.editor} />;
}

/** A place in the text; of one that is no longer there, the nearest. */
function placeOf(doc: Text, line: number, column: number): number {
  const { from, length } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return from + Math.min(Math.max(column - 1, 0), length);
}

/** From where the problem stands to the end of its line. */
function diagnosticsOf(doc: Text, problems: RuleProblem[]): Diagnostic[] {
  return problems.map(({ line, column, message }) => {
    const from = placeOf(doc, line ?? 1, column ?? 1);
    return { from, to: Math.max(from, doc.lineAt(from).to), severity: 'error', message };
  });
}

const highlighting = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: 'var(--accent)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--text-3)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--text-2)' },
]);

const look = EditorView.theme({
  '&': { fontSize: '12px', backgroundColor: 'var(--bg)', color: 'var(--text)', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px' },
  '.cm-content': { caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--text-3)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunken) 60%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-tint)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--bg)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '6px',
    boxShadow: 'var(--layer-shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '20px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--danger)' },
});
