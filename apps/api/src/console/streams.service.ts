import { SETTINGS, type Settings } from '@errand/config';
import { Notifications } from '@errand/database';
import { ErrandError } from '@errand/errors';
import { Metrics } from '@errand/telemetry';
import { API_KEYS_CHANNEL, SESSIONS_CHANNEL } from '@errand/tenants';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gauge } from 'prom-client';
import { type Access, seesContacts, tenantOf } from '../access/access';
import { AccessCheck } from '../access/access-check';
import { keyText } from '../access/authenticator';
import { sessionTextOf } from '../access/session-cookie';
import { EventStream } from './event-stream';
import type { Topic, View } from './topic';
import type { TopicPoller } from './topic-poller';
import { Topics } from './topics.service';

/** Of a session or key; browsers open one for all of their tabs. */
const mostOfOne = 20;
const mostOfAll = 500;
const retryAfterSeconds = 10;
/** Whether it may still be seen is asked after so many beats: a minute. */
const beatsToCheck = 4;

interface OpenStream {
  request: FastifyRequest;
  /** The text of the key or session that it was opened with. */
  holder: string;
  view: View;
  stream: EventStream;
  pollers: TopicPoller[];
  timer?: NodeJS.Timeout;
}

/** The streams that are open: how many there may be, and how long each. */
@Injectable()
export class Streams implements OnApplicationBootstrap, OnModuleDestroy {
  /** How often each is written to at least, ms. Tests set their own. */
  readonly beatMs: number = 15_000;

  private readonly open = new Set<OpenStream>();
  private isClosing = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly topics: Topics,
    private readonly access: AccessCheck,
    private readonly notifications: Notifications,
    { registry }: Metrics,
  ) {
    const { open } = this;
    new Gauge({
      name: 'errand_console_streams',
      help: 'Streams of events that consoles have open in this process',
      registers: [registry],
      collect() {
        this.set(open.size);
      },
    });
  }

  /** A key or session that ends ends its streams, as soon as that is said. */
  async onApplicationBootstrap(): Promise<void> {
    const look = (tenantId: string) => {
      // After those have heard it who remember keys and sessions.
      setImmediate(() => {
        for (const one of this.open) if (['', one.view.tenantId].includes(tenantId)) void this.check(one);
      });
    };
    for (const channel of [API_KEYS_CHANNEL, SESSIONS_CHANNEL]) await this.notifications.listen(channel, look);
  }

  /** Before the server closes, which waits for every answer to end. */
  onModuleDestroy(): void {
    this.isClosing = true;
    for (const { stream } of this.open) stream.end();
  }

  /**
   * Answers the request with events of these topics.
   * @throws ErrandError TOO_MANY_STREAMS, NOT_READY while the process ends, NOT_FOUND for an activity
   */
  async begin(request: FastifyRequest, reply: FastifyReply, access: Access, topics: Topic[]): Promise<void> {
    const holder = keyText(request.headers) ?? sessionTextOf(request, this.settings) ?? '';
    const view = viewOf(access);
    this.expectRoom(holder);
    const stream = new EventStream(reply.raw);
    const opened: OpenStream = { request, holder, view, stream, pollers: [] };
    this.open.add(opened);
    reply.raw.once('close', () => this.leave(opened));
    try {
      opened.pollers = topics.map((topic) => this.topics.follow(topic, view, stream));
      await Promise.all(opened.pollers.map((poller) => poller.ready()));
      if (stream.isOver && !reply.raw.destroyed) throw stopping();
    } catch (error) {
      this.leave(opened);
      throw error;
    }
    reply.hijack();
    stream.begin(reply.getHeaders(), opened.pollers);
    if (request.method === 'HEAD') stream.end();
    // Its client may be gone, and have been so before anybody listened for that.
    if (stream.isOver) this.leave(opened);
    else this.watch(opened);
  }

  /** @throws ErrandError TOO_MANY_STREAMS, NOT_READY */
  private expectRoom(holder: string): void {
    if (this.isClosing) throw stopping();
    const own = [...this.open].filter((one) => one.holder === holder).length;
    if (own >= mostOfOne) throw tooMany(`A session or key has ${mostOfOne} streams at most`);
    if (this.open.size >= mostOfAll) throw tooMany(`A process has ${mostOfAll} streams at most`);
  }

  private watch(opened: OpenStream): void {
    let beats = 0;
    opened.timer = setInterval(() => {
      beats += 1;
      opened.stream.beat();
      if (beats % beatsToCheck === 0) void this.check(opened);
    }, this.beatMs);
  }

  private leave(opened: OpenStream): void {
    const { pollers, view, stream, timer } = opened;
    clearInterval(timer);
    this.open.delete(opened);
    for (const poller of pollers) this.topics.leave(poller, view, stream);
  }

  /** Ends it when its key or session has ended, or sees something else by now. While that cannot be found out it goes on. */
  private async check({ request, view, stream }: OpenStream): Promise<void> {
    try {
      const now = viewOf(await this.access.checkAgain(request));
      if (JSON.stringify(now) !== JSON.stringify(view)) stream.end();
    } catch (error) {
      if (error instanceof ErrandError) stream.end();
    }
  }
}

/** @throws ErrandError VALIDATION_FAILED when the platform key names no tenant */
function viewOf(access: Access): View {
  const { channels, dispatchConfigIds } = access.scope;
  return { tenantId: tenantOf(access).id, scope: { channels, dispatchConfigIds }, isWhole: seesContacts(access) };
}

function tooMany(message: string): ErrandError {
  return new ErrandError('TOO_MANY_STREAMS', message, { retryAfterSeconds });
}

function stopping(): ErrandError {
  return new ErrandError('NOT_READY', 'The process is stopping');
}
