// Opens a conformance page as a reader does, once on a desktop and once on a phone: filters, opens a failing clause,
// finds the witness in the timeline. Fails on an error in the console, on any request for another resource, and on a
// page that is wider than the screen. Usage: node report.mjs CHROMIUM PAGE [FOLDER-FOR-SCREENSHOTS]
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, file, screenshots] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const screens = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

async function read(page, isPhone) {
  const rows = page.locator('#clauses tbody tr[id]:visible');
  const all = await rows.count();
  assert.ok(all > 100, `${all} clauses are shown`);
  assert.equal(await page.locator('#shown').textContent(), `${all} of ${all} clauses`);
  assert.equal(await page.locator('script').count(), 1, 'a script came from the driver');

  await page.selectOption('#lane', 'concurrent');
  await page.fill('#search', 'rlc');
  const found = await rows.evaluateAll(list => list.map(row => row.id));
  assert.ok(found.length > 0 && found.length < all && found.every(id => id.startsWith('RLC-')), `${found}`);
  await page.fill('#search', 'no clause has these words');
  assert.equal(await rows.count(), 0);

  // The list of failures leads there, whatever the filters say.
  await page.click('[data-open="RLC-05"]');
  const detail = page.locator('#RLC-05 + .detail');
  assert.ok(await detail.locator('pre').isVisible(), 'the explanation is not visible');
  assert.match(await detail.locator('pre').textContent(), /LOST UPDATE[^]*Replay/);

  const witness = detail.locator('[role=tabpanel]:not([hidden]) .op.witness');
  assert.equal(await witness.count(), 2);
  const output = detail.locator('[role=tabpanel]:not([hidden]) output');
  for (const operation of await witness.all()) {
    await operation.scrollIntoViewIfNeeded();
    const box = await operation.boundingBox();
    assert.ok(box.width >= 1 && box.x >= 0 && box.x + box.width <= page.viewportSize().width + 1, JSON.stringify(box));
    const at = [box.x + box.width / 2, box.y + box.height / 2];
    await (isPhone ? page.touchscreen.tap(...at) : page.mouse.move(...at));
    assert.equal(await output.textContent(), await operation.getAttribute('data-text'));
    assert.match(await output.textContent(), /^caller \d+ #\d+ \+1 -> \d+ \[[\d.]+,[\d.]+ ms\], took /);
  }
  const red = await witness.first().locator('rect').evaluate(bar => getComputedStyle(bar).fill);
  const other = await detail.locator('.op:not(.witness) rect').first().evaluate(bar => getComputedStyle(bar).fill);
  assert.notEqual(red, other, 'the witness looks like every other operation');
  assert.ok(await detail.locator('.fault, .moment').count() > 0, 'no fault is drawn');

  // By keyboard: the next operation, then the other key's tab.
  const before = await output.textContent();
  await detail.locator('[role=tabpanel]:not([hidden]) svg.timeline').focus();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await output.textContent(), before);
  await detail.locator('[role=tab][aria-selected=true]').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await detail.locator('[role=tab]').nth(1).getAttribute('aria-selected'), 'true');
  await detail.locator('[role=tab]').first().click();

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= page.viewportSize().width, `the page is ${width} wide`);
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const [name, screen] of Object.entries(screens))
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ ...screen, colorScheme });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const complaints = [];
      page.on('console', message => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', error => complaints.push(`error: ${error.message}`));
      page.on('request', request => { if (request.url() !== address) complaints.push(`request: ${request.url()}`); });
      await page.goto(address);
      if (screenshots) await page.screenshot({ path: path.join(screenshots, `${name}-${colorScheme}-top.png`) });
      try {
        await read(page, name === 'phone');
      } catch (error) {
        throw new Error(`${name}: ${error.message}`, { cause: error });
      }
      if (screenshots) {
        await page.locator('#RLC-05').evaluate(row => row.scrollIntoView());
        await page.screenshot({ path: path.join(screenshots, `${name}-${colorScheme}-witness.png`) });
      }
      assert.deepEqual(complaints, [], name);
      assert.doesNotMatch(await page.title(), /markup$/, 'the driver\'s words ran as a script');
      await context.close();
      if (colorScheme === 'dark') console.log(`${name}: ok`);
    }
} finally {
  await browser.close();
}
