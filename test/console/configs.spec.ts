import type { Page } from 'playwright-core';
import { accessibilityFaults, describeInBrowser, type WatchedPage } from '../support/browser';
import { codeOf, ConsoleBrowser, hasFocus, type Look, shown } from '../support/console';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { Sink } from '../support/sink';

jest.setTimeout(120_000);

interface ConfigBody {
  id: string;
  name: string;
  priority: number;
  isActive: boolean;
  baseUrl: string;
  settings: Record<string, unknown>;
  callbackUrl: string | null;
}

/** What a provider may answer; shown as the text that it is. */
const hostile = '<img src=x onerror="document.title=\'hit\'"> no such sender';

let scenario: Scenario;
let broken: Sink;
let actor: Actor;
let key: string;
let viewer: string;
let code: string;
const ids = { main: '', backup: '', sms: '' };

beforeAll(async () => {
  // One probe an hour: what is down stays so while it is looked at.
  const breaker = { breakerFailureThreshold: 2, breakerProbeBaseMs: 1_800_000, breakerProbeMaxMs: 1_800_000 };
  scenario = await Scenario.start(1, breaker);
  Object.assign(scenario.api.settings, { publicUrl: scenario.api.url }); // known once it listens
  broken = await Sink.start();
  broken.answerWith(() => ({ status: 500, body: { error: hostile } }));
  actor = await scenario.tenant();
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG', 'VIEW_CONTACTS');
  viewer = await actor.tenant.key('VIEW_ACTIVITIES');
  code = await codeOf(actor);
  ids.main = await actor.yom({ name: 'whatsapp-main', baseUrl: broken.url, limits: { maxConcurrent: 5 } });
  ids.backup = await actor.yom({ name: 'whatsapp-backup', priority: 5, limits: { maxPerSecond: 20 } });
  ids.sms = await make({
    ...{ name: 'texts', providerCode: 'TWILIO', channel: 'SMS', baseUrl: scenario.sink.url },
    credentials: { accountSid: `AC${'a'.repeat(32)}`, authToken: 'twilio-secret' },
    settings: { from: '+12025550100', body: 'Hello {{ recipient.firstName }}' },
  });
  await make({ name: 'mails', providerCode: 'MOCK', channel: 'EMAIL' });
  const sent = [await actor.create(), await actor.create()];
  for (const { id } of sent) await actor.untilStatus(id, 'DISPATCHED');
  await eventually(outageOfMain, (outage) => outage !== null);
});
afterAll(async () => {
  await scenario.close();
  await broken.close();
});

async function make(config: Record<string, unknown>): Promise<string> {
  const made = await actor.request<ConfigBody>('POST', '/api/dispatch-configs', { body: config });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}
const read = async (id: string) => actor.request<ConfigBody>('GET', `/api/dispatch-configs/${id}`);
const outageOfMain = async () =>
  (await actor.request<{ outage: object | null }>('GET', `/api/dispatch-configs/${ids.main}`)).body.outage;

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);
const at = (screen: string) => browser.at(screen);
const signedIn = (screen: string, look?: Look, asKey?: string) => browser.open(screen, look, asKey);
/** A page of another tenant's. */
async function openAt(other: Actor, screen: string, asKey: string): Promise<WatchedPage> {
  const watched = await signedIn(screen, {}, asKey);
  await watched.page.goto(`${scenario.api.url}/console/t/${await codeOf(other)}/${screen}`);
  return watched;
}
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const names = async (page: Page) => page.locator('tbody a[data-row]').allTextContents();
const field = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first();

