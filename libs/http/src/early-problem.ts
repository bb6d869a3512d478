import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { errorCatalog } from '@errand/errors';
import { setAnswerHeaders } from './answer-headers';
import { type Problem, problemBodyAt } from './problem';
import { requestId } from './request-id';

/** What an error of Node's HTTP parser means. */
export function parserProblem(code: string | undefined): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { code: 'REQUEST_TIMEOUT', message: 'The request did not come whole in time' };
    case 'HPE_HEADER_OVERFLOW':
      return { code: 'HEADERS_TOO_LARGE', message: 'The head of the request is larger than the limit' };
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return { code: 'PAYLOAD_TOO_LARGE', message: 'The chunk extensions of the body are larger than the limit' };
    default:
      return { code: 'MALFORMED_REQUEST', message: 'The request is not valid HTTP/1.1' };
  }
}

/** Answers a request that is not to be routed, or not any further, and ends its connection. */
export function writeProblem(problem: Problem, request: IncomingMessage, response: ServerResponse): void {
  const id = requestId(request);
  const body = JSON.stringify(problemBodyAt(request.url ?? '', problem, id));
  setAnswerHeaders(request, response);
  response.writeHead(errorCatalog[problem.code].status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': id,
    connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The same where Node has made no response.
 * @param request undefined where none could be read
 */
export function writeProblemTo(socket: Socket, problem: Problem, request = new IncomingMessage(socket)): void {
  const response = new ServerResponse(request);
  response.assignSocket(socket);
  response.once('finish', () => socket.destroySoon());
  writeProblem(problem, request, response);
}
