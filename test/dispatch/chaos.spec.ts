import { killPostgres } from '../chaos/database-faults';
import { dropConnections, freezeDispatchers, killDispatchers, killOnLastAttempt } from '../chaos/dispatcher-faults';
import { killRemainingProcesses } from '../support/processes';

/** The short form of `npm run test:chaos`. */
describe('chaos', () => {
  afterEach(killRemainingProcesses);

  it('loses nothing when dispatchers are killed', () => killDispatchers(2), 180_000);
  it('leaves nothing in limbo when dispatchers are killed on the last attempt', () => killOnLastAttempt(1), 180_000);
  it('lets no dispatcher that was frozen overwrite what others did', () => freezeDispatchers(1), 180_000);
  it('loses nothing when connections to PostgreSQL are dropped', () => dropConnections(2), 180_000);
  it('loses nothing acknowledged when PostgreSQL is killed', () => killPostgres(2), 180_000);
});
