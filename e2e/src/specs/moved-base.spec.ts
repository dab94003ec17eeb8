import { seriousViolations } from '../world/axe';
import { draftOf, keepDraft } from '../world/drafts';
import { expect, test } from '../world/fixtures';

test.use({ changing: true });

const QUOTES = 'prod/redis/quotes';
const NEW = 'prod/redis/cache';
const SOON = { timeout: 30_000 };

test('a draft moves along with Git where nothing collides, and asks which version counts where something does', async ({
  page,
  draft,
  world,
}) => {
  const config = JSON.parse(world.git('show', `main:iac/${QUOTES}/config.json`));
  await draft.begin(QUOTES);
  await draft.field(QUOTES, 'description').fill('Mine');

  await test.step('what Git changes elsewhere in the file is in the draft', async () => {
    world.commit({ [QUOTES]: { ...config, replicas: 4 } }, 'Add replicas');
    await expect(page.getByRole('alert').filter({ hasText: 'moved along with Git' })).toBeVisible(SOON);
    await expect(draft.field(QUOTES, 'replicas')).toHaveValue('4');
    await expect(draft.field(QUOTES, 'description')).toHaveValue('Mine');
    await expect(draft.state).toContainText('1 file');
    await expect(draft.moved).toHaveCount(0);
  });

  await test.step('where both changed the same, the three versions stand side by side', async () => {
    world.commit({ [QUOTES]: { ...config, replicas: 4, description: 'Theirs' } }, 'Say it better');
    await expect(draft.moved).toContainText('Git changed what this draft changes, too: 1 place', SOON);
    await draft.moved.getByRole('button', { name: 'Choose what counts' }).click();
    const place = draft.collisions.getByRole('radiogroup', { name: 'description of quotes' });
    for (const version of [config.description, 'Mine', 'Theirs']) await expect(place).toContainText(version);
    expect(await seriousViolations(page)).toEqual([]);
    await place.getByRole('radio', { name: 'Git’s, now' }).click();
    await draft.collisions.getByRole('button', { name: 'Apply' }).click();
    await expect(draft.moved).toHaveCount(0);
    await expect(draft.field(QUOTES, 'description')).toHaveValue('Theirs');
    await expect(draft.state).toHaveText('Nothing changed yet');
  });

  await test.step('the choice is a step, and the draft goes on', async () => {
    await draft.bar.getByRole('button', { name: 'Undo' }).click();
    await expect(draft.field(QUOTES, 'description')).toHaveValue('Mine');
    await expect(draft.moved).toHaveCount(0);
    await draft.field(QUOTES, 'node_type').fill('cache.m7g.large');
    await expect(draft.state).toContainText('Set node_type');
  });
});

test('a component that both created collides key by key', async ({ page, map, draft, world }) => {
  const created = (config: object) => `${JSON.stringify(config, null, 2)}\n`;
  const mine = draftOf(
    'twice',
    'Twice',
    [[NEW, () => created({ cluster_id: 'c', replicas: 1 })]],
    () => null,
  );
  await map.open('?env=prod');
  await keepDraft(page, mine);
  world.commit({ [NEW]: { cluster_id: 'c', replicas: 3 } }, 'Be first');
  await page.goto(`/?env=prod&draft=twice&sel=${NEW}`);
  await expect(draft.moved).toContainText('1 place', SOON);
  await draft.moved.getByRole('button', { name: 'Choose what counts' }).click();
  const place = draft.collisions.getByRole('radiogroup', { name: 'replicas of cache' });
  await expect(place.getByRole('radio', { name: 'The draft’s' })).toBeChecked();
  await draft.collisions.getByRole('button', { name: 'Apply' }).click();
  await expect(draft.moved).toHaveCount(0);
  await expect(draft.field(NEW, 'replicas')).toHaveValue('1');
  await expect(draft.state).toContainText('1 file');
});
