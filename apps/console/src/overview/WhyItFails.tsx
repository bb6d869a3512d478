import { Link } from '@tanstack/react-router';
import { useAccounts, useCountsOf } from '../activities/queries';
import type { Schemas } from '../api';
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

type Failure = Schemas['FailureStatResponse'];

const idOf = ({ errorCode, dispatchConfigId }: Failure) => `${errorCode} ${dispatchConfigId}`;

/**
 * Of which errors attempts failed, by account, the most frequent first. An attempt is no activity, so that its number leads
 * nowhere; beside it stands how many activities have that error last, which is the list that it leads to.
 */
export function WhyItFails({ range }: { range: Range }) {
  const text = useWords(words);
  const { errorCodes } = useMessages();
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const account = useAccounts();
  const { data } = useFailures(range);
  const listOf = ({ errorCode, dispatchConfigId }: Failure) => ({
    range,
    errorCode,
    ...(dispatchConfigId === null ? {} : { dispatchConfigId }),
  });
  // In an order that is the same whichever is the most frequent; once a minute, since each is counted for this reader alone.
  const lists = (data?.data ?? []).map((failure) => [idOf(failure), listOf(failure)] as const);
  const counts = useCountsOf(new Map(lists.toSorted(([one], [other]) => (one < other ? -1 : 1))), true, 60_000);
  return (
    <Section title={text.failures}>
      {data?.data.length === 0 && <p className={styles.dim}>{text.noFailures}</p>}
      {data && data.data.length > 0 && (
        <>
          <p className={styles.dim}>{text.failuresText}</p>
          <Table
            caption={text.failures}
            rows={data.data}
            idOf={idOf}
            minWidth={320}
            columns={[
              {
                title: text.error,
                cell: ({ errorCode }) => errorCodes[errorCode] ?? errorCode,
                full: ({ errorCode }) => [errorCodes[errorCode], errorCode].filter(Boolean).join(' · '),
              },
              {
                title: text.account,
                width: '25%',
                cell: ({ dispatchConfigId }) => account(dispatchConfigId),
                full: ({ dispatchConfigId }) => account(dispatchConfigId),
              },
              {
                title: text.attempts,
                width: '68px',
                isNumber: true,
                cell: ({ count }) => count.toLocaleString(language),
              },
              {
                title: text.activities,
                width: '84px',
                isNumber: true,
                cell: (failure) => {
                  const count = counts.get(idOf(failure));
                  if (count === undefined || count === '0') return count;
                  const error = errorCodes[failure.errorCode] ?? failure.errorCode;
                  return (
                    <Link
                      data-row
                      to="/t/$tenant/activities"
                      params={{ tenant }}
                      search={listOf(failure)}
                      aria-label={`${count} ${text.activities}: ${error}`}
                    >
                      {count}
                    </Link>
                  );
                },
              },
              { title: text.last, width: '104px', isNumber: true, cell: ({ lastAt }) => <Time at={lastAt} /> },
            ]}
          />
        </>
      )}
    </Section>
  );
}
