import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { WebhookEndpoint } from '../webhooks/endpoint';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let usual: { code: string; key: string };
/** Whose console is opened. */
let who: { code: string; key: string };
/** Took one event, and gave up another. */
let told: WebhookEndpoint;
const endpoints: WebhookEndpoint[] = [];

/** What an endpoint may answer; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'"> no';

async function endpoint(...events: string[]): Promise<WebhookEndpoint> {
  const made = await WebhookEndpoint.make(actor, ...events);
  endpoints.push(made);
  return made;
}

interface DeliveryBody {
  id: string;
  status: string;
}

async function deliveries(of: WebhookEndpoint): Promise<DeliveryBody[]> {
  return (await actor.request<{ data: DeliveryBody[] }>('GET', `/api/webhooks/${of.id}/deliveries`)).body.data;
}

/** Has an event of the webhook given up: its endpoint says that it is gone, and is resumed. */
async function giveUp(of: WebhookEndpoint, reason: string): Promise<void> {
  of.sink.answerNext({ status: 410, body: hostile });
  await actor.create({ reason });
  await eventually(
    () => deliveries(of),
    ([newest]) => newest?.status === 'FAILED',
  );
  await actor.request('PATCH', `/api/webhooks/${of.id}`, { body: { isActive: true } });
}

beforeAll(async () => {
  scenario = await Scenario.start();
  actor = await scenario.tenant();
  told = await endpoint('activity.created');
  await actor.create({ reason: 'told_first' });
  await told.sink.waitForRequests(1);
  await giveUp(told, 'given_up');
  const key = await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG');
  usual = { code: await codeOf(actor), key };
});
beforeEach(() => (who = usual));
afterAll(async () => {
  for (const { sink } of endpoints) await sink.close();
  await scenario.close();
});

const browser = new ConsoleBrowser(
  () => scenario,
  () => who,
);
const rows = (page: Page) => page.locator('tbody tr');
const dialog = (page: Page, name?: string | RegExp) => page.getByRole('dialog', name === undefined ? {} : { name });

