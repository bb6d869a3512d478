import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { download } from '../ui/download';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { ImportRules } from './ImportRules';
import { readRuleFile, type Rule, useHits, useRules } from './queries';
import styles from './Rules.module.css';
import { useRuleSentences } from './sentences';
import { useSwitch } from './switch';
import { words as texts } from './words';

/** The rules in the order in which they are asked, with what each has decided lately. */
export function RulesScreen() {
  const words = useWords(texts);
  const { errors, screens } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const { data, error, refetch, isPlaceholderData } = useRules(search);
  const { act, isBusy, failure } = useAct();
  const [isImporting, setImporting] = useState(false);
  const rows = data?.data ?? [];
  const total = data?.meta.total ?? null;

  const change = (changed: Search) =>
    void navigate({ to: '/t/$tenant/rules', params: { tenant }, search: { ...search, page: undefined, ...changed } });
  const edit = () => void navigate({ to: '/t/$tenant/rules/edit', params: { tenant }, search: { view: 'yaml' } });
  const save = () =>
    act(async () => download(`rules-${tenant}.yaml`, (await readRuleFile(header)).text, 'application/yaml'));

  return (
    <Page
      title={screens.rules}
      aside={total === null || total === 0 ? undefined : words.count(total)}
      actions={
        <>
          <Button disabled={isBusy} onClick={() => void save()}>
            {words.export}
          </Button>
          <Button refusal={refusalOf('POST /api/rules/import')} onClick={() => setImporting(true)}>
            {words.import}
          </Button>
          {rows.length > 0 && (
            <Button kind="primary" onClick={edit}>
              {words.edit}
            </Button>
          )}
        </>
      }
    >
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && rows.length === 0 && !error && (
        <Empty title={words.empty}>
          <p>{words.emptyText}</p>
          <Button kind="primary" onClick={edit}>
            {words.first}
          </Button>
        </Empty>
      )}
      {rows.length > 0 && <RuleTable rows={rows} isStale={isPlaceholderData} />}
      {data && <Pages search={search} rows={data.data.length} onChange={change} />}
      {isImporting && <ImportRules onClose={() => setImporting(false)} />}
    </Page>
  );
}

function RuleTable({ rows, isStale }: { rows: Rule[]; isStale: boolean }) {
  const words = useWords(texts);
  const { language } = usePreferences();
  const { errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const sentences = useRuleSentences();
  const day = useHits(24);
  const month = useHits(30 * 24);
  const { switchTo, failure } = useSwitch();

  const lastHit = ({ id, enabled }: Rule) => {
    const hit = month.data?.get(id);
    if (hit) return <Time at={hit.lastHitAt} />;
    if (!month.data || !enabled) return null;
    return (
      <span className={styles.notHit}>
        <TriangleAlert size={12} strokeWidth={2.5} aria-hidden /> {words.notHit}
      </span>
    );
  };
  const columns: Column<Rule>[] = [
    { title: words.priority, width: '72px', isNumber: true, cell: ({ priority }) => String(priority) },
    {
      title: words.enabled,
      width: '64px',
      cell: (rule) => (
        <span className={styles.switch} title={refusalOf('PATCH /api/rules/{id}')}>
          <input
            type="checkbox"
            role="switch"
            aria-label={words.switch(rule.name)}
            checked={rule.enabled}
            disabled={refusalOf('PATCH /api/rules/{id}') !== undefined}
            onChange={() => void switchTo(rule, !rule.enabled)}
          />
        </span>
      ),
    },
    {
      title: words.name,
      width: '22%',
      cell: ({ id, name }) => (
        <Link data-row to="/t/$tenant/rules/$id" params={{ tenant, id }}>
          {name}
        </Link>
      ),
      full: ({ name }) => name,
    },
    {
      title: words.condition,
      cell: (rule) => (typeof rule.condition === 'string' ? <code>{rule.condition}</code> : sentences.condition(rule)),
      full: sentences.condition,
    },
    {
      title: words.verdict,
      width: '18%',
      cell: ({ action }) => sentences.verdict(action),
      full: ({ action }) => sentences.verdict(action),
    },
    {
      title: words.hits,
      width: '80px',
      isNumber: true,
      cell: ({ id }) => day.data && (day.data.get(id)?.hits ?? 0).toLocaleString(language),
    },
    { title: words.lastHit, width: '144px', isNumber: true, cell: lastHit },
  ];
  const hitsError = day.error ?? month.error;
  return (
    <>
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      {hitsError && <ProblemNote error={hitsError} title={words.noHits} />}
      <Table
        caption={words.caption}
        rows={rows}
        columns={columns}
        idOf={({ id }) => id}
        isStale={isStale}
        minWidth={860}
        onOpen={({ id }) => void navigate({ to: '/t/$tenant/rules/$id', params: { tenant, id } })}
      />
    </>
  );
}
