import { useMessages } from '../i18n';
import type { Search } from '../search';
import { Button } from './Button';
import styles from './Pages.module.css';

const sizes = [25, 50, 100];

interface PagesProps {
  search: Search;
  /** How many rows this page has, undefined until it is there. */
  rows: number | undefined;
  onChange: (changed: Search) => void;
  /** What the buttons say where the list goes by time. */
  words?: { previous: string; next: string };
}

/** The page of an address, of how many rows; both stand in the address unless they are as usual. */
export function pageOf({ page, perPage }: Search): { page: number; perPage: number } {
  const number = Math.trunc(Number(page));
  return { page: number >= 1 ? number : 1, perPage: sizes.find((size) => String(size) === perPage) ?? 25 };
}

/** Goes from page to page. Lists say no end: the page that is not full is the last. */
export function Pages({ search, rows, onChange, words }: PagesProps) {
  const { common } = useMessages();
  const { page, perPage } = pageOf(search);
  if (page === 1 && (rows ?? 0) < (sizes[0] ?? 0)) return null;
  return (
    <div className={styles.pages}>
      <Button disabled={page <= 1} onClick={() => onChange({ page: page > 2 ? String(page - 1) : undefined })}>
        ‹ {words?.previous ?? common.previous}
      </Button>
      <span>{common.page(page)}</span>
      <Button disabled={rows === undefined || rows < perPage} onClick={() => onChange({ page: String(page + 1) })}>
        {words?.next ?? common.next} ›
      </Button>
      <select
        aria-label={common.rowsPerPage}
        value={String(perPage)}
        onChange={({ target }) =>
          onChange({ perPage: target.value === '25' ? undefined : target.value, page: undefined })
        }
      >
        {sizes.map((size) => (
          <option key={size}>{size}</option>
        ))}
      </select>
    </div>
  );
}
