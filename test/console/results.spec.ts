import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let usual: { code: string; key: string };
/** Whose console is opened. */
let who: { code: string; key: string };
let completed: string;

/** What a field system may report; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'"> closed today';

/** An activity that awaits its result. */
async function dispatched(reason: string): Promise<string> {
  const { id } = await actor.create({ reason });
  await actor.untilStatus(id, 'DISPATCHED');
  return id;
}

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  await actor.yom();
  const type = { code: 'COME_BACK', label: 'Come back later', requiresFutureScheduledAt: true };
  expect((await actor.request('POST', '/api/activity-config/result-types', { body: type })).status).toBe(201);
  completed = await dispatched('was_completed');
  const taskResult = { comment: hostile, operatorExternalId: 'OP-1' };
  expect((await actor.result({ activityId: completed, rawPayload: { seen: 'yes' }, taskResult })).status).toBe(201);
  const failed = await dispatched('was_not_executed');
  await actor.result({ activityId: failed, status: 'NOT_EXECUTED' });
  await actor.result({ commerceExternalId: 'STORE-1', status: 'TRANSFERRED' });
  const key = await actor.tenant.key('VIEW_ACTIVITIES', 'SUBMIT_ACTIVITY_RESULT');
  usual = { code: await codeOf(actor), key };
});
beforeEach(() => (who = usual));
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => who,
);
const rows = (page: Page) => page.locator('tbody tr');
const dialog = (page: Page) => page.getByRole('dialog');

interface ResultBody {
  id: string;
  status: string;
  state: string;
  occurredAt: string;
  taskResult: Record<string, unknown>;
}

/** The results of an activity, newest first. */
async function resultsOf(activityId: string): Promise<ResultBody[]> {
  const path = `/api/activity-results?activityId=${activityId}`;
  return (await actor.request<{ data: ResultBody[] }>('GET', path)).body.data;
}

