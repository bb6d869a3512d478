import { useState } from 'react';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Layer } from '../ui/Layer';
import { Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { type Column, Table } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { ContactForm } from './ContactForm';
import { fullName } from './full-name';
import styles from './People.module.css';
import { peopleWords } from './people-words';
import { PersonForm } from './PersonForm';
import type { Commerce, Contact, Person } from './queries';
import { words } from './words';

/** The people of a store, and how each is reached. */
export function People({ commerce }: { commerce: Commerce }) {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const [isAdding, setAdding] = useState(false);
  const params = { path: { id: commerce.id }, header };
  return (
    <Section
      title={t.people}
      actions={
        <Button refusal={refusalOf('POST /api/commerces/{id}/users')} onClick={() => setAdding(true)}>
          {t.addPerson}
        </Button>
      }
    >
      {commerce.users.length === 0 && <p>{t.noPeople}</p>}
      {commerce.users.map((person) => (
        <PersonCard key={person.id} commerceId={commerce.id} person={person} />
      ))}
      <Layer title={t.addPersonTitle} isOpen={isAdding} onClose={() => setAdding(false)}>
        <PersonForm
          action={t.addPerson}
          onSubmit={async (body) => {
            await answerOf(api.POST('/api/commerces/{id}/users', { params, body }));
            toast(common.saved);
            setAdding(false);
          }}
        />
      </Layer>
    </Section>
  );
}

type Asked = { what: 'edit' | 'remove' | 'add' } | { what: 'change' | 'drop'; contact: Contact };

function PersonCard({ commerceId, person }: { commerceId: string; person: Person }) {
  const { common, errors } = useMessages();
  const t = useWords(words);
  const { roles, inactive } = useWords(peopleWords);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const saved = () => {
    toast(common.saved);
    close();
  };
  const name = fullName(person);
  const path = { id: commerceId, userId: person.id };
  const params = { path, header };
  const contactParams = (contactId: string) => ({ path: { ...path, contactId }, header });
  const one = '/api/commerces/{id}/users/{userId}';
  const many = '/api/commerces/{id}/users/{userId}/contacts';
  const itsContact = '/api/commerces/{id}/users/{userId}/contacts/{contactId}';
  const allow = ({ id }: Contact) =>
    act(async () => {
      // The types that are made of the document have no such null.
      const body = { blockedAt: null as never };
      await answerOf(api.PATCH(itsContact, { params: contactParams(id), body }));
      toast(t.allowed);
    });
  const remove = () => act(async () => answerOf(api.DELETE(one, { params }))).then((isDone) => isDone && close());
  const drop = ({ id }: Contact) =>
    act(async () => answerOf(api.DELETE(itsContact, { params: contactParams(id) }))).then(
      (isDone) => isDone && close(),
    );
  const contact = asked && 'contact' in asked ? asked.contact : undefined;
  return (
    <article className={styles.person} aria-label={name}>
      <div className={styles.head}>
        <h3>{name}</h3>
        <span className={styles.dim}>
          {[...person.roles.map((role) => roles[role]), ...(person.isActive ? [] : [inactive])].join(', ')}
        </span>
        {person.externalId !== null && <code className={styles.dim}>{person.externalId}</code>}
        <div className={styles.actions}>
          <Button kind="quiet" refusal={refusalOf(`POST ${many}`)} onClick={() => setAsked({ what: 'add' })}>
            {t.addContact}
          </Button>
          <Button kind="quiet" refusal={refusalOf(`PATCH ${one}`)} onClick={() => setAsked({ what: 'edit' })}>
            {common.edit}
          </Button>
          <Button kind="quiet" refusal={refusalOf(`DELETE ${one}`)} onClick={() => setAsked({ what: 'remove' })}>
            {common.remove}
          </Button>
        </div>
      </div>
      {failure !== undefined && asked === undefined && <ProblemNote error={failure} title={errors.action} />}
      <Contacts name={name} contacts={person.contacts} isBusy={isBusy} onAllow={allow} onAsk={setAsked} />
      <Layer title={t.editPerson(name)} isOpen={asked?.what === 'edit'} onClose={close}>
        <PersonForm
          person={person}
          action={common.save}
          onSubmit={async (body) => {
            await answerOf(api.PATCH(one, { params, body }));
            saved();
          }}
        />
      </Layer>
      <Layer title={t.addContactTo(name)} isOpen={asked?.what === 'add'} onClose={close}>
        <ContactForm
          action={t.addContact}
          onSubmit={async (body) => {
            await answerOf(api.POST(many, { params, body }));
            saved();
          }}
        />
      </Layer>
      <Layer title={t.editContactOf(name)} isOpen={asked?.what === 'change'} onClose={close}>
        {contact && (
          <ContactForm
            contact={contact}
            action={common.save}
            onSubmit={async (body) => {
              await answerOf(api.PATCH(itsContact, { params: contactParams(contact.id), body }));
              saved();
            }}
          />
        )}
      </Layer>
      <Confirm
        title={contact ? t.removeContactTitle(contact.value) : t.removePersonTitle(name)}
        text={contact ? t.removeContactText : t.removePersonText}
        action={common.remove}
        isOpen={asked?.what === 'remove' || asked?.what === 'drop'}
        isBusy={isBusy}
        onClose={close}
        onConfirm={() => void (contact ? drop(contact) : remove())}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </article>
  );
}

interface ContactsProps {
  name: string;
  contacts: Contact[];
  isBusy: boolean;
  onAllow: (contact: Contact) => Promise<unknown>;
  onAsk: (asked: Asked) => void;
}

function Contacts({ name, contacts, isBusy, onAllow, onAsk }: ContactsProps) {
  const { common } = useMessages();
  const t = useWords(words);
  const { contactTypes, primary, blocked } = useWords(peopleWords);
  const refusalOf = useRefusal();
  const change = refusalOf('PATCH /api/commerces/{id}/users/{userId}/contacts/{contactId}');
  const drop = refusalOf('DELETE /api/commerces/{id}/users/{userId}/contacts/{contactId}');
  if (contacts.length === 0) return <p className={styles.dim}>{t.noContacts}</p>;
  const columns: Column<Contact>[] = [
    { title: t.type, width: '104px', cell: ({ type }) => contactTypes[type] },
    {
      title: t.value,
      cell: ({ value }) => value,
      full: ({ value, normalValue }) =>
        normalValue === null || normalValue === value ? value : `${value} · ${t.calledAs(normalValue)}`,
    },
    {
      title: t.standing,
      width: '26%',
      cell: ({ isPrimary, blockedAt, blockedReason }) =>
        blockedAt === null ? (
          isPrimary && primary
        ) : (
          <span className={styles.blocked}>
            {blocked(blockedReason ?? '')} · <Time at={blockedAt} />
          </span>
        ),
      full: ({ blockedReason }) => blockedReason ?? undefined,
    },
    {
      title: t.actions,
      width: '300px',
      isNumber: true,
      cell: (contact) => (
        <span className={styles.buttons}>
          {contact.blockedAt !== null && (
            <Button kind="quiet" refusal={change} disabled={isBusy} onClick={() => void onAllow(contact)}>
              {t.allow}
            </Button>
          )}
          <Button kind="quiet" refusal={change} onClick={() => onAsk({ what: 'change', contact })}>
            {common.edit}
          </Button>
          <Button kind="quiet" refusal={drop} onClick={() => onAsk({ what: 'drop', contact })}>
            {common.remove}
          </Button>
        </span>
      ),
    },
  ];
  return <Table caption={t.contactsOf(name)} rows={contacts} columns={columns} idOf={({ id }) => id} />;
}