describeInBrowser('webhooks', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'webhooks', path: () => 'webhooks', sign: 'tbody a' },
    { name: 'a webhook', path: () => `webhooks/${told.id}`, sign: 'tbody a' },
    {
      name: 'a delivery',
      path: () => `webhooks/${told.id}?status=FAILED`,
      sign: 'tbody a',
      prepare: async (page) => {
        await page.locator('tbody a').first().press('Enter');
        await page.locator('[role=dialog] pre').first().waitFor(shown);
      },
    },
    { name: 'no delivery', path: () => `webhooks/${told.id}?eventType=contact.blocked`, sign: 'section section h2' },
    { name: 'a new webhook', path: () => 'webhooks/new', sign: 'form' },
  ]);

  it('is made by keys alone, and shows its secret once', async () => {
    const { page } = await browser.open('webhooks');
    await page.getByRole('button', { name: 'New webhook' }).press('Enter');
    const url = `${told.sink.url}/by-keys`;
    await page.getByLabel('URL').focus();
    await page.keyboard.type(url);
    await page.getByRole('checkbox', { name: 'An activity was created' }).press('Space');
    await page.getByLabel('URL').press('Enter');
    const shownOnce = dialog(page, 'The secret of this webhook');
    await shownOnce.waitFor(shown);
    const secret = (await shownOnce.locator('code').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await page.keyboard.press('Escape');
    expect(await shownOnce.getByRole('button', { name: 'Close' }).isDisabled()).toBe(true);
    await shownOnce.getByRole('button', { name: 'Copy' }).press('Enter');
    await page.getByText('Copied').first().waitFor(shown);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secret);
    await shownOnce.getByRole('checkbox', { name: 'I have stored it' }).press('Space');
    await shownOnce.getByRole('button', { name: 'Close' }).press('Enter');
    await page.getByRole('heading', { name: url }).waitFor(shown);
    expect(await page.content()).not.toContain(secret);
    await page.reload();
    await page.getByRole('heading', { name: 'No deliveries yet' }).waitFor(shown);
    expect(await page.content()).not.toContain(secret);
    const id = page.url().split('/').pop() ?? '';
    expect((await actor.request('GET', `/api/webhooks/${id}`)).body).toMatchObject({
      ...{ url, isActive: true },
      events: expect.arrayContaining(['activity.created', 'activity.completed', 'activity.failed']) as string[],
    });
    await actor.request('DELETE', `/api/webhooks/${id}`);
  });

  it('is refused at its field', async () => {
    const { page } = await browser.open('webhooks/new');
    await page.getByLabel('URL').fill('http://10.0.0.1/events');
    await page.getByRole('button', { name: 'Create webhook' }).click();
    await page.locator('[aria-invalid=true]').waitFor(shown);
    expect(await page.getByLabel('URL').getAttribute('aria-invalid')).toBe('true');
  });

  it('leads from how many were given up to them, with body, headers and answer', async () => {
    const { page, complaints } = await browser.open('webhooks');
    const row = rows(page).filter({ hasText: told.sink.url });
    await row.getByRole('link', { name: '1', exact: true }).click(shown);
    await page.waitForURL(browser.at(`webhooks/${told.id}?status=FAILED`), shown);
    await rows(page).first().waitFor(shown);
    expect(await rows(page).count()).toBe(1);
    await rows(page).getByRole('link', { name: 'activity.created' }).click();
    const open = dialog(page, 'An activity was created');
    await open.getByText('"reason": "given_up"').waitFor(shown);
    await open.getByText('Headers').click();
    await open.getByText('webhook-signature: •••').waitFor(shown);
    await open.getByText(hostile).waitFor(shown);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
    const other = await browser.open(page.url().split(`/${usual.code}/`)[1] ?? '');
    await dialog(other.page).getByText('"reason": "given_up"').waitFor(shown);
  });

  it('sends one again', async () => {
    const own = await endpoint('activity.created');
    await giveUp(own, 'one_again');
    const { page } = await browser.open(`webhooks/${own.id}`);
    await rows(page).getByRole('link', { name: 'activity.created' }).click(shown);
    await dialog(page).getByRole('button', { name: 'Send again' }).click(shown);
    await own.sink.waitForRequests(2);
    await dialog(page).getByText('Delivered', { exact: true }).first().waitFor(shown);
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await rows(page).getByText('Delivered').waitFor(shown);
  });

  it('sends again what was given up and matches, once it was counted', async () => {
    const own = await endpoint('activity.created');
    await giveUp(own, 'many_again');
    await giveUp(own, 'many_again_too');
    const { page } = await browser.open(`webhooks/${own.id}`);
    await page.getByRole('button', { name: 'Send again what was given up' }).click(shown);
    await dialog(page)
      .getByLabel(/^Occurred from/)
      .fill('2999-01-01T00:00');
    await dialog(page).getByRole('button', { name: 'Count' }).click();
    await dialog(page).getByText('0 deliveries were given up').waitFor(shown);
    await dialog(page)
      .getByLabel(/^Occurred from/)
      .fill('2026-01-01T00:00');
    await dialog(page).getByLabel('Event').selectOption('activity.created');
    await dialog(page).getByRole('button', { name: 'Count' }).click();
    await dialog(page).getByText('2 deliveries were given up and would be sent again.').waitFor(shown);
    expect(own.sink.requests.length).toBe(2);
    await dialog(page).getByRole('button', { name: 'Send 2 deliveries again' }).click();
    await page.getByText('2 deliveries are sent again.').waitFor(shown);
    await own.sink.waitForRequests(4);
    await eventually(
      () => deliveries(own),
      (all) => all.every(({ status }) => status === 'DELIVERED'),
    );
  });

  it('is tested, paused and resumed by undoing', async () => {
    const own = await endpoint('activity.created');
    const { page } = await browser.open(`webhooks/${own.id}`);
    await page.getByRole('button', { name: 'Send a test' }).click(shown);
    await page.getByText(/The endpoint took it: HTTP 204 after/).waitFor(shown);
    own.sink.answerNext({ status: 500 });
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/The endpoint did not take it: HTTP 500/).waitFor(shown);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByText('nothing new is kept for it, and what is pending waits').waitFor(shown);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is active again.').waitFor(shown);
    const { body } = await actor.request<{ isActive: boolean }>('GET', `/api/webhooks/${own.id}`);
    expect(body.isActive).toBe(true);
  });

  it('is changed, given another secret and deleted', async () => {
    const own = await endpoint('activity.created');
    const { page } = await browser.open(`webhooks/${own.id}`);
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'More' }).click(shown);
      await page.getByRole('menuitem', { name }).click();
    };
    await choose('Edit');
    await dialog(page).getByLabel('URL').fill(`${own.sink.url}/changed`);
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: `${own.sink.url}/changed` }).waitFor(shown);
    await choose('New secret');
    await dialog(page).getByRole('button', { name: 'Make a new secret' }).click();
    const secret = await dialog(page, 'The secret of this webhook').locator('code').textContent(shown);
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(own.secret);
    await dialog(page).getByRole('checkbox').check();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await choose('Delete');
    await dialog(page, `Delete the webhook ${own.sink.url}/changed?`).getByRole('button', { name: 'Delete' }).click();
    await page.waitForURL(browser.at('webhooks'), shown);
    expect((await actor.request('GET', `/api/webhooks/${own.id}`)).status).toBe(404);
  });

  it('says what the key may not do, and shows the rest', async () => {
    who = { ...usual, key: await actor.tenant.key('VIEW_ACTIVITIES') };
    const { page } = await browser.open(`webhooks/${told.id}`);
    await rows(page).first().waitFor(shown);
    for (const name of ['Send a test', 'Pause', 'Send again what was given up…']) {
      const button = page.getByRole('button', { name, exact: true });
      expect([name, await button.getAttribute('title')]).toEqual([name, 'Needs the permission MANAGE_ACTIVITY_CONFIG']);
    }
  });

  it('shows nothing of another tenant, and what to do where there is none', async () => {
    const other = await scenario.tenant();
    who = { code: await codeOf(other), key: await other.tenant.key('MANAGE_ACTIVITY_CONFIG') };
    const { page } = await browser.open(`webhooks/${told.id}`);
    await page.getByText('or it belongs to another tenant').waitFor(shown);
    const list = await browser.open('webhooks');
    await list.page.getByRole('heading', { name: 'No webhooks yet' }).waitFor(shown);
    await list.page.getByRole('button', { name: 'New webhook' }).click();
    await list.page.getByRole('heading', { name: 'New webhook' }).waitFor(shown);
  });
});
