import { type FormEvent, useRef } from 'react';
import { useMessages } from '../i18n';
import { useKeys } from '../keyboard';

interface SearchFieldProps {
  /** What is looked for, as the address says it. */
  value: string | undefined;
  placeholder: string;
  /** @param text undefined: everything */
  onSearch: (text: string | undefined) => void;
}

/** Looks for what was typed once Enter is pressed; `/` leads to it. */
export function SearchField({ value, placeholder, onSearch }: SearchFieldProps) {
  const { list } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(field.current?.value.trim() || undefined);
  };
  return (
    <form role="search" onSubmit={submit}>
      <input
        key={value}
        ref={field}
        type="search"
        aria-label={list.search}
        placeholder={placeholder}
        defaultValue={value}
        maxLength={200}
      />
    </form>
  );
}
