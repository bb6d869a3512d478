import { runProcess } from '@errand/telemetry';
import { createApi } from './create-api';

runProcess('api', createApi, ({ port }) => port);
