import { violationsOf } from '../support/history';
import { Crew } from './crew';
import { answerOf, type Engine, LEASE_MS } from './engine';
import type { Step } from './steps';

/** Takes several steps at the same time, whose order nobody knows, and checks what must hold in any order. */
export class CrowdedRun {
  private readonly crew: Crew;

  constructor(private readonly engine: Engine) {
    this.crew = new Crew(engine);
  }

  /** A refusal is a fine answer to any step; an error of the database is not, and is thrown. */
  async takeTogether(steps: Step[]): Promise<void> {
    await Promise.all(steps.map((step) => answerOf(this.perform(step))));
    await this.check();
  }

  /** Ends all there is, to see that nothing is stuck. */
  async finish(): Promise<void> {
    const { crew, engine } = this;
    for (let round = 0; (await this.ready()) > 0; round += 1) {
      if (round > 10) throw new Error('activities are stuck');
      engine.clock.pass(LEASE_MS * 2);
      await crew.takeOver(false);
      await engine.queues.wakeDue(engine.tenantId, 1000);
      const claimed = await engine.claim(1000);
      await crew.settle(
        claimed,
        claimed.map(() => ({ end: 'accepted' as const, retryInMs: 0 })),
      );
    }
    await engine.applyHeld();
    await this.check();
    expect((await engine.results()).filter(({ state }) => state === 'HELD')).toEqual([]);
  }

  private async perform(step: Step): Promise<unknown> {
    const { crew, engine } = this;
    const { lifecycle, queues, tenantId, clock } = engine;
    const id = 'pick' in step && step.pick !== null ? crew.pick(step.pick) : undefined;
    switch (step.do) {
      case 'create': {
        const activities = step.activities.map(({ key, inMs, score, isLate }) =>
          engine.newActivity(`key-${key}`, new Date(clock.now().getTime() + inMs), score, isLate),
        );
        const results = await engine.create(activities);
        return crew.ids.push(...results.flatMap(({ status, id }) => (status === 'created' && id ? [id] : [])));
      }
      case 'claim':
        return crew.claim(step.worker, step.limit);
      case 'claimOne':
        return id && crew.claimOne(step.worker, id);
      case 'settle': {
        const ended = crew.take(step.worker, step.ends.length);
        const once = ended.filter(({ id }, index) => ended.findIndex((other) => other.id === id) === index);
        return crew.settle(once, step.ends);
      }
      case 'claimUpcoming':
        return crew.claimUpcoming(step.worker);
      case 'renew':
        return crew.renew(step.worker);
      case 'giveBack':
        return lifecycle.returnClaims(tenantId, crew.take(step.worker, 2));
      case 'takeOver':
        return crew.takeOver(step.renewedMeanwhile);
      case 'wake':
        return queues.wakeDue(tenantId, 1000);
      case 'applyHeld':
        return engine.applyHeld();
      case 'pass':
        return clock.pass(step.ms);
      case 'cancel':
        return id && lifecycle.cancel(tenantId, id, 'model');
      case 'change': {
        const scheduledAt = step.inMs === null ? undefined : new Date(clock.now().getTime() + step.inMs);
        return id && lifecycle.reschedule(tenantId, id, { scheduledAt, score: step.score ?? undefined });
      }
      case 'result':
        return id && engine.submitResult(id, step.status, step.hardOverride);
      case 'retryResolution':
        return id && engine.retryResolution(id);
      case 'lateValue':
        return engine.setLateFallback(step.isThere);
      case 'redrive': {
        const report = await engine.redrive(id ? [id] : undefined, step.dryRun);
        return crew.ids.push(...report.activityIds);
      }
    }
  }

  private async ready(): Promise<number> {
    return (await this.engine.records()).filter(({ status }) => status === 'READY').length;
  }

  private async check(): Promise<void> {
    const records = await this.engine.records();
    expect(records.flatMap(violationsOf)).toEqual([]);
    const outcomes = { COMPLETED: 'COMPLETED', TRANSFERRED: 'COMPLETED', NOT_EXECUTED: 'FAILED', CANCELED: 'CANCELED' };
    const statusOf = new Map(records.map(({ id, status }) => [id, status]));
    for (const { activity_id, status, state } of await this.engine.results()) {
      if (status === 'PENDING' || state !== 'APPLIED') continue;
      expect({ activity_id, status: statusOf.get(activity_id) }).toEqual({ activity_id, status: outcomes[status] });
    }
  }
}
