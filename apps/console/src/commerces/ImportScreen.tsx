import { useState } from 'react';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import fieldStyles from '../ui/Field.module.css';
import { Note } from '../ui/Note';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { type Column, Table } from '../ui/Table';
import { BackToCommerces } from './NewCommerceScreen';
import { columns as fileColumns, type CsvLine, readCsv } from './read-csv';
import { words } from './words';

/** How many the api is given at once: few enough that an answer comes before anybody wonders. */
const atOnce = 200;

interface Refused {
  line: number;
  externalId: string;
  problem: string;
}

/** Takes stores from a CSV file. Nothing is sent before one has seen how many were read. */
export function ImportScreen() {
  const { errors } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const { isBusy, failure, act } = useAct();
  const [lines, setLines] = useState<CsvLine[]>();
  const [unreadable, setUnreadable] = useState<string>();
  const [done, setDone] = useState(0);
  const [made, setMade] = useState<{ created: number; updated: number }>();
  const [refused, setRefused] = useState<Refused[]>([]);
  const good = (lines ?? []).filter(({ item }) => item !== undefined);

  const choose = async (file: File | undefined) => {
    setLines(undefined);
    setUnreadable(undefined);
    setMade(undefined);
    setRefused([]);
    if (!file) return;
    try {
      const read = readCsv(await file.text());
      setLines(read);
      setRefused(
        read.flatMap(({ line, problem }) => (problem === undefined ? [] : [{ line, externalId: '', problem }])),
      );
    } catch (error) {
      setUnreadable(error instanceof Error ? error.message : String(error));
    }
  };

  const send = () =>
    act(async () => {
      const sum = { created: 0, updated: 0 };
      setDone(0);
      for (let from = 0; from < good.length; from += atOnce) {
        const part = good.slice(from, from + atOnce);
        const items = part.map(({ item }) => item as unknown as Schemas['CreateCommerceRequest']);
        const answer = await answerOf(api.POST('/api/commerces/sync', { params: { header }, body: { items } }));
        sum.created += answer.created;
        sum.updated += answer.updated;
        const told = answer.errors.map(({ index, message }) => ({
          line: part[index]?.line ?? 0,
          externalId: textOf(part[index]?.item?.externalId),
          problem: message,
        }));
        setRefused((before) => [...before, ...told].sort((one, other) => one.line - other.line));
        setDone(from + part.length);
      }
      setMade({ ...sum });
      setLines(undefined);
    });

  const columns: Column<Refused>[] = [
    { title: t.line, width: '80px', isNumber: true, cell: ({ line }) => line },
    { title: t.externalId, width: '24%', cell: ({ externalId }) => externalId && <code>{externalId}</code> },
    { title: t.problem, cell: ({ problem }) => problem, full: ({ problem }) => problem },
  ];
  return (
    <Page title={t.importTitle} back={<BackToCommerces />}>
      <div className={fieldStyles.form}>
        <p>{t.importLead(fileColumns.join(', '))}</p>
        <div className={fieldStyles.field}>
          <label htmlFor="file">{t.file}</label>
          <input
            id="file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            disabled={isBusy}
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        </div>
        {unreadable !== undefined && (
          <Note kind="error">
            <strong>{t.unreadable}</strong>
            <p>{unreadable}</p>
          </Note>
        )}
        {lines && <p role="status">{isBusy ? t.progress(done, good.length) : t.ready(good.length)}</p>}
        {made && (
          <div role="status">
            <Note kind="info">{t.importDone(made.created, made.updated)}</Note>
          </div>
        )}
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
        <div className={fieldStyles.buttons}>
          <Button
            kind="primary"
            disabled={isBusy || good.length === 0}
            refusal={refusalOf('POST /api/commerces/sync')}
            onClick={() => void send()}
          >
            {good.length === 0 ? t.importTitle : t.startImport(good.length)}
          </Button>
        </div>
      </div>
      {refused.length > 0 && (
        <Section title={t.lineProblems(refused.length)}>
          <Table
            caption={t.lineProblems(refused.length)}
            rows={refused}
            columns={columns}
            idOf={({ line, problem }) => `${line} ${problem}`}
            minWidth={480}
          />
        </Section>
      )}
    </Page>
  );
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
