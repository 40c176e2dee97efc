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
    ['snake_case `code` ~x~ #1', 'snake\\_case \\`code\\` \\~x\\~ \\#1'],
  ])('%s', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });

  it('keeps plain text on one line', () => {
    expect(plainText('  a\t\tb\r\nc ')).toBe('a b c');
    expect(countWords(' one  two\nthree ')).toBe(3);
  });
});