describeInBrowser('accounts and providers', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'accounts', path: () => 'configs', sign: 'tbody a' },
    { name: 'providers', path: () => 'providers', sign: 'tbody a' },
    { name: 'an account', path: () => `configs/${ids.sms}`, sign: 'fieldset' },
    { name: 'an account that is down', path: () => `configs/${ids.main}`, sign: 'fieldset' },
    { name: 'a new account', path: () => 'configs/new?provider=HTTP&channel=SMS', sign: 'fieldset' },
  ]);

  describe('the providers', () => {
    it('says first which account is down, why, and what takes over', async () => {
      const { page, complaints } = await signedIn('providers');
      await page.getByRole('alert').getByText('1 of 4 accounts cannot send: whatsapp-main').waitFor(shown);
      expect((await names(page))[0]).toBe('whatsapp-main');
      const sentence = page.locator('tbody tr').nth(1);
      await sentence
        .getByText(/^It is down since .*HTTP 500.*PROVIDER_REJECTED.*It is tried again in \d+ min\./)
        .waitFor(shown);
      await sentence.getByText('whatsapp-backup takes over meanwhile.').waitFor(shown);
      expect(await page.locator('img').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it('leads to what waits where nothing takes over, and is live', async () => {
      const other = await scenario.tenant();
      const id = await other.yom({ name: 'lonely', baseUrl: broken.url });
      const { page } = await openAt(other, 'providers', await other.tenant.key('VIEW_ACTIVITIES'));
      await page.getByText('The account can send.').waitFor(shown);
      const [first] = [await other.create({ reason: 'held_one' }), await other.create()];
      await page.getByText('Nothing takes over: WhatsApp waits.').waitFor(shown);
      await page.getByRole('link', { name: 'See what waits (2)' }).click(shown);
      await page.waitForURL(/activities\?status=READY&waiting=PROVIDER_DOWN&channel=WHATSAPP&range=all$/, shown);
      await page.getByRole('link', { name: 'held_one' }).waitFor(shown);
      expect((await other.get(first.id)).waitingFor).toMatchObject({ reason: 'PROVIDER_DOWN', config: { id } });
      const held = row(page, 'held_one');
      await held.getByText('WhatsApp · lonely').waitFor(shown);
      await held.getByText(/lonely is down; next probe .* Waiting uses up no attempts\./).waitFor(shown);
      const there = `${scenario.api.url}/console/t/${await codeOf(other)}`;
      await page.goto(`${there}/configs/${id}`);
      await page.getByText('None: this account is down, and no other can take over').waitFor(shown);
      await page.goto(`${there}/activities?dispatchConfigId=${id}&errorCode=TIMEOUT`);
      await page.getByRole('button', { name: 'Remove the filter Account: lonely' }).waitFor(shown);
      await page.getByRole('button', { name: 'Remove the filter Error code: Timed out' }).waitFor(shown);
      await page.getByRole('button', { name: '+ Filter' }).click();
      await page.getByRole('combobox', { name: 'Filter' }).selectOption('Account');
      expect(await page.getByRole('radio', { name: 'lonely' }).isChecked()).toBe(true);
    });

    it('is the same health that the overview shows, from either to the other', async () => {
      const { page, complaints } = await signedIn('overview');
      await page.getByRole('link', { name: 'whatsapp-backup' }).waitFor(shown);
      await page.getByRole('link', { name: 'Providers', exact: true }).click();
      await page.getByRole('alert').getByText('1 of 4 accounts cannot send: whatsapp-main').waitFor(shown);
      await page.getByRole('link', { name: 'Overview', exact: true }).click();
      await page.getByRole('link', { name: 'whatsapp-backup' }).waitFor(shown);
      expect(complaints).toEqual([]);
    });

    it('has room for every number, and writes them as the reader does', async () => {
      const { page } = await signedIn('configs', { language: 'es' });
      await page.route(/dispatch-configs\/health/, async (route) => {
        const answer = await route.fetch();
        const { data } = (await answer.json()) as { data: object[] };
        const busy = data.map((one) => ({ ...one, attempts: 381, failures: 139, p95Ms: 1840, inFlight: 1204 }));
        await route.fulfill({ response: answer, json: { data: busy } });
      });
      await page.goto(at('providers?window=24h'));
      const main = row(page, 'whatsapp-main').first();
      await main.getByText(/^139 · 36,5\s%$/).waitFor(shown);
      await main.getByText('1,8 s').waitFor(shown);
      const cut = await page
        .locator('tbody td[data-title]')
        .evaluateAll((cells: { scrollWidth: number; clientWidth: number; textContent: string }[]) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
        );
      expect(cut).toEqual([]);
    });

    it('keeps the time that it looks at in the address', async () => {
      const { page } = await signedIn('providers?window=24h');
      await page.getByRole('button', { name: '24 hours', pressed: true }).waitFor(shown);
      await page.getByRole('button', { name: '5 minutes' }).click();
      await page.waitForURL(at('providers?window=5m'), shown);
      await page.getByRole('button', { name: '5 minutes', pressed: true }).waitFor(shown);
    });

    it('tests an account, and shows the answer as text', async () => {
      const { page, complaints } = await signedIn('providers');
      await page.getByRole('button', { name: 'Test whatsapp-main' }).click(shown);
      const dialog = page.getByRole('dialog', { name: 'Test whatsapp-main' });
      await dialog.getByRole('button', { name: 'Send a test' }).click(shown);
      await dialog.getByText(/Not accepted: 500 in [\d.]+ m?s/).waitFor(shown);
      await dialog.getByText('An activity would be tried again.').waitFor(shown);
      await dialog.getByText('Answer').click();
      await dialog.locator('pre').getByText('<img src=x onerror=').waitFor(shown);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.title()).not.toBe('hit');
      expect(complaints).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ ...shown, state: 'detached' });
      await hasFocus(page.getByRole('button', { name: 'Test whatsapp-main' }));
    });
  });

  describe('the accounts', () => {
    it('are listed by channel in the order of use', async () => {
      const { page } = await signedIn('configs');
      await row(page, 'whatsapp-main').getByText('Down').waitFor(shown);
      expect(await names(page)).toEqual(['whatsapp-main', 'whatsapp-backup', 'mails', 'texts']);
      await row(page, 'whatsapp-main').getByText('0 / 5').waitFor(shown);
      await row(page, 'whatsapp-backup').getByText('20/s').waitFor(shown);
      await page.getByRole('link', { name: 'Salesman' }).waitFor(shown);
    });

    it('are put before one another, and back', async () => {
      const { page } = await signedIn('configs');
      await page.getByRole('button', { name: 'Use whatsapp-backup before whatsapp-main' }).click(shown);
      await page.getByText('whatsapp-backup is used before whatsapp-main now.').waitFor(shown);
      await page.getByRole('button', { name: 'Use whatsapp-main before whatsapp-backup' }).waitFor(shown);
      expect((await names(page)).slice(0, 2)).toEqual(['whatsapp-backup', 'whatsapp-main']);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Use whatsapp-backup before whatsapp-main' }).waitFor(shown);
      expect((await read(ids.backup)).body.priority).toBe(5);
      expect((await read(ids.main)).body.priority).toBe(0);
    });

    it('are paused and resumed by keys alone', async () => {
      const { page } = await signedIn('configs');
      const pause = page.getByRole('button', { name: 'Pause mails' });
      await pause.waitFor(shown);
      await pause.focus();
      await page.keyboard.press('Enter');
      await page.getByText('mails is paused, and nothing takes over. 0 activities wait.').waitFor(shown);
      await row(page, 'mails').getByText('Paused').waitFor(shown);
      const undo = page.getByRole('button', { name: 'Undo' });
      await undo.focus();
      await page.keyboard.press('Enter');
      await pause.waitFor(shown);
      const { id } = (await actor.request<{ data: ConfigBody[] }>('GET', '/api/dispatch-configs?channel=EMAIL')).body
        .data[0] as ConfigBody;
      expect((await read(id)).body.isActive).toBe(true);
    });

    it('say what to do first where there are none', async () => {
      const fresh = await scenario.tenant();
      const own = await fresh.tenant.key('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG');
      for (const screen of ['configs', 'providers']) {
        const { page } = await openAt(fresh, screen, own);
        await page.getByRole('heading', { name: 'No accounts yet' }).waitFor(shown);
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    });

    it('show who may only look what they may not do, and why', async () => {
      const { page } = await signedIn('configs', {}, viewer);
      for (const name of ['New account', 'Pause mails', 'Test mails', 'Use whatsapp-backup before whatsapp-main']) {
        const button = page.getByRole('button', { name });
        await button.waitFor(shown);
        expect(await button.isDisabled()).toBe(true);
        expect(await button.getAttribute('title')).toBe('Needs the permission MANAGE_ACTIVITY_CONFIG');
      }
      await page.goto(at(`configs/${ids.sms}`));
      for (const name of ['Save', 'Send a test', 'Preview', 'Delete', 'Pause']) {
        const button = page.getByRole('button', { name, exact: true });
        await button.waitFor(shown);
        expect(await button.isDisabled()).toBe(true);
      }
    });
  });

  describe('a new account', () => {
    it('is made from its definition, tested before it is saved, and its secret never comes back', async () => {
      const { page, complaints } = await signedIn('configs/new?channel=CALLCENTER');
      await page.getByLabel('Provider').selectOption('HTTP', shown);
      await page.waitForURL(at('configs/new?channel=CALLCENTER&provider=HTTP'), shown);
      await field(page, 'Base URL').fill(scenario.sink.url);
      await page.getByLabel('Authentication').fill('bearer');
      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByText('credentials.bearer').first().waitFor(shown);
      await page.getByLabel('Bearer token').fill('bearer-secret-1');
      await page.getByRole('button', { name: 'Add to Headers' }).click();
      await page.getByLabel('Headers: name 1').fill('x-shop');
      await page.getByLabel('Headers: value 1').fill('{{ commerce.externalId }}');
      const before = scenario.sink.requests.length;
      scenario.sink.answerNext({ body: { id: 'call-7' } });
      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByText(/Accepted: 200 in [\d.]+ m?s/).waitFor(shown);
      await page.getByText('call-7').first().waitFor(shown);
      const [call] = scenario.sink.requests.slice(before);
      expect(call?.headers).toMatchObject({ authorization: 'Bearer bearer-secret-1' });
      expect(call?.headers['x-shop']).toBeTruthy();

      await page.getByLabel('Name', { exact: false }).first().fill('calls');
      await page.getByLabel('At most a second').fill('7');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'calls' }).waitFor(shown);
      await page.getByText('•••• set').waitFor(shown);
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      const { body } = await read(id);
      expect(body).toMatchObject({
        name: 'calls',
        channel: 'CALLCENTER',
        limits: { maxPerSecond: 7, maxConcurrent: null },
      });
      expect(body.settings).toMatchObject({ auth: 'bearer', headers: { 'x-shop': '{{ commerce.externalId }}' } });
      expect(await page.content()).not.toContain('bearer-secret-1');
      expect(complaints).toEqual([]);
    });

    it('explains an address that is not connected to', async () => {
      const { page } = await signedIn('configs/new?provider=YOM&channel=SALESMAN');
      await page.getByLabel('Name').fill('inner');
      await field(page, 'Base URL').fill('http://10.0.0.1');
      await page.getByLabel('API key').fill('k');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('BLOCKED_ADDRESS').waitFor(shown);
      await page.getByText(/opens addresses with OUTBOUND_ALLOW_CIDRS/).waitFor(shown);
      await hasFocus(field(page, 'Base URL'));
      expect(await field(page, 'Base URL').inputValue()).toBe('http://10.0.0.1');
    });
  });

  describe('one account', () => {
    it('asks for the credentials again when calls would go elsewhere', async () => {
      const id = await actor.yom({ name: 'moving', channel: 'PUSH' });
      const { page } = await signedIn(`configs/${id}`);
      await field(page, 'Base URL').fill(broken.url);
      const test = page.getByRole('button', { name: 'Send a test' });
      expect(await test.isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('CREDENTIALS_REQUIRED').waitFor(shown);
      await page.getByText(/stored goes nowhere but where it was saved for/).waitFor(shown);
      await page.getByLabel('API key').fill('other-secret');
      expect(await test.isDisabled()).toBe(false);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('It is saved.').waitFor(shown);
      await page.getByText('•••• set').waitFor(shown);
      expect((await read(id)).body.baseUrl).toContain(broken.url);
      expect(await page.content()).not.toContain('other-secret');
    });

    it('sends a test to the person that is named', async () => {
      const { page } = await signedIn(`configs/${ids.sms}`);
      await page.getByText('the test really reaches them').waitFor(shown);
      await page.getByLabel('Recipient').fill('+12025550199');
      scenario.sink.answerNext({ status: 201, body: { sid: 'SM123', status: 'queued' } });
      await page.getByRole('button', { name: 'Send a test' }).click();
      await page.getByText(/Accepted: 201 in [\d.]+ m?s/).waitFor(shown);
      await page.getByText('Request').click();
      await page.locator('pre').getByText('12025550199').waitFor(shown);
      expect(await page.content()).not.toContain('twilio-secret');
      await page.getByRole('button', { name: 'Preview' }).click();
      await page.getByText('1 SMS part in GSM-7').waitFor(shown);
    });

    it('gets a new callback URL once that is confirmed', async () => {
      const { callbackUrl } = (await read(ids.sms)).body;
      const { page } = await signedIn(`configs/${ids.sms}`);
      await page.getByText(callbackUrl ?? 'none').waitFor(shown);
      await page.getByRole('button', { name: 'New callback URL…' }).click();
      const dialog = page.getByRole('dialog', { name: 'A new callback URL for “texts”?' });
      await dialog.getByRole('button', { name: 'Make a new one' }).click(shown);
      await page.getByText(callbackUrl ?? 'none').waitFor({ ...shown, state: 'detached' });
      const renewed = (await read(ids.sms)).body.callbackUrl ?? 'none';
      await page.getByText(renewed).waitFor(shown);
      await page.getByRole('button', { name: 'Copy' }).first().click();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(renewed);
    });

    it('says what becomes of its queue before it is deleted', async () => {
      const id = await actor.yom({ name: 'to-delete', channel: 'PUSH', isActive: false, priority: 9 });
      const { page } = await signedIn(`configs/${id}`);
      await page.getByRole('button', { name: 'Delete' }).click(shown);
      const dialog = page.getByRole('dialog', { name: 'Delete “to-delete”?' });
      await dialog.getByText(/^0 activities are queued for it/).waitFor(shown);
      await dialog.getByRole('button', { name: 'Delete' }).click();
      await page.waitForURL(at('configs'), shown);
      await page.getByText('to-delete is deleted.').waitFor(shown);
      expect((await read(id)).status).toBe(404);
    });

    it('tells of what somebody else changed, and keeps what was typed until then', async () => {
      const id = await actor.yom({ name: 'shared', channel: 'PUSH', priority: 8 });
      const { page } = await signedIn(`configs/${id}`);
      await page.getByLabel('Response id path').fill('/typed');
      await actor.request('PATCH', `/api/dispatch-configs/${id}`, { body: { timeoutMs: 1234 } });
      await page.getByText('Somebody changed this account meanwhile.').waitFor(shown);
      expect(await page.getByLabel('Response id path').inputValue()).toBe('/typed');
      await page.getByRole('button', { name: 'Show their changes' }).click();
      expect(await page.getByLabel('Deadline of a call, in ms').inputValue()).toBe('1234');
      expect(await page.getByLabel('Response id path').inputValue()).toBe('');
    });

    it('of another tenant is not there', async () => {
      const other = await scenario.tenant();
      const id = await other.yom({ name: 'not-yours' });
      const { page } = await signedIn(`configs/${id}`);
      await page.getByText('or it belongs to another tenant').waitFor(shown);
      expect(await page.getByText('not-yours').count()).toBe(0);
    });
  });
});
