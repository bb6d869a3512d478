import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Provider } from '../api';
import { useMessages, useWords } from '../i18n';
import type { Search } from '../search';
import { Choice } from '../ui/Choice';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { BackToAccounts } from './BackToAccounts';
import { channels } from './channels';
import { ConfigForm } from './ConfigForm';
import styles from './Configs.module.css';
import { useProviders } from './queries';
import { words as allWords } from './words';

/** A new account: first its provider and its channel, which stand in the address, then what they ask for. */
export function NewConfigScreen() {
  const words = useWords(allWords);
  const { channels: names } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: providers, error, refetch } = useProviders();
  const provider = providers?.find(({ code }) => code === search.provider);
  const definition = definitionOf(provider, search.channel);

  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/configs/new',
      params: { tenant },
      search: { ...search, ...changed },
      replace: true,
    });
  const offering = providers?.filter(
    ({ channels: its, code }) =>
      code === search.provider || search.channel === undefined || (its as string[]).includes(search.channel),
  );
  const offered = channels.filter((channel) => provider?.channels.includes(channel) ?? true);

  return (
    <Page title={words.newTitle} back={<BackToAccounts />}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!providers && !error && <Skeleton />}
      {offering && (
        <div className={styles.which}>
          {!definition && <p>{words.newLead}</p>}
          <div className={styles.pair}>
            <Choice
              label={words.provider}
              value={provider?.code ?? ''}
              options={[['', words.choose], ...offering.map(({ code, name }): [string, string] => [code, name])]}
              onChange={(code) => {
                const its = providers?.find((one) => one.code === code);
                change({ provider: code || undefined, channel: definitionOf(its, search.channel)?.channel });
              }}
            />
            <Choice
              label={words.channel}
              value={definition?.channel ?? search.channel ?? ''}
              options={[['', words.choose], ...offered.map((one): [string, string] => [one, names[one]])]}
              onChange={(channel) => change({ channel: channel || undefined })}
            />
          </div>
        </div>
      )}
      {provider && definition && (
        <ConfigForm key={`${provider.code} ${definition.channel}`} provider={provider} definition={definition} />
      )}
    </Page>
  );
}

/** That of the channel that is asked for, or of the only one that there is. */
function definitionOf(provider: Provider | undefined, channel: string | undefined) {
  const all = provider?.channelDefinitions ?? [];
  return all.find((one) => one.channel === channel) ?? (all.length === 1 ? all[0] : undefined);
}
