import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let code: string;
let key: string;

/** What a reason may be; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'">';

/** A tenant whose clocks are five hours behind: for it, 03:00 of the 11th by UTC is on the 10th. */
beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  const body = { settings: { timezone: 'America/Bogota' } };
  await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body });
  await actor.yom({ name: 'whatsapp-main' });
  await actor.yom({ name: 'sms-main', channel: 'SMS' });
  code = await codeOf(actor);
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY', 'DISPATCH_ACTIVITY', 'CANCEL_ACTIVITY');
  await actor.create({ reason: 'order_suggestion', scheduledAt: '2099-06-10T14:00:00Z' });
  await actor.create({ reason: hostile, scheduledAt: '2099-06-10T14:59:59.999Z' });
  await actor.create({ reason: 'delivery_note', channel: 'SMS', scheduledAt: '2099-06-10T14:30:00Z' });
  await actor.create({ reason: 'late_reminder', scheduledAt: '2099-06-11T03:00:00Z' });
  await actor.create({ reason: 'next_day', scheduledAt: '2099-06-11T05:00:00Z' });
});
afterAll(() => scenario.close());

let shownBy: Scenario | undefined;
afterEach(() => (shownBy = undefined));
const browser = new ConsoleBrowser(
  () => shownBy ?? scenario,
  () => ({ code, key }),
);
const reasons = (page: Page) => page.locator('tbody a[data-row]').allTextContents();
const nine = /^Wed,? 10 Jun.*09:00: 3 WhatsApp 2 SMS 1$/;
const listOfNine =
  'activities?status=READY&scheduledFrom=2099-06-10T14:00:00.000Z&scheduledTo=2099-06-10T14:59:59.999Z&range=all';

