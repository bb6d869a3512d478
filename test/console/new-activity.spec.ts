import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, hasFocus, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let usual: { code: string; key: string };
/** Whose console is opened. */
let who: { code: string; key: string };

/** What a store may be called; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'"> Store';

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  await actor.yom({ name: 'whatsapp-main' });
  await actor.yom({ name: 'field-app', channel: 'SALESMAN' });
  for (const attribute of ['discount', 'balance']) {
    const body = { key: attribute, label: attribute === 'balance' ? 'Open balance' : attribute };
    expect((await actor.request('POST', '/api/activity-config/attribute-keys', { body })).status).toBe(201);
  }
  const store = { externalId: 'STORE-2', name: hostile };
  expect((await actor.request('POST', '/api/commerces', { body: store })).status).toBe(201);
  const key = await actor.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY', 'MANAGE_ACTIVITY_CONFIG');
  usual = { code: await codeOf(actor), key };
});
beforeEach(() => (who = usual));
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => who,
);
const field = (page: Page, name: string) => page.getByLabel(name);
const create = (page: Page) => page.getByRole('button', { name: 'Create', exact: true });

/** Chooses what is found by a text, and has it. */
async function pick(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name }).fill(text);
  const has = new RegExp(text, 'i');
  await page.getByRole('option').filter({ hasText: has }).first().click(shown);
}

/** Chooses the store by what is typed of it. */
async function pickStore(page: Page, text = 'corner'): Promise<void> {
  await pick(page, 'Store', text);
}

/** The request of the page that makes an activity. */
const made = (page: Page) =>
  page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/activities'), shown);

