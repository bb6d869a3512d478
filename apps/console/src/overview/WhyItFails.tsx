import { Link } from '@tanstack/react-router';
import { useAccounts } from '../activities/queries';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Range } from '../range';
import { useTenant } from '../session/tenant';
import { Time } from '../time';
import { Section } from '../ui/Page';
import { Table } from '../ui/Table';
import styles from './Overview.module.css';
import { useFailures } from './queries';
import { words } from './words';

/** Of which errors attempts failed, by account, the most frequent first. */
export function WhyItFails({ range }: { range: Range }) {
  const text = useWords(words);
  const { errorCodes } = useMessages();
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const account = useAccounts();
  const { data } = useFailures(range);
  return (
    <Section title={text.failures}>
      {data?.data.length === 0 && <p className={styles.dim}>{text.noFailures}</p>}
      {data && data.data.length > 0 && (
        <Table
          caption={text.failures}
          rows={data.data}
          idOf={({ errorCode, dispatchConfigId }) => `${errorCode} ${dispatchConfigId}`}
          minWidth={320}
          columns={[
            {
              title: text.error,
              width: '44%',
              cell: ({ errorCode, dispatchConfigId }) => (
                <Link
                  data-row
                  to="/t/$tenant/activities"
                  params={{ tenant }}
                  search={{ status: 'FAILED', range, errorCode, dispatchConfigId: dispatchConfigId ?? undefined }}
                >
                  {errorCodes[errorCode] ?? errorCode}
                </Link>
              ),
              full: ({ errorCode }) => errorCode,
            },
            { title: text.account, cell: ({ dispatchConfigId }) => account(dispatchConfigId) },
            {
              title: text.attempts,
              width: '72px',
              isNumber: true,
              cell: ({ count }) => count.toLocaleString(language),
            },
            { title: text.last, width: '104px', isNumber: true, cell: ({ lastAt }) => <Time at={lastAt} /> },
          ]}
        />
      )}
    </Section>
  );
}
