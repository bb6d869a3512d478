import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { type Actor, Scenario } from '../support/scenario';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'VIEW_CONTACTS');
  code = await codeOf(actor);
  const users = [
    {
      firstName: 'Bruno',
      lastName: '<b>Díaz</b>',
      roles: ['ORDERS'],
      contacts: [{ type: 'PHONE', value: '+573001234567' }],
    },
  ];
  await actor.request('POST', '/api/commerces', { body: { externalId: 'STORE-2', name: 'Other Store', users } });
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);

describeInBrowser('people in the console', () => {
  browser.useBrowser();
  browser.seesWell([{ name: 'people', path: () => 'people', sign: 'tbody a' }]);

  it('finds a person by a number and goes to their store by keys alone', async () => {
    const { page, complaints } = await browser.open('people');
    await page.locator('tbody tr').nth(1).waitFor(shown);
    await page.keyboard.press('/');
    await page.keyboard.type('+57 300 123 45 67');
    await page.keyboard.press('Enter');
    await page.getByText('Found by their number or address.').waitFor(shown);
    await page
      .locator('tbody tr')
      .nth(1)
      .waitFor({ ...shown, state: 'detached' });
    expect(await page.locator('tbody a').first().textContent()).toBe('Bruno <b>Díaz</b>');
    await page.locator('[role=search] input').evaluate((field: { blur(): void }) => field.blur());
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Other Store' }).waitFor(shown);
    expect(complaints).toEqual([]);
  });

  it('leads to what is for them, and shows whole what may be searched by', async () => {
    const { page } = await browser.open('people', { language: 'es' });
    await page.locator('tbody').getByRole('link', { name: 'Actividades' }).first().waitFor(shown);
    const isWhole = `(() => {
      const field = document.querySelector('[role=search] input');
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      const pen = Object.assign(document.createElement('canvas').getContext('2d'), { font });
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      return pen.measureText(field.placeholder).width <= room;
    })()`;
    expect(await page.evaluate(isWhole)).toBe(true);
    await actor.create({ reason: 'for_ana' });
    const list = page.locator('tbody');
    for (const [name, is] of [
      ['Ana', 'for_ana'],
      ['Bruno', undefined],
    ] as const) {
      await page.goto(browser.at(`people?search=${name}`));
      await list.getByRole('link', { name: 'Actividades' }).click();
      await page.waitForURL(/activities\?commerceUserId=[-0-9a-f]{36}&range=all$/, shown);
      await page.getByRole('button', { name: `Quitar el filtro Persona: ${name}` }).waitFor(shown);
      if (is) await list.getByRole('link', { name: is }).waitFor(shown);
      else await page.getByRole('heading', { name: 'Ninguna actividad coincide con estos filtros.' }).waitFor(shown);
    }
  });

  it('masks addresses, and says that a part of one finds nobody', async () => {
    const viewer = await actor.tenant.key('VIEW_ACTIVITIES');
    const { page } = await browser.open('people?search=3001234', {}, viewer);
    await page.getByRole('heading', { name: 'Nobody matches.' }).waitFor(shown);
    await page.getByText('by a whole number or address only').waitFor(shown);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Phone +57 ••• 4567').waitFor(shown);
    expect(await page.getByText('+573001234567').count()).toBe(0);
  });

  it('finds nobody of another tenant, and says where people come from', async () => {
    const { page } = await browser.open('people?search=nobody-has-this-name');
    await page.getByRole('heading', { name: 'Nobody matches.' }).waitFor(shown);
    const other = await scenario.tenant();
    await page.goto(browser.at(`people?search=${other.ownerId}`));
    await page.getByRole('heading', { name: 'Nobody matches.' }).waitFor(shown);
  });
});