describeInBrowser('results', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'results', path: () => 'results', sign: 'tbody a' },
    {
      name: 'a result',
      path: () => 'results?status=COMPLETED',
      sign: 'tbody a',
      prepare: async (page) => {
        await page.locator('tbody a').first().press('Enter');
        await dialog(page).locator('dl').waitFor(shown);
      },
    },
    { name: 'no result', path: () => 'results?status=PENDING', sign: 'h2' },
    { name: 'choosing an activity', path: () => 'results/new', sign: 'input[role=combobox]' },
    {
      name: 'an overridden result',
      path: () => `results/new?activityId=${completed}`,
      sign: 'form',
      prepare: async (page) => {
        await page.locator('form select').first().selectOption('NOT_EXECUTED');
        await page.locator('form button[type=submit]').click();
        await dialog(page).locator('table').waitFor(shown);
      },
    },
  ]);

  it('are narrowed by the server, and open at their address', async () => {
    const { page, complaints } = await browser.open('results');
    await rows(page).nth(2).waitFor(shown);
    expect(await rows(page).count()).toBe(3);
    await page.getByRole('button', { name: 'Not executed' }).click();
    await rows(page)
      .nth(1)
      .waitFor({ ...shown, state: 'detached' });
    expect(page.url()).toBe(browser.at('results?status=NOT_EXECUTED'));
    await page.getByRole('combobox', { name: 'Of what' }).selectOption('STANDALONE');
    await page.getByRole('heading', { name: 'No result matches these filters.' }).waitFor(shown);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('searchbox').fill('STORE-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at('results?commerceExternalId=STORE-1'), shown);
    await rows(page).getByText('Corner Store').first().waitFor(shown);
    await rows(page).filter({ hasText: 'Completed' }).getByRole('link').first().click();
    await dialog(page).getByText(hostile).waitFor(shown);
    await dialog(page).getByText('As it was sent').click();
    await dialog(page).locator('pre').getByText('"seen": "yes"').waitFor(shown);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('of which new ones wait behind a button', async () => {
    const { page } = await browser.open('results?status=PENDING');
    await page.getByRole('heading', { name: 'No result matches these filters.' }).waitFor(shown);
    const id = await dispatched('pending_first');
    await actor.result({ activityId: id, status: 'PENDING' });
    await page.getByRole('button', { name: '1 new' }).click(shown);
    await rows(page).first().waitFor(shown);
  });

  it('is entered by keys alone, for an activity that awaits it', async () => {
    const id = await dispatched('await_by_keys');
    const { page } = await browser.open(`activities/${id}`);
    await page.getByRole('button', { name: 'Enter a result' }).press('Enter');
    await page.waitForURL(browser.at(`results/new?activityId=${id}`), shown);
    await page.getByLabel('Result', { exact: true }).focus();
    await page.keyboard.type('Not');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.getByLabel('Comment optional').focus();
    await page.keyboard.type('nobody there');
    await page.getByRole('button', { name: 'Enter result' }).press('Enter');
    await page.getByRole('alert').getByText('It failed after 1 attempt').waitFor(shown);
    expect((await actor.get(id)).status).toBe('FAILED');
    expect(await resultsOf(id)).toMatchObject([
      { status: 'NOT_EXECUTED', state: 'APPLIED', taskResult: { comment: 'nobody there' } },
    ]);
  });

  it('is entered for one that is found by its reason, with what its type asks for', async () => {
    const id = await dispatched('find_me');
    const { page } = await browser.open('results');
    await page.getByRole('button', { name: 'Enter a result' }).click();
    await page.getByRole('combobox', { name: 'Activity' }).fill('find_me');
    await page.getByRole('option', { name: 'find_me · Corner Store' }).click(shown);
    await page.waitForURL(browser.at(`results/new?activityId=${id}`), shown);
    await page.getByLabel('Result', { exact: true }).selectOption('COMPLETED');
    await page.getByLabel('Type').selectOption('COME_BACK');
    const future = page.getByLabel(/^To go on at/);
    await page.getByRole('button', { name: 'Enter result' }).click();
    expect(await future.evaluate((input: { matches(what: string): boolean }) => input.matches(':invalid'))).toBe(true);
    await future.fill('2030-01-31T09:30');
    await page.getByRole('combobox', { name: 'Operator' }).fill('olga');
    await page.getByRole('option', { name: 'Olga OP-1' }).click(shown);
    await page.getByLabel(/^Occurred/).fill('2026-01-02T10:00');
    await page.getByRole('button', { name: 'Enter result' }).click();
    await page.getByRole('heading', { name: 'find_me' }).waitFor(shown);
    expect(await resultsOf(id)).toMatchObject([
      {
        ...{ status: 'COMPLETED', occurredAt: '2026-01-02T10:00:00.000Z' },
        taskResult: { result: 'COME_BACK', operatorExternalId: 'OP-1', futureScheduledAt: '2030-01-31T09:30:00.000Z' },
      },
    ]);
  });

  it('replaces another, once both outcomes were seen side by side', async () => {
    const id = await dispatched('to_replace');
    await actor.result({ activityId: id, taskResult: { comment: 'done at noon' } });
    const { page } = await browser.open(`activities/${id}`);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Replace its outcome' }).click();
    await page.getByText('This activity has its outcome already.').waitFor(shown);
    await page.getByLabel('Result', { exact: true }).selectOption('NOT_EXECUTED');
    await page.getByLabel('Comment optional').fill('it was not');
    await page.getByRole('button', { name: 'Replace result' }).click();
    const asked = page.getByRole('dialog', { name: 'Replace the outcome of “to_replace”?' });
    await asked.waitFor(shown);
    const compared = await asked.getByRole('row').allTextContents();
    expect(compared.slice(0, 4)).toEqual([
      ...['Counts nowCounts then', 'ActivityCompletedFailed', 'ResultCompletedNot executed'],
      'Type——',
    ]);
    expect(compared).toContain('Commentdone at noonit was not');
    expect((await resultsOf(id)).length).toBe(1);
    await asked.getByRole('button', { name: 'Replace result' }).click();
    // By the whole name: the dialog's heading contains it.
    await page.getByRole('heading', { name: 'to_replace', exact: true }).waitFor(shown);
    expect((await actor.get(id)).status).toBe('FAILED');
    expect((await resultsOf(id)).map(({ status, state }) => [status, state])).toEqual([
      ['NOT_EXECUTED', 'APPLIED'],
      ['COMPLETED', 'REPLACED'],
    ]);
  });

  it('is refused with the reason, and keeps what was typed', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const { id } = await actor.create({ reason: 'not_sent', scheduledAt: tomorrow });
    const { page } = await browser.open(`results/new?activityId=${id}`);
    await page.getByText('This activity was not sent yet.').waitFor(shown);
    await page.getByLabel('Result', { exact: true }).selectOption('COMPLETED');
    await page.getByLabel('Comment optional').fill('too early');
    await page.getByRole('button', { name: 'Enter result' }).click();
    await page.getByText('NOT_DISPATCHED').waitFor(shown);
    expect(await page.getByLabel('Comment optional').inputValue()).toBe('too early');
  });

  it('says what the key may not do', async () => {
    who = { ...usual, key: await actor.tenant.key('VIEW_ACTIVITIES') };
    const { page } = await browser.open('results');
    const enter = page.getByRole('button', { name: 'Enter a result' });
    await enter.waitFor(shown);
    expect(await enter.getAttribute('title')).toBe('Needs the permission SUBMIT_ACTIVITY_RESULT');
    who = { ...usual, key: await actor.tenant.key('MANAGE_RULES') };
    const other = await browser.open('results');
    await other.page.getByText('Your key lacks the permission VIEW_ACTIVITIES.').waitFor(shown);
    expect(await other.page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  it('finds nothing of another tenant', async () => {
    const other = await scenario.tenant();
    who = { code: await codeOf(other), key: await other.tenant.key('VIEW_ACTIVITIES') };
    const { page } = await browser.open(`results/new?activityId=${completed}`);
    await page.getByText('or it belongs to another tenant').waitFor(shown);
    const [result] = await resultsOf(completed);
    const list = await browser.open(`results?row=${result?.id}`);
    await dialog(list.page).getByText('or it belongs to another tenant').waitFor(shown);
    await list.page.keyboard.press('Escape');
    await list.page.getByRole('heading', { name: 'No results yet' }).waitFor(shown);
  });
});
