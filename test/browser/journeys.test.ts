/**
 * The journeys of the people whom the panel is for, each through the real sandbox, service and panel: the prescriber at the order, the
 * prescriber opening a chart, the pharmacist, the oncologist with the tumour board, the trial nurse. Each at 400 and 1280 px, by keyboard
 * where a hand would reach for it, with axe on what is seen (at 320 px in the narrow ones).
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../fixtures/sandbox/stack.ts';
import { chromiumPath, launchBrowser, newPage, order } from './sandbox-browser.ts';

const ADMIN = 'journeys-admin-token-of-this-test-run-only';
const WIDTHS = [400, 1280];

describe.skipIf(chromiumPath === undefined)('journeys', { timeout: 180_000 }, () => {
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ serviceSettings: { GENEHOOK_ADMIN_TOKEN: ADMIN } }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  beforeEach(async () => {
    await fetch(`${stack.url}/api/reset`, { method: 'POST' });
  });
  afterEach(() => page.context().close());

  const panel = (): FrameLocator => page.frameLocator('aside.panel iframe');
  const advice = () => page.getByRole('region', { name: 'Advice on these orders' });
  const drafts = () => page.getByRole('list', { name: 'Unsigned orders' });
  const start = async (width: number) => {
    ({ page, complaints } = await newPage(browser, width));
  };
  /** The panel on a page of its own, as an EHR opens it beside the chart or full screen. */
  const launchPanel = async (patient: string, appContext?: object): Promise<void> => {
    const answer = await fetch(`${stack.url}/api/launches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ patient, ...(appContext === undefined ? {} : { appContext: JSON.stringify(appContext) }) }),
    });
    const { launch, iss } = (await answer.json()) as { launch: string; iss: string };
    await page.goto(`${stack.serviceUrl}/panel/launch.html?${new URLSearchParams({ iss, launch }).toString()}`);
    await page.locator('.foot code').waitFor({ state: 'attached', timeout: 20_000 });
  };
  const section = async (width: number, name: string): Promise<void> => {
    if (width < 900 && name === 'Report') await page.getByRole('button', { name: 'Report for print' }).press('Enter');
    else await page.getByRole('tab', { name: new RegExp(`^${name}`) }).press('Enter');
  };
  const isSound = async (widths: readonly number[]): Promise<void> => {
    const before = page.viewportSize();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => window.scrollTo(0, 0));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${width}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
    if (before !== null) await page.setViewportSize(before);
  };
  /** The narrow journey is looked at in the narrowest frame; the gallery is at every width (`panel-access.test.ts`). */
  const soundAt = (width: number) => isSound([width === 400 ? 320 : width]);
  /** Decisions as the store has them, for whoever holds the admin token. */
  const stored = async (rule: RegExp): Promise<{ accepted: number; overridden: number; reasons: object } | undefined> => {
    const answer = await fetch(`${stack.serviceUrl}/admin/feedback`, { headers: { authorization: `Bearer ${ADMIN}` } });
    const { rules } = (await answer.json()) as { rules: { rule: string; accepted: number; overridden: number; reasons: object }[] };
    return rules.find((entry) => rule.test(entry.rule) && entry.accepted + entry.overridden > 0);
  };
  const rowOf = (where: Page | FrameLocator, name: RegExp): Locator => where.locator('[data-row]').filter({ hasText: name }).first();

  it.each(WIDTHS)('the prescriber at the order: card, panel at the row, alternative, back in the EHR (%i px)', async (width) => {
    await start(width);
    await order(page, stack.url, 'cyp2c19-stent', 'clopidogrel');
    await advice()
      .getByRole('button', { name: /Genehook/ })
      .press('Enter');
    const opened = panel().getByRole('button', { name: /clopidogrel/, expanded: true });
    await opened.waitFor({ timeout: 20_000 });
    for (const step of ['What we saw', 'How we read it', 'Rule and version', 'What it advises', 'Alternatives'])
      await panel().getByRole('heading', { name: step }).first().waitFor();
    // The first thing on top says drug, act and phenotype.
    expect(await panel().getByRole('region', { name: 'Now', exact: true }).innerText()).toMatch(/clopidogrel[\s\S]*CYP2C19/);
    await soundAt(width);
    const use = panel().getByRole('button', { name: 'Use ticagrelor' });
    await use.focus();
    await use.press('Enter');
    await panel().getByText('The draft order is in the EHR. Complete and sign it there.').waitFor();
    await drafts().getByText('ticagrelor').first().waitFor();
    await expect.poll(() => drafts().getByText('clopidogrel').count()).toBe(0);
    await expect.poll(() => stored(/CYP2C19.*clopidogrel|clopidogrel.*CYP2C19/i)).toMatchObject({ accepted: expect.any(Number) as number });
    await page.getByRole('button', { name: 'Sign order' }).press('Enter');
    await page.getByText('1 order signed').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(WIDTHS)('the prescriber opening a chart: one line of status, what is not tested, the test ordered (%i px)', async (width) => {
    await start(width);
    await page.goto(`${stack.url}/#/patient/no-result`);
    await order(page, stack.url, 'no-result', 'capecitabine');
    await page.getByRole('button', { name: 'Open Genehook panel' }).press('Enter');
    const status = panel().getByRole('list', { name: 'Gene results on file' });
    await status.waitFor({ timeout: 20_000 });
    expect(await status.innerText()).toMatch(/Not tested\s+DPYD/);
    expect(await panel().getByRole('region', { name: 'Now', exact: true }).innerText()).not.toMatch(/no change advised/);
    await rowOf(panel(), /capecitabine/).press('Enter');
    await panel().getByText('Test:').first().waitFor();
    await soundAt(width);
    await panel()
      .getByRole('button', { name: /Order the DPYD test/ })
      .press('Enter');
    await panel().getByText('The draft test order is in the EHR. Complete and sign it there.').waitFor();
    await drafts().getByText(/DPYD/).first().waitFor();
    await panel()
      .getByRole('button', { name: /not checked/ })
      .first()
      .press('Enter');
    await panel().getByText('No result for DPYD.').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(WIDTHS)('the pharmacist: grid before and after, the note, an override with its reason (%i px)', async (width) => {
    await start(width);
    await launchPanel('cyp2d6-paroxetine', { v: 1, view: 'drugs', id: '2670' });
    await page.getByText('codeine').first().waitFor();
    await page.getByRole('button', { name: 'Drug × gene' }).press('Enter');
    await page.getByRole('button', { name: 'Changed by medication' }).press('Enter');
    const line = page.getByRole('row', { name: /codeine/ });
    expect((await line.innerText()).replace(/\s+/g, ' ')).toMatch(/Normal Metabolizer .*→ .*Poor Metabolizer .*paroxetine/i);
    await soundAt(width);
    await line.getByRole('button', { name: 'codeine' }).press('Enter');
    await page.getByRole('heading', { name: 'How we read it' }).first().waitFor();
    await page.locator('.note summary').first().press('Enter');
    const note = page.getByRole('textbox', { name: 'Consult note' });
    expect(await note.inputValue()).toMatch(/CYP2D6[\s\S]*paroxetine[\s\S]*Basis: CPIC[\s\S]*Input hash [0-9a-f]{16}/i);
    await page.getByRole('button', { name: 'Override …' }).press('Enter');
    await page.getByLabel('Specialist advised it').press('Space');
    await page.getByRole('button', { name: 'Record the override' }).press('Enter');
    await page.getByText('Recorded: overridden.').waitFor();
    await expect
      .poll(() => stored(/cyp2d6.*codeine|codeine.*cyp2d6/i))
      .toMatchObject({ reasons: { 'specialist-advised': expect.any(Number) as number } });
    expect(complaints).toEqual([]);
  });

  it.each(WIDTHS)('the oncologist and the board: resistance first, drug against findings, the report on paper (%i px)', async (width) => {
    await start(width);
    await order(page, stack.url, 'nsclc-t790m', 'erlotinib');
    await page.getByRole('button', { name: 'Sign order' }).press('Enter');
    await advice().getByText(/T790M/).first().waitFor();
    await launchPanel('nsclc-t790m', { v: 1, view: 'tumour' });
    expect(await page.getByRole('region', { name: 'Now', exact: true }).innerText()).toMatch(/T790M|erlotinib/);
    const groups = (await page.locator('.explorer .group-title').allInnerTexts()).map((text) => text.replace(/\W*\d+$/, '').trim());
    expect(groups.slice(0, 2)).toEqual(['Resistance', 'Sensitivity']);
    await rowOf(page, /Osimertinib/i).press('Enter');
    await page.getByRole('heading', { name: 'Why this tier' }).first().waitFor();
    await soundAt(width);
    await section(width, 'Report');
    await page.getByRole('heading', { name: /Decision/ }).waitFor();
    const hash = await page.locator('.document-head code').innerText();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download FHIR document' }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe(`genehook-${hash}.fhir.json`);
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ format: width === 400 ? 'A4' : 'Letter' });
    expect(pdf.byteLength).toBeGreaterThan(20_000);
    expect(complaints).toEqual([]);
  });

  it.each(WIDTHS)('the trial nurse: what to find out next, filter, criteria with reasons, the next page (%i px)', async (width) => {
    await start(width);
    await launchPanel('nsclc-l858r');
    await section(width, 'Trials');
    await page.getByText(/Shown: \d+ of \d+\./).waitFor();
    await page.getByRole('region', { name: 'To find out first' }).waitFor();
    await page.locator('.trial-filters summary').press('Enter');
    await page.getByLabel('Only trials for a finding of this patient').press('Space');
    await page.getByText('1 filter on').waitFor();
    await expect.poll(() => page.locator('.trial-busy').innerText()).toBe('');
    const first = page.locator('[data-row]').first();
    expect(await first.innerText()).toContain('asks for a finding of this patient');
    await first.press('Enter');
    const criteria = page.getByRole('table', { name: 'Criteria' }).first();
    await criteria.waitFor();
    expect(await criteria.innerText()).toMatch(/(Met|Unknown|Not met)/);
    await soundAt(width);
    await page.getByRole('button', { name: 'Clear all filters' }).press('Enter');
    await expect.poll(() => page.locator('.trial-busy').innerText()).toBe('');
    const count = async () => Number(/Shown: (\d+) of/.exec(await page.locator('.trial-tools').innerText())?.[1]);
    const before = await count();
    await page.getByRole('button', { name: /^Show \d+ more trials?$/ }).press('Enter');
    await expect.poll(count).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Checklist of the first 3, for print' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Trial checklist' }).waitFor();
    expect(await page.getByRole('table', { name: 'To find out' }).count()).toBe(3);
    await soundAt(width);
    expect(complaints).toEqual([]);
  });
});
