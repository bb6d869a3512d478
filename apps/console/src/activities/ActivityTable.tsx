import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Activity } from '../api';
import { useMessages } from '../i18n';
import { useKeys } from '../keyboard';
import { Time } from '../time';
import { StatusChip } from '../ui/StatusChip';
import styles from './Activities.module.css';
import { useAccounts } from './queries';
import { useWhy } from './why';

interface ActivityTableProps {
  rows: Activity[];
  /** Whether these are of the question before, until the answer is there. */
  isStale: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
}

/** One line an activity. `j` and `k` go from row to row, `Enter` opens one, `x` selects it. */
export function ActivityTable({ rows, isStale, selected, onSelect, onOpen }: ActivityTableProps) {
  const { list, channels } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const account = useAccounts();
  const why = useWhy();
  const body = useRef<HTMLTableSectionElement>(null);

  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
  const at = () => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const go = (by: number) => {
    const all = links();
    const next = at() === -1 ? 0 : Math.min(Math.max(at() + by, 0), all.length - 1);
    all[next]?.focus();
  };
  const toggle = (ids: string[], isOn: boolean) => {
    const next = new Set(selected);
    for (const id of ids) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    onSelect(next);
  };
  const anchor = useRef<number>(undefined);
  const select = (index: number, withRange: boolean) => {
    const id = rows[index]?.id;
    if (id === undefined) return;
    const isOn = !selected.has(id);
    const from = withRange ? (anchor.current ?? index) : index;
    anchor.current = index;
    const ids = rows.slice(Math.min(from, index), Math.max(from, index) + 1).map((row) => row.id);
    toggle(ids, isOn);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => select(at(), false),
    X: () => select(at(), true),
  });

  const areAll = rows.every(({ id }) => selected.has(id));
  return (
    <div className={styles.scroll} role="region" aria-label={list.caption} tabIndex={0}>
      <table className={styles.table} aria-busy={isStale} data-stale={isStale}>
        <caption className="visually-hidden">{list.caption}</caption>
        <thead>
          <tr>
            <th className={styles.box}>
              <input
                type="checkbox"
                aria-label={list.selectAll}
                checked={areAll}
                onChange={(event) =>
                  toggle(
                    rows.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
            </th>
            <th scope="col" className={styles.status}>
              {list.status}
            </th>
            <th scope="col">{list.reason}</th>
            <th scope="col">{list.channelAccount}</th>
            <th scope="col">{list.store}</th>
            <th scope="col" className={styles.whyColumn}>
              {list.why}
            </th>
            <th scope="col" className={`${styles.number} ${styles.created}`}>
              {list.created}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const commerce = row.commerceAssignment?.commerce;
            const accountName = account(row.dispatchConfigId) ?? row.provider;
            return (
              <tr
                key={row.id}
                aria-selected={selected.has(row.id)}
                onClick={(event) => {
                  if (!(event.target as HTMLElement).closest('a, input, button')) onOpen(row.id);
                }}
              >
                <td className={styles.box}>
                  <input
                    type="checkbox"
                    aria-label={list.selectRow(row.reason)}
                    checked={selected.has(row.id)}
                    onClick={(event) => select(index, event.shiftKey)}
                    readOnly
                  />
                </td>
                <td>
                  <StatusChip status={row.status} />
                </td>
                <td className={styles.cut}>
                  <Link data-row to="/t/$tenant/activities/$id" params={{ tenant, id: row.id }} title={row.reason}>
                    {row.reason}
                  </Link>
                </td>
                <td className={styles.cut}>
                  {channels[row.channel]}
                  {accountName && <span className={styles.dim}> · {accountName}</span>}
                </td>
                <td className={styles.cut} title={commerce?.name}>
                  {commerce ? (
                    <>
                      {commerce.name} <code>{commerce.externalId}</code>
                    </>
                  ) : (
                    <Dim />
                  )}
                </td>
                <td className={`${styles.why} ${row.status === 'FAILED' ? styles.failed : ''}`} title={why(row)}>
                  {why(row)}
                </td>
                <td className={styles.number}>
                  <Time at={row.createdAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Dim() {
  const { common } = useMessages();
  return <span className={styles.dim}>{common.none}</span>;
}
