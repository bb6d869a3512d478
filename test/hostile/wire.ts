import http from 'node:http';

export interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface WireAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/**
 * One request on a connection of its own. It goes on reading when the server answers before it has taken the body, as it
 * may; `undefined` where the connection ends without an answer.
 */
export async function exchange(
  url: string,
  { method = 'POST', path, headers, body }: Sent,
): Promise<WireAnswer | undefined> {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = http.request(url + path, { method, headers: { ...length, ...headers }, agent: false });
    let answer: WireAnswer | undefined;
    request.on('response', (response) => {
      answer = { status: response.statusCode ?? 0, headers: response.headers, text: '' };
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => undefined);
      response.on('close', () => {
        if (answer) answer.text = Buffer.concat(chunks).toString();
        request.destroy();
        resolve(answer);
      });
    });
    request.on('error', () => undefined);
    request.on('close', () => resolve(answer));
    request.end(body);
  });
}

/** The JSON of an answer, `{}` where it is none. */
export function jsonOf(answer: WireAnswer | undefined): Record<string, unknown> {
  try {
    return JSON.parse(answer?.text ?? '') as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Whether an error has the one form of errors. */
export function isProblem(answer: WireAnswer): boolean {
  const { statusCode, code, requestId } = jsonOf(answer);
  return statusCode === answer.status && typeof code === 'string' && requestId === answer.headers['x-request-id'];
}

/** A multipart body as browsers make it, of these parts. */
export function multipart(parts: { head: string; content: string }[]): Pick<Sent, 'headers' | 'body'> {
  const boundary = 'b0undary';
  const body = `${parts.map(({ head, content }) => `--${boundary}\r\n${head}\r\n\r\n${content}\r\n`).join('')}--${boundary}--\r\n`;
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}
