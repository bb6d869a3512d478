import { canBeReached, fittingContacts } from '../../../../libs/contacts/src/fitting-contacts';
import { CHANNELS } from '../../../../libs/vocabulary/src';
import { useMessages, useWords } from '../i18n';
import { FactList } from '../ui/Facts';
import { Section } from '../ui/Page';
import { fullName } from './full-name';
import styles from './People.module.css';
import type { Commerce } from './queries';
import { words } from './words';

/** Which people of the store each channel reaches, by the contacts that they have. */
export function Reach({ commerce }: { commerce: Commerce }) {
  const { channels } = useMessages();
  const t = useWords(words);
  const active = commerce.users.filter(({ isActive }) => isActive);
  const reachedBy = (channel: (typeof CHANNELS)[number]) => {
    if (!fittingContacts[channel]) return t.visit;
    if (canBeReached([], channel)) return t.ownRecipients;
    const people = active.filter(({ contacts }) =>
      canBeReached(
        contacts.filter(({ blockedAt }) => blockedAt === null).map(({ type }) => type),
        channel,
      ),
    );
    return people.length > 0 ? people.map(fullName).join(', ') : <em className={styles.blocked}>{t.nobody}</em>;
  };
  return (
    <Section title={t.reach}>
      <p className={styles.dim}>{t.reachText}</p>
      <FactList facts={CHANNELS.map((channel) => [channels[channel], reachedBy(channel)])} />
    </Section>
  );
}
