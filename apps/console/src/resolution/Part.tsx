import { type ReactNode, useState } from 'react';
import type { Search } from '../search';
import { useMessages, useWords } from '../i18n';
import { type Operation, useRefusal } from '../session/me';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Layer } from '../ui/Layer';
import { List, type ListQuery } from '../ui/List';
import { RemoveButton } from '../ui/RemoveButton';
import type { Column } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import styles from './Resolution.module.css';
import { words } from './words';

interface PartProps<Row> {
  caption: string;
  lead: string;
  nothingYet: string;
  nothingYetText?: string;
  /** How to begin, for who may. */
  first?: string;
  query: ListQuery<Row>;
  pages?: { search: Search; onChange: (changed: Search) => void };
  columns: Column<Row>[];
  idOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  minWidth?: number;
  /** What is asked before one is deleted, where its name alone does not tell enough. */
  removalOf?: (row: Row) => { title: string; text: string };
  /** @throws ApiError */
  remove: (row: Row) => Promise<unknown>;
  operations: { create: Operation; change: Operation; remove: Operation };
  newTitle: string;
  editTitle?: string;
  /** The form of one that is there; undefined: of one to be made. `onSaved` ends it. */
  form: (row: Row | undefined, onSaved: () => void) => ReactNode;
}

/** One list of settings, with what it is for: each may be changed and deleted, and another made. */
export function Part<Row>(props: PartProps<Row>) {
  const { lead, nothingYet, nothingYetText, first, columns, nameOf, removalOf, remove, operations, ...rest } = props;
  const { newTitle, editTitle, form, ...list } = rest;
  const { common } = useMessages();
  const t = useWords(words);
  const refusalOf = useRefusal();
  const toast = useToast();
  const [edited, setEdited] = useState<Row | 'new'>();
  const close = () => setEdited(undefined);
  const saved = () => {
    toast(common.saved);
    close();
  };
  const row = edited === 'new' ? undefined : edited;
  const actions: Column<Row> = {
    title: t.actions,
    width: '176px',
    isNumber: true,
    cell: (one) => (
      <span className={styles.buttons}>
        <Button
          kind="quiet"
          aria-label={t.editOf(nameOf(one))}
          refusal={refusalOf(operations.change)}
          onClick={() => setEdited(one)}
        >
          {common.edit}
        </Button>
        <RemoveButton
          kind="quiet"
          aria-label={t.removeOf(nameOf(one))}
          refusal={refusalOf(operations.remove)}
          {...(removalOf?.(one) ?? { title: t.removeTitle(nameOf(one)), text: t.removeText })}
          remove={() => remove(one)}
          onRemoved={() => toast(common.saved)}
        />
      </span>
    ),
  };
  return (
    <>
      <div className={styles.head}>
        <p>{lead}</p>
        <Button kind="primary" refusal={refusalOf(operations.create)} onClick={() => setEdited('new')}>
          {newTitle}
        </Button>
      </div>
      <List
        {...list}
        columns={[...columns, actions]}
        usualRows={5}
        empty={<Empty title={nothingYet} about={nothingYetText} first={first} refusal={refusalOf(operations.create)} />}
      />
      <Layer
        title={row === undefined ? newTitle : (editTitle ?? t.editTitle(nameOf(row)))}
        isOpen={edited !== undefined}
        onClose={close}
      >
        {edited !== undefined && form(row, saved)}
      </Layer>
    </>
  );
}
