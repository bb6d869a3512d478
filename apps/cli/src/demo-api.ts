import { setTimeout as delay } from 'node:timers/promises';

/** The API as the demo's tenant calls it. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** @returns what was made, or undefined when it was there already */
  async post(path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    return this.write('POST', path, body);
  }

  /** Undefined when somebody else changed it at the same time. */
  async patch(path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    return this.write('PATCH', path, body);
  }

  /** @returns the id of the row with this externalId, made or found */
  async ensure(path: string, body: { externalId: string }): Promise<string> {
    const created = await this.post(path, body);
    if (created) return String(created.id);
    const { externalId } = body;
    const found = await this.find<{ id: string; externalId: string }>(
      `${path}?externalId=${encodeURIComponent(externalId)}`,
      { externalId },
    );
    if (!found) throw new Error(`demo: ${path} neither takes nor has ${externalId}`);
    return found.id;
  }

  async get<Body>(path: string): Promise<Body> {
    const response = await this.send('GET', path);
    if (!response.ok) throw await unexpected('GET', path, response);
    return (await response.json()) as Body;
  }

  /** The first row of a list that is so. */
  async find<Row extends object>(path: string, so: Partial<Row>): Promise<Row | undefined> {
    const { data } = await this.get<{ data: Row[] }>(path);
    return data.find((row) => Object.entries(so).every(([field, value]) => Reflect.get(row, field) === value));
  }

  async isAccepted(): Promise<boolean> {
    return (await this.send('GET', '/api/tenants/me')).ok;
  }

  private async write(method: string, path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    const response = await this.send(method, path, body);
    if (response.status === 409) return undefined;
    if (!response.ok) throw await unexpected(method, path, response);
    return (await response.json()) as Record<string, unknown>;
  }

  /** Where requests are limited, no faster than they may come. */
  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = body === undefined ? this.headers : { ...this.headers, 'content-type': 'application/json' };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    for (;;) {
      const response = await fetch(this.url + path, init);
      if (response.status !== 429) return response;
      await response.body?.cancel();
      await delay(Number(response.headers.get('retry-after')) * 1000);
    }
  }
}

async function unexpected(method: string, path: string, response: Response): Promise<Error> {
  return new Error(`demo: ${method} ${path} answered ${response.status} ${await response.text()}`);
}
