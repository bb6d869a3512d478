import type { Settings } from '@errand/config';
import { createDispatcher } from '../../apps/dispatcher/src/create-dispatcher';
import { type InProcess, startInProcess } from './in-process';

/**
 * The dispatcher in this process, with a fresh database unless `overrides` name one. To work beside an api:
 * `startDispatcher({ databaseUrl: api.settings.databaseUrl })`.
 */
export async function startDispatcher(overrides: Partial<Settings> = {}): Promise<InProcess> {
  return startInProcess(createDispatcher, overrides);
}
