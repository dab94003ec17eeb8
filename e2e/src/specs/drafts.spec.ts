import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('what is inherited is overridden here, or changed in the parent', async ({ page, draft }) => {
  const ORDERS = 'staging/ecs-service/orders';
  await draft.open('inherited', ORDERS);
  const field = draft.field(ORDERS, 'ecs_cluster_nickname');
  await expect(field).toBeDisabled();
  await draft.editor(ORDERS).getByRole('button', { name: 'Override here' }).first().click();
  await expect(draft.field(ORDERS, 'database')).toBeEnabled();
  await draft.field(ORDERS, 'database').fill('pricing');
  await expect(draft.plan.getByText('"pricing"')).toBeVisible();
  await draft.editor(ORDERS).getByRole('link', { name: 'Change in the parent' }).first().click();
  await expect(page).toHaveURL(/sel=(prod|base)/);
});

test('a ready-made draft shows in a minute what composing is', async ({ page, draft }) => {
  await page.goto('/?env=prod&draft=newcomer&panel=plan');
  await draft.plan.getByRole('button', { name: /Try it/ }).click();
  const findings = draft.plan.getByRole('region', { name: 'Findings' });
  await expect(findings.getByRole('heading', { name: 'Others depend on it' })).toBeVisible();
  await expect(draft.plan.getByRole('status')).toContainText('1 blocking');
  await expect(draft.plan.getByRole('region', { name: 'Risk' })).toContainText('Production');
  await expect(draft.plan.getByRole('region', { name: 'Blast radius' })).toContainText('media');

  await findings
    .getByRole('link', { name: /labels · s3-bucket/ })
    .first()
    .click();
  await expect(page).toHaveURL(/sel=prod\/s3-bucket\/labels/);
  await expect(page.getByText('The draft deletes it')).toBeVisible();

  await draft.bar.getByRole('button', { name: 'Steps' }).click();
  await page.getByRole('button', { name: 'Duplicate prod/vpc/main as prod/vpc/tracking' }).click();
  await expect(draft.plan.getByRole('status')).not.toContainText('blocking');
  expect(await seriousViolations(page)).toEqual([]);
});
