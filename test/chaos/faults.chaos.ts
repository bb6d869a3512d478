import { killRemainingProcesses } from '../support/processes';
import { killPostgres } from './database-faults';
import {
  dropConnections,
  freezeDispatchers,
  killDispatchers,
  killOnLastAttempt,
  threeDispatchers,
} from './dispatcher-faults';

/** How many times as many faults as by default: CHAOS_ROUNDS=10 npm run test:chaos for an hour of it. */
const times = Number(process.env.CHAOS_ROUNDS ?? 1);

describe('chaos', () => {
  afterEach(killRemainingProcesses);

  it('loses nothing when dispatchers are killed', () => killDispatchers(50 * times));
  it('leaves nothing in limbo when dispatchers are killed on the last attempt', () => killOnLastAttempt(8 * times));
  it('lets no dispatcher that was frozen overwrite what others did', () => freezeDispatchers(10 * times));
  it('sends everything once with three dispatchers', () => threeDispatchers(3000 * times));
  it('loses nothing when connections to PostgreSQL are dropped', () => dropConnections(20 * times));
  it('loses nothing acknowledged when PostgreSQL is killed', () => killPostgres(20 * times));
});
