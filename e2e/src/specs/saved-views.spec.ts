import { QueryBar } from '../pages/query-bar';
import { ViewsMenu } from '../pages/views-menu';
import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

test('a view is saved in this browser, opened, renamed, updated and deleted', async ({
  page,
  map,
  queryBar,
  views,
  palette,
  twins,
}) => {
  await page.goto('/?env=prod&q=type:redis&as=table&sel=prod/redis/sessions');
  await expect(twins.row('sessions')).toBeVisible();
  await views.open();
  await views.save('Caches');
  expect(await seriousViolations(page)).toEqual([]);
  await views.act('Caches', 'Rename');
  await page.getByLabel('New name for Caches').fill('All caches');
  await page.keyboard.press('Enter');
  await expect(views.view('All caches')).toHaveAttribute('aria-current', 'page');

  await page.goto('/?env=dev');
  await map.settled();
  await palette.choose('All caches');
  await expect(queryBar.terms).toHaveText(['type redis']);
  await expect(page).toHaveURL(/env=prod&.*as=table/);
  await expect(page).toHaveURL(/sel=prod\/redis\/sessions/);

  await queryBar.ask('type:redis has:findings');
  await views.open();
  await views.act('All caches', 'Update to what is on screen');
  await expect(views.view('All caches')).toHaveAttribute('aria-current', 'page');
  await views.act('All caches', 'Copy link');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await views.act('All caches', 'Delete');
  await expect(views.view('All caches')).toHaveCount(0);
});

test('a view is shared with others; what they change meanwhile is not overwritten unseen', async ({
  page,
  map,
  views,
  browser,
  world,
}) => {
  await map.open('?env=prod&q=has:findings');
  await views.open();
  await views.save('Trouble');
  await views.act('Trouble', 'Share with everybody');
  await expect(views.view('Trouble').getByLabel('Shared')).toBeVisible();

  const context = await browser.newContext({ baseURL: world.address });
  try {
    const theirs = await context.newPage();
    const theirViews = new ViewsMenu(theirs);
    await theirs.goto('/?env=staging');
    await theirViews.open();
    await theirViews.view('Trouble').click();
    await expect(new QueryBar(theirs).terms).toHaveText(['has findings']);
    await theirViews.open();
    await theirViews.act('Trouble', 'Rename');
    await theirs.getByLabel('New name for Trouble').fill('Big trouble');
    await theirs.keyboard.press('Enter');
    await expect(theirViews.view('Big trouble')).toBeVisible();
  } finally {
    await context.close();
  }

  await views.act('Trouble', 'Delete');
  await expect(views.problem).toContainText('Somebody else changed “Trouble” meanwhile');
  await expect(views.view('Big trouble')).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await views.act('Big trouble', 'Keep only in this browser');
  await expect(views.view('Big trouble').getByLabel('Only in this browser')).toBeVisible();
  await page.reload();
  await views.open();
  await expect(views.view('Big trouble').getByLabel('Only in this browser')).toBeVisible();
});
