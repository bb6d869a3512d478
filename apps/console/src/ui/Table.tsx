import { Fragment, type ReactNode, useRef } from 'react';
import { useMessages } from '../i18n';
import { useKeys } from '../keyboard';
import styles from './Table.module.css';

export interface Column<Row> {
  title: string;
  /** What is undefined or empty is shown as a dim dash. */
  cell: (row: Row) => ReactNode;
  /** Numbers and times stand at the right. */
  isNumber?: boolean;
  /** Such as `128px` or `28%`; what is left is shared by the others. */
  width?: string;
  /** The whole text, for whoever points at a cell that is cut. */
  full?: (row: Row) => string | undefined;
}

interface Selection<Row> {
  ids: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  nameOf: (row: Row) => string;
}

export interface TableProps<Row> {
  /** Read out, not seen. */
  caption: string;
  rows: Row[];
  columns: Column<Row>[];
  idOf: (row: Row) => string;
  /** Whether these are of the question before, until the answer is there. */
  isStale?: boolean;
  selection?: Selection<Row>;
  /** A click on a row beside its links: what its own link does, or a look at it. */
  onOpen?: (row: Row) => void;
  /** The heading over a row and those after it that have the same. */
  groupOf?: (row: Row) => string;
  /** A sentence below a row. */
  note?: (row: Row) => ReactNode;
  /** Below this width it scrolls sideways; 720 unless told. */
  minWidth?: number;
}

/**
 * Rows of one line. The link of a row has `data-row`: `j` and `k` go from one to the next, `Enter` opens it; `x` selects,
 * `Shift x` all from the last one on.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, rows, columns, idOf, isStale = false, selection, onOpen, groupOf, note, minWidth = 720 } = props;
  const wide = columns.length + (selection ? 1 : 0);
  const { list, common } = useMessages();
  const body = useRef<HTMLTableSectionElement>(null);

  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
  const at = () => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const go = (by: number) => {
    const all = links();
    const next = at() === -1 ? 0 : Math.min(Math.max(at() + by, 0), all.length - 1);
    all[next]?.focus();
  };
  const toggle = (ids: string[], isOn: boolean) => {
    const next = new Set(selection?.ids);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    selection?.onSelect(next);
  };
  const onPage = selection ? rows.filter((row) => selection.ids.has(idOf(row))).length : 0;
  const anchor = useRef<number>(undefined);
  const select = (index: number, withRange: boolean) => {
    const row = rows[index];
    if (row === undefined || !selection) return;
    const isOn = !selection.ids.has(idOf(row));
    const from = withRange ? (anchor.current ?? index) : index;
    anchor.current = index;
    toggle(rows.slice(Math.min(from, index), Math.max(from, index) + 1).map(idOf), isOn);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    ...(selection ? { x: () => select(at(), false), X: () => select(at(), true) } : {}),
  });

  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table} style={{ minWidth }} aria-busy={isStale} data-stale={isStale}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th className={styles.box}>
                <input
                  type="checkbox"
                  aria-label={list.selectAll}
                  ref={(box) => {
                    if (box) box.indeterminate = onPage > 0 && onPage < rows.length;
                  }}
                  checked={onPage === rows.length}
                  onChange={(event) => toggle(rows.map(idOf), event.target.checked)}
                />
              </th>
            )}
            {columns.map(({ title, isNumber, width }) => (
              <th key={title} scope="col" className={isNumber ? styles.number : undefined} style={{ width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const group = groupOf?.(row);
            const before = rows[index - 1];
            return (
              <Fragment key={idOf(row)}>
                {group !== undefined && (before === undefined || group !== groupOf?.(before)) && (
                  <tr className={styles.group}>
                    <th scope="colgroup" colSpan={wide}>
                      {group}
                    </th>
                  </tr>
                )}
                <tr
                  aria-selected={selection?.ids.has(idOf(row))}
                  className={onOpen && styles.open}
                  onClick={(event) => {
                    if (!(event.target as HTMLElement).closest('a, input, button, select, label')) onOpen?.(row);
                  }}
                >
                  {selection && (
                    <td className={styles.box}>
                      <input
                        type="checkbox"
                        aria-label={list.selectRow(selection.nameOf(row))}
                        checked={selection.ids.has(idOf(row))}
                        onClick={(event) => select(index, event.shiftKey)}
                        readOnly
                      />
                    </td>
                  )}
                  {columns.map(({ title, cell, isNumber, full }) => {
                    const content = cell(row);
                    const isEmpty = content === null || content === undefined || content === '';
                    return (
                      <td
                        key={title}
                        className={isNumber ? styles.number : undefined}
                        title={full?.(row)}
                        data-title={title}
                        data-empty={isEmpty}
                      >
                        {isEmpty ? <span className={styles.dim}>{common.none}</span> : content}
                      </td>
                    );
                  })}
                </tr>
                {note && (
                  <tr className={styles.note}>
                    <td colSpan={wide}>{note(row)}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
