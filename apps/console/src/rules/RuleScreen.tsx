import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { NotFound } from '../shell/NotFound';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { FactList } from '../ui/Facts';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { HitsByDay } from './HitsByDay';
import { type Rule, useRule, useVersions } from './queries';
import { ruleText } from './rule-text';
import styles from './Rules.module.css';
import { useRuleSentences } from './sentences';
import { useSwitch } from './switch';
import { Versions } from './Versions';
import { words as texts } from './words';

/** One rule: what it asks and decides, how often it did, and all that it has been. */
export function RuleScreen() {
  const { id = '' } = useParams({ strict: false });
  const { data: rule, error, refetch } = useRule(id);
  if (rule) return <RuleDetail rule={rule} />;
  if (isMissing(error)) return <NotFound />;
  return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Skeleton />;
}

function RuleDetail({ rule }: { rule: Rule }) {
  const words = useWords(texts);
  const { tenant = '' } = useParams({ strict: false });
  const { version } = useSearch({ strict: false });
  const versions = useVersions(rule.id);
  const sentences = useRuleSentences();
  const { id, name, priority, timezone, description, updatedAt } = rule;
  return (
    <Page
      title={name}
      aside={rule.enabled ? words.rule.on : words.rule.off}
      back={
        <Link to="/t/$tenant/rules" params={{ tenant }}>
          ‹ {words.rule.back}
        </Link>
      }
      actions={<RuleActions rule={rule} />}
    >
      <FactList
        facts={[
          [words.condition, sentences.condition(rule)],
          [words.verdict, sentences.verdict(rule.action)],
          [words.priority, String(priority)],
          [words.rule.timezone, timezone ?? words.rule.ofTenant],
          [words.rule.description, description],
          [words.rule.changed, <Time key="changed" at={updatedAt} />],
        ]}
      />
      <div className={styles.columns}>
        <Section title={words.rule.text}>
          <pre className={styles.text} tabIndex={0}>
            {ruleText(rule)}
          </pre>
        </Section>
        <Section title={words.rule.hits}>
          <HitsByDay ruleId={id} />
        </Section>
      </div>
      {versions.error && <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data && <Versions rule={rule} versions={versions.data} chosen={Number(version)} />}
    </Page>
  );
}

function RuleActions({ rule }: { rule: Rule }) {
  const { rule: words, edit } = useWords(texts);
  const { common, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const toast = useToast();
  const switching = useSwitch();
  const { act, isBusy, failure } = useAct();
  const [isAsked, setAsked] = useState(false);
  const { id, name, enabled } = rule;
  const remove = async () => {
    const params = { path: { id }, header };
    const isDone = await act(() => answerOf(api.DELETE('/api/rules/{id}', { params })));
    setAsked(false);
    if (!isDone) return;
    toast(words.deleted(name));
    await navigate({ to: '/t/$tenant/rules', params: { tenant } });
  };
  const refused = failure ?? switching.failure;
  return (
    <>
      <Button
        disabled={switching.isBusy}
        refusal={refusalOf('PATCH /api/rules/{id}')}
        onClick={() => void switching.switchTo(rule, !enabled)}
      >
        {enabled ? words.switchOff : words.switchOn}
      </Button>
      <Button refusal={refusalOf('DELETE /api/rules/{id}')} onClick={() => setAsked(true)}>
        {common.remove}
      </Button>
      <Button
        kind="primary"
        onClick={() =>
          void navigate({ to: '/t/$tenant/rules/edit', params: { tenant }, search: { view: 'yaml', rule: name } })
        }
      >
        {edit}
      </Button>
      {refused !== undefined && <ProblemNote error={refused} title={errors.action} />}
      <Confirm
        title={words.confirmDelete(name)}
        text={words.confirmDeleteText}
        action={common.remove}
        isOpen={isAsked}
        isBusy={isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void remove()}
      />
    </>
  );
}
