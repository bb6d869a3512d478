import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

export interface StreamedEvent {
  event: string;
  id: string;
  data: Record<string, unknown>;
}

/** A client of server-sent events, which keeps what comes. */
export class EventClient {
  readonly events: StreamedEvent[] = [];
  /** How many comments have come. */
  comments = 0;
  isEnded = false;

  private taken = 0;
  private rest = '';
  private wake: () => void = () => undefined;

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8').on('data', (text: string) => {
      this.read(text);
      this.wake();
    });
    response.on('error', () => undefined); // it may be cut off
    response.on('close', () => {
      this.isEnded = true;
      this.wake();
    });
  }

  /** Resolves when the head of the answer is there, whatever it says. */
  static async open(url: string, headers: Record<string, string>): Promise<EventClient> {
    const request = get(url, { headers, agent: false });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    request.on('error', () => undefined);
    return new EventClient(response);
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  /** The first event that was not taken yet of those named `name`; those before it are passed over. */
  async next(name?: string): Promise<StreamedEvent> {
    for (;;) {
      const event = this.events[this.taken];
      if (event) {
        this.taken += 1;
        if (name === undefined || event.event === name) return event;
      } else await this.more();
    }
  }

  /** Resolves when something more has come. */
  async more(): Promise<void> {
    if (this.isEnded) throw new Error(`the stream ended after ${JSON.stringify(this.events)}`);
    await new Promise<void>((resolve) => (this.wake = resolve));
  }

  /** Resolves when the server has ended it. */
  async ended(): Promise<void> {
    if (!this.isEnded) await once(this.response, 'close');
  }

  /** From now on nothing is taken from the connection. */
  stopReading(): void {
    this.response.pause();
    this.response.socket.pause();
  }

  close(): void {
    this.response.destroy();
  }

  private read(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitAt(line, line.indexOf(':'))));
      const [event = '', id = '', data = '{}'] = ['event', 'id', 'data'].map((name) => fields.get(name)?.trimStart());
      if (event === '') this.comments += 1;
      else this.events.push({ event, id, data: JSON.parse(data) as Record<string, unknown> });
    }
  }
}

function splitAt(line: string, at: number): [string, string] {
  return [line.slice(0, at), line.slice(at + 1)];
}
