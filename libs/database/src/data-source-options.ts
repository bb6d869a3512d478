import type { Settings } from '@errand/config';
import type { TypeOrmModuleOptions } from '@nestjs/typeorm';
import pg, { type PoolConfig, TypeOverrides, types } from 'pg';
import { hasOwnSession, preparing } from './connecting';
import { PrimaryPool } from './reading';
import { isTransient } from './sql-errors';

export const connectTimeoutMs = 10_000;

/** @throws Error when DATABASE_URL is not set */
export function dataSourceOptions(settings: Settings, processName: string): TypeOrmModuleOptions {
  if (settings.databaseUrl === undefined) {
    throw new Error('DATABASE_URL is not set (npm start runs its own PostgreSQL and sets it)');
  }
  return {
    type: 'postgres',
    poolSize: settings.databasePoolSize,
    connectTimeoutMS: connectTimeoutMs,
    installExtensions: false,
    synchronize: false,
    autoLoadEntities: true,
    logging: false,
    poolErrorHandler: () => undefined, // Database listens
    driver: { ...pg, Pool: PrimaryPool },
    // The URL not as TypeORM's url, which it reads by rules of its own.
    extra: poolConfig(settings, `errand-${processName}`, settings.databaseUrl),
    // A database that starts beside us gets 15 s; a wrong password or name fails at once.
    retryAttempts: 30,
    retryDelay: 500,
    toRetry: isTransient,
  };
}

/** @param name by which the server knows the connections */
export function poolConfig(settings: Settings, name: string, connectionString: string): PoolConfig {
  return {
    connectionString,
    onConnect: preparing(name, hasOwnSession(settings)),
    types: numbersForInt8(),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idleTimeoutMillis: 30_000,
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
