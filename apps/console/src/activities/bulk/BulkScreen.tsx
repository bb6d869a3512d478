import { Link, useBlocker, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActivityDetail } from '../../api';
import { useMessages, useWords } from '../../i18n';
import type { Search } from '../../search';
import { useRefusal } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { durationText } from '../../time';
import { useAct } from '../../ui/act';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Confirm';
import { Empty } from '../../ui/Empty';
import { Note } from '../../ui/Note';
import { Page, Section } from '../../ui/Page';
import { ProblemNote } from '../../ui/Problem';
import { Skeleton } from '../../ui/Skeleton';
import { useToast } from '../../ui/Toasts';
import type { FilterName } from '../filters';
import styles from './Bulk.module.css';
import { Progress } from './Progress';
import { useBulkRun, useDryRun } from './run';
import { Sample, useSample } from './Sample';
import { Troubled, Warning, withCodes, WithoutAccount } from './Warnings';
import {
  type BulkKind,
  bulkKinds,
  choiceOf,
  refusals,
  unusableFilters,
  usualRate,
  withErrors,
  withoutAccount,
} from './what';
import { words } from './words';

const starts = [0, 30, 300, 3600] as const;
/** From so many on the number has to be typed. */
const many = 100;

/** Does something to all activities that match, after their number was seen: which, how, and a look at some of them. */
export function BulkScreen({ kind }: { kind: BulkKind }) {
  const text = useWords(words);
  const { list, screens, errors } = useMessages();
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const toast = useToast();
  const search = useSearch({ strict: false });
  const [openedAt] = useState(() => Date.now());
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [includeRedriven, setIncludeRedriven] = useState(false);
  const [rate, setRate] = useState<number>();
  const [startIn, setStartIn] = useState<number>(0);
  const [isAsked, setAsked] = useState(false);
  const { progress, run, undo, stop } = useBulkRun(kind);
  const { failure, isBusy, act } = useAct();

  const all = choiceOf(search, openedAt);
  const isIdle = progress.state === 'idle';
  const first = useDryRun(kind, all, includeRedriven, isIdle);
  const withRepeated = useDryRun(kind, all, kind === 'redrive', isIdle);
  const byErrorCode = first.data?.byErrorCode ?? {};
  const codes = Object.keys(byErrorCode);
  const chosen = leftOut.size === 0 ? undefined : codes.filter((code) => !leftOut.has(code) && code !== 'NONE');
  const choice = withErrors(all, chosen);
  const total = codes.reduce((sum, code) => {
    const isIn = chosen === undefined || chosen.includes(code);
    return sum + (isIn ? (byErrorCode[code] ?? 0) : 0);
  }, 0);
  const checked = useDryRun(kind, choice, includeRedriven, isIdle && total > 0);
  const sample = useSample(total > 0 ? (checked.data?.sample ?? []) : []);
  const repeated = (withRepeated.data?.matched ?? 0) - (first.data?.matched ?? 0);
  const unusable = unusableFilters(search);
  // The list of those that match.
  const found = includeRedriven ? search : { ...search, redriven: 'false' };

  const isRunning = progress.state === 'running';
  const leaving = useBlocker({ shouldBlockFn: () => isRunning, enableBeforeUnload: isRunning, withResolver: true });
  const start = () => {
    setAsked(false);
    const startAt = startIn === 0 ? undefined : Date.now() + startIn * 1000;
    void act(() => run(choice, { ratePerSecond: rate, startAt, includeRedriven }, total));
  };

  const back = (
    <Link to="/t/$tenant/activities" params={{ tenant }} search={{ ...search, ids: undefined }}>
      ‹ {screens.activities}
    </Link>
  );
  return (
    <Page title={text.title[kind]} back={back}>
      {unusable.length > 0 && (
        <Note kind="warning">{text.unusable(unusable.map((key) => list.filters[key as FilterName]).join(', '))}</Note>
      )}
      {first.error && <ProblemNote error={first.error} onRetry={() => void first.refetch()} />}
      {!first.error && checked.error && <ProblemNote error={checked.error} onRetry={() => void checked.refetch()} />}
      {first.isLoading && <Skeleton rows={6} />}
      {first.data?.matched === 0 && isIdle && <Empty title={text.nothing} />}
      {first.data && unusable.length === 0 && (!isIdle || first.data.matched > 0) && (
        <div className={styles.steps}>
          <fieldset className={styles.step} disabled={!isIdle}>
            <legend>{text.what}</legend>
            <p>{text.matched[kind](first.data.matched)}</p>
            {codes.length > 0 && (codes.length > 1 || codes[0] !== 'NONE') && (
              <Errors
                byErrorCode={byErrorCode}
                leftOut={leftOut}
                onChange={'filter' in all ? setLeftOut : undefined}
                warns={kind === 'redrive' && isIdle}
                search={found}
                sample={sample}
              />
            )}
            {repeated > 0 && !includeRedriven && <p className={styles.dim}>{text.repeated(repeated)}</p>}
            {kind === 'redrive' && (repeated > 0 || includeRedriven) && (
              <label className={styles.choice}>
                <input
                  type="checkbox"
                  checked={includeRedriven}
                  onChange={({ target }) => setIncludeRedriven(target.checked)}
                />
                {text.includeRepeated}
              </label>
            )}
          </fieldset>
          {kind === 'redrive' && (
            <fieldset className={styles.step} disabled={!isIdle}>
              <legend>{text.how}</legend>
              <label className={styles.choice}>
                <input type="radio" name="pace" checked={rate === undefined} onChange={() => setRate(undefined)} />
                {text.allNow}
              </label>
              <label className={styles.choice}>
                <input type="radio" name="pace" checked={rate !== undefined} onChange={() => setRate(usualRate)} />
                {text.spread}
              </label>
              {rate !== undefined && (
                <p className={styles.rate}>
                  <label>
                    {text.perSecond}{' '}
                    <input
                      type="number"
                      min={0.001}
                      max={10_000}
                      step="any"
                      value={rate}
                      onChange={({ target }) => setRate(Number(target.value))}
                    />
                  </label>
                  {rate > 0 && <span className={styles.dim}>{text.takes(durationText((total / rate) * 1000))}</span>}
                </p>
              )}
              {isIdle && total > 0 && (
                <Troubled search={withCodes(found, chosen)} sample={sample} isSpread={rate !== undefined} />
              )}
              <label className={styles.rate}>
                {text.start}{' '}
                <select value={startIn} onChange={({ target }) => setStartIn(Number(target.value))}>
                  {starts.map((seconds) => (
                    <option key={seconds} value={seconds}>
                      {text.starts[seconds]}
                    </option>
                  ))}
                </select>
              </label>
            </fieldset>
          )}
          <Section title={text.check}>
            <Sample rows={sample} total={total} />
            {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
            {isIdle && (
              <div className={styles.go}>
                <Button
                  kind={kind === 'cancel' ? 'danger' : 'primary'}
                  disabled={total === 0 || !checked.data || (rate !== undefined && !(rate > 0)) || isBusy}
                  refusal={refusalOf(bulkKinds[kind].operation)}
                  onClick={() => (total > many || kind === 'cancel' ? setAsked(true) : start())}
                >
                  {text.act[kind](total)}
                </Button>
              </div>
            )}
            <Progress
              kind={kind}
              progress={progress}
              onStop={stop}
              onUndo={() => void act(async () => toast(text.undone(await undo())))}
            />
          </Section>
        </div>
      )}
      <Confirm
        title={text.title[kind]}
        text={text.matched[kind](total)}
        action={text.act[kind](total)}
        typed={total > many ? String(total) : undefined}
        isOpen={isAsked}
        isBusy={isBusy}
        isHarmless={kind !== 'cancel'}
        onClose={() => setAsked(false)}
        onConfirm={start}
      />
      <Confirm
        title={text.leaveTitle}
        text={text.leaveText}
        action={text.leave}
        isOpen={leaving.status === 'blocked'}
        isBusy={false}
        onClose={() => leaving.reset?.()}
        onConfirm={() => {
          stop();
          leaving.proceed?.();
        }}
      />
    </Page>
  );
}

interface ErrorsProps {
  byErrorCode: Record<string, number>;
  leftOut: ReadonlySet<string>;
  /** Undefined where the choice is by ids: then none can be left out. */
  onChange: ((codes: ReadonlySet<string>) => void) | undefined;
  /** Whether those that would most likely fail again are warned of. */
  warns: boolean;
  search: Search;
  sample: ActivityDetail[];
}

/** How many have each error, which may be left out. */
function Errors({ byErrorCode, leftOut, onChange, warns, search, sample }: ErrorsProps) {
  const text = useWords(words);
  const { errorCodes } = useMessages();
  const codes = Object.entries(byErrorCode).sort(([, one], [, other]) => other - one);
  const without = (more: string[]) => onChange?.(new Set([...leftOut, ...more]));
  const warned = (which: readonly string[]) => {
    const those = codes.filter(([code]) => warns && which.includes(code) && !leftOut.has(code));
    const sum = those.reduce((so, [, count]) => so + count, 0);
    return { sum, leaveOut: onChange && (() => without(those.map(([code]) => code))) };
  };
  const refused = warned(refusals);
  const homeless = warned([withoutAccount]);
  return (
    <>
      <ul className={styles.errors}>
        {codes.map(([code, count]) => {
          // Those without an error cannot be asked for by one.
          const isNone = code === 'NONE';
          const isIn = !leftOut.has(code) && !(isNone && leftOut.size > 0);
          const name = (
            <>
              {errorCodes[code] ?? code} <strong>{count}</strong>
            </>
          );
          return (
            <li key={code}>
              {onChange ? (
                <label className={styles.choice}>
                  <input
                    type="checkbox"
                    checked={isIn}
                    disabled={isNone && codes.length > 1}
                    onChange={({ target }) => {
                      if (!target.checked) return without([code]);
                      onChange(new Set([...leftOut].filter((other) => other !== code)));
                    }}
                  />
                  <span>
                    {name}
                    {isNone && codes.length > 1 && <span className={styles.dim}> {text.onlyTogether}</span>}
                  </span>
                </label>
              ) : (
                name
              )}
            </li>
          );
        })}
      </ul>
      {refused.sum > 0 && <Warning text={text.refused(refused.sum)} onLeaveOut={refused.leaveOut} />}
      {homeless.sum > 0 && (
        <WithoutAccount n={homeless.sum} search={search} sample={sample} onLeaveOut={homeless.leaveOut} />
      )}
    </>
  );
}

/** For the routes, which know the kind by their path. */
export const RedriveScreen = () => <BulkScreen kind="redrive" />;
export const CancelScreen = () => <BulkScreen kind="cancel" />;
export const RetryResolutionScreen = () => <BulkScreen kind="retry-resolution" />;
