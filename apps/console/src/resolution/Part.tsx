import { type ReactNode, useState } from 'react';
import { useMessages, useWords } from '../i18n';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Empty } from '../ui/Empty';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import styles from './Resolution.module.css';
import { words } from './words';

interface PartProps<Row> {
  caption: string;
  lead: string;
  /** The one thing to do here. */
  create: ReactNode;
  nothingYet: string;
  nothingYetText?: string;
  rows: Row[] | undefined;
  error: unknown;
  onRetry: () => void;
  columns: Column<Row>[];
  idOf: (row: Row) => string;
  isStale?: boolean;
  minWidth?: number;
}

/** One list of settings, with what it is for. */
export function Part<Row>(props: PartProps<Row>) {
  const { caption, lead, create, nothingYet, nothingYetText, rows, error, onRetry, ...table } = props;
  return (
    <>
      <div className={styles.head}>
        <p>{lead}</p>
        {create}
      </div>
      {Boolean(error) && <ProblemNote error={error} onRetry={onRetry} />}
      {!rows && !error && <Skeleton rows={5} />}
      {rows?.length === 0 && (
        <Empty title={nothingYet}>{nothingYetText !== undefined && <p>{nothingYetText}</p>}</Empty>
      )}
      {rows && rows.length > 0 && <Table caption={caption} rows={rows} {...table} />}
    </>
  );
}

interface RowActionsProps {
  name: string;
  editRefusal: string | undefined;
  removeRefusal: string | undefined;
  onEdit: () => void;
  /** @throws ApiError */
  remove: () => Promise<unknown>;
  confirmTitle?: string;
  confirmText?: string;
}

/** What may be done with a row. */
export function RowActions(props: RowActionsProps) {
  const { name, editRefusal, removeRefusal, onEdit, remove, confirmTitle, confirmText } = props;
  const { common, errors } = useMessages();
  const t = useWords(words);
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [isAsked, setAsked] = useState(false);
  const confirm = async () => {
    if (!(await act(remove))) return;
    toast(common.saved);
    setAsked(false);
  };
  return (
    <span className={styles.buttons}>
      <Button kind="quiet" aria-label={t.editOf(name)} refusal={editRefusal} onClick={onEdit}>
        {common.edit}
      </Button>
      <Button kind="quiet" aria-label={t.removeOf(name)} refusal={removeRefusal} onClick={() => setAsked(true)}>
        {common.remove}
      </Button>
      <Confirm
        title={confirmTitle ?? t.removeTitle(name)}
        text={confirmText ?? t.removeText}
        action={common.remove}
        isOpen={isAsked}
        isBusy={isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </span>
  );
}
