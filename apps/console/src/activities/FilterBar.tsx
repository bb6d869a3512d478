import { X } from 'lucide-react';
import { type FormEvent, type RefObject, useState } from 'react';
import { fullName } from '../commerces/full-name';
import { useMessages } from '../i18n';
import { useOperator, useRouteOf } from '../operators/queries';
import { usePerson } from '../people/queries';
import type { Search } from '../search';
import { useTimeText, useZone } from '../time';
import { instantsOf } from '../time-zone';
import { Button } from '../ui/Button';
import { Toolbar } from '../ui/Toolbar';
import styles from './Activities.module.css';
import { ColumnsMenu } from './ColumnsMenu';
import { Dropdown } from './Dropdown';
import { type FilterName, filterNames, filterOptions, filtersOf, rangeOf, ranges, usualRange } from './filters';
import { useAccountList, useOptionCounts } from './queries';
import { ViewsMenu } from './ViewsMenu';

interface FilterBarProps {
  search: Search;
  field: RefObject<HTMLInputElement | null>;
  onChange: (changed: Search) => void;
}

/** The search field, the range, and a chip for each filter. */
export function FilterBar({ search, field, onChange }: FilterBarProps) {
  const { list, common } = useMessages();
  const filterText = useFilterText(search);
  const filters = filtersOf(search);
  const range = rangeOf(search);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange({ search: field.current?.value.trim() || undefined });
  };
  const isNarrowed = filters.length > 0 || search.search !== undefined;
  return (
    <Toolbar>
      <form role="search" onSubmit={submit}>
        <input
          key={search.search}
          ref={field}
          type="search"
          aria-label={list.search}
          placeholder={list.searchPlaceholder}
          defaultValue={search.search}
          maxLength={200}
        />
      </form>
      <select
        aria-label={list.range}
        value={range ?? ''}
        onChange={(event) =>
          onChange({
            range: event.target.value === usualRange ? undefined : event.target.value,
            createdFrom: undefined,
            createdTo: undefined,
          })
        }
      >
        {range === undefined && <option value="">{common.none}</option>}
        {ranges.map((value) => (
          <option key={value} value={value}>
            {list.ranges[value]}
          </option>
        ))}
      </select>
      {filters.map(([key, value]) => {
        const text = filterText(key, value);
        return (
          <Button
            key={key}
            className={styles.chip}
            aria-label={list.remove(text)}
            onClick={() => onChange({ [key]: undefined })}
          >
            {text}
            <X size={12} aria-hidden />
          </Button>
        );
      })}
      <AddFilter search={search} onAdd={(key, value) => onChange({ [key]: value })} />
      <ViewsMenu search={search} />
      <ColumnsMenu />
      {isNarrowed && (
        <Button
          kind="quiet"
          onClick={() => {
            if (field.current) field.current.value = '';
            onChange({ search: undefined, ...Object.fromEntries(filters.map(([key]) => [key, undefined])) });
          }}
        >
          {common.clear}
        </Button>
      )}
    </Toolbar>
  );
}

/** `Channel: WhatsApp, SMS`. */
function useFilterText(search: Search): (key: string, value: string) => string {
  const { list } = useMessages();
  const optionText = useOptionText(search);
  return (key, value) => {
    const name = key in list.filters ? list.filters[key as FilterName] : key.slice('label.'.length);
    const values = value.split(',').map((option) => optionText(key, option));
    return `${name}: ${values.join(', ')}`;
  };
}

/** What an option is called; people, operators and routes where the address has one of them. */
function useOptionText({ commerceUserId, operatorId, routeId }: Search): (key: string, option: string) => string {
  const { channels, types, origins, errorCodes, waitReasons, common } = useMessages();
  const timeText = useTimeText();
  const accounts = useAccountList();
  const { data: person } = usePerson(commerceUserId);
  const { data: operator } = useOperator(operatorId);
  const { data: route } = useRouteOf(routeId);
  const named = (all: { id: string; name: string }[]) => Object.fromEntries(all.map(({ id, name }) => [id, name]));
  const words: Record<string, Record<string, string>> = {
    channel: channels,
    type: types,
    origin: origins,
    errorCode: errorCodes,
    dispatchConfigId: named(accounts),
    commerceUserId: named(person ? [{ id: person.id, name: fullName(person) }] : []),
    operatorId: named(operator ? [operator] : []),
    routeId: named(route ? [route] : []),
    waiting: waitReasons,
    redriven: { true: common.yes, false: common.no },
  };
  return (key, option) => {
    if (/(From|To)$/.test(key) && !Number.isNaN(Date.parse(option))) return timeText(option);
    return words[key]?.[option] ?? option;
  };
}

/** Of these the api takes one value. */
const takesOne: FilterName[] = ['redriven', 'dispatchConfigId'];

/** Which filter, then its values: of few, boxes to check; else a text. */
function AddFilter({ search, onAdd }: { search: Search; onAdd: (key: string, value: string | undefined) => void }) {
  const { list, detail } = useMessages();
  const optionText = useOptionText(search);
  const accounts = useAccountList();
  const zone = useZone();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState<FilterName>('channel');
  const options: string[] | undefined =
    name === 'dispatchConfigId' && accounts.length > 0 ? accounts.map(({ id }) => id) : filterOptions[name];
  const counts = useOptionCounts(search, name, options, isOpen);
  const chosen = search[name]?.split(',') ?? [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget)
      .getAll('value')
      .filter((value) => typeof value === 'string')
      .map((value) => value.trim())
      .filter(Boolean);
    onAdd(name, values.length > 0 ? values.map((value) => asInstant(name, value, zone)).join(',') : undefined);
    setOpen(false);
  };
  return (
    <Dropdown mark="+ " label={list.addFilter} align="start" isOpen={isOpen} onOpenChange={setOpen}>
      <form onSubmit={submit} className={styles.choose}>
        <select
          aria-label={list.addFilter}
          value={name}
          onChange={(event) => setName(event.target.value as FilterName)}
        >
          {filterNames.map((filter) => (
            <option key={filter} value={filter}>
              {list.filters[filter]}
            </option>
          ))}
        </select>
        <fieldset key={name}>
          <legend className="visually-hidden">{list.filters[name]}</legend>
          {options?.map((option) => (
            <label key={option} className={styles.option}>
              <input
                type={takesOne.includes(name) ? 'radio' : 'checkbox'}
                name="value"
                value={option}
                defaultChecked={chosen.includes(option)}
              />
              {optionText(name, option)}
              {counts.has(option) && <span className={styles.of}>{counts.get(option)}</span>}
            </label>
          )) ?? (
            <input
              name="value"
              type={/(From|To)$/.test(name) ? 'datetime-local' : 'text'}
              aria-label={list.filters[name]}
              placeholder={/Id$/.test(name) ? detail.id : undefined}
              defaultValue={/(From|To)$/.test(name) ? undefined : search[name]}
              className={styles.value}
            />
          )}
        </fieldset>
        <Button kind="primary" type="submit">
          {list.apply}
        </Button>
      </form>
    </Dropdown>
  );
}

/** A time of the zone that is shown, as the instant that the address holds; of two the one that includes more. */
function asInstant(name: string, value: string, zone: string): string {
  if (!/(From|To)$/.test(name)) return value;
  const instants = instantsOf(value, zone);
  const instant = name.endsWith('To') ? instants.at(-1) : instants[0];
  return (instant ?? new Date(`${value}Z`)).toISOString();
}
