import { answerOf, api, type ConfigHealth } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { Layer } from '../ui/Layer';
import styles from './Configs.module.css';
import { useProviders } from './queries';
import { TestPanel } from './TestPanel';
import { words as allWords } from './words';

/** A test of an account as it is saved, over a list. */
export function TestLayer({ account, onClose }: { account: ConfigHealth; onClose: () => void }) {
  const words = useWords(allWords);
  const { common } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const { data: providers } = useProviders();
  const { id, name, channel, providerCode } = account;
  const definition = providers
    ?.find(({ code }) => code === providerCode)
    ?.channelDefinitions.find((one) => one.channel === channel);
  return (
    <Layer title={words.testNamed(name)} isOpen onClose={onClose}>
      <div className={styles.panel}>
        {providers && (
          <TestPanel
            channel={channel}
            addressesPerson={definition?.addressesPerson ?? false}
            send={(recipient) =>
              answerOf(
                api.POST('/api/dispatch-configs/{id}/test', {
                  params: { path: { id }, header },
                  body: recipient ? { recipient } : {},
                }),
              )
            }
            refusal={refusalOf('POST /api/dispatch-configs/{id}/test')}
          />
        )}
        <div className={styles.row}>
          <Button onClick={onClose}>{common.close}</Button>
        </div>
      </div>
    </Layer>
  );
}
