import { ErrandError } from '@errand/errors';
import { askForBody } from '@errand/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BodyBudget, HeldBody } from './body-budget';
import { GrowingBuffer } from './growing-buffer';
import { routeConfig } from './route-config';

/** No body may be larger. */
const maxBodyBytes = 4 * 1024 * 1024;

/** The route is for everyone and takes a body, of so many bytes. */
export const TakesStrangersBody = (bytes: number) => routeConfig({ strangersBytes: bytes });

declare module 'fastify' {
  interface FastifyContextConfig {
    strangersBytes?: number;
  }
}

/** Whose bodies a body is counted with, and how large it may be. */
export interface BodyLimits {
  owner: string;
  maxBytes: number;
}

/** What takes a body's pieces as they come; what it throws ends the reading. */
export interface BodySink<T> {
  write(piece: Buffer): void;
  end(): T | Promise<T>;
}

declare module 'fastify' {
  interface FastifyRequest {
    heldBody: HeldBody | undefined;
  }
}

/** Reads the bodies of requests, each no larger than the limit and all together within the budget. */
export class BodyReader {
  /** @param brokeOff called once for each request whose client goes away in the middle of its body */
  constructor(
    private readonly budget: BodyBudget,
    private readonly brokeOff: (request: FastifyRequest) => void,
  ) {}

  /** What was read is held until the request is answered. */
  attach(server: FastifyInstance): void {
    server.decorateRequest('heldBody', undefined);
    server.addHook('preParsing', (request, { raw }, payload, done) => {
      // Where the connection was answered past the route, as after a broken body, there is no onSend.
      raw.once('close', () => raw.writableEnded && request.heldBody?.close());
      done(null, payload);
    });
    server.addHook('onSend', (request, _reply, payload, done) => {
      request.heldBody?.close();
      done(null, payload);
    });
  }

  /** @throws ErrandError as {@link into} does */
  async whole(request: FastifyRequest, limits?: BodyLimits): Promise<Buffer | undefined> {
    const buffer = new GrowingBuffer();
    return this.into(request, { write: (piece) => buffer.add(piece), end: () => buffer.bytes() }, limits);
  }

  /**
   * @param limits those of whoever has the key, unless told
   * @returns undefined where nobody reads the body: the route does not exist, or is for everyone
   * @throws ErrandError PAYLOAD_TOO_LARGE, OVERLOADED, MALFORMED_REQUEST when the client goes away; what the sink throws
   */
  async into<T>(request: FastifyRequest, sink: BodySink<T>, limits = limitsOf(request)): Promise<T | undefined> {
    if (!limits) return undefined;
    if (Number(request.headers['content-length']) > limits.maxBytes) throw tooLarge(limits);
    await this.read(request, limits, sink);
    return sink.end();
  }

  private read(request: FastifyRequest, limits: BodyLimits, sink: BodySink<unknown>): Promise<void> {
    const { raw } = request;
    return new Promise((resolve, reject) => {
      const held = this.budget.open(limits.owner, () => fail(overloaded()));
      request.heldBody = held;
      let length = 0;
      const take = (piece: Buffer) => {
        try {
          length += piece.length;
          if (length > limits.maxBytes) throw tooLarge(limits);
          held.add(piece.length);
          if (held.isOpen) sink.write(piece);
        } catch (error) {
          fail(error as Error);
        }
      };
      const finish = () => {
        leave();
        held.whole();
        resolve();
      };
      const fail = (error: Error) => {
        leave();
        held.close();
        reject(error);
      };
      const breakOff = () => {
        // Told here: where the connection has had its answer, no error gets any further.
        this.brokeOff(request);
        fail(new ErrandError('MALFORMED_REQUEST', 'The request broke off in the middle of its body'));
      };
      const leave = () => void raw.off('data', take).off('end', finish).off('close', breakOff);
      raw.on('error', () => undefined); // tells what close tells
      if (raw.destroyed) return breakOff();
      raw.on('data', take).on('end', finish).on('close', breakOff);
      askForBody(raw);
    });
  }
}

function limitsOf({ access, routeOptions }: FastifyRequest): BodyLimits | undefined {
  if (access) return { owner: access.tenant?.id ?? access.actor, maxBytes: maxBodyBytes };
  const { strangersBytes } = routeOptions.config;
  return strangersBytes === undefined ? undefined : { owner: 'strangers', maxBytes: strangersBytes };
}

function tooLarge({ maxBytes }: BodyLimits): ErrandError {
  return new ErrandError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxBytes} bytes`);
}

function overloaded(): ErrandError {
  return new ErrandError('OVERLOADED', 'Too much is being read and worked on already; try again');
}
