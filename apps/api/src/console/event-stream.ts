import type { ServerResponse } from 'node:http';
import { problemOf } from '../problems/problem';
import type { Topic } from './topic';
import type { Follower, Snapshot, TopicPoller } from './topic-poller';

/** In a row; then nobody reads. */
const mostSkipped = 15;

/**
 * A response of server-sent events. What its client does not take in time is passed over, since what comes next replaces
 * it; nothing piles up here.
 */
export class EventStream implements Follower {
  /** By topic the version that the client has. */
  private readonly sent = new Map<string, string>();
  private hasBegun = false;
  private isEnded = false;
  private skipped = 0;

  constructor(private readonly response: ServerResponse) {}

  /** Whether it was told to end, or its client is gone. */
  get isOver(): boolean {
    return this.isEnded || this.response.destroyed;
  }

  /** Sends the head and the newest of each topic, in one piece: what was not taken yet would be passed over. */
  begin(headers: Record<string, number | string | string[] | undefined>, pollers: TopicPoller[]): void {
    if (this.isOver) return;
    this.hasBegun = true;
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no', // nginx would keep events back
      connection: 'close', // it ends with the process or the session, which waits for no idle connection
    });
    const events = pollers.flatMap(({ topic, newest }) => {
      if (!newest) return [];
      this.sent.set(topic.name, newest.version);
      return [eventOf(topic, newest)];
    });
    this.response.write(events.join(''));
  }

  offer(topic: Topic, snapshot: Snapshot): void {
    if (this.sent.get(topic.name) === snapshot.version) return;
    if (this.write(eventOf(topic, snapshot))) this.sent.set(topic.name, snapshot.version);
  }

  /** Told once: then the client waits for the next that it is sent. */
  stale({ name }: Topic, error: unknown): void {
    if (!this.sent.has(name)) return;
    const data = JSON.stringify({ topic: name, code: problemOf(error).code });
    if (this.write(`event: stale\ndata: ${data}\n\n`)) this.sent.delete(name);
  }

  /** Keeps those between from taking the connection for a dead one. */
  beat(): void {
    this.write(':\n\n');
  }

  /** Before it has begun it is still to be answered with something else. */
  end(): void {
    this.isEnded = true;
    if (!this.hasBegun) return;
    // What is not taken would be waited for.
    if (this.response.writableNeedDrain) this.response.destroy();
    else this.response.end();
  }

  /** @returns whether it was written */
  private write(text: string): boolean {
    if (!this.hasBegun || this.isOver) return false;
    if (this.response.writableNeedDrain) {
      this.skipped += 1;
      if (this.skipped >= mostSkipped) this.end();
      return false;
    }
    this.skipped = 0;
    this.response.write(text);
    return true;
  }
}

function eventOf({ name }: Topic, { version, text }: Snapshot): string {
  return `event: ${name}\nid: ${version}\ndata: ${text}\n\n`;
}
