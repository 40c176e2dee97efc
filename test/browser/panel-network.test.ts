/** The panel on a slow and on a broken network: what the reader sees, and that nothing unchecked ever looks checked. */
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fullReport } from '../../smart-app/gallery/synthetic-reports.ts';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';

describe.skipIf(chromiumPath === undefined)('the panel on a bad network', () => {
  const at = panelInBrowser();
  const launch = () => at.page.goto(at.launchAddress());
  /** Answers the first report in its own way; from then on the bench answers. */
  const firstReport = async (answer: (route: Route) => Promise<unknown>) => {
    let first = true;
    await at.context.route('**/panel/report', async (route) => {
      if (!first) return route.fallback();
      first = false;
      return answer(route);
    });
  };
  const lines = (...sections: object[]) => sections.map((line) => `${JSON.stringify(line)}\n`).join('');
  const ndjson = (body: string) => (route: Route) => route.fulfill({ contentType: 'application/x-ndjson', body });
  const clopidogrel = () => at.page.getByRole('button', { name: /Stop\s+clopidogrel/ });

  it.each<readonly [string, string, (route: Route) => Promise<unknown>]>([
    ['the service fails (500)', 'The report could not be made', (route) => route.fulfill({ status: 500, body: 'oops' })],
    ['the service is busy (503)', 'The service is busy', (route) => route.fulfill({ status: 503, body: '' })],
    [
      'too many requests (429)',
      'The service is busy',
      (route) => route.fulfill({ status: 429, headers: { 'retry-after': '1' }, body: '' }),
    ],
    ['the connection is refused', 'The service cannot be reached', (route) => route.abort('connectionrefused')],
    ['cut JSON', 'The answer could not be read', (route) => route.fulfill({ contentType: 'application/json', body: '{"report":{"pgx"' })],
    [
      'a sign-in page of the network',
      'The answer could not be read',
      (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }),
    ],
    ['a first line that is no JSON', 'The answer could not be read', ndjson('{"section":\n')],
  ])('%s: says so in words, says that nothing was checked, and asking again leads on', async (_, title, answer) => {
    await firstReport(answer);
    await launch();
    await at.page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await at.page.getByText('Nothing was checked', { exact: false }).count()).toBe(1);
    await at.page.getByRole('button', { name: 'Ask again' }).click();
    await clopidogrel().waitFor();
  });

  it('the chart is not open to this reader (403): says so, and that nothing was checked; asking again would change nothing', async () => {
    await firstReport((route) => route.fulfill({ status: 403, body: '{}' }));
    await launch();
    await at.page.getByRole('heading', { level: 1, name: 'This chart is not open to you here' }).waitFor();
    expect(await at.page.getByText('Nothing was checked', { exact: false }).count()).toBe(1);
    expect(await at.page.getByRole('button', { name: 'Ask again' }).count()).toBe(0);
  });

  it.each<readonly [string, string]>([
    ['ends after the drugs', ''],
    ['breaks inside a line', '{"section":"oncology","onco'],
  ])('a report that %s: what came is shown, the rest is said to be not checked', async (_, tail) => {
    const { patient, orders, pgx } = fullReport;
    const came = lines(
      { section: 'patient', patient: { ...patient, id: 'synthetic-1' } },
      { section: 'orders', orders },
      { section: 'pgx', pgx },
    );
    await firstReport(ndjson(came + tail));
    await launch();
    await clopidogrel().waitFor();
    await at.page.getByText('The report ended early').waitFor();
    await at.page.getByRole('tab', { name: 'Tumour' }).click();
    await at.page.getByText('It was not checked.', { exact: false }).waitFor();
    await at.page.getByRole('button', { name: 'Ask again' }).click();
    await at.page.getByText('Lung adenocarcinoma').first().waitFor();
    expect(await at.page.getByText('The report ended early').count()).toBe(0);
  });

  it.each<readonly [string, object]>([
    ['{}', {}],
    ['a report with empty sections left out', { report: { reportVersion: '1', patient: { id: 'synthetic-1' } } }],
  ])('an empty answer (%s) is no clean bill', async (_, answer) => {
    await firstReport((route) => route.fulfill({ contentType: 'application/json', body: JSON.stringify(answer) }));
    await launch();
    await at.page.getByText('Nothing can be said yet', { exact: false }).waitFor();
    expect(await at.page.getByText('Chart fully read').count()).toBe(0);
    await at.page
      .locator('.strip')
      .getByRole('button', { name: /not checked/ })
      .waitFor();
  });

  it('an answer after twenty seconds: the wait is said at three and at ten seconds, and the report comes', async () => {
    await at.page.clock.install();
    let release = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    await firstReport(async (route) => {
      await waiting;
      await route.fallback();
    });
    await launch();
    const [asked] = await Promise.all([at.page.waitForRequest('**/panel/report'), at.page.locator('.strip').waitFor()]);
    expect(asked.method()).toBe('POST');
    await at.page.clock.runFor(3500);
    await at.page.getByText('Still waiting for results from the chart …').waitFor();
    await at.page.clock.runFor(8000);
    await at.page.getByText('This takes unusually long').waitFor();
    await at.page.getByText('Nothing has been checked yet.', { exact: false }).waitFor();
    await at.page.clock.runFor(8500);
    release();
    await clopidogrel().waitFor();
    expect(await at.page.getByText('This takes unusually long').count()).toBe(0);
  });

  it('no answer at all is given up in the end, and says that nothing was checked', async () => {
    await at.page.clock.install();
    await firstReport(() => new Promise(() => undefined));
    await launch();
    await at.page.locator('.strip').waitFor();
    await at.page.clock.runFor(50_000);
    await at.page.getByRole('heading', { level: 1, name: 'The service did not answer in time' }).waitFor();
    await at.page.getByRole('button', { name: 'Ask again' }).click();
    await clopidogrel().waitFor();
  });

  it('five hundred variants and four hundred orders: the urgent one first, nothing scrolls sideways, a page of rows at a time', async () => {
    const [order] = fullReport.orders;
    at.bench.behaviour.report = {
      orders: [
        ...fullReport.orders,
        ...Array.from({ length: 400 }, (_, index) => ({
          ...order,
          reference: `MedicationRequest/many-${index}`,
          status: 'active',
          text: `Drug number ${index} 10 mg oral tablet`,
          ingredients: [{ name: `drug number ${index}`, rxnorm: `88${index}` }],
        })),
      ],
      oncology: {
        ...fullReport.oncology,
        variants: Array.from({ length: 500 }, (_, index) => ({
          ...fullReport.oncology.variants[0],
          id: `many-${index}`,
          name: `p.Val${index + 1}Glu`,
          pHgvs: `p.Val${index + 1}Glu`,
          cHgvs: `c.${index * 3 + 2}T>A`,
        })),
      },
    };
    await launch();
    await clopidogrel().waitFor();
    expect(await at.page.locator('[data-row]').first().textContent()).toContain('clopidogrel');
    expect(await at.page.locator('[data-row]').count()).toBeLessThan(200);
    await at.page.getByRole('tab', { name: /Tumour/ }).click();
    await at.page.locator('.variants').first().waitFor();
    expect(await at.page.locator('.variants tbody').count()).toBeLessThanOrEqual(60);
    expect(await at.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  });
});
