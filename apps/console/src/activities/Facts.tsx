import type { ReactNode } from 'react';
import type { ActivityDetail } from '../api';
import { useMessages } from '../i18n';
import { Time } from '../time';
import { FactList } from '../ui/Facts';
import styles from './Activity.module.css';
import { PayloadNow } from './PayloadNow';
import { useAccounts } from './queries';

/** What an activity is: whom it is for, through which account, what it carries. */
export function Facts({ activity }: { activity: ActivityDetail }) {
  const { detail, channels, origins } = useMessages();
  const account = useAccounts();
  const { commerceAssignment, taskDetails, recipient, attributes, metadata } = activity;
  const facts: [name: string, value: ReactNode][] = [
    [detail.id, <code key="id">{activity.id}</code>],
    [detail.key, <code key="key">{activity.idempotencyKey}</code>],
    [detail.origin, origins[activity.origin]],
    [detail.created, <Time key="created" at={activity.createdAt} />],
    [detail.scheduled, <Time key="scheduled" at={activity.scheduledAt} />],
    [detail.score, activity.score],
    [detail.channel, channels[activity.channel]],
    [detail.account, account(activity.dispatchConfigId) ?? activity.waitingFor?.config?.name],
    [detail.provider, activity.provider],
    [detail.providerActivityId, activity.providerActivityId && <code>{activity.providerActivityId}</code>],
    [
      detail.store,
      commerceAssignment && (
        <>
          {commerceAssignment.commerce.name} <code>{commerceAssignment.commerce.externalId}</code>
        </>
      ),
    ],
    [detail.recipient, recipient && [recipient.name, recipient.value].filter(Boolean).join(' · ')],
    [detail.route, taskDetails?.route.name],
    [detail.operator, taskDetails?.operator.name],
  ];
  const labels = Object.entries(metadata);
  return (
    <>
      <h2 id="facts">{detail.facts}</h2>
      <FactList facts={facts} />
      <Values title={detail.attributes} values={attributes.map(({ key, value }) => [key, value])} />
      <Values title={detail.labels} values={labels} />
      <PayloadNow id={activity.id} version={activity.updatedAt} />
    </>
  );
}

function Values({ title, values }: { title: string; values: [key: string, value: unknown][] }) {
  if (values.length === 0) return null;
  return (
    <>
      <h3 className={styles.small}>{title}</h3>
      <FactList
        facts={values.map(([key, value]) => [
          key,
          typeof value === 'string' ? value : <code key={key}>{JSON.stringify(value)}</code>,
        ])}
      />
    </>
  );
}
