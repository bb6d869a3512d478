import type { IncomingMessage, ServerResponse } from 'node:http';

/** Requests whose client waits to be told before it sends the body (`Expect: 100-continue`), and their answers. */
const held = new WeakMap<IncomingMessage, ServerResponse>();

export function holdBody(request: IncomingMessage, response: ServerResponse): void {
  held.set(request, response);
}

export function isBodyHeld(request: IncomingMessage): boolean {
  return held.has(request);
}

/** To be called when a body is read: a client that waits is told to send it. */
export function askForBody(request: IncomingMessage): void {
  held.get(request)?.writeContinue();
  held.delete(request);
}