describeInBrowser('a new activity', () => {
  browser.useBrowser();
  browser.seesWell([
    {
      name: 'new activity',
      path: () => 'activities/new',
      sign: 'form',
      prepare: async (page) => {
        await page.locator('select').nth(1).selectOption('WHATSAPP');
        await page.locator('pre').nth(1).waitFor(shown);
      },
    },
    {
      name: 'choosing a store',
      path: () => 'activities/new',
      sign: 'form',
      prepare: async (page) => {
        await page.getByRole('combobox').nth(2).fill('store');
        await page.locator('li[role=option]').first().waitFor(shown);
      },
    },
  ]);

  it('is made by keys alone, from the list on', async () => {
    const { page } = await browser.open('activities');
    await page.getByRole('button', { name: 'New activity' }).press('Enter');
    await page.getByRole('heading', { name: 'New activity' }).waitFor(shown);
    await field(page, 'Type').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('WhatsApp');
    await page.getByText('It is sent by whatsapp-main, the first account of this channel.').waitFor(shown);
    const store = page.getByRole('combobox', { name: 'Store' });
    await store.focus();
    await page.keyboard.type('STORE-1');
    const found = page.locator('[role=listbox][aria-busy=false]');
    await found.getByRole('option', { name: 'Corner Store STORE-1', selected: true }).waitFor(shown);
    await page.keyboard.press('Enter');
    expect(await store.inputValue()).toBe('Corner Store');
    await page.keyboard.press('Tab');
    await page.keyboard.type('by_keys');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'by_keys' }).waitFor(shown);
    const id = page.url().split('/').pop() ?? '';
    expect(await actor.untilStatus(id, 'DISPATCHED')).toMatchObject({ reason: 'by_keys', channel: 'WHATSAPP' });
    await page.getByText('took it, and its result is awaited').waitFor(shown);
  });

  it('is one, however often one presses', async () => {
    const { page } = await browser.open('activities/new');
    await field(page, 'Channel').selectOption('WHATSAPP');
    await pickStore(page);
    await field(page, 'Reason').fill('pressed_twice');
    // The answer to the first is lost, so that one presses again.
    await page.route('**/api/activities', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await create(page).click();
    await page.getByText('The api does not answer.').waitFor(shown);
    await page.unroute('**/api/activities');
    await create(page).click();
    await page.getByRole('heading', { name: 'pressed_twice' }).waitFor(shown);
    expect(await actor.count('reason=pressed_twice')).toBe(1);
  });

  it('carries what was filled in', async () => {
    const { page } = await browser.open('activities/new');
    await field(page, 'Type').selectOption('TASK');
    await field(page, 'Channel').selectOption('SALESMAN');
    await pickStore(page);
    for (const [name, text] of [
      ['Route', 'north'],
      ['Operator', 'olga'],
    ] as const) {
      await pick(page, name, text);
    }
    await field(page, 'Reason').fill('filled_in');
    await field(page, 'discount optional').fill('15 %');
    await field(page, 'Open balance · balance').fill('120.5');
    await field(page, 'Further attributes').fill('{"tone": "kind"}');
    await field(page, 'Labels').fill('{"campaign": "spring"}');
    await field(page, 'When').selectOption('at');
    await field(page, 'Time, in').fill('2030-01-31T09:30');
    await field(page, 'Score').fill('7');
    const [request] = await Promise.all([made(page), create(page).click()]);
    expect(request.postDataJSON()).toEqual({
      ...{ type: 'TASK', channel: 'SALESMAN', reason: 'filled_in', score: 7 },
      ...{ commerceId: actor.commerceId, assignedRouteId: actor.routeId, assignedOperatorId: actor.operatorId },
      scheduledAt: '2030-01-31T09:30:00.000Z',
      attributes: [
        { key: 'balance', value: 120.5 },
        { key: 'discount', value: '15 %' },
        { key: 'tone', value: 'kind' },
      ],
      metadata: { campaign: 'spring' },
    });
    await page.getByRole('heading', { name: 'filled_in' }).waitFor(shown);
  });

  it('shows the call that its account would make, and the one that makes it', async () => {
    const { page } = await browser.open('activities/new');
    await field(page, 'Channel').selectOption('WHATSAPP');
    await pickStore(page);
    await field(page, 'Reason').fill("o'clock");
    await field(page, 'discount optional').fill('15 %');
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByText('"discount": "15 %"').first().waitFor(shown);
    await preview.getByText(/POST http:\/\/127\.0\.0\.1/).waitFor(shown);
    await preview.getByText('"reason": "o\'clock"').waitFor(shown);
    await preview.getByText(String.raw`"reason": "o'\''clock"`).waitFor(shown);
    expect(await preview.textContent()).not.toContain('yom-secret-key');
  });

  it('puts what the api refuses to its field, and keeps what was typed', async () => {
    const { page } = await browser.open('activities/new');
    await field(page, 'Channel').selectOption('WHATSAPP');
    await pickStore(page);
    await field(page, 'Reason').fill('refused');
    await field(page, 'Score').fill('2000000000000');
    await create(page).click();
    const score = field(page, 'Score');
    await page.getByText('must not be greater than 1000000000000').first().waitFor(shown);
    expect(await score.getAttribute('aria-invalid')).toBe('true');
    await hasFocus(score);
    expect(await field(page, 'Reason').inputValue()).toBe('refused');
    await field(page, 'Labels').fill('[1]');
    await create(page).click();
    await page.getByText('This is not a JSON object.').waitFor(shown);
  });

  it('copies another, from its menu', async () => {
    const { id } = await actor.create({
      ...{ reason: 'to_copy', score: 3, metadata: { campaign: 'spring' } },
      attributes: [
        { key: 'discount', value: '10 %' },
        { key: 'level', value: 4 },
      ],
    });
    const { page } = await browser.open(`activities/${id}`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Copy to new' }).click();
    await page.waitForURL(browser.at(`activities/new?copyOf=${id}`), shown);
    await page.getByRole('combobox', { name: 'Store' }).waitFor(shown);
    const [request] = await Promise.all([made(page), create(page).click()]);
    expect(request.postDataJSON()).toEqual({
      ...{ type: 'MESSAGE', channel: 'WHATSAPP', reason: 'to_copy', commerceId: actor.commerceId, score: 3 },
      attributes: [
        { key: 'discount', value: '10 %' },
        { key: 'level', value: 4 },
      ],
      metadata: { campaign: 'spring' },
    });
    await page.waitForURL((url) => !url.pathname.includes('new') && !url.pathname.includes(id), shown);
  });

  it('asks which of two equal times is meant, and refuses one that does not exist', async () => {
    const body = { settings: { timezone: 'America/New_York' } };
    expect((await scenario.api.request('PATCH', `/api/tenants/${actor.tenant.id}`, { body })).status).toBe(200);
    const { page } = await browser.open('activities/new');
    await field(page, 'Channel').selectOption('WHATSAPP');
    await pickStore(page);
    await field(page, 'Reason').fill('of_two_times');
    await field(page, 'When').selectOption('at');
    const time = field(page, 'Time, in America/New_York');
    await time.fill('2030-03-10T02:30');
    await page.getByText('These clocks do not show this time on that day.').waitFor(shown);
    await create(page).click();
    expect(await time.evaluate((input: { matches(what: string): boolean }) => input.matches(':invalid'))).toBe(true);
    expect(await actor.count('reason=of_two_times')).toBe(0);
    await time.fill('2030-11-03T01:30');
    await page.getByRole('radio', { name: '2030-11-03T06:30:00.000Z' }).check();
    const [request] = await Promise.all([made(page), create(page).click()]);
    expect(request.postDataJSON()).toMatchObject({ scheduledAt: '2030-11-03T06:30:00.000Z' });
  });

  it('shows names as the text that they are', async () => {
    const { page, complaints } = await browser.open('activities/new');
    await pickStore(page, 'STORE-2');
    expect(await page.getByRole('combobox', { name: 'Store' }).inputValue()).toBe(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('leads to the first account where there is none', async () => {
    const fresh = await scenario.tenant();
    who = { code: await codeOf(fresh), key: await fresh.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY') };
    const { page } = await browser.open('activities/new');
    const link = page.getByRole('link', { name: 'Make the first account' });
    await link.waitFor(shown);
    expect(await link.getAttribute('href')).toBe(`/console/t/${who.code}/configs/new`);
  });

  it('says what the key may not do', async () => {
    const { page } = await browser.open('activities/new', {}, await actor.tenant.key('VIEW_ACTIVITIES'));
    await create(page).waitFor(shown);
    expect(await create(page).getAttribute('title')).toBe('Needs the permission CREATE_ACTIVITY');
    expect(await create(page).isDisabled()).toBe(true);
    await field(page, 'Channel').selectOption('WHATSAPP');
    await page.getByText('Needs the permission MANAGE_ACTIVITY_CONFIG').waitFor(shown);
  });

  it('copies nothing of another tenant', async () => {
    const other = await scenario.tenant();
    await other.yom();
    const { id } = await other.create({ reason: 'not_yours' });
    const { page } = await browser.open(`activities/new?copyOf=${id}`);
    await page.getByText('The activity to copy cannot be read').waitFor(shown);
    expect(await page.locator('form').count()).toBe(0);
  });
});
