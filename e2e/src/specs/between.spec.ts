import { seriousViolations } from '../world/axe';
import { expect, test } from '../world/fixtures';

const ORDERS = 'dev/ecs-service/orders';
const EVENTS = 'dev/sqs-queue/order-events';
const RELAY = 'dev/sqs-queue/relay';

test('a type dropped on an arrow goes in between where types allow, and says why where they do not', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  const arrow = await composer.middleOfArrow(ORDERS, EVENTS);

  await composer.hold(composer.type('vpc'), arrow);
  await expect(page.getByText('No key of orders is free for vpc.')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole('alert').getByText('No key of orders is free for vpc.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nickname' })).toBeHidden();

  await composer.hold(composer.type('sqs-queue'), arrow);
  await expect(page.getByText('Drop to put it between orders and order-events')).toBeVisible();
  await page.mouse.up();
  await composer.name('relay');
  await expect(map.arrow(ORDERS, RELAY)).toHaveCount(1);
  await expect(map.arrow(RELAY, EVENTS)).toHaveCount(1);
});

test('a card that is there goes in between when it is dragged onto an arrow', async ({
  page,
  map,
  composer,
}) => {
  await composer.open('dev');
  await composer.drag(composer.type('sqs-queue'), { x: 700, y: 760 });
  await composer.name('relay');
  await expect(map.card(RELAY)).toBeVisible();
  await page.getByRole('button', { name: 'Close inspector' }).click();
  await map.settled();

  await composer.hold(map.card(RELAY), await composer.middleOfArrow(ORDERS, EVENTS));
  await expect(page.getByText('Drop to put it between orders and order-events')).toBeVisible();
  await page.mouse.up();
  await expect(map.arrow(ORDERS, RELAY)).toHaveCount(1);
  await expect(map.arrow(RELAY, EVENTS)).toHaveCount(1);
  await expect(composer.bar).toContainText(`Put ${RELAY} between ${ORDERS} and ${EVENTS}`);
});

test('by keys, an arrow says where it is written, takes something in between, and is taken away', async ({
  page,
  map,
  composer,
  inspector,
}) => {
  await composer.open('dev');
  await page.goto(`${page.url()}&sel=${ORDERS}~${EVENTS}`);
  await map.settled();
  await expect(inspector.section('Named at')).toContainText(`iac/${ORDERS}/config.json`);
  await expect(inspector.section('Named at')).toContainText('sqs_queue_nickname');
  expect(await seriousViolations(page)).toEqual([]);
  await inspector.region.getByRole('button', { name: 'Put something in between…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nickname' })).toBeFocused();
  await page.keyboard.type('relay');
  await page.keyboard.press('Enter');
  await expect(map.arrow(ORDERS, RELAY)).toHaveCount(1);

  await page.goto(page.url().replace(/&sel=[^&]*/, `&sel=${ORDERS}~${RELAY}`));
  await inspector.region.getByRole('button', { name: 'Disconnect' }).click();
  await expect(map.arrow(ORDERS, RELAY)).toHaveCount(0);
  await page.goto(page.url().replace(/&sel=[^&]*/, `&sel=${ORDERS}~${EVENTS}`));
  await expect(inspector.region.getByText('The draft takes it away')).toBeVisible();
});

test('an inferred arrow cannot be cut: the inspector shows the value that makes it, and leads there', async ({
  page,
  map,
  composer,
  inspector,
}) => {
  await composer.open('dev');
  const [from, to] = ['dev/serverless-site/www', 'dev/route53-zone/dev'];
  await page.goto(`${page.url()}&sel=${from}~${to}`);
  await map.settled();
  const values = inspector.section('Known by a value');
  await expect(values).toContainText(`iac/${from}/config.json`);
  await expect(values).toContainText('Keyroute53_zone_nameValuedev.halyard.example');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alert')).toContainText('change that value');
  await expect(map.arrow(from, to)).toHaveCount(1);
  await values.getByRole('link', { name: /^Edit / }).click();
  await expect(page).toHaveURL(new RegExp(`sel=${from}$`));
});
