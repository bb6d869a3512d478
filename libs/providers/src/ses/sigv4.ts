import { createHash, createHmac } from 'node:crypto';

export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface SignedHeaders {
  headers: Record<string, string>;
  /** In hex. Whoever has it can send the same request once more for some minutes. */
  signature: string;
}

/**
 * The headers of a signed POST of JSON, by AWS Signature Version 4 ("Create a signed AWS API request" in the IAM User
 * Guide): HMAC-SHA256 over the method, the URL, the headers and the body's hash, with a key for the day, region and service.
 */
export function signedHeaders(
  url: string,
  body: string,
  { accessKeyId, secretAccessKey }: AwsCredentials,
  { region, service, at }: { region: string; service: string; at: Date },
): SignedHeaders {
  const { host, pathname, searchParams } = new URL(url);
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const date = time.slice(0, 8);
  // In the order of their names, as the algorithm wants it.
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    host,
    'x-amz-content-sha256': sha256(body),
    'x-amz-date': time,
  };
  const names = Object.keys(headers).join(';');
  const canonical = [
    'POST',
    pathname.split('/').map(encoded).join('/'),
    canonicalQuery(searchParams),
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    sha256(body),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (soFar, part) => hmac(soFar, part).digest(),
    `AWS4${secretAccessKey}`,
  );
  const signature = hmac(key, toSign).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { headers: { ...headers, authorization }, signature };
}

function canonicalQuery(parameters: URLSearchParams): string {
  return [...parameters]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}

/** RFC 3986: all but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string) {
  return createHmac('sha256', key).update(text);
}
