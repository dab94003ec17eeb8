import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

const ORDERS = 'staging/ecs-service/orders';
const PARENT = 'prod/ecs-service/orders';
const REDIS = 'prod/redis/quotes';

test('form and JSON are in step, and each field is one step to undo', async ({ page, draft }) => {
  await draft.begin(REDIS);
  await test.step('what is typed into the form is in the JSON, and nothing else changed', async () => {
    await draft.field(REDIS, 'description').press('End');
    await draft.field(REDIS, 'description').pressSequentially(' for a while');
    await draft.field(REDIS, 'node_type').fill('cache.m7g.large');
    await draft.show(REDIS, 'JSON');
    await expect(draft.json(REDIS)).toContainText('for a while"');
    await expect(draft.json(REDIS)).toContainText('"node_type": "cache.m7g.large"');
  });

  await test.step('what is typed into the JSON is in the form, keys that no type knows, too', async () => {
    const text = await draft.textOf(REDIS);
    await draft.writeJson(
      REDIS,
      text.replace('"node_type"', '"on_call": { "team": "quotes" },\n  "node_type"'),
    );
    await draft.show(REDIS, 'Form');
    await expect(draft.field(REDIS, 'team')).toHaveValue('quotes');
    await draft.field(REDIS, 'team').fill('pricing');
    await draft.field(REDIS, 'node_type').fill('cache.t4g.micro');
    await draft.show(REDIS, 'JSON');
    await expect(draft.json(REDIS)).toContainText('"on_call": { "team": "pricing" }');
  });

  await test.step('the list of steps has one for each field', async () => {
    expect(await draft.steps()).toEqual([
      `Set description of ${REDIS}`,
      `Set node_type of ${REDIS}`,
      `Edit the JSON of ${REDIS}`,
      `Set on_call.team of ${REDIS}`,
      `Set node_type of ${REDIS}`,
    ]);
  });

  await test.step('keys undo and redo over both, in the editor, in a field and on the page', async () => {
    await draft.json(REDIS).press('Control+z');
    await expect(draft.json(REDIS)).toContainText('"node_type": "cache.m7g.large"');
    await draft.show(REDIS, 'Form');
    await draft.field(REDIS, 'team').press('Control+z');
    await expect(draft.field(REDIS, 'team')).toHaveValue('quotes');
    await page.getByRole('region', { name: 'Graph' }).focus();
    for (const _ of ['JSON', 'node_type', 'description']) await page.keyboard.press('Control+z');
    await expect(draft.state).toHaveText('Nothing changed yet');
    await expect(draft.field(REDIS, 'node_type')).not.toHaveValue('cache.m7g.large');
    for (const _ of ['description', 'node_type']) await page.keyboard.press('Control+Shift+z');
    await expect(draft.field(REDIS, 'node_type')).toHaveValue('cache.m7g.large');
    await expect(draft.field(REDIS, 'team')).toHaveCount(0);
  });

  await test.step('a click in the list goes to any step', async () => {
    await draft.goTo(`Set on_call.team of ${REDIS}`);
    await expect(draft.field(REDIS, 'team')).toHaveValue('pricing');
    await draft.goTo('As in Git');
    await expect(draft.state).toHaveText('Nothing changed yet');
  });
  expect(await seriousViolations(page)).toEqual([]);
});

test('the JSON says at its place what is wrong, and completes what the type knows', async ({
  page,
  draft,
}) => {
  await draft.begin(REDIS);
  await draft.show(REDIS, 'JSON');
  const json = draft.json(REDIS);
  const text = await draft.textOf(REDIS);

  await test.step('what is not JSON', async () => {
    await draft.writeJson(REDIS, text.replace(/,/, ',,'));
    await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
    await draft.show(REDIS, 'Form');
    await page.getByRole('button', { name: 'Mend the JSON' }).click();
    await json.press('Control+z');
    await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
  });

  await test.step('what the type does not take', async () => {
    await draft.writeJson(REDIS, text.replace(/"vpc_nickname": "[^"]*"/, '"vpc_nickname": 5'));
    const mark = page.locator('.cm-lintRange-error');
    await expect(mark).toHaveText('5');
    await mark.hover();
    await expect(page.locator('.cm-tooltip')).toContainText('This is of type number, but should be string.');
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await json.press('Control+z');
  });

  await test.step('keys and nicknames that fit are offered', async () => {
    await draft.writeJson(REDIS, '{}');
    await json.press('Control+Home');
    await json.press('ArrowRight');
    await json.pressSequentially('"');
    await page.getByRole('option', { name: '"vpc_nickname"' }).click();
    await json.pressSequentially(': ');
    await json.press('Control+Space');
    await page.getByRole('option', { name: '"main"' }).click();
    expect(JSON.parse(await draft.textOf(REDIS))).toEqual({ vpc_nickname: 'main' });
  });
});

test('what is inherited is overridden here, or changed in the parent, and reaches the heirs', async ({
  page,
  draft,
}) => {
  await draft.begin(ORDERS);
  const field = draft.field(ORDERS, 'database');
  await expect(field).toBeDisabled();

  await test.step('override here: one key of the own file, and back to the parent’s', async () => {
    await draft.way(ORDERS, 'Override here', 'database').click();
    await expect(field).toBeEnabled();
    await field.fill('pricing');
    await draft.show(ORDERS, 'JSON');
    await expect(draft.json(ORDERS)).toContainText('"database": "pricing"');
    await expect(draft.json(ORDERS)).not.toContainText('service_name');
    await draft.show(ORDERS, 'Form');
    await draft.way(ORDERS, 'Use the parent’s', 'database').click();
    await expect(field).toBeDisabled();
    await expect(field).toHaveValue('orders');
    await expect(draft.state).toHaveText('Nothing changed yet');
  });

  await test.step('change in the parent: at its place, and the heir has it', async () => {
    await draft.way(ORDERS, 'Change in the parent', 'database').click();
    await expect(page).toHaveURL(new RegExp(`sel=${PARENT}`));
    await expect(draft.field(PARENT, 'database')).toBeFocused();
    await draft.field(PARENT, 'database').fill('pricing');
    await draft.showPlan();
    await expect(draft.plan.getByRole('region', { name: /Changes/ })).toContainText(
      'changed through its parent',
    );
    await draft.plan.getByRole('link', { name: /changed through its parent/ }).click();
    await expect(draft.field(ORDERS, 'database')).toHaveValue('pricing');
    await expect(draft.field(ORDERS, 'database')).toBeDisabled();
  });
});
