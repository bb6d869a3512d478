import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type PoolClient } from 'pg';

/** The pool of the replica, for whatever is asked within a read that goes there. */
const replica = new AsyncLocalStorage<Pool>();

/** Runs `read` with all its statements, TypeORM's too, on the connections of `pool`. */
export function readingFrom<R>(pool: Pool, read: () => R): R {
  return replica.run(pool, read);
}

/** Runs what others will use too, such as the read of a cached value, on the primary whoever asks for it. */
export function readingFromPrimary<R>(read: () => R): R {
  return replica.exit(read);
}

export function isReadingFromReplica(): boolean {
  return replica.getStore() !== undefined;
}

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/** The pool of the primary. Within a read that goes to the replica it gives out the replica's connections. */
export class PrimaryPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | void {
    const other = replica.getStore();
    const connect = other ? other.connect.bind(other) : super.connect.bind(this);
    return callback ? connect(callback) : connect();
  }
}
