import { Sink, type SinkAnswer, type SinkRequest } from '../support/sink';

/** Stands before an api: passes requests on, unless told to answer one itself or to lose the answer. */
export class FlakyDoor {
  private losing = 0;

  private constructor(
    private readonly sink: Sink,
    private readonly target: string,
  ) {}

  static async open(target: string): Promise<FlakyDoor> {
    const door = new FlakyDoor(await Sink.start(), target);
    door.sink.answerWith((request) => door.pass(request));
    return door;
  }

  get url(): string {
    return this.sink.url;
  }

  /** What came to it since the last time. */
  took(): SinkRequest[] {
    return this.sink.requests.splice(0);
  }

  /** Resolves when one more has come than when it was asked. */
  async next(): Promise<void> {
    await this.sink.waitForRequests(this.sink.requests.length + 1);
  }

  /** The next requests are not passed on, but get these. */
  answerNext(...answers: SinkAnswer[]): void {
    this.sink.answerNext(...answers);
  }

  /** The next request is passed on, but the connection breaks before its answer. */
  loseNext(): void {
    this.losing += 1;
  }

  async close(): Promise<void> {
    await this.sink.close();
  }

  private async pass({ method, path, headers, body }: SinkRequest): Promise<SinkAnswer> {
    const { authorization = '' } = headers;
    const sent = body === '' ? {} : { body, headers: { authorization, 'content-type': 'application/json' } };
    const response = await fetch(this.target + path, { method, headers: { authorization }, ...sent });
    const answer = { status: response.status, body: await response.text() };
    if (this.losing === 0) return answer;
    this.losing -= 1;
    return 'drop';
  }
}
