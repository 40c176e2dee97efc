/** What a tumour board prints: nobody can open a fold on paper, so every name that the screen shortens stands there whole. */
import { describe, expect, it } from 'vitest';
import { fullReport } from '../../smart-app/gallery/synthetic-reports.ts';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';

const [anyOrder] = fullReport.orders;
const [anyAdvice] = fullReport.pgx.drugs;
const [anyGene] = fullReport.pgx.genes;
const [anyTrial] = fullReport.trials;
if (anyOrder === undefined || anyAdvice === undefined || anyGene === undefined || anyTrial === undefined)
  throw new Error('The synthetic report has no order, advice, gene or trial');

const DRUGS = ['clopidogrel', 'codeine', 'azathioprine', 'simvastatin', 'escitalopram'];
const GENES = ['CYP2C19', 'CYP2D6', 'TPMT', 'SLCO1B1', 'NUDT15'];
const END = 'and the name of the drug stands at the very end: examplinib';

/** Five drugs that conflict, of which the screen names three; five genes of one state; a long title with six treatments. */
const crowded = {
  ...fullReport,
  orders: DRUGS.map((name) => ({ ...anyOrder, reference: `MedicationRequest/${name}`, text: name, ingredients: [{ name, rxnorm: name }] })),
  taken: [],
  oncology: { variants: [], biomarkers: [], therapies: [] },
  pgx: {
    genes: GENES.map((gene) => ({ ...anyGene, gene })),
    drugs: DRUGS.map((name) => ({
      ...anyAdvice,
      drug: { name, rxnorm: name },
      order: `MedicationRequest/${name}`,
      ruleId: `synthetic:${name}`,
    })),
    untested: [],
  },
  trials: [
    {
      ...anyTrial,
      title: `${'A study of many words in a tumour of many names, '.repeat(6)}${END}`,
      interventions: ['one', 'two', 'three', 'four', 'five', 'sixth-treatment'],
    },
  ],
};

describe.skipIf(chromiumPath === undefined)('the panel on paper', () => {
  const at = panelInBrowser();

  it.each([400, 1280])('the drugs, genes and trials that the screen counts are named at %i px', async (width) => {
    const page = await at.open({ viewport: { width, height: 900 } });
    at.bench.behaviour.report = crowded;
    await page.goto(at.launchAddress());
    const now = page.getByRole('region', { name: 'Now' });
    await now.getByText('2 more in Drugs').first().waitFor({ timeout: 10_000 });
    const text = () => now.innerText();
    expect(await text()).not.toContain('simvastatin, escitalopram');
    await page.emulateMedia({ media: 'print' });
    const printed = await text();
    for (const name of [...DRUGS, ...GENES]) expect(printed).toContain(name);
    expect(printed).not.toMatch(/and \d+ more/);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('tab', { name: /Trials/ }).click();
    const head = page.locator('[data-row]', { hasText: 'A study of many words' });
    expect(await head.innerText()).not.toContain('examplinib');
    await page.emulateMedia({ media: 'print' });
    const row = await head.innerText();
    expect(row).toContain(END);
    expect(row).toContain('sixth-treatment');
    expect(row).not.toMatch(/…|\d+ more/);
  });

  it('the groups of a section stand under its own heading, read aloud on screen and seen on paper', async () => {
    const page = await at.open();
    await page.goto(`${at.bench.service}/panel/gallery.html?only=drugs`);
    const heading = page.getByRole('heading', { name: 'Drugs', level: 2 });
    await heading.waitFor({ state: 'attached' });
    const levels = await page.getByRole('heading').evaluateAll((all) => all.map(({ tagName, textContent }) => `${tagName} ${textContent}`));
    const drugs = levels.indexOf('H2 Drugs');
    expect(levels.indexOf('H2 Now')).toBeLessThan(drugs);
    expect(levels[drugs + 1]).toMatch(/^H3 To act on/);
    expect((await heading.boundingBox())?.width).toBeLessThanOrEqual(1);
    await page.emulateMedia({ media: 'print' });
    expect((await heading.boundingBox())?.width).toBeGreaterThan(100);
    await page.emulateMedia({ media: 'screen' });
    await page
      .locator('.strip')
      .getByRole('button', { name: /not checked/ })
      .click();
    await page.getByRole('heading', { name: 'Not checked', level: 2 }).first().waitFor();
    expect(await page.getByRole('heading', { name: 'Not checked', level: 2 }).count()).toBe(1);
  });

  it('a notice with its sources opened begins where there is room, and leaves no page white', async () => {
    const page = await at.open({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${at.bench.service}/panel/gallery.html?only=tumour`);
    await page.locator('main').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const kept = await page
      .locator('.notice, .row')
      .evaluateAll(
        (boxes) => boxes.filter((box) => box.querySelector('details') !== null && getComputedStyle(box).breakInside !== 'auto').length,
      );
    expect(kept).toBe(0);
  });

  it.each([
    ['no name, no birth date and no number', {}, /Name not readable · Patient\/synthetic-1/],
    ['a name alone', { name: [{ family: 'Example' }] }, /Example · birth date not recorded · Patient\/synthetic-1/],
  ])('a sheet of a patient with %s says whose it is', async (_, known, expected) => {
    const page = await at.open();
    at.bench.behaviour.report = { patient: { id: 'synthetic-1' } };
    await page.route('**/fhir/Patient/*', (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'application/fhir+json',
        body: JSON.stringify({ resourceType: 'Patient', id: 'synthetic-1', ...known }),
      }),
    );
    await page.goto(at.launchAddress());
    await page
      .getByRole('button', { name: /clopidogrel/ })
      .first()
      .waitFor();
    const stamp = () =>
      page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join(''));
    await expect.poll(stamp).toMatch(expected);
  });
});
