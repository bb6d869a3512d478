import 'reflect-metadata';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DynamicModule, Type } from '@nestjs/common';

/** A class with `@Module`, or what a `forRoot()` returns. */
export type ProviderModule = Type | DynamicModule;

/** What `@Module` leaves on a class, see MODULE_METADATA in @nestjs/common. */
const moduleKeys = ['imports', 'providers', 'controllers', 'exports'];

/**
 * Loads the Nest modules that PROVIDER_MODULES names: packages, or files as `./` or absolute paths, CommonJS or ES
 * modules, both resolved from the directory `from`.
 * @throws Error naming PROVIDER_MODULES and the entry.
 */
export function loadProviderModules(entries: readonly string[], from = process.cwd()): Promise<ProviderModule[]> {
  return Promise.all(entries.map((entry) => loadProviderModule(entry, from)));
}

async function loadProviderModule(entry: string, from: string): Promise<ProviderModule> {
  let exported: unknown;
  try {
    exported = await load(entry, from);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`PROVIDER_MODULES: cannot load "${entry}" from ${from}: ${reason}`, { cause });
  }
  return moduleIn(exported, entry);
}

/** `require` reads ES modules too since Node 20.19, except those with a top-level await. */
async function load(entry: string, from: string): Promise<unknown> {
  const require = createRequire(join(from, 'package.json'));
  const file = require.resolve(entry);
  try {
    return require(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error;
    return import(pathToFileURL(file).href);
  }
}

/** The default export, or the only one that is a Nest module. */
function moduleIn(exported: unknown, entry: string): ProviderModule {
  const members = Object(exported) as Record<string, unknown>;
  const chosen = [exported, members.default].find(isModule);
  if (chosen !== undefined) return chosen;
  const modules = Object.values(members).filter(isModule);
  const [only] = modules;
  if (only !== undefined && modules.length === 1) return only;
  throw new Error(
    `PROVIDER_MODULES: "${entry}" exports ${modules.length === 0 ? 'no' : 'more than one'} class with @Module; ` +
      'make the one with the dispatchers its default export',
  );
}

function isModule(value: unknown): value is ProviderModule {
  if (typeof value === 'function') return moduleKeys.some((key) => Reflect.hasMetadata(key, value));
  return typeof (value as Partial<DynamicModule> | null | undefined)?.module === 'function';
}
