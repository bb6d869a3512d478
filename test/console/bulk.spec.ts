import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let code: string;
let key: string;

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

beforeAll(async () => {
  scenario = await Scenario.start();
});
afterAll(() => scenario.close());

/** A tenant of its own for each test: 3 were refused by their provider, 2 have no account for their channel. */
async function newTenant(): Promise<void> {
  await scenario.freshSink();
  actor = await scenario.tenant();
  await actor.yom({ name: 'whatsapp-main', settings: { failFast: true } });
  code = await codeOf(actor);
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'REDRIVE_ACTIVITY', 'CANCEL_ACTIVITY', 'CREATE_ACTIVITY');
  scenario.sink.answerWith(() => ({ status: 400, body: { error: 'not a valid number' } }));
  const made = [
    ...['one', 'two', 'three'].map((reason) => actor.create({ reason })),
    ...['four', 'five'].map((reason) => actor.create({ reason, channel: 'EMAIL' })),
  ];
  for (const { id } of await Promise.all(made)) await actor.untilStatus(id, 'FAILED');
}

describeInBrowser('what is done to many', () => {
  const browser = new ConsoleBrowser(
    () => scenario,
    () => ({ code, key }),
  );
  browser.useBrowser();

  const waitingOnes = async () => (await actor.list('status=READY&perPage=100')).map(({ retryOf }) => retryOf);

  describe('is shown', () => {
    beforeAll(newTenant);

    browser.seesWell([
      { name: 'redrive', path: () => 'activities/redrive', sign: 'tbody tr' },
      {
        name: 'cancel many',
        path: () => 'activities/cancel',
        sign: 'h2',
      },
    ]);
  });

  describe('of a tenant', () => {
    beforeEach(newTenant);

    const samples = (page: Page) =>
      page.getByRole('region', { name: 'The newest of them' }).locator('a').allTextContents();

    const makesAccounts = () => actor.tenant.key('VIEW_ACTIVITIES', 'REDRIVE_ACTIVITY', 'MANAGE_ACTIVITY_CONFIG');

    const choose = async (page: Page, ...names: string[]) => {
      for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}` }).check();
    };

    it('redrives the failed ones but not those that were refused, and undoes it', async () => {
      const { page } = await browser.open('activities?status=FAILED&range=24h');
      await page.getByRole('link', { name: 'Redrive failed…' }).click();
      await page.waitForURL(browser.at('activities/redrive?range=24h'), shown);
      await page.getByText('5 failed activities match.').waitFor(shown);
      await page.getByText('3 were refused; sent again they will most likely be refused again.').waitFor(shown);
      await page.getByRole('button', { name: 'Leave them out: 3 were refused' }).click();
      await page.getByText('All 2 of them:').waitFor(shown);
      expect(await samples(page)).toEqual(['five', 'four']);
      await page.getByRole('combobox', { name: 'Start' }).selectOption('In 5 min');
      await page.getByRole('button', { name: 'Redrive 2' }).click();
      await page.getByText('2 new activities were made to be sent; the failed ones stay as they are.').waitFor(shown);
      // By then whatever is fetched anew after the start is there.
      await page.getByRole('link', { name: 'Waiting 2' }).waitFor(shown);
      expect(await samples(page)).toEqual(['five', 'four']);
      expect(await page.getByText('5 failed activities match.').count()).toBe(1);
      const failed = await actor.list('status=FAILED&channel=EMAIL');
      expect((await waitingOnes()).sort()).toEqual(failed.map(({ id }) => id).sort());
      await page.getByRole('button', { name: /^Undo/ }).click();
      await page.getByText('2 copies canceled before they were sent.').first().waitFor(shown);
      expect(await waitingOnes()).toEqual([]);
      expect(await actor.count('status=CANCELED')).toBe(2);
    });

    it('leads to what it made, and tells what becomes of that', async () => {
      const [other] = await actor.list('status=FAILED&reason=one');
      await actor.request('POST', '/api/activities/redrive', { body: { ids: [other?.id], startAt: tomorrow } });
      const { page } = await browser.open('activities/redrive?channel=EMAIL');
      await page.setViewportSize({ width: 1280, height: 480 });
      await page.getByRole('button', { name: 'Redrive 2' }).click();
      const undo = page.getByRole('button', { name: /^Undo/ });
      await undo.waitFor(shown);
      const { y = Infinity, height = 0 } = (await undo.boundingBox()) ?? {};
      expect(y + height).toBeLessThanOrEqual(480);
      // They have no account either: the numbers follow, without a reload.
      await page.getByRole('link', { name: 'Failed 2' }).waitFor(shown);
      await page.getByRole('link', { name: 'Waiting 0' }).waitFor(shown);
      const [list] = await Promise.all([
        page.waitForEvent('popup', shown),
        page.getByRole('link', { name: 'See what was redriven then' }).click(),
      ]);
      await list.locator('tbody tr').nth(1).waitFor(shown);
      expect((await list.locator('tbody a[data-row]').allTextContents()).sort()).toEqual(['five', 'four']);
    });

    it('warns of those whose channel has no account, until one is made', async () => {
      const { page } = await browser.open('activities/redrive', {}, await makesAccounts());
      const warning = '2 found no account to be sent by; those on Email fail again, which has none still.';
      await page.getByText(warning).waitFor(shown);
      const link = page.getByRole('link', { name: 'Make an account for Email' });
      expect(await link.getAttribute('href')).toBe(
        new URL(browser.at('configs/new?channel=EMAIL')).pathname + '?channel=EMAIL',
      );
      await page.getByRole('button', { name: `Leave them out: ${warning}` }).click();
      await page.getByRole('button', { name: 'Redrive 3' }).waitFor(shown);
      expect(await page.getByText(warning).count()).toBe(0);
      await actor.yom({ name: 'email-main', channel: 'EMAIL' });
      const answers = [/dispatch-configs\/health/, /activities\?.*channel=EMAIL/].map((of) =>
        page.waitForResponse((answer) => of.test(answer.url()), shown),
      );
      await page.reload();
      await Promise.all(answers);
      await page.getByRole('button', { name: 'Leave them out: 3 were refused' }).waitFor(shown);
      await page.getByRole('button', { name: 'Redrive 5' }).waitFor(shown);
      expect(await page.getByText('found no account').count()).toBe(0);
    });

    it('tells in the list which were repeated, and in one without an account where to make it', async () => {
      const [four] = await actor.list('status=FAILED&reason=four');
      await actor.request('POST', '/api/activities/redrive', { body: { ids: [four?.id], startAt: tomorrow } });
      const { page } = await browser.open('activities?status=FAILED', {}, await makesAccounts());
      await page.getByRole('row', { name: /four .*Repeated already · / }).waitFor(shown);
      await page.getByRole('row', { name: 'five' }).waitFor(shown);
      expect(await page.getByText('Repeated already').count()).toBe(1);
      await page.getByRole('link', { name: 'five' }).click();
      await page.getByRole('link', { name: 'Make an account for Email' }).click();
      await page.waitForURL(browser.at('configs/new?channel=EMAIL'), shown);
    });

    it('says which of how many are ticked', async () => {
      const { page } = await browser.open('activities?status=FAILED&perPage=10');
      await choose(page, 'one');
      const all = page.getByRole('checkbox', { name: 'Select all on this page' });
      const isHalf = () => all.evaluate((box: { indeterminate?: boolean }) => box.indeterminate);
      expect(await isHalf()).toBe(true);
      await page.getByText('1 of 5 selected', { exact: true }).waitFor(shown);
      await all.check();
      expect(await isHalf()).toBe(false);
      await page.getByText('5 selected', { exact: true }).waitFor(shown);
    });

    it('redrives at a pace, from a time on', async () => {
      const { page } = await browser.open('activities/redrive?channel=WHATSAPP');
      await page.getByRole('radio', { name: 'Spread over time' }).check();
      await page.getByRole('spinbutton', { name: 'Activities a second' }).fill('0.01');
      await page.getByText('about 5 min').waitFor(shown);
      await page.getByRole('combobox', { name: 'Start' }).selectOption('In 1 h');
      const before = Date.now();
      await page.getByRole('button', { name: 'Redrive 3' }).click();
      await page.getByText('3 new activities were made to be sent; the failed ones stay as they are.').waitFor(shown);
      const due = (await actor.list('status=READY')).map(({ scheduledAt }) => Date.parse(String(scheduledAt))).sort();
      expect(due[0]).toBeGreaterThanOrEqual(before + 3_600_000);
      expect(due.map((at) => at - (due[0] ?? 0))).toEqual([0, 100_000, 200_000]);
    });

    it('leaves out those that were repeated before, and says so', async () => {
      const [{ id } = { id: '' }] = await actor.list('status=FAILED&channel=EMAIL');
      await actor.request('POST', '/api/activities/redrive', { body: { ids: [id], startAt: tomorrow } });
      const { page } = await browser.open('activities/redrive?channel=EMAIL');
      await page.getByText('1 was repeated before and is left out.').waitFor(shown);
      await page.getByRole('button', { name: 'Redrive 1' }).waitFor(shown);
      await page.getByRole('checkbox', { name: 'Repeat those as well' }).check();
      await page.getByRole('button', { name: 'Redrive 2' }).waitFor(shown);
    });

    it('takes those whose boxes are ticked', async () => {
      const { page } = await browser.open('activities?status=FAILED');
      await choose(page, 'one', 'four');
      await page.getByRole('link', { name: 'Redrive 2…' }).click();
      await page.getByRole('button', { name: 'Redrive 2' }).click();
      await page.getByText('2 new activities were made to be sent; the failed ones stay as they are.').waitFor(shown);
      const again = await actor.list('origin=REDRIVE');
      expect(again.map(({ reason }) => reason).sort()).toEqual(['four', 'one']);
    });

    it('asks before it cancels what waits, and by its number when there are more than 100', async () => {
      const messages = Array.from({ length: 101 }, () => actor.message({ scheduledAt: tomorrow, reason: 'promo' }));
      const bulk = await actor.request('POST', '/api/activities/bulk', { body: { activities: messages } });
      expect(bulk.status).toBeLessThan(300);
      const { page } = await browser.open('activities?status=READY&reason=promo');
      await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
      await page.getByText('25 of 101 selected: all on this page, not all that match').waitFor(shown);
      await page.getByRole('checkbox', { name: 'Select all on this page' }).uncheck();
      await page.getByRole('link', { name: 'Cancel all…' }).click();
      await page.getByText('The newest 5 of 101, and 96 more:').waitFor(shown);
      await page.getByRole('button', { name: 'Cancel 101' }).click();
      const dialog = page.getByRole('dialog');
      const confirm = dialog.getByRole('button', { name: 'Cancel 101' });
      await confirm.waitFor(shown);
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByRole('textbox', { name: 'Type “101” to go on' }).fill('101');
      await page.keyboard.press('Enter');
      await page.getByText('101 activities canceled.').waitFor(shown);
      expect(await actor.count('status=CANCELED')).toBe(101);
    });

    it('finds the targets of unresolved ones again', async () => {
      await actor.create({ reason: 'needs_a_value', attributeKeys: ['weather'] });
      const { page } = await browser.open('activities?status=UNRESOLVED');
      await page.getByRole('link', { name: 'Find targets again…' }).click();
      await page.getByRole('button', { name: 'Find 1 again' }).click();
      await page.getByText('1 left out: An attribute has no value').waitFor(shown);
    });

    it('does not take more than a list shows whose filter it does not have', async () => {
      const { page } = await browser.open('activities/cancel?waiting=SCHEDULE');
      await page.getByText('Not by Waits for').waitFor(shown);
      expect(await page.getByRole('button', { name: /^Cancel \d/ }).count()).toBe(0);
    });

    it('shows a key that may not redrive what it lacks', async () => {
      const { page } = await browser.open('activities/redrive', {}, await actor.tenant.key('VIEW_ACTIVITIES'));
      await page.getByText('lacks').or(page.getByText('REDRIVE_ACTIVITY')).first().waitFor(shown);
      expect(await page.getByRole('button', { name: /^Redrive \d/ }).count()).toBe(0);
    });
  });
});