describeInBrowser('what is scheduled', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'a week', path: () => 'scheduled?at=2099-06-10', sign: 'td a' },
    { name: 'a month', path: () => 'scheduled?view=month&at=2099-06-10', sign: 'td[data-filled=true] a' },
    { name: 'a day', path: () => 'scheduled?view=day&at=2099-06-10', sign: 'td a' },
    { name: 'an empty day', path: () => 'scheduled?view=day&at=2098-01-01', sign: 'h2' },
  ]);

  it('is counted by the hours of the tenant’s clocks, and leads to what it counts', async () => {
    const { page } = await browser.open('scheduled?at=2099-06-10');
    await page.getByText('5 wait for their time').waitFor(shown);
    await page.getByRole('link', { name: /^Wed,? 10 Jun.*22:00: 1 WhatsApp$/ }).waitFor(shown);
    await page.getByRole('link', { name: /^Thu,? 11 Jun.*00:00: 1 WhatsApp$/ }).waitFor(shown);
    await page.getByRole('link', { name: nine }).click();
    await page.waitForURL(browser.at(listOfNine), shown);
    await page.locator('tbody tr').nth(2).waitFor(shown);
    expect((await reasons(page)).sort()).toEqual([hostile, 'delivery_note', 'order_suggestion']);
    expect(await page.title()).not.toBe('hit');
  });

  it('is counted again when one comes back', async () => {
    const { page } = await browser.open('scheduled?at=2099-06-10');
    await page.getByText('5 wait for their time').waitFor(shown);
    await page.getByRole('link', { name: 'Recurring', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Recurring', level: 1 }).waitFor(shown);
    await page.goBack();
    await page.getByText('5 wait for their time').waitFor(shown);
  });

  it('is not what was due on the day and waits for something else', async () => {
    await actor.yom({ name: 'mail-paused', channel: 'EMAIL', isActive: false });
    const { id } = await actor.create({ channel: 'EMAIL', scheduledAt: '2026-03-02T15:00:00Z' });
    expect((await actor.until(id, ({ waitingFor }) => waitingFor !== null)).status).toBe('READY');
    const { page } = await browser.open('scheduled?view=day&at=2026-03-02');
    await page.getByRole('heading', { name: 'Nothing waits for this day' }).waitFor(shown);
  });

  it('is gone through by keys alone', async () => {
    const { page } = await browser.open('scheduled?at=2099-06-10');
    await page.getByRole('link', { name: nine }).waitFor(shown);
    const isInGrid = () => page.evaluate('document.activeElement?.hasAttribute("data-place") ?? false');
    for (let presses = 0; presses < 60 && !(await isInGrid()); presses += 1) await page.keyboard.press('Tab');
    for (let hour = 0; hour < 9; hour += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at(listOfNine), shown);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('heading', { name: 'Scheduled' }).waitFor(shown);
    await page.goto(browser.at('scheduled?at=2099-06-10'));
    await page.getByRole('link', { name: nine }).waitFor(shown);
    await page.keyboard.press('PageDown');
    await page.waitForURL(browser.at('scheduled?at=2099-06-17'), shown);
    await page
      .locator('td a')
      .first()
      .waitFor({ ...shown, state: 'detached' });
  });

  it('is counted by the days of a month, of which each leads to its list', async () => {
    const { page } = await browser.open('scheduled?at=2099-06-10');
    await page.getByRole('button', { name: 'Month' }).click();
    await page.waitForURL(browser.at('scheduled?at=2099-06-10&view=month'), shown);
    await page.getByRole('link', { name: /^Wed,? 10 Jun.*: 4 WhatsApp 3 SMS 1$/ }).waitFor(shown);
    await page.getByRole('link', { name: /^Wed,? 10 Jun 2099$/ }).click();
    await page.waitForURL(browser.at('scheduled?view=day&at=2099-06-10'), shown);
    await page.locator('tbody tr').nth(3).waitFor(shown);
    expect(await reasons(page)).toEqual(['late_reminder', 'delivery_note', hostile, 'order_suggestion']);
  });

  it('is that of one channel, where its address says so', async () => {
    const { page } = await browser.open('scheduled?at=2099-06-10');
    await page.getByRole('combobox', { name: 'Channel' }).selectOption('SMS');
    await page.waitForURL(browser.at('scheduled?at=2099-06-10&channel=SMS'), shown);
    await page.getByText('1 waits for its time').waitFor(shown);
    await page.getByRole('link', { name: /09:00: 1 SMS$/ }).waitFor(shown);
  });

  it('is put off, sent now and canceled from the list of a day', async () => {
    const create = async (reason: string) => (await actor.create({ reason, scheduledAt: '2099-09-01T15:00:00Z' })).id;
    const [putOff, sent, canceled] = [await create('to_put_off'), await create('to_send'), await create('to_cancel')];
    const { page } = await browser.open('scheduled?view=day&at=2099-09-01');
    const isGone = (reason: string) =>
      page.getByRole('link', { name: reason }).waitFor({ ...shown, state: 'detached' });
    await page.getByRole('button', { name: 'Put off…: to_put_off' }).click();
    await page.getByLabel('When, in America/Bogota').fill('2099-09-02T08:00');
    await page.getByRole('dialog').getByRole('button', { name: 'Put off' }).click();
    await isGone('to_put_off');
    await page.getByRole('button', { name: 'Send now: to_send' }).click();
    await isGone('to_send');
    await page.getByRole('button', { name: 'Cancel: to_cancel' }).click();
    await page.getByRole('dialog', { name: 'Cancel “to_cancel”?' }).getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Nothing waits for this day' }).waitFor(shown);
    expect((await actor.get(canceled)).status).toBe('CANCELED');
    expect((await actor.get(putOff)).scheduledAt).toBe('2099-09-02T13:00:00.000Z');
    await actor.untilStatus(sent, 'DISPATCHED');
  });

  it('shows what the key may not do, with the permission that it needs', async () => {
    const view = await actor.tenant.key('VIEW_ACTIVITIES');
    const { page } = await browser.open('scheduled?view=day&at=2099-06-10', {}, view);
    for (const [name, permission] of [
      ['Put off…: delivery_note', 'CREATE_ACTIVITY'],
      ['Send now: delivery_note', 'DISPATCH_ACTIVITY'],
      ['Cancel: delivery_note', 'CANCEL_ACTIVITY'],
    ] as const) {
      const button = page.getByRole('button', { name });
      await button.waitFor(shown);
      expect([await button.isDisabled(), await button.getAttribute('title')]).toEqual([
        ...[true, `Needs the permission ${permission}`],
      ]);
    }
  });

  it('says why a key that sees a part only cannot see the counts', async () => {
    const made = await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'bound', permissions: ['VIEW_ACTIVITIES'], channels: ['SMS'] },
    });
    const { page } = await browser.open('scheduled?at=2099-06-10', {}, made.body.plaintextKey);
    await page.getByRole('alert').getByText('FORBIDDEN').waitFor(shown);
  });

  it('is of its own tenant alone', async () => {
    const other = await scenario.tenant();
    const look = { of: await codeOf(other) };
    const { page } = await browser.open(
      'scheduled?view=day&at=2099-06-10',
      look,
      await other.tenant.key('VIEW_ACTIVITIES'),
    );
    await page.getByRole('heading', { name: 'Nothing waits for this day' }).waitFor(shown);
  });

  it('says that scheduled sending is switched off', async () => {
    const { databaseUrl } = scenario.api.settings;
    shownBy = await Scenario.start(0, { databaseUrl, enableScheduledActions: false });
    const { page } = await browser.open('scheduled');
    await page.getByText('Scheduled sending is switched off').waitFor(shown);
    await page.context().close();
    await shownBy.close();
  });
});
