import { Link, useParams } from '@tanstack/react-router';
import { ArrowRightLeft, Circle, CircleCheck, CircleDashed, CircleX, Link2 } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import type { TimelineEntry } from '../api';
import { useMessages } from '../i18n';
import { durationText, Time } from '../time';
import { Body } from '../ui/Body';
import { isFinal } from './filters';
import { foldAlike } from './fold-alike';
import { shortId } from './short-id';
import styles from './Timeline.module.css';

const filters = ['all', 'transition', 'attempt', 'result', 'webhook'] as const;
type Filter = (typeof filters)[number];

/** From which gap on, in ms, a wait is drawn between two entries. */
const shownWait = 1000;

/** All that happened to an activity in one list, oldest first, with the waits between. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { detail } = useMessages();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = foldAlike(entries.filter(({ kind }) => filter === 'all' || kind === filter));
  /** Nothing waits for what comes after the last status, whatever is shown. */
  const end = entries.findLast(({ transition }) => transition && isFinal(transition.toStatus))?.at ?? '9999';
  return (
    <>
      <div className={styles.head}>
        <h2 id="timeline">{detail.timeline}</h2>
        <div role="group" aria-label={detail.timeline} className={styles.filters}>
          {filters.map((name) => (
            <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
              {detail.filter[name]}
            </button>
          ))}
        </div>
      </div>
      <ol className={styles.list}>
        {shown.map(({ entry, last }, index) => {
          const before = shown[index - 1]?.last;
          const gap = before ? Date.parse(entry.at) - Date.parse(before.at) : 0;
          return (
            <Fragment key={index}>
              {gap >= shownWait && entry.at <= end && (
                <li className={styles.wait}>… {detail.waited(durationText(gap))}</li>
              )}
              <li className={styles.entry}>
                <span className={styles.at}>
                  <Time at={entry.at} />
                </span>
                <Entry entry={entry} last={last} />
              </li>
            </Fragment>
          );
        })}
      </ol>
    </>
  );
}

function Entry({ entry, last }: { entry: TimelineEntry; last: TimelineEntry }) {
  const { detail, statuses } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const { transition, attempt, result, webhook, link } = entry;
  if (transition) {
    const { fromStatus, toStatus, actor, errorCode, message } = transition;
    const text = fromStatus === null ? detail.createdBy(actor ?? '—') : detail.became(statuses[toStatus]);
    return (
      <Line icon={<Circle size={12} aria-hidden />}>
        {text}
        {fromStatus !== null && actor && actor !== 'dispatcher' && ` ${detail.by(actor)}`}
        {errorCode && <Why code={errorCode} message={message} />}
      </Line>
    );
  }
  if (attempt) {
    const isGood = attempt.outcome === 'SUCCESS';
    const number =
      last.attempt && last !== entry
        ? detail.attempts(attempt.number, last.attempt.number)
        : detail.attempt(attempt.number);
    return (
      <Line
        icon={
          isGood ? (
            <CircleCheck size={12} aria-hidden />
          ) : attempt.counted ? (
            <CircleX size={12} aria-hidden />
          ) : (
            <CircleDashed size={12} aria-hidden />
          )
        }
        kind={isGood ? 'good' : 'bad'}
      >
        {[
          attempt.counted ? number : detail.probe,
          attempt.provider,
          durationText(attempt.durationMs),
          attempt.httpStatus === null ? undefined : `HTTP ${attempt.httpStatus}`,
          isGood ? detail.accepted : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
        {attempt.errorCode && <Why code={attempt.errorCode} message={attempt.message} />}
        {attempt.requestExcerpt && <Body title={detail.request} text={attempt.requestExcerpt} />}
        {attempt.responseBody && <Body title={detail.answer} text={attempt.responseBody} />}
      </Line>
    );
  }
  if (result) {
    return <Line icon={<CircleCheck size={12} aria-hidden />}>{detail.resultOf(result.status)}</Line>;
  }
  if (webhook) {
    return (
      <Line icon={<ArrowRightLeft size={12} aria-hidden />}>
        {[detail.webhook(webhook.eventType), webhook.lastHttpStatus ?? webhook.status].join(' · ')}
      </Line>
    );
  }
  if (link) {
    return (
      <Line icon={<Link2 size={12} aria-hidden />}>
        {detail.links[link.relation]}{' '}
        <Link to="/t/$tenant/activities/$id" params={{ tenant, id: link.activityId }}>
          <code>{shortId(link.activityId)}</code>
        </Link>
      </Line>
    );
  }
  return null;
}

function Line({ icon, kind, children }: { icon: ReactNode; kind?: 'good' | 'bad'; children: ReactNode }) {
  return (
    <>
      <span className={`${styles.icon} ${kind ? styles[kind] : ''}`}>{icon}</span>
      <div className={styles.what}>{children}</div>
    </>
  );
}

function Why({ code, message }: { code: string; message: string | null }) {
  return (
    <div className={styles.why}>
      <code>{code}</code> {message}
    </div>
  );
}
