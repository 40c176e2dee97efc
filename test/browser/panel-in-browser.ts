/** The set-up of every browser test of the panel: one bench and one browser per file, a fresh context and page per test. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startBench, type Bench } from './panel-bench.ts';
import { launchBrowser } from './sandbox-browser.ts';

type ContextOptions = Parameters<Browser['newContext']>[0];

export interface PanelInBrowser {
  readonly bench: Bench;
  readonly context: BrowserContext;
  readonly page: Page;
  /** A new context and page of another kind in place of the test's first. */
  readonly open: (options?: ContextOptions) => Promise<Page>;
  /** Address that an EHR opens for a launch. */
  readonly launchAddress: (iss?: string, launch?: string) => string;
}

export function panelInBrowser(): PanelInBrowser {
  let bench: Bench | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const open = async (options: ContextOptions = {}): Promise<Page> => {
    await context?.close();
    context = await there(browser).newContext({ viewport: { width: 400, height: 900 }, locale: 'en-GB', ...options });
    page = await context.newPage();
    return page;
  };
  beforeAll(async () => {
    bench = await startBench();
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    there(bench).reset();
    await open();
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.close();
  });
  return {
    get bench() {
      return there(bench);
    },
    get context() {
      return there(context);
    },
    get page() {
      return there(page);
    },
    open,
    launchAddress: (iss = `${there(bench).ehr}/fhir`, launch = 'xyz') =>
      `${there(bench).service}/panel/launch.html?iss=${encodeURIComponent(iss)}&launch=${launch}`,
  };
}

function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The set-up of the browser tests has not run');
  return part;
}
