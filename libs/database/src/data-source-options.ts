import type { Settings } from '@errand/config';
import type { Logger } from '@errand/telemetry';
import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import { type PoolConfig, TypeOverrides, types } from 'pg';
import { isTransient } from './sql-errors';

/** No statement of the product needs a tenth of it; it ends what hangs. */
const statementTimeoutMs = 30_000;
/** A process that is frozen inside a transaction gives its row locks back. */
const idleInTransactionMs = 60_000;
const connectTimeoutMs = 10_000;

/** @throws Error when DATABASE_URL is not set */
export function dataSourceOptions(settings: Settings, processName: string, logger: Logger): TypeOrmModuleOptions {
  if (settings.databaseUrl === undefined) {
    throw new Error('DATABASE_URL is not set (npm start runs its own PostgreSQL and sets it)');
  }
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: `errand-${processName}`,
    poolSize: settings.databasePoolSize,
    connectTimeoutMS: connectTimeoutMs,
    installExtensions: false,
    synchronize: false,
    autoLoadEntities: true,
    logging: false,
    poolErrorHandler: (error: Error) => logger.warn({ reason: error.message }, 'idle database connection lost'),
    extra: {
      types: numbersForInt8(),
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
    } satisfies PoolConfig,
    // A database that starts beside us gets 15 s; a wrong password or name fails at once.
    retryAttempts: 30,
    retryDelay: 500,
    toRetry: isTransient,
  };
}

function numbersForInt8(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, (text: string) => {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : text;
  });
  return overrides;
}
