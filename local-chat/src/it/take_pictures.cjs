// SPDX-License-Identifier: Apache-2.0
// Pictures of the playground for docs/images: a desk and a phone, by day and by night, and the rules with their faults.
// Those in the docs are of `./usher chat`, so of the shipped rules:
// usage: take_pictures.cjs http://127.0.0.1:PORT DIRECTORY CHROMIUM
const { chromium } = require('playwright-core');
const assert = require('node:assert/strict');

const [endpoint, directory, executablePath] = process.argv.slice(2);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars'];
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

async function open(browser, options) {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(endpoint);
  await page.waitForSelector('body[data-ready]');
  return page;
}

async function newRoom(page) {
  const before = await page.inputValue('#room');
  await page.click('#new-room');
  await page.waitForFunction((room) => document.getElementById('room').value !== room && document.body.dataset.ready, before);
}

async function say(page, user, words) {
  const pane = page.locator('.user').nth(user);
  const before = await pane.locator('.verdict').count();
  await pane.locator('.content').fill(words);
  await pane.locator('.content').press('Enter');
  await pane.locator('.verdict').nth(before).waitFor();
  await pane.locator('.verdict[open] .scale .key.rules, .verdict:not([open])').first().waitFor();
}

/** Waits until every open card has its lines, and for whatever else the browser still draws. */
async function settle(page) {
  await page.waitForFunction(() => [...document.querySelectorAll('.verdict[open]')]
    .every((card) => card.querySelector('.steps, .steps-none') || !card.querySelector('.bar')));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.waitForTimeout(300); // the bars grow
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(width <= 0, `nothing sticks out: ${width}`);
}

async function picture(page, name) {
  await settle(page);
  await page.screenshot({ path: `${directory}/${name}.png` });
}

async function fault(page, selector) {
  await page.click(`#faults button${selector}`);
  await page.waitForSelector(`#faults button${selector}[aria-pressed=true]`);
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: flags });
  const desk = await open(browser, DESK);
  await newRoom(desk);
  await picture(desk, 'playground-empty');
  await say(desk, 0, 'hello everyone 👋');
  await say(desk, 1, 'مرحبا بالجميع، متى تبدأ المباراة؟');
  await say(desk, 0, 'call me on +49 30 901820 after the show');
  await say(desk, 1, 'free skins at http://cheap-skins.example/win');
  await fault(desk, '[data-millis="250"]');
  await say(desk, 0, 'is anyone there?');
  await fault(desk, '[data-kind="none"]');
  await say(desk, 1, `what a goaaaaaaaaaal ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)} 🎉🎉🎉`);
  await picture(desk, 'playground');
  await desk.emulateMedia({ colorScheme: 'dark' });
  await picture(desk, 'playground-dark');
  await desk.emulateMedia({ colorScheme: 'light' });

  await desk.click('#tab-counters');
  await picture(desk, 'playground-counters');
  await desk.click('#tab-requests');
  await picture(desk, 'playground-requests');
  await desk.click('#tab-rules');
  const rules = await desk.inputValue('#rules-text');
  await desk.fill('#rules-text', rules.replace('"action"', '"acton"').replace('"words"', '"wrods"'));
  await desk.click('#check-rules');
  await desk.locator('#rules-said .fault, #rules-said:has-text("Nothing")').first().waitFor();
  await picture(desk, 'playground-rules');
  await desk.fill('#rules-text', rules);
  await desk.click('#tab-moderator');
  await desk.click('#add-user');
  await desk.click('#add-user');
  await say(desk, 2, 'hi all');
  await say(desk, 3, 'four of us now');
  await picture(desk, 'playground-four');
  await desk.close();

  for (const colorScheme of ['light', 'dark']) {
    const phone = await open(browser, { ...PHONE, colorScheme });
    await newRoom(phone);
    await say(phone, 0, 'hello everyone 👋');
    await say(phone, 0, 'call me on +49 30 901820 after the show');
    await phone.locator('.user').first().evaluate((user) => user.scrollIntoView());
    await picture(phone, `playground-phone-${colorScheme}`);
    await phone.locator('.desk').scrollIntoViewIfNeeded();
    await settle(phone);
    await phone.screenshot({ path: `${directory}/playground-phone-whole-${colorScheme}.png`, fullPage: true });
    await phone.close();
  }
  await browser.close();
  console.log('playground: pictures taken');
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
