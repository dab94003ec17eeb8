import { setValue } from '@karma/editor';
import { ProposalPage } from '../pages/proposal-page';
import { seriousViolations } from '../world/axe';
import { draftOf, keepDraft } from '../world/drafts';
import { expect, test } from '../world/fixtures';
import { putParameter } from '../world/parameters';
import type { World } from '../world/world';

test.use({ changing: true });

const VPC = 'dev/vpc/main';
const QUEUE = 'dev/sqs-queue/refunds';
const SOON = { timeout: 30_000 };

function gateways(world: World) {
  const inGit = (id: string) => (id === QUEUE ? null : world.git('show', `dev:iac/${id}/config.json`));
  return draftOf(
    'gateways',
    'Two gateways',
    [
      [VPC, (text) => setValue(text ?? '', '/nat_gateways', 2)],
      [QUEUE, () => '{\n  "fifo": true\n}\n'],
    ],
    inGit,
  );
}

test('a draft goes out as a branch, is merged on its page, and is followed until it is deployed', async ({
  page,
  map,
  world,
}) => {
  await map.open('?env=dev');
  await keepDraft(page, gateways(world));
  await map.open('?env=dev&draft=gateways');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Send the draft out' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Two gateways');
  await expect(dialog).toContainText('A branch to merge into dev');
  await expect(dialog.getByRole('table', { name: /vpc\/main/ })).toContainText('"nat_gateways": 2');
  await expect(dialog.getByRole('list', { name: 'Plan' })).toContainText('2 components changed');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Send/ }).click();

  await expect(page).toHaveURL(/\/proposals\/gateways$/);
  const proposal = new ProposalPage(page);
  await expect(proposal.branches).toContainText('karma/two-gateways-gateways-dev into dev');
  const branch = 'karma/two-gateways-gateways-dev';
  expect(world.git('diff', '--numstat', 'dev', branch).trim().split('\n')).toEqual([
    '3\t0\tiac/dev/sqs-queue/refunds/config.json',
    '1\t1\tiac/dev/vpc/main/config.json',
  ]);
  expect(world.git('rev-list', '--count', `dev..${branch}`).trim()).toBe('1');
  await expect(proposal.stages.locator('[aria-current=step]')).toHaveText('Proposed');

  await proposal.merge('dev');
  await expect(proposal.branches).toContainText('merged');
  expect(world.git('show', `dev:iac/${VPC}/config.json`)).toContain('"nat_gateways": 2');
  await expect(proposal.row(new RegExp(`${VPC} changed merged`))).toBeVisible(SOON);

  const wider = { nat_gateways: 2 };
  await putParameter(world, 'halyard-dev', 'iac/vpc/main/config', (config) => ({ ...config, ...wider }));
  await expect(proposal.row(/in halyard-dev published nothing shows it/)).toBeVisible(SOON);
  await putParameter(world, 'halyard-dev', 'iac/vpc/main/runtime', (outputs) => ({
    ...outputs,
    vpc_id: 'vpc-2',
  }));
  await expect(proposal.row(/in halyard-dev published deployed/)).toBeVisible(SOON);
  expect(await seriousViolations(page)).toEqual([]);

  await map.open('?env=dev');
  await expect(map.card(QUEUE)).toBeVisible();
});

test('older proposals are shown on demand, and found by their draft', async ({ page, draft }) => {
  const [oldest, ...others] = Array.from({ length: 51 }, (_, n) => `Queue ${n + 1}`);
  for (const [n, title] of [oldest ?? '', ...others].entries()) {
    const queue = `dev/sqs-queue/older-${n}`;
    const older = draftOf(`older-${n}`, title, [[queue, () => '{}\n']], () => null);
    const answer = await page.request.post('/trpc/sendProposal', { data: { draft: older, title } });
    expect(answer.ok()).toBe(true);
  }
  await page.goto('/proposals');
  const title = (text: string) => page.getByRole('link', { name: text, exact: true });
  await expect(title(others.at(-1) ?? '')).toBeVisible();
  await expect(title(oldest ?? '')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show older' }).click();
  await expect(title(oldest ?? '')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show older' })).toHaveCount(0);

  await page.goto('/?env=dev&draft=older-0');
  await draft.absent.getByRole('link', { name: 'Open its proposal' }).click();
  await expect(page).toHaveURL(/\/proposals\/older-0$/);
});

test('what Git changed meanwhile is shown beside the draft, and nothing is sent', async ({
  page,
  map,
  world,
}) => {
  const labels = 'prod/s3-bucket/labels';
  const text = world.git('show', `main:iac/${labels}/config.json`);
  const [key = ''] = Object.keys(JSON.parse(text));
  const mine = draftOf(
    'late',
    'Too late',
    [[labels, (before) => setValue(before ?? '', `/${key}`, 'mine')]],
    () => text,
  );
  world.commit({ [labels]: { ...JSON.parse(text), [key]: 'theirs' } }, 'Be first');
  await map.open('?env=prod');
  await keepDraft(page, mine);
  await map.open('?env=prod&draft=late');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Send the draft out' });
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nothing was sent');
  await expect(dialog.getByRole('alert')).toContainText('"mine"');
  await expect(dialog.getByRole('alert')).toContainText('"theirs"');
  expect(world.git('branch', '--list', 'karma/too-late*').trim()).toBe('');
  await page.goto('/proposals');
  await expect(page.getByRole('heading', { name: 'Proposals' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Too late' })).toHaveCount(0);
});
