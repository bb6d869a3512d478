import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { type Counter, startCounter } from '../support/statistics';

jest.setTimeout(120_000);

let scenario: Scenario;
let counter: Counter;
let actor: Actor;
let code: string;
let key: string;
let sms: string;

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

/** Until an account of this tenant is known to be down. */
const untilDown = (of: Actor) =>
  eventually(
    async () => (await of.request<{ data: { state: string }[] }>('GET', '/api/dispatch-configs/health')).body.data,
    (accounts) => accounts.some(({ state }) => state === 'DOWN'),
  );

/** A tenant of which something waits, was sent, failed, lacks its target; and whose SMS account is down. */
beforeAll(async () => {
  const settings = { breakerFailureThreshold: 3, breakerProbeBaseMs: 600_000, breakerProbeMaxMs: 600_000 };
  scenario = await Scenario.start(0);
  counter = await startCounter(scenario.api.settings.databaseUrl, settings);
  actor = await scenario.tenant();
  await actor.yom({ name: 'whatsapp-main', settings: { failFast: true } });
  sms = await actor.yom({ name: 'sms-main', channel: 'SMS', retry: { maxAttempts: 9, baseDelayMs: 1, maxDelayMs: 1 } });
  code = await codeOf(actor);
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG');
  for (const reason of ['order_suggestion', 'promo_november', 'promo_november']) {
    await actor.untilStatus((await actor.create({ reason })).id, 'DISPATCHED');
  }
  scenario.sink.answerNext({ status: 400, body: { error: 'not a valid number' } });
  await actor.untilStatus((await actor.create({ reason: 'payment_reminder' })).id, 'FAILED');
  await actor.create({ reason: 'collection_visit', scheduledAt: tomorrow });
  await actor.untilStatus(
    (await actor.create({ reason: 'needs_a_value', attributeKeys: ['weather'] })).id,
    'UNRESOLVED',
  );
  for (let failures = 0; failures < 3; failures += 1) scenario.sink.answerNext({ status: 500 });
  await actor.create({ reason: 'delivery_note', channel: 'SMS' });
  await untilDown(actor);
  await counter.count();
});
afterAll(async () => {
  await counter.dispatcher.close();
  await scenario.close();
});

