import fc from 'fast-check';
import { CheckedRun } from './checked-run';
import { Crew } from './crew';
import { CrowdedRun } from './crowded-run';
import { Engine } from './engine';
import { manySteps } from './steps';

/** Another seed, another minute of cases: MODEL_SEED=7 MODEL_SECONDS=600 npx jest test/model */
const seed = Number(process.env.MODEL_SEED ?? 20_260_101);
const seconds = Number(process.env.MODEL_SECONDS ?? 15);
const options = { seed, numRuns: 10_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false };

describe('the lifecycle of activities', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.start();
  });
  afterAll(() => engine.stop());

  it(
    'does what the reference model says, whatever the order of steps',
    async () => {
      await holds([manySteps], async (steps) => {
        await engine.useNewTenant();
        const run = new CheckedRun(engine);
        for (const step of steps) await run.take(step);
      });
    },
    (seconds + 60) * 1000,
  );

  it(
    'keeps its rules when several work on the same activities at the same time',
    async () => {
      await holds([manySteps, fc.integer({ min: 2, max: 8 })], async (steps, together) => {
        await engine.useNewTenant();
        const run = new CrowdedRun(engine);
        for (let from = 0; from < steps.length; from += together) {
          await run.takeTogether(steps.slice(from, from + together));
        }
        await run.finish();
      });
    },
    (seconds + 60) * 1000,
  );

  it('renews leases beside the outcomes of the same activities without a deadlock', async () => {
    for (let round = 0; round < 10; round += 1) {
      await engine.useNewTenant();
      const crew = new Crew(engine);
      const keys = Array.from({ length: 400 }, (_, index) => `key-${index}`);
      await engine.create(keys.map((key) => engine.newActivity(key, engine.clock.now(), 0, false)));
      const claimed = await crew.claim(0, 400);
      // The order in which calls end is none that an index has.
      const ended = [...claimed].sort((a, b) => (a.id.slice(-6) < b.id.slice(-6) ? -1 : 1));
      const accepted = ended.map(() => ({ end: 'accepted' as const, retryInMs: 0 }));
      const [, first, second] = await Promise.all([
        crew.renew(0),
        crew.settle(ended.slice(0, 200), accepted),
        crew.settle(ended.slice(200), accepted),
      ]);
      expect(first.length + second.length).toBe(400);
    }
  });

  it('creates the same activities for two callers at once, whatever order each names them in', async () => {
    for (let round = 0; round < 10; round += 1) {
      await engine.useNewTenant();
      const keys = Array.from({ length: 400 }, (_, index) => `key-${index}`);
      const create = (inOrder: string[]) =>
        engine.create(inOrder.map((key) => engine.newActivity(key, engine.clock.now(), 0, false)));
      const [first, second] = await Promise.all([create(keys), create([...keys].reverse())]);
      const created = [...first, ...second].filter(({ status }) => status === 'created');
      expect(created).toHaveLength(400);
    }
  });
});

/** Runs cases until the time is over, the last one to its end: fast-check leaves it running, and it has the engine. */
async function holds<Case extends [unknown, ...unknown[]]>(
  cases: { [Part in keyof Case]: fc.Arbitrary<Case[Part]> },
  runCase: (...parts: Case) => Promise<void>,
): Promise<void> {
  let last = Promise.resolve();
  await fc.assert(
    fc.asyncProperty<Case>(...cases, (...parts) => (last = runCase(...parts))),
    options,
  );
  await last;
}
