import { violationsOf } from '../support/history';
import { Crew, retryAt } from './crew';
import { answerOf, type Engine } from './engine';
import { line, Reference } from './reference';
import type { Step } from './steps';

/** Takes steps one after another, on the engine and on the reference, and compares answers and what is stored. */
export class CheckedRun {
  private readonly crew: Crew;
  private readonly reference: Reference;

  constructor(private readonly engine: Engine) {
    this.crew = new Crew(engine);
    this.reference = new Reference(() => engine.clock.now().getTime());
  }

  async take(step: Step): Promise<void> {
    await this.perform(step);
    await this.compare();
  }

  private async perform(step: Step): Promise<void> {
    const { crew, engine, reference } = this;
    switch (step.do) {
      case 'create':
        return this.create(step.activities);
      case 'claim': {
        const expected = reference.claimable(step.limit);
        const claimed = await crew.claim(step.worker, step.limit);
        expect(claimed.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(claimed).toEqual(claimed.map(({ id, token }) => reference.claim(id, token)));
        return;
      }
      case 'claimUpcoming': {
        const expected = reference.upcoming();
        const claimed = await crew.claimUpcoming(step.worker);
        expect(claimed.map(({ id }) => id).sort()).toEqual(expected.sort());
        for (const { id, token } of claimed) reference.claim(id, token);
        return;
      }
      case 'claimOne':
        return this.onPicked(step.pick, async (id) => {
          const refused = reference.refusal(id);
          const claimed = await crew.claimOne(step.worker, id);
          if (refused) expect(claimed).toEqual({ refused });
          else if (!('refused' in claimed))
            expect(claimed).toEqual(claimed.map(({ token }) => reference.claim(id, token)));
          else throw new Error(`claim of ${id} refused: ${claimed.refused}`);
        });
      case 'settle': {
        const ended = crew.take(step.worker, step.ends.length);
        // One statement never settles two outcomes of one activity; the settler sees to that.
        const once = ended.filter(({ id }, index) => ended.findIndex((other) => other.id === id) === index);
        const settled = await crew.settle(once, step.ends);
        const now = engine.clock.now();
        const expected = once.filter((holding, index) => {
          const { end, retryInMs } = step.ends[index] ?? { end: 'accepted' as const, retryInMs: 0 };
          return reference.settle(holding, end, retryAt(retryInMs, now)?.getTime() ?? null);
        });
        expect(settled).toEqual(expected.map(({ id }) => id).sort());
        return;
      }
      case 'renew':
        await crew.renew(step.worker);
        for (const holding of crew.heldBy(step.worker)) reference.renew(holding);
        return;
      case 'giveBack': {
        const returned = crew.take(step.worker, 2);
        await engine.lifecycle.returnClaims(engine.tenantId, returned);
        for (const holding of returned) reference.giveBack(holding);
        return;
      }
      case 'takeOver':
        return this.takeOver(step.renewedMeanwhile);
      case 'wake': {
        const woken = await engine.queues.wakeDue(engine.tenantId, 1000);
        expect(woken).toHaveLength(reference.wakeDue());
        return;
      }
      case 'applyHeld':
        await engine.applyHeld();
        return reference.applyHeld();
      case 'pass':
        return engine.clock.pass(step.ms);
      case 'cancel':
        return this.onPicked(step.pick, async (id) => {
          const refused = reference.refusal(id);
          const answer = await answerOf(engine.lifecycle.cancel(engine.tenantId, id, 'model'));
          expect(answer).toEqual(refused ? { refused } : undefined);
          if (!refused) reference.cancel(id);
        });
      case 'change':
        return this.onPicked(step.pick, async (id) => {
          const refused = reference.refusal(id);
          const at = step.inMs === null ? null : engine.clock.now().getTime() + step.inMs;
          const change = { ...(at === null ? {} : { scheduledAt: new Date(at) }), score: step.score ?? undefined };
          const answer = await answerOf(engine.lifecycle.reschedule(engine.tenantId, id, change));
          expect(answer).toEqual(refused ? { refused } : undefined);
          if (!refused) reference.change(id, at, step.score);
        });
      case 'result':
        return this.onPicked(step.pick, async (id) => {
          const answer = await answerOf(engine.submitResult(id, step.status, step.hardOverride));
          const expected = reference.result(id, step.status, step.hardOverride);
          expect(answer).toEqual('stored' in expected ? expected.stored : expected);
        });
      case 'retryResolution':
        return this.onPicked(step.pick, async (id) => {
          const answer = await answerOf(engine.retryResolution(id));
          const refused = reference.retryResolution(id);
          expect(answer).toEqual(refused ? { refused } : undefined);
        });
      case 'lateValue':
        reference.hasLateValue = step.isThere;
        return engine.setLateFallback(step.isThere);
      case 'redrive':
        return this.redrive(step.pick, step.dryRun);
    }
  }

  private async create(activities: (Step & { do: 'create' })['activities']): Promise<void> {
    const now = this.engine.clock.now().getTime();
    const asked = activities.map((one) => ({ ...one, key: `key-${one.key}`, at: now + one.inMs }));
    const results = await this.engine.create(
      asked.map(({ key, at, score, isLate }) => this.engine.newActivity(key, new Date(at), score, isLate)),
    );
    const expected = asked.map(({ key, at, score, isLate }, index) =>
      this.reference.create(results[index]?.id ?? null, key, at, score, isLate),
    );
    expect(results.map(({ status }) => status)).toEqual(expected);
    this.crew.ids.push(...results.flatMap(({ status, id }) => (status === 'created' && id ? [id] : [])));
  }

  private async takeOver(renewedMeanwhile: boolean): Promise<void> {
    const { crew, reference } = this;
    const expired = reference.expired();
    const answer = await crew.takeOver(renewedMeanwhile);
    expect(answer.expired).toEqual(expired);
    if (renewedMeanwhile) for (const holding of crew.everything()) reference.renew(holding);
    const stillExpired = reference.expired();
    for (const id of stillExpired) {
      const { token, attempts: attempt } = reference.entries.get(id) ?? { token: null, attempts: 0 };
      reference.settle({ id, token: token ?? '', attempt, waitedUntil: null }, 'rejected', null, 'LEASE_EXPIRED');
    }
    expect(answer.settled).toEqual(stillExpired);
  }

  private async redrive(pick: number | null, dryRun: boolean): Promise<void> {
    const { crew, engine, reference } = this;
    const id = pick === null ? undefined : crew.pick(pick);
    const among = pick === null ? undefined : id === undefined ? [] : [id];
    const failed = reference.failed(among);
    const open = failed.filter(({ isRedriven }) => !isRedriven);
    const toCopy = dryRun ? [] : open;
    const report = await engine.redrive(among, dryRun);
    expect(report).toMatchObject({ matched: open.length, created: toCopy.length });
    const originals = await engine.originals();
    expect(report.activityIds.map((copy) => originals.get(copy)).sort()).toEqual(toCopy.map((one) => one.id).sort());
    for (const copy of [...report.activityIds].sort()) {
      const original = reference.entries.get(originals.get(copy) ?? '');
      if (original) reference.redrive(original, copy);
      crew.ids.push(copy);
    }
  }

  private async onPicked(pick: number, then: (id: string) => Promise<void>): Promise<void> {
    const id = this.crew.pick(pick);
    if (id !== undefined) await then(id);
  }

  private async compare(): Promise<void> {
    const { engine, reference } = this;
    const records = await engine.records();
    const results = await engine.results();
    const stored = records.map(({ id, status, lease_token, next_attempt_at, dispatch_attempt_count, events }) => ({
      ...{ id, status, token: lease_token, due: next_attempt_at?.getTime() ?? null, attempts: dispatch_attempt_count },
      history: events.map(({ trigger, from, to, attempt, code }) => line(trigger, from, to, attempt, code)),
      results: results.filter(({ activity_id }) => activity_id === id).map(({ status, state }) => ({ status, state })),
    }));
    const expected = [...reference.entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(stored).toEqual(
      expected.map(({ id, status, token, due, attempts, history, results }) => ({
        ...{ id, status, token, due, attempts, history, results },
      })),
    );
    expect(records.flatMap(violationsOf)).toEqual([]);
    expect((await engine.queues.nextDue(engine.tenantId))?.getTime() ?? null).toBe(reference.nextDue());
  }
}
