/** The sandbox with its service and a page in Chromium, started for a file of tests and fresh for each. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startStack, type Stack, type StackOptions } from '../../fixtures/sandbox/stack.ts';
import { launchBrowser, newPage } from './sandbox-browser.ts';

export interface SandboxInBrowser {
  readonly stack: Stack;
  readonly browser: Browser;
  readonly page: Page;
  /** What the page has complained about. */
  readonly complaints: string[];
}

/** On a busy machine a call may take longer than an order may wait: what is tested here is what is answered, not when. */
const PATIENCE = { GENEHOOK_ANSWER_MS: '8000' };

/** To be called in a describe block; its members are there once a test runs. */
export function sandboxInBrowser(options: StackOptions = {}): SandboxInBrowser {
  const at: { -readonly [Name in keyof SandboxInBrowser]?: SandboxInBrowser[Name] } = {};
  beforeAll(async () => {
    [at.stack, at.browser] = await Promise.all([
      startStack({ ...options, serviceSettings: { ...PATIENCE, ...options.serviceSettings } }),
      launchBrowser(),
    ]);
  });
  afterAll(async () => {
    await at.browser?.close();
    await at.stack?.stop();
  });
  beforeEach(async () => {
    const { stack, browser } = at as SandboxInBrowser;
    await fetch(`${stack.url}/api/reset`, { method: 'POST' });
    stack.sandbox.traffic.clear();
    Object.assign(at, await newPage(browser, 1280));
  });
  afterEach(() => at.page?.context().close());
  return at as SandboxInBrowser;
}
