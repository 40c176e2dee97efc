import { describe, expect, it } from 'vitest';
import { countWords, escapeMarkdown, plainText } from './markdown.ts';

describe('text in Markdown', () => {
  it.each([
    ['*2/*2', '\\*2/\\*2'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['http://evil.example and www.evil.example', 'http:\\/\\/evil.example and www\\.evil.example'],
    ['a & b', 'a &amp; b'],
    ['line\nbreak\u202E', 'line break'],
    ['normal metabolizer (2026-07-02, Express Genotyping)', 'normal metabolizer (2 Jul 2026, Express Genotyping)'],
    ['knowledge 2026-05; pgx-2026-05-31 at 2026-05-31T10:00Z', 'knowledge 2026-05; pgx-2026-05-31 at 2026-05-31T10:00Z'],
    ['snake_case `code` ~x~ #1', 'snake\\_case \\`code\\` \\~x\\~ \\#1'],
  ])('%s', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });

  it('keeps plain text on one line', () => {
    expect(plainText('  a\t\tb\r\nc ')).toBe('a b c');
    expect(countWords(' one  two\nthree ')).toBe(3);
  });
});
