import { describe, expect, it } from 'vitest';
import { markdownLines } from './markdown-text.ts';

describe("a card's detail on a terminal", () => {
  it.each([
    ['**Result:** DPYD c.1905+1G&gt;A (\\*2A)', 'Result: DPYD c.1905+1G>A (*2A)'],
    ['PD-L1 &lt; 1 % &amp;gt; nothing', 'PD-L1 < 1 % &gt; nothing'],
    ['[CPIC](https://example.org/a)', 'CPIC (https://example.org/a)'],
  ])('%s reads %s', (markdown, text) => expect(markdownLines(markdown)).toEqual([text]));
});
