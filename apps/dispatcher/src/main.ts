import { runProcess } from '@errand/telemetry';
import { createDispatcher } from './create-dispatcher';

runProcess('dispatcher', createDispatcher, ({ dispatcherPort }) => dispatcherPort);
