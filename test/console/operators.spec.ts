import { describeInBrowser } from '../support/browser';
import { codeOf, ConsoleBrowser, shown } from '../support/console';
import { Actor, Scenario } from '../support/scenario';
import { createTenant } from '../support/tenants';

jest.setTimeout(120_000);

let scenario: Scenario;
let actor: Actor;
let key: string;
let code: string;

beforeAll(async () => {
  scenario = await Scenario.start(0);
  actor = await scenario.tenant();
  key = await actor.tenant.key('VIEW_ACTIVITIES', 'MANAGE_OPERATORS', 'MANAGE_ROUTES');
  code = await codeOf(actor);
  const lead = { operatorId: actor.operatorId, role: 'LEAD' };
  await actor.request('POST', `/api/routes/${actor.routeId}/operators`, { body: lead });
  const task = {
    type: 'TASK',
    channel: 'SALESMAN',
    assignedRouteId: actor.routeId,
    assignedOperatorId: actor.operatorId,
  };
  const made = await actor.request('POST', '/api/activities', { body: actor.message(task) });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
});
afterAll(() => scenario.close());

const browser = new ConsoleBrowser(
  () => scenario,
  () => ({ code, key }),
);

describeInBrowser('operators and routes in the console', () => {
  browser.useBrowser();
  browser.seesWell([
    { name: 'operators', path: () => 'operators', sign: 'tbody a' },
    { name: 'an operator', path: () => `operators?row=${actor.operatorId}`, sign: '[role=dialog] form' },
    { name: 'routes', path: () => 'routes', sign: 'tbody a' },
    { name: 'a route', path: () => `routes?row=${actor.routeId}`, sign: '[role=dialog] li' },
  ]);

  it('makes, changes and deletes an operator by keys alone, and leads to the open tasks', async () => {
    const { page } = await browser.open('operators?row=new');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).focus();
    await page.keyboard.type('Pedro');
    await page.keyboard.press('Tab');
    await page.keyboard.type('OP-2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(browser.at('operators'), shown);
    await page.locator('tbody tr').nth(1).waitFor(shown);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Email' }).fill('pedro@field.example');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ ...shown, state: 'detached' });
    await page.getByText('pedro@field.example').waitFor(shown);
    const { body } = await actor.request<{ data: unknown[] }>('GET', '/api/operators?externalId=OP-2');
    expect(body.data).toMatchObject([{ name: 'Pedro', type: 'ACTIVATOR', email: 'pedro@field.example' }]);
    await page.getByRole('link', { name: 'Pedro' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog', { name: 'Delete Pedro?' }).getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'Pedro', includeHidden: true }).waitFor({ ...shown, state: 'detached' });

    await page.getByRole('link', { name: 'Olga' }).click();
    await dialog.getByRole('link', { name: 'Open tasks: 1' }).click();
    await page.getByRole('link', { name: 'send_reminder' }).waitFor(shown);
    await page.getByRole('button', { name: 'Remove the filter Operator: Olga' }).waitFor(shown);
  });

  it('keeps an operator that activities refer to, and says why', async () => {
    const { page } = await browser.open(`operators?row=${actor.operatorId}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    const confirm = page.getByRole('dialog', { name: 'Delete Olga?' });
    await confirm.getByRole('button', { name: 'Delete' }).click();
    await confirm.getByText('CONFLICT').waitFor(shown);
  });

  it('makes a route, puts an operator on it and takes them off', async () => {
    const { page } = await browser.open('routes');
    await page.getByRole('button', { name: 'New route' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('South');
    await dialog.getByRole('textbox', { name: 'Your id' }).fill('R-2');
    await dialog.getByRole('button', { name: 'Create route' }).click();
    await page.getByRole('link', { name: 'South' }).click();
    await dialog.getByText('Nobody is on this route yet.').waitFor(shown);
    await dialog.getByRole('combobox', { name: 'Operator' }).selectOption({ label: 'Olga' });
    await dialog.getByRole('combobox', { name: 'Role' }).selectOption('Lead');
    await dialog.getByRole('button', { name: 'Put on the route' }).click();
    await dialog.getByRole('heading', { name: '1 operator on this route' }).waitFor(shown);
    const { body } = await actor.request<{ data: unknown[] }>('GET', '/api/routes?externalId=R-2');
    expect(body.data).toMatchObject([{ operators: [{ operatorId: actor.operatorId, role: 'LEAD' }] }]);
    await dialog.getByRole('button', { name: 'Take off Olga' }).click();
    await dialog.getByText('Nobody is on this route yet.').waitFor(shown);
  });

  it('finds none of another tenant, and tells why a list is empty', async () => {
    const other = await scenario.tenant();
    const { page } = await browser.open(`operators?row=${other.operatorId}`);
    await page.getByRole('dialog').getByText('NOT_FOUND').waitFor(shown);
    await page.goto(browser.at('routes?search=nothing-has-this'));
    await page.getByRole('heading', { name: 'Nothing matches.' }).waitFor(shown);
  });

  it('shows what the key may not do, with the permission that it needs', async () => {
    const { page } = await browser.open('routes', {}, await actor.tenant.key('VIEW_ACTIVITIES'));
    const create = page.getByRole('button', { name: 'New route' });
    await create.waitFor(shown);
    expect(await create.getAttribute('title')).toBe('Needs the permission MANAGE_ROUTES');
    await page.goto(browser.at(`routes?row=${actor.routeId}`));
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor(shown);
    expect(await page.getByRole('button', { name: 'Put on the route' }).isDisabled()).toBe(true);
  });

  it('tells who may make the first one how to, and others which permission that needs', async () => {
    const empty = new Actor(await createTenant(scenario.api), scenario.sink);
    const of = await codeOf(empty);
    const maker = await browser.open(
      'operators',
      { of },
      await empty.tenant.key('VIEW_ACTIVITIES', 'MANAGE_OPERATORS'),
    );
    await maker.page.getByText('Make the first one here').waitFor(shown);
    expect(await maker.page.getByText('Your key may not').count()).toBe(0);
    for (const [screen, permission] of [
      ['operators', 'MANAGE_OPERATORS'],
      ['routes', 'MANAGE_ROUTES'],
      ['commerces', 'MANAGE_COMMERCES'],
      ['configs', 'MANAGE_ACTIVITY_CONFIG'],
      ['webhooks', 'MANAGE_ACTIVITY_CONFIG'],
    ] as const) {
      const { page } = await browser.open(screen, { of }, await empty.tenant.key('VIEW_ACTIVITIES'));
      await page.getByText(`Your key may not make the first one. Needs the permission ${permission}.`).waitFor(shown);
      expect(await page.getByText(/first one here|Make one first|Make the first one:/).count()).toBe(0);
    }
  });
});
