import { Link, useBlocker, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { Backtests } from './Backtests';
import { diffLines } from './diff';
import styles from './Editor.module.css';
import { ProblemList } from './ProblemList';
import { readRuleFile, type RuleFile, useProblems, useRuleFile } from './queries';
import { SaveRules } from './SaveRules';
import { Try } from './Try';
import { words as texts } from './words';
import { YamlEditor, type YamlEditorHandle } from './YamlEditor';

/** All rules as one file, checked while one types, tried out, and saved together. */
export function EditRulesScreen() {
  const words = useWords(texts);
  const { tenant = '' } = useParams({ strict: false });
  const { data: file, error, refetch } = useRuleFile();
  const back = (
    <Link to="/t/$tenant/rules" params={{ tenant }}>
      ‹ {words.rule.back}
    </Link>
  );
  if (file) return <Editor stored={file} back={back} />;
  return (
    <Page title={words.editor.title} back={back}>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Skeleton />}
    </Page>
  );
}

function Editor({ stored, back }: { stored: RuleFile; back: ReactNode }) {
  const { editor: words } = useWords(texts);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { rule } = useSearch({ strict: false });
  /** What the draft was made from: a save is refused where the rules are no longer that. */
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(stored.text);
  const [isSaving, setSaving] = useState(false);
  const handle = useRef<YamlEditorHandle>(undefined);
  const howToLeave = useId();
  const checked = useSettled(draft);
  const check = useProblems(checked);
  const problems = check.data ?? noProblems;
  const isChecking = checked !== draft || check.isFetching;
  const isChanged = draft !== base.text;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });

  const ready = (made: YamlEditorHandle) => {
    handle.current = made;
    const line = rule === undefined ? undefined : lineOf(draft, rule);
    if (line !== undefined) made.goTo(line, 1);
  };
  const replace = (text: string) => {
    handle.current?.replace(text);
    setDraft(text);
  };
  const discard = () => {
    replace(base.text);
    toast(words.discarded, { undo: () => replace(draft) });
  };
  const rebase = async () => setBase(await readRuleFile(header));
  const saved = async () => {
    const file = await readRuleFile(header);
    setBase(file);
    replace(file.text);
    setSaving(false);
    toast(words.saved);
  };
  const cannotSave = () => {
    if (!isChanged) return words.unchanged;
    return problems.length > 0 ? words.mendFirst : refusalOf('POST /api/rules/import');
  };

  return (
    <Page
      title={words.title}
      aside={words.draft(isChanged ? changedLines(base.text, draft) : 0)}
      back={back}
      actions={
        <>
          <Button disabled={!isChanged} onClick={discard}>
            {words.discard}
          </Button>
          <Button kind="primary" disabled={isChecking} refusal={cannotSave()} onClick={() => setSaving(true)}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div>
          <YamlEditor text={draft} onChange={setDraft} problems={problems} onReady={ready} describedBy={howToLeave} />
          <div className={styles.under}>
            <p id={howToLeave} className={styles.how}>
              {words.leave}
            </p>
            {isEmpty(draft) && (
              <Button onClick={() => replace(exampleOf(words.exampleName, words.exampleDescription))}>
                {words.example}
              </Button>
            )}
            <p role="status" className={!isChecking && problems.length > 0 ? styles.wrong : undefined}>
              {isChecking ? words.checking : problems.length > 0 ? words.problems(problems.length) : words.right}
            </p>
          </div>
          {check.error && <ProblemNote error={check.error} onRetry={() => void check.refetch()} />}
          <ProblemList problems={problems} onGo={(line, column) => handle.current?.goTo(line, column)} />
        </div>
        <div className={styles.side}>
          <Try draft={draft} />
          <Backtests draft={draft} />
        </div>
      </div>
      {isSaving && (
        <SaveRules base={base} draft={draft} onClose={() => setSaving(false)} onSaved={saved} onRebase={rebase} />
      )}
      <Confirm
        title={words.leaveTitle}
        text={words.leaveText}
        action={words.leaveSubmit}
        isOpen={blocker.status === 'blocked'}
        isBusy={false}
        onClose={() => blocker.reset?.()}
        onConfirm={() => blocker.proceed?.()}
      />
    </Page>
  );
}

/** As the file of a tenant without rules is. */
const isEmpty = (text: string) => /^\s*(rules:\s*\[\]\s*)?$/.test(text);

const exampleOf = (name: string, description: string) => `rules:
  - name: ${name}
    priority: 10
    description: ${description}
    condition:
      field: action.action_type
      eq: promotion
    action:
      type: schedule
      delay_seconds: 3600
`;

const noProblems: never[] = [];
const settledAfterMs = 400;

/** The text once it has not changed for a while. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settledAfterMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

function changedLines(before: string, after: string): number {
  return diffLines(before, after).filter(({ kind }) => kind !== 'same').length;
}

/** Where a rule's name stands; as exports write it. */
function lineOf(text: string, rule: string): number | undefined {
  const names = [rule, JSON.stringify(rule), `'${rule.replaceAll("'", "''")}'`].map((name) => `- name: ${name}`);
  const index = text.split('\n').findIndex((line) => names.includes(line.trim()));
  return index === -1 ? undefined : index + 1;
}
