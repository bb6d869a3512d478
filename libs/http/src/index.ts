/**
 * The HTTP server of a process: what a connection may take, what is answered before anything is routed, which headers
 * every answer has. Knows no route and no key.
 */
export { nonceOf } from './answer-headers';
export { drainBody } from './drain-body';
export { serverOptions } from './http-server';
export { askForBody } from './unread-body';
export { isRetryable, type Problem, problemBodyAt } from './problem';
