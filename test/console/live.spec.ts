import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, openPage, startBrowser } from '../support/browser';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

const shown = { timeout: 30_000 };

let scenario: Scenario;
let actor: Actor;
let code: string;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  code = (await actor.request<{ code: string }>('GET', '/api/tenants/me')).body.code;
});
afterAll(() => scenario.close());

describeInBrowser('the console in several tabs', () => {
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => (browser = await startBrowser()));
  beforeEach(async () => (context = await browser.newContext({ locale: 'en-GB' })));
  afterEach(() => context.close());
  afterAll(() => browser.close());

  const addressOf = (id: string) => `${scenario.api.url}/console/t/${code}/activities/${id}`;

  async function signIn(): Promise<void> {
    const { page } = await openPage(context, scenario.api.url);
    await page.goto(`${scenario.api.url}/console/t/${code}/activities`);
    await page.locator('input[type=password]').fill(await actor.tenant.key('VIEW_ACTIVITIES'));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Live' }).waitFor(shown);
    await page.close();
  }

  /** A tab with an activity, and the requests for it that it has made. */
  async function tabOf(id: string): Promise<{ page: Page; fetched: string[]; complaints: string[] }> {
    const { page, complaints } = await openPage(context, scenario.api.url);
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith(`/api/activities/${id}`)) fetched.push(request.method());
    });
    await page.goto(addressOf(id));
    await page.getByRole('heading', { name: 'followed' }).waitFor(shown);
    return { page, fetched, complaints };
  }

  /** How many streams the api has open, and how many topics they follow. */
  async function open(): Promise<string> {
    const { body } = await scenario.api.request<string>('GET', '/metrics', { key: null });
    const gauge = (name: string) => new RegExp(`^errand_console_${name}\\S* (\\d+)`, 'm').exec(body)?.[1];
    return `${gauge('streams')} of ${gauge('topics')}`;
  }
  const untilOpen = (wanted: string) => eventually(open, (now) => now === wanted, 30_000);

  it('shows in each what has changed, by one stream and without asking for it', async () => {
    await signIn();
    const followed = [await actor.create({ reason: 'followed' }), await actor.create({ reason: 'followed' })];
    const tabs = [];
    for (const { id } of followed) tabs.push(await tabOf(id));
    for (const { page } of tabs) await page.getByRole('button', { name: 'Live' }).waitFor(shown);
    await untilOpen('1 of 2');
    const before = tabs.map(({ fetched }) => fetched.length);
    for (const { id } of followed) await actor.request('PATCH', `/api/activities/${id}/cancel`);
    for (const { page } of tabs) await page.getByText('It was canceled.').first().waitFor(shown);
    expect(tabs.map(({ fetched }) => fetched.length)).toEqual(before);
    // With the tab that has it the stream goes; another opens its own.
    await tabs[0]?.page.close();
    await untilOpen('1 of 1');
    expect(tabs.flatMap(({ complaints }) => complaints)).toEqual([]);
    await tabs[1]?.page.close();
    await untilOpen('0 of 0');
  });

  it('asks for itself where there is no stream for it', async () => {
    await context.route('**/api/console/stream*', (route) => route.fulfill({ status: 503 }));
    await signIn();
    const { id } = await actor.create({ reason: 'followed' });
    const { page } = await tabOf(id);
    await actor.request('PATCH', `/api/activities/${id}/cancel`);
    await page.getByText('It was canceled.').first().waitFor(shown);
  });
});
