import fc from 'fast-check';
import { CheckedRun } from './checked-run';
import { CrowdedRun } from './crowded-run';
import { Engine } from './engine';
import { manySteps } from './steps';

/** Another seed, another minute of cases: MODEL_SEED=7 MODEL_SECONDS=600 npx jest test/model */
const seed = Number(process.env.MODEL_SEED ?? 20_260_101);
const seconds = Number(process.env.MODEL_SECONDS ?? 25);
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
      const property = fc.asyncProperty(manySteps, async (steps) => {
        await engine.useNewTenant();
        const run = new CheckedRun(engine);
        for (const step of steps) await run.take(step);
      });
      await fc.assert(property, options);
    },
    (seconds + 60) * 1000,
  );

  it(
    'keeps its rules when several work on the same activities at the same time',
    async () => {
      const property = fc.asyncProperty(manySteps, fc.integer({ min: 2, max: 8 }), async (steps, together) => {
        await engine.useNewTenant();
        const run = new CrowdedRun(engine);
        for (let from = 0; from < steps.length; from += together) {
          await run.takeTogether(steps.slice(from, from + together));
        }
        await run.finish();
      });
      await fc.assert(property, options);
    },
    (seconds + 60) * 1000,
  );
});
