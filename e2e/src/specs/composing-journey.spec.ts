import { ProposalPage } from '../pages/proposal-page';
import { expect, test } from '../world/fixtures';

test.use({ changing: true });

const CACHE = 'dev/redis/carts';
const VPC = 'dev/vpc/main';
const FIELDS = {
  cluster_id: 'halyard-dev-carts',
  description: 'Carts',
  node_type: 'cache.m7g.large',
};
const SOON = { timeout: 30_000 };

test('from a type that is dropped to the live graph: connect, edit, undo, redo, reload, look, send, merge', async ({
  page,
  map,
  composer,
  draft,
  world,
}) => {
  const arrow = map.arrow(CACHE, VPC);
  const nodeType = draft.field(CACHE, 'node_type');

  await test.step('a type is dropped on the canvas, and named', async () => {
    await composer.open('dev');
    await composer.drag(composer.type('redis'), { x: 700, y: 250 });
    await composer.name('carts');
    await expect(map.card(CACHE).getByRole('img', { name: 'Added by the draft' })).toBeVisible();
  });

  await test.step('its port is dragged to the network', async () => {
    const port = composer.ports(CACHE).getByRole('button', { name: /^Connect vpc_nickname/ });
    await composer.drag(port, await composer.middleOf(VPC));
    await expect(arrow).toHaveCount(1);
  });

  await test.step('its config is edited in the form', async () => {
    for (const [key, value] of Object.entries(FIELDS)) {
      await draft.field(CACHE, key).fill(value);
      await expect(composer.bar).toContainText(`Set ${key} of ${CACHE}`);
    }
  });

  await test.step('undo takes back edit, connection and component; redo brings them back', async () => {
    await map.graph.click({ position: { x: 20, y: 300 } });
    const edits = Object.keys(FIELDS).length;
    for (let step = 0; step < edits + 1; step++) await page.keyboard.press('Control+z');
    await expect(arrow).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(map.card(CACHE)).toHaveCount(0);
    for (let step = 0; step < edits + 2; step++) await page.keyboard.press('Control+Shift+z');
    await expect(arrow).toHaveCount(1);
  });

  await test.step('a reload keeps all of it', async () => {
    await page.reload();
    await map.settled();
    await expect(arrow).toHaveCount(1);
    await map.card(CACHE).click();
    await expect(nodeType).toHaveValue(FIELDS.node_type);
  });

  await test.step('a change of the network shows whom it reaches, and leaves every card where it stands', async () => {
    const before = await map.positions();
    await map.card(VPC).click();
    await draft.field(VPC, 'cidr_block').fill('10.61.0.0/16');
    await page.getByRole('radiogroup', { name: 'Panel' }).getByText('Plan').click();
    await expect(draft.plan.getByRole('region', { name: 'Blast radius' })).toContainText('core');
    await page.mouse.move(5, 5);
    await expect(map.card('dev/ecs-cluster/core').getByTitle(/^1 step away/)).toBeVisible();
    await expect(map.card(VPC).getByRole('img', { name: 'Changed by the draft' })).toBeVisible();
    expect(await map.positions()).toEqual(before);
  });

  const proposal = new ProposalPage(page);
  await test.step('the proposal is one commit of the touched lines', async () => {
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Send the draft out' });
    await dialog.getByRole('button', { name: /^Send/ }).click();
    await expect(page).toHaveURL(/\/proposals\//);
    await expect(proposal.branches).toContainText('karma/draft-1');
    const branch = world.git('branch', '--list', '--format=%(refname:short)', 'karma/draft-1*').trim();
    expect(world.git('rev-list', '--count', `dev..${branch}`).trim()).toBe('1');
    const diff = world.git('diff', '--unified=0', 'dev', branch).split('\n');
    const lines = (sign: string) =>
      diff.filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)));
    expect(lines('-')).toEqual(['-  "cidr_block": "10.60.0.0/16",']);
    expect(lines('+')).toContain('+  "cidr_block": "10.61.0.0/16",');
    const created = JSON.parse(world.git('show', `${branch}:iac/${CACHE}/config.json`));
    expect(created).toMatchObject({ vpc_nickname: 'main', ...FIELDS });
  });

  await test.step('once merged, the live graph has it', async () => {
    await proposal.merge('dev');
    await expect(proposal.branches).toContainText('merged');
    expect(world.git('show', `dev:iac/${VPC}/config.json`)).toContain('10.61.0.0/16');
    await map.open('?env=dev');
    await expect(map.card(CACHE)).toBeVisible(SOON);
    await expect(arrow).toHaveCount(1);
    await expect(map.graph.getByRole('img', { name: /by the draft$/ })).toHaveCount(0);
  });
});
