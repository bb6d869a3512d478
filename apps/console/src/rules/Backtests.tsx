import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answerOf, api } from '../api';
import { shortId } from '../activities/short-id';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { Button } from '../ui/Button';
import { Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import type { Backtest } from './queries';
import { useRuleSentences } from './sentences';
import { words as texts } from './words';

/** Judges the last real actions by the draft and tells on which it decides otherwise. */
export function Backtests({ draft }: { draft: string }) {
  const { try: words } = useWords(texts);
  const { errors } = useMessages();
  const header = useTenantHeader();
  const backtest = useMutation({
    mutationFn: (rules: string) =>
      answerOf(api.POST('/api/rules/backtest', { params: { header }, body: { rules, sample: 200 } })),
  });
  return (
    <Section
      title={words.backtestTitle}
      actions={
        <Button disabled={backtest.isPending} onClick={() => backtest.mutate(draft)}>
          {words.backtest}
        </Button>
      }
    >
      <p>{words.backtestText}</p>
      {backtest.error && <ProblemNote error={backtest.error} title={errors.action} />}
      {backtest.isPending && <Skeleton rows={3} />}
      <div role="status">{backtest.data && <Backtested backtest={backtest.data} />}</div>
    </Section>
  );
}

function Backtested({ backtest: { sampled, changed, data } }: { backtest: Backtest }) {
  const { try: words } = useWords(texts);
  const { tenant = '' } = useParams({ strict: false });
  const sentences = useRuleSentences();
  if (sampled === 0) return <p>{words.noActions}</p>;
  const decision = ({ rule, verdict }: Backtest['data'][number]['before']) =>
    words.byRule(rule, sentences.verdict(verdict));
  return (
    <>
      <p>
        <strong>{words.backtested(sampled, changed)}</strong> {data.length < changed && words.more(data.length)}
      </p>
      {data.length > 0 && (
        <Table
          caption={words.changes}
          rows={data}
          idOf={({ activityId }) => activityId}
          minWidth={380}
          columns={[
            {
              title: words.at2,
              width: '92px',
              cell: ({ at, activityId, actionId }) => (
                <Link
                  data-row
                  to="/t/$tenant/activities/$id"
                  params={{ tenant, id: activityId }}
                  title={actionId ?? shortId(activityId)}
                >
                  <Time at={at} />
                </Link>
              ),
            },
            { title: words.before, cell: ({ before }) => decision(before), full: ({ before }) => decision(before) },
            { title: words.after, cell: ({ after }) => decision(after), full: ({ after }) => decision(after) },
          ]}
        />
      )}
    </>
  );
}
