/** Injection token: what this process is called in logs, metrics and in PostgreSQL (`api`, `dispatcher`). */
export const PROCESS_NAME = Symbol('PROCESS_NAME');
