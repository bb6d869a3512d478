import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answerOf, api, isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { NotFound } from '../shell/NotFound';
import { Time, useRelative, useTimeText } from '../time';
import { useAct } from '../ui/act';
import { Body } from '../ui/Body';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { FactList } from '../ui/Facts';
import { Note } from '../ui/Note';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { useToast } from '../ui/Toasts';
import { BackfillSection } from './BackfillSection';
import { cronText } from './cron';
import { History } from './History';
import { nameOf } from './name';
import { NextTimes } from './NextTimes';
import { PauseButton } from './PauseButton';
import { type Recurring, useNextTimes, useRecurring } from './queries';
import styles from './Recurring.module.css';
import { RecurringForm } from './RecurringForm';
import { words } from './words';

/** One recurring action: when it is done next, what became of each time, and what it does. */
export function RecurringScreen() {
  const text = useWords(words);
  const { common, errors } = useMessages();
  const { language } = usePreferences();
  const { tenant = '', id = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { data: recurring, error, refetch } = useRecurring(id);
  const [failure, setFailure] = useState<unknown>();
  if (!recurring && isMissing(error)) return <NotFound />;
  if (!recurring) return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Skeleton />;

  const isChanging = search.view === 'change';
  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/recurring/$id',
      params: { tenant, id },
      search: { ...search, page: undefined, ...changed },
      resetScroll: false,
    });
  return (
    <Page
      title={nameOf(recurring)}
      aside={`${cronText(recurring.cron_expr, language)} · ${recurring.timezone}`}
      back={
        <Link to="/t/$tenant/recurring" params={{ tenant }}>
          ‹ {text.back}
        </Link>
      }
      actions={
        <>
          <PauseButton recurring={recurring} onAnswer={setFailure} />
          <Remove recurring={recurring} />
        </>
      }
    >
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      <div className={styles.sentence}>
        <Sentence recurring={recurring} />
      </div>
      <Tabs
        label={text.views}
        tabs={[
          { name: 'times', text: text.times },
          { name: 'change', text: text.change },
        ]}
        chosen={isChanging ? 'change' : 'times'}
        onChange={(name) => change({ view: name === 'change' ? name : undefined })}
      />
      {isChanging ? (
        <RecurringForm
          key={id}
          recurring={recurring}
          action={common.save}
          refusal={refusalOf('PATCH /v1/recurring/{id}')}
          onSubmit={async (body) => {
            await answerOf(api.PATCH('/v1/recurring/{id}', { params: { path: { id }, header }, body }));
            toast(common.saved);
            change({ view: undefined });
          }}
        />
      ) : (
        <div className={styles.columns}>
          <div>
            <History recurring={recurring} search={search} onChange={change} />
            <BackfillSection recurring={recurring} />
          </div>
          <aside aria-label={text.facts}>
            <Upcoming recurring={recurring} />
            <WhatItDoes recurring={recurring} />
          </aside>
        </div>
      )}
    </Page>
  );
}

/** The answer to "when is it done next?". */
function Sentence({ recurring }: { recurring: Recurring }) {
  const text = useWords(words);
  const timeText = useTimeText();
  const relative = useRelative();
  const { status, next_execution_at: next, warning } = recurring;
  return (
    <>
      <Note kind={status === 'active' ? 'info' : 'warning'}>
        {status !== 'active'
          ? text.sentence[status]
          : next === null
            ? text.noneLeft
            : text.sentence.active(timeText(next), relative(next))}
      </Note>
      {warning !== null && <Note kind="warning">{warning}</Note>}
    </>
  );
}

function Upcoming({ recurring }: { recurring: Recurring }) {
  const text = useWords(words);
  const { data } = useNextTimes(recurring, 10);
  if (recurring.status !== 'active' || !data) return null;
  return (
    <Section title={text.nextTen}>
      <NextTimes times={data.occurrences} zone={data.timezone} />
    </Section>
  );
}

function WhatItDoes({ recurring }: { recurring: Recurring }) {
  const text = useWords(words);
  const { detail } = useMessages();
  const { payload, metadata, ends_at: end, commerce_id: store, dedup_key: key } = recurring;
  return (
    <Section title={text.facts}>
      <FactList
        facts={[
          [text.account, recurring.provider],
          [text.actionType, recurring.action_type],
          [text.store, recurring.commerce_external_id ?? (store && <code>{store}</code>)],
          [text.namespace, recurring.namespace],
          [text.expression, <code key="expression">{recurring.cron_expr}</code>],
          [text.executed, text.often(recurring.execution_count, recurring.max_executions)],
          [text.end, end && <Time at={end} />],
          [text.overlap, text.overlaps[recurring.overlap_policy]],
          [text.missed, text.misseds[recurring.missed_policy]],
          ...(key === null ? [] : [[detail.key, <code key="key">{key}</code>] as [string, ReactNode]]),
          [text.description, recurring.description],
        ]}
      />
      {payload !== null && <Body title={text.payload} text={JSON.stringify(payload, null, 2)} />}
      {Object.keys(metadata).length > 0 && <Body title={text.labels} text={JSON.stringify(metadata, null, 2)} />}
    </Section>
  );
}

function Remove({ recurring }: { recurring: Recurring }) {
  const text = useWords(words);
  const { errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [isAsked, setAsked] = useState(false);
  const { id } = recurring;
  const name = nameOf(recurring);
  const remove = () =>
    act(async () => {
      await answerOf(api.DELETE('/v1/recurring/{id}', { params: { path: { id }, header } }));
      toast(text.deleted(name));
      await navigate({ to: '/t/$tenant/recurring', params: { tenant } });
    });
  return (
    <>
      <Button refusal={refusalOf('DELETE /v1/recurring/{id}')} onClick={() => setAsked(true)}>
        {text.delete}
      </Button>
      <Confirm
        title={text.deleteTitle(name)}
        text={text.deleteText}
        action={text.delete}
        isOpen={isAsked}
        isBusy={isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void remove()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </>
  );
}
