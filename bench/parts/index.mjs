import { actions } from './actions.mjs';
import { console } from './console.mjs';
import { dispatchers } from './dispatchers.mjs';
import { drain } from './drain.mjs';
import { growth } from './growth.mjs';
import { hanging } from './hanging.mjs';
import { health } from './health.mjs';
import { ingest } from './ingest.mjs';
import { latency } from './latency.mjs';
import { limit } from './limit.mjs';
import { lists } from './lists.mjs';
import { memory } from './memory.mjs';
import { noisy } from './noisy.mjs';
import { queues } from './queues.mjs';
import { resolution } from './resolution.mjs';
import { scheduled } from './scheduled.mjs';
import { viewers } from './viewers.mjs';

/** In the order in which they run: what others are compared with comes first. */
export const parts = {
  ...{ limit, drain, queues, dispatchers, ingest, latency, scheduled, actions },
  ...{ resolution, noisy, hanging, memory, growth, health, lists, console, viewers },
};
