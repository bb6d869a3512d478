import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMessages, useWords } from '../i18n';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Tabs } from '../ui/Tabs';
import { Accounts } from './Accounts';
import { FirstSteps } from './FirstSteps';
import { NeedsYou } from './NeedsYou';
import { Numbers } from './Numbers';
import { Outcomes } from './Outcomes';
import styles from './Overview.module.css';
import { rangeOf, ranges, useOverview } from './queries';
import { words } from './words';
import { WhyItFails } from './WhyItFails';

/** What needs somebody, what is open, what became of the rest, and how the accounts do. */
export function OverviewScreen() {
  const { screens, list } = useMessages();
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const range = rangeOf(search);
  const { data: overview, error, refetch } = useOverview(range);
  return (
    <Page title={screens.overview}>
      <Tabs
        label={text.range}
        tabs={ranges.map((name) => ({ name, text: list.ranges[name] }))}
        chosen={range}
        onChange={(chosen) =>
          void navigate({
            to: '/t/$tenant/overview',
            params: { tenant },
            search: { range: chosen === '24h' ? undefined : chosen },
          })
        }
      />
      {error && !overview && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!overview && !error && <Skeleton />}
      {overview && (
        <>
          <FirstSteps />
          <NeedsYou overview={overview} />
          <Numbers overview={overview} range={range} />
          <div className={styles.halves}>
            <Outcomes range={range} />
            <WhyItFails range={range} />
          </div>
          <Section title={text.accounts}>
            <Accounts />
          </Section>
        </>
      )}
    </Page>
  );
}