describeInBrowser('the overview', () => {
  const browser = new ConsoleBrowser(
    () => scenario,
    () => ({ code, key }),
  );
  browser.useBrowser();
  browser.seesWell([{ name: 'overview', path: () => 'overview', sign: 'canvas' }]);

  it('names first the account that is down, and leads to what it holds', async () => {
    const { page } = await browser.open('overview');
    await page
      .getByRole('region', { name: 'Needs you' })
      .getByText(/sms-main is down since .*: 1 waits\./)
      .waitFor(shown);
    await page.getByText('1 unresolved: An attribute has no value (1)').waitFor(shown);
    await page.getByRole('link', { name: /^Open: sms-main is down/ }).click();
    await page.waitForURL(browser.at(`configs/${sms}`), shown);
  });

  it('counts what is open, and each number leads to what it counts', async () => {
    const { page } = await browser.open('overview');
    await page.getByRole('link', { name: 'Waiting: 2' }).waitFor(shown);
    await page.getByRole('link', { name: 'Sent, 24 hours: 3' }).waitFor(shown);
    await page.getByRole('link', { name: 'Awaiting result: 3' }).click();
    await page.waitForURL(browser.at('activities?status=DISPATCHED&range=all'), shown);
    await page.locator('tbody tr').nth(2).waitFor(shown);
    expect(await page.locator('tbody tr').count()).toBe(3);
  });

  it('says what the range before had, without alarm where that was nothing', async () => {
    const { page } = await browser.open('overview');
    const failed = page.locator('dl > div').filter({ hasText: 'Failed, 24 hours' });
    await failed.getByText('0 in the 24 h before', { exact: true }).waitFor(shown);
    expect(await failed.getByText('▲').count()).toBe(0);
  });

  it('tells why attempts failed, and of how many activities that is the last error, whatever their status', async () => {
    const { page } = await browser.open('overview');
    const why = page.getByRole('region', { name: 'Why attempts fail' }).first();
    await why.getByRole('row', { name: /Refused by the provider whatsapp-main 1 1/ }).waitFor(shown);
    // Three attempts of one that waits: the number of attempts leads nowhere, that of activities to its list.
    const row = why.getByRole('row', { name: /sms-main 3 1/ });
    await row.getByRole('link').click();
    await page.waitForURL(
      browser.at(`activities?range=24h&errorCode=PROVIDER_REJECTED&dispatchConfigId=${sms}`),
      shown,
    );
    await page.getByRole('link', { name: 'delivery_note' }).waitFor(shown);
    expect(await page.locator('tbody tr').count()).toBe(1);
  });

  it('warns whoever redrives of an account that is down now', async () => {
    const other = await scenario.tenant();
    const retry = { maxAttempts: 9, baseDelayMs: 1, maxDelayMs: 1 };
    await other.yom({ name: 'sms-main', channel: 'SMS', settings: { failFast: true }, retry });
    scenario.sink.answerNext({ status: 400, body: { error: 'not a valid number' } });
    await other.untilStatus((await other.create({ channel: 'SMS' })).id, 'FAILED');
    for (let failures = 0; failures < 3; failures += 1) scenario.sink.answerNext({ status: 500 });
    await other.create({ channel: 'SMS' });
    await untilDown(other);
    const mayRedrive = await other.tenant.key('VIEW_ACTIVITIES', 'REDRIVE_ACTIVITY');
    const { page } = await browser.open('activities/redrive', { of: await codeOf(other) }, mayRedrive);
    await page
      .getByText('SMS goes by sms-main, which is down now: what is sent waits until it answers.')
      .waitFor(shown);
    await page.getByText('Rather spread them over time, such as 20 a second').waitFor(shown);
    await page.getByRole('radio', { name: 'Spread over time' }).check();
    expect(await page.getByText('Rather spread').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Redrive 1' }).isEnabled()).toBe(true);
  });

  it('shows the chart as a table too, by keys alone', async () => {
    const { page } = await browser.open('overview?range=1h');
    const summary = page.getByText('Show as table');
    await summary.waitFor(shown);
    await summary.focus();
    await page.keyboard.press('Enter');
    const sum = async (column: number) =>
      (await page.locator(`details tbody td:nth-child(${column})`).allTextContents())
        .map(Number)
        .reduce((one, other) => one + other, 0);
    const columns = await page.locator('details thead th').allTextContents();
    expect(await sum(columns.indexOf('Dispatched') + 1)).toBe(3);
    expect(await sum(columns.indexOf('Failed') + 1)).toBe(1);
  });

  it('goes by the range that its address names', async () => {
    const { page } = await browser.open('overview?range=7d');
    await page.getByRole('heading', { name: 'What became of them, per hour' }).waitFor(shown);
    await page.getByRole('button', { name: 'Last 30 days' }).click();
    await page.waitForURL(browser.at('overview?range=30d'), shown);
    await page.getByRole('heading', { name: 'What became of them, per day' }).waitFor(shown);
    await page.getByText('Show as table').click();
    const { timezone } = (await actor.request<{ timezone: string }>('GET', '/api/tenants/me')).body;
    const today = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: timezone });
    expect(await page.locator('details tbody td:first-child').allTextContents()).toEqual([today]);
  });

  it('says so when nothing needs anybody, and what a new tenant does first', async () => {
    const fresh = await scenario.tenant();
    await fresh.yom();
    const { page } = await browser.open(
      'overview',
      { of: await codeOf(fresh) },
      await fresh.tenant.key('VIEW_ACTIVITIES'),
    );
    await page.getByText('Nothing needs you.').waitFor(shown);
    const steps = page.getByRole('region', { name: 'Get started' });
    await steps.getByText('Connect an account to send by (done)').waitFor(shown);
    await steps.getByRole('link', { name: 'Create the first activity' }).waitFor(shown);
  });

  it('tells on every screen that the tenant is paused', async () => {
    const other = await scenario.tenant();
    await scenario.api.request('PATCH', `/api/tenants/${other.tenant.id}`, { body: { status: 'PAUSED' } });
    const otherKey = await other.tenant.key('VIEW_ACTIVITIES');
    for (const screen of ['overview', 'activities']) {
      const { page } = await browser.open(screen, { of: await codeOf(other) }, otherKey);
      await page.getByText('The tenant is paused: nothing is sent, and nothing is lost.').waitFor(shown);
    }
  });
});
