import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Settings } from '@errand/config';
import { setAnswerHeaders } from './answer-headers';
import { parserProblem, writeProblem, writeProblemTo } from './early-problem';
import { listenOnAll } from './listen-on-all';
import { refusedHead } from './refused-head';
import { requestId } from './request-id';
import { holdBody } from './unread-body';

/** A head is a few lines; whoever takes longer over it only holds the connection. */
const headersTimeoutMs = 10_000;
const maxHeaderBytes = 16 * 1024;
/** Longer than the load balancers before it keep theirs, so that the end of an idle connection never crosses a request. */
const keepAliveMs = 72_000;
/** A connection on which nothing moves either way; longer than any call that a request waits for. */
const silenceMs = 120_000;

/** What makes Fastify use such a server, and the same id for a request everywhere. */
export function serverOptions(settings: Settings) {
  return {
    serverFactory: (handle: RequestListener) => {
      const server = createHttpServer(settings, handle);
      if (settings.host === 'localhost') listenOnAll(server, settings.host);
      return server;
    },
    // Fastify would write an answer of its own into the connection.
    clientErrorHandler: () => undefined,
    genReqId: (request: object) => requestId(request as IncomingMessage),
  };
}

/**
 * A server whose connections are bounded in number, head, time and silence, and which answers in Errand's JSON whatever
 * comes before there is a route: what is no HTTP, takes too long, or names no host.
 */
function createHttpServer(settings: Settings, handle: RequestListener): Server {
  const { httpRequestTimeoutMs, httpMaxConnections, outboundMaxTimeoutMs } = settings;
  const options = {
    requestTimeout: httpRequestTimeoutMs,
    headersTimeout: Math.min(headersTimeoutMs, httpRequestTimeoutMs),
    connectionsCheckingInterval: Math.min(1000, httpRequestTimeoutMs),
    keepAliveTimeout: keepAliveMs,
    maxHeaderSize: maxHeaderBytes,
    requireHostHeader: false, // Node would answer without a body
  };
  /** Of each connection the request that is being answered. */
  const current = new WeakMap<object, { request: IncomingMessage; response: ServerResponse }>();
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    current.set(request.socket, { request, response });
    response.setHeader('x-request-id', requestId(request));
    setAnswerHeaders(request, response);
    const refused = refusedHead(request);
    if (refused) writeProblem(refused, request, response);
    else handle(request, response);
  };
  const server = createServer(options, take);
  // All lines of a head come to us, which refuse too many; beyond this number Node would drop them silently.
  server.maxHeadersCount = 0;
  server.maxConnections = httpMaxConnections;
  server.setTimeout(Math.max(silenceMs, 2 * outboundMaxTimeoutMs));
  // Connections that wait for nothing give way to those that come.
  server.on('drop', () => server.closeIdleConnections());
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    holdBody(request, response);
    take(request, response);
  });
  server.on('checkExpectation', take);
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    writeProblemTo(socket, { code: 'METHOD_NOT_ALLOWED', message: 'CONNECT is not taken' }, request);
  });
  const ending = new WeakSet<Socket>();
  server.on('clientError', (error: NodeJS.ErrnoException, stream) => {
    const socket = stream as Socket;
    if (ending.has(socket)) return; // what else comes on it is wrong too
    ending.add(socket);
    const last = current.get(socket);
    const open = last && !last.response.writableFinished ? last : undefined;
    // Into an answer that is under way nothing can be written.
    if (error.code === 'ECONNRESET' || !socket.writable || open?.response.headersSent) socket.destroy();
    else if (open) {
      // Node lets go of what it has answered: whoever reads the body would wait for the rest for ever, and tell nobody.
      socket.once('close', () => open.request.destroy());
      writeProblem(parserProblem(error.code), open.request, open.response);
    } else writeProblemTo(socket, parserProblem(error.code));
  });
  return server;
}
