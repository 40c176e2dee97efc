/** High contrast: a browser recolours text and boxes by itself, and no drawing. */
import { describe, expect, it } from 'vitest';
import { panelInBrowser } from './panel-in-browser.ts';
import { chromiumPath } from './sandbox-browser.ts';

describe.skipIf(chromiumPath === undefined)('the panel in high contrast', () => {
  const at = panelInBrowser();

  it.each(['Light', 'Dark'])(
    "forced colours on a dark ground: drawings have the reader's two colours though %s was chosen",
    async (look) => {
      const page = await at.open({ viewport: { width: 1280, height: 900 }, forcedColors: 'active', colorScheme: 'dark' });
      await page.goto(`${at.bench.service}/panel/gallery.html?only=tumour`);
      await page.getByLabel('Light or dark').selectOption(look);
      const drawings = page.locator('.track svg, .serial svg, .mark svg');
      await drawings.first().waitFor();
      const painted = () =>
        drawings.locator('path, circle, rect, line, text').evaluateAll((shapes) => [
          ...new Set(
            shapes.flatMap((shape) => {
              const { fill, stroke } = getComputedStyle(shape);
              return [fill, stroke].filter((colour) => colour !== 'none');
            }),
          ),
        ]);
      const [ground, ink] = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(
          document.body.appendChild(Object.assign(document.createElement('p'), { style: 'background:Canvas' })),
        );
        return [backgroundColor, color];
      });
      for (const colour of await painted()) expect([ground, ink]).toContain(colour);
    },
  );
});
