import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, hasFocus, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;
let configId: string;

interface KeyBody {
  id: string;
  name: string;
  prefix: string;
  permissions: string[];
  plaintextKey: string;
  [field: string]: unknown;
}

const keys = async () => (await actor.request<{ data: KeyBody[] }>('GET', '/api/api-keys?perPage=100')).body.data;
const makeKey = async (name: string, ...permissions: string[]) =>
  (await actor.request<KeyBody>('POST', '/api/api-keys', { body: { name, permissions } })).body;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  configId = await actor.yom({ name: 'field-app' });
  key = (await makeKey('the boss', ...['VIEW_ACTIVITIES', 'CREATE_ACTIVITY', 'CANCEL_ACTIVITY', 'MANAGE_API_KEYS']))
    .plaintextKey;
  code = await codeOf(actor);
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);

describeInBrowser('API keys in the console', () => {
  browser.useBrowser();
  let seen: KeyBody;
  beforeAll(async () => {
    seen = await makeKey('seen by all', 'VIEW_ACTIVITIES');
  });
  browser.seesWell([
    { name: 'keys', path: () => 'keys', sign: 'tbody a' },
    { name: 'a key', path: () => `keys/${seen.id}`, sign: 'dl' },
    { name: 'a new key', path: () => 'keys/new', sign: 'fieldset label' },
  ]);

  it('makes a key with the permissions of a role and a scope, whose text is shown this once', async () => {
    const { page } = await browser.open('keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('support desk');
    await page
      .getByRole('combobox', { name: 'Role' })
      .selectOption({ label: 'Support: creates, sends, cancels, enters results' });
    // What the maker's key may not do is no choice.
    expect(await page.getByRole('checkbox', { name: 'Send now' }).count()).toBe(0);
    expect(await page.getByRole('checkbox', { name: 'Cancel what was not sent yet' }).isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: 'Cancel what was not sent yet' }).uncheck();
    await page.getByRole('checkbox', { name: 'WhatsApp' }).check();
    await page.getByRole('checkbox', { name: 'field-app' }).check();
    await page.getByRole('textbox', { name: 'Networks' }).fill('nonsense');
    await page.getByRole('combobox', { name: 'Ends' }).selectOption('In 30 days');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByText('must be a network such as', { exact: false }).first().waitFor(shown);
    expect(await page.getByRole('textbox', { name: 'Networks' }).getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('textbox', { name: 'Networks' }).fill('203.0.113.0/24\n2001:db8::/32');
    await page.getByRole('button', { name: 'Create key' }).click();

    const dialog = page.getByRole('dialog', { name: 'The key of support desk' });
    await dialog.waitFor(shown);
    const text = (await dialog.locator('code').textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied').waitFor(shown);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text);
    await page.keyboard.press('Escape');
    expect(await dialog.getByRole('button', { name: 'Close' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.waitForURL(browser.at('keys'), shown);
    expect(await page.content()).not.toContain(text);

    const made = (await keys()).find(({ name }) => name === 'support desk');
    expect(made).toMatchObject({
      permissions: ['VIEW_ACTIVITIES', 'CREATE_ACTIVITY'],
      channels: ['WHATSAPP'],
      dispatchConfigIds: [configId],
      allowCidrs: ['203.0.113.0/24', '2001:db8::/32'],
    });
    expect(text.startsWith(made?.prefix ?? 'none')).toBe(true);
    const days = (Date.parse(String(made?.expiresAt)) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it('rotates a key by keys alone, and shows the new one’s text', async () => {
    const old = await makeKey('to rotate', 'VIEW_ACTIVITIES');
    const { page } = await browser.open('keys');
    await page.locator('tbody a').first().waitFor(shown);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at(`keys/${old.id}`), shown);
    await page.getByRole('button', { name: 'Rotate…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'The old one goes on for' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ ...shown, state: 'detached' });
    const made = (await keys()).find(({ rotatedFrom }) => rotatedFrom === old.id);
    expect(made).toMatchObject({ name: 'to rotate', permissions: ['VIEW_ACTIVITIES'] });
    await page.getByText('Expired').or(page.getByText('Revoked')).first().waitFor(shown);
    await page.goto(browser.at(`keys/${made?.id}`));
    await page.getByRole('link', { name: `to rotate ${old.prefix}` }).waitFor(shown);
  });

  it('asks before it revokes, and warns of the key of one’s own session', async () => {
    const gone = await makeKey('to revoke', 'VIEW_ACTIVITIES');
    const { page } = await browser.open(`keys/${gone.id}`);
    await page.getByRole('button', { name: 'Revoke…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Revoke to revoke?' });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ ...shown, state: 'detached' });
    await hasFocus(page.getByRole('button', { name: 'Revoke…' }));
    await page.getByRole('button', { name: 'Revoke…' }).click();
    expect(await dialog.getByText('you will be signed out').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await page.getByText('to revoke is revoked.').waitFor(shown);
    await page.getByText('Revoked', { exact: true }).first().waitFor(shown);
    expect(await page.getByRole('button', { name: 'Revoke…' }).count()).toBe(0);

    const own = (await keys()).find(({ name }) => name === 'the boss');
    await page.goto(browser.at(`keys/${own?.id}`));
    await page.getByRole('button', { name: 'Revoke…' }).click();
    await page.getByText('you will be signed out').waitFor(shown);
  });

  it('is not for keys without the permission, nor for those of another tenant', async () => {
    const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
    const { page } = await browser.open('keys', {}, viewer);
    await page.getByText('Your key lacks the permission MANAGE_API_KEYS.').waitFor(shown);
    await page.getByText('You may not see this').waitFor(shown);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'New key' }).isDisabled()).toBe(true);
    const other = await scenario.tenant();
    const foreign = await other.request<KeyBody>('POST', '/api/api-keys', {
      body: { name: 'foreign', permissions: ['VIEW_ACTIVITIES'] },
    });
    const mine = await browser.open(`keys/${foreign.body.id}`);
    await mine.page.getByText('or it belongs to another tenant').waitFor(shown);
  });
});
