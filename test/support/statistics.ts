import type { Settings } from '@errand/config';
import { StatisticsLoop } from '../../apps/dispatcher/src/statistics.loop';
import { startDispatcher } from './dispatcher';
import type { InProcess } from './in-process';

/** A dispatcher of a database whose rounds over the statistics a test asks for. */
export interface Counter {
  dispatcher: InProcess;
  /** Resolves once all that was committed before is counted. */
  count(): Promise<void>;
}

export async function startCounter(
  databaseUrl: string | undefined,
  overrides: Partial<Settings> = {},
): Promise<Counter> {
  const dispatcher = await startDispatcher({ ...overrides, databaseUrl });
  const loop = dispatcher.app.get(StatisticsLoop);
  return { dispatcher, count: () => loop.round() };
}
