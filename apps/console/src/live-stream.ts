import { hashKey, type keepPreviousData, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { ActivityDetail, ConfigHealth, Overview } from './api';
import { reportLive, useLiveInterval, useLiveState, useReportLive } from './live';
import { useTenant } from './session/tenant';

/** What the api tells of a topic, by how its name begins. */
type SnapshotOf<Topic> = Topic extends 'overview'
  ? Overview
  : Topic extends 'configs'
    ? { data: ConfigHealth[] }
    : ActivityDetail & { timelineVersion: string };

type Topic = 'overview' | 'configs' | `activity:${string}`;

/** Its last news. Refused: the api has too many streams, or none for us. */
type StreamState = 'live' | 'reconnecting' | 'refused';

/** What tabs tell each other: who wants what to the one that has the stream, and what came from that to all. */
type Message =
  | { kind: 'want'; tab: string; topics: string[] }
  | { kind: 'tell' }
  | { kind: 'snapshot'; topic: string; data: unknown }
  | { kind: 'stale'; topic: string }
  | { kind: 'broken'; state: 'reconnecting' | 'refused' };

/** As the api takes them. */
const mostTopics = 20;
const hiddenMs = 30_000;
/** A tab says so often what it wants, and is taken for closed when it does not. */
const announceMs = 10_000;
const forgottenMs = 35_000;
const againMs = 60_000;

/** The stream of a tenant: one for all tabs, as browsers have few connections to a host. It is open while a tab wants it. */
class LiveStream {
  private readonly tab = Math.random().toString(36);
  private readonly channel: BroadcastChannel;
  private readonly listeners = new Set<() => void>();
  /** What this tab follows, and how often. */
  private readonly followed = new Map<string, number>();
  private readonly newestOf = new Map<string, unknown>();
  private isHidden = false;
  private hiding: number | undefined;
  private state: StreamState | undefined;

  /** Of the one tab that has the stream: what each tab wants. */
  private readonly wanted = new Map<string, { topics: string[]; until: number }>();
  private isLeader = false;
  private source: EventSource | undefined;
  private opened = '';
  private opening: number | undefined;

  constructor(private readonly tenant: string) {
    // Over plain http there are no locks: then each tab has a stream of its own.
    const hasLocks = 'locks' in navigator;
    const name = `errand-stream:${tenant}${hasLocks ? '' : this.tab}`;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.receive(data);
    document.addEventListener('visibilitychange', () => this.look());
    setInterval(() => this.announce(), announceMs);
    this.isLeader = !hasLocks;
    if (!hasLocks) return;
    void navigator.locks.request(name, () => {
      this.isLeader = true;
      this.channel.postMessage({ kind: 'tell' } satisfies Message);
      this.announce();
      return new Promise<never>(() => undefined); // as long as the tab is there
    });
  }

  /** @returns what ends it */
  follow(topic: string): () => void {
    this.followed.set(topic, (this.followed.get(topic) ?? 0) + 1);
    this.announce();
    return () => {
      const others = (this.followed.get(topic) ?? 1) - 1;
      if (others > 0) return void this.followed.set(topic, others);
      this.followed.delete(topic);
      this.newestOf.delete(topic);
      this.announce();
    };
  }

  /** Undefined while the stream does not tell. */
  newest(topic: string): unknown {
    return this.state === 'live' ? this.newestOf.get(topic) : undefined;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private look(): void {
    clearTimeout(this.hiding);
    const setHidden = (isHidden: boolean) => {
      this.isHidden = isHidden;
      this.announce();
    };
    if (document.hidden) this.hiding = window.setTimeout(() => setHidden(true), hiddenMs);
    else setHidden(false);
  }

  private announce(): void {
    this.send({ kind: 'want', tab: this.tab, topics: this.isHidden ? [] : [...this.followed.keys()] });
  }

  private send(message: Message): void {
    this.channel.postMessage(message);
    this.receive(message);
  }

  private receive(message: Message): void {
    switch (message.kind) {
      case 'tell':
        return this.announce();
      case 'want':
        if (this.isLeader) this.want(message.tab, message.topics);
        return;
      case 'snapshot':
        if (this.followed.has(message.topic)) this.newestOf.set(message.topic, message.data);
        this.state = 'live';
        break;
      case 'stale':
        this.newestOf.delete(message.topic);
        this.state = 'reconnecting';
        break;
      case 'broken':
        this.state = message.state;
    }
    reportLive(this.state !== 'reconnecting'); // when it is refused, whoever fetches says how that goes
    for (const listener of this.listeners) listener();
  }

  private want(tab: string, topics: string[]): void {
    const before = this.wanted.get(tab)?.topics ?? [];
    if (topics.length === 0) this.wanted.delete(tab);
    else this.wanted.set(tab, { topics, until: Date.now() + forgottenMs });
    for (const [name, { until }] of this.wanted) if (until < Date.now()) this.wanted.delete(name);
    const all = new Set([...this.wanted.values()].flatMap((one) => one.topics));
    const asked = [...all].sort().slice(0, mostTopics).join(',');
    // What else follows is told with it: a screen is left and another opened.
    if (asked !== this.opened) {
      clearTimeout(this.opening);
      this.opening = window.setTimeout(() => this.open(asked), 50);
    } else if (topics.some((topic) => !before.includes(topic))) this.open(asked); // for it to be told
  }

  private open(topics: string): void {
    clearTimeout(this.opening);
    this.source?.close();
    this.opened = topics;
    if (topics === '') return;
    const query = `topics=${encodeURIComponent(topics)}&tenant=${encodeURIComponent(this.tenant)}`;
    const source = new EventSource(`/api/console/stream?${query}`);
    this.source = source;
    for (const topic of topics.split(',')) {
      source.addEventListener(topic, ({ data }: MessageEvent<string>) => {
        this.send({ kind: 'snapshot', topic, data: JSON.parse(data) });
      });
    }
    source.addEventListener('stale', ({ data }: MessageEvent<string>) => {
      this.send({ kind: 'stale', topic: (JSON.parse(data) as { topic: string }).topic });
    });
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return this.send({ kind: 'broken', state: 'reconnecting' });
      this.send({ kind: 'broken', state: 'refused' });
      this.opening = window.setTimeout(() => this.open(topics), againMs);
    };
  }
}

const streams = new Map<string, LiveStream>();

function streamOf(tenant: string): LiveStream {
  const stream = streams.get(tenant) ?? new LiveStream(tenant);
  streams.set(tenant, stream);
  return stream;
}

/**
 * The newest snapshot of a topic.
 * @param topic that is known to be there: a stream of one that is not would be refused with all the others'
 * @returns undefined while the stream does not tell it, so that a screen fetches it itself
 */
function useTopic<Of extends Topic>(topic: Of | undefined): SnapshotOf<Of> | undefined {
  const stream = streamOf(useTenant().code);
  const isPaused = useLiveState() === 'paused';
  useEffect(() => (topic === undefined || isPaused ? undefined : stream.follow(topic)), [stream, topic, isPaused]);
  const newest = () => (topic === undefined ? undefined : stream.newest(topic));
  return useSyncExternalStore(stream.listen, newest) as SnapshotOf<Of> | undefined;
}

interface FollowedQuery<Data> {
  queryKey: QueryKey;
  queryFn: () => Promise<Data>;
  placeholderData?: typeof keepPreviousData;
}

/**
 * What the api answers, kept new by the stream; fetched every 10 s while no stream tells it.
 * @param topic undefined where the stream has none for it
 * @param dataOf what of a snapshot the query answers: one function for all renderings
 */
export function useFollowed<Of extends Topic, Data>(
  topic: Of | undefined,
  asked: FollowedQuery<Data>,
  dataOf: (told: SnapshotOf<Of>) => Data,
) {
  const queries = useQueryClient();
  const refetchInterval = useLiveInterval(10_000);
  const hash = hashKey(asked.queryKey);
  const isThere = queries.getQueryData(asked.queryKey) !== undefined;
  const told = useTopic(isThere ? topic : undefined);
  const query = useQuery({ ...asked, refetchInterval: told ? false : refetchInterval, retry: false });
  useReportLive(query);
  useEffect(() => {
    // So that what is shown never goes back to what was fetched before, when the stream ends.
    if (told) queries.getQueryCache().get(hash)?.setData(dataOf(told));
  }, [queries, told, hash, dataOf]);
  return { ...query, told };
}
