/** Records out of a stream of bytes: whatever form the file has, wherever the chunks end, nothing is lost but what is broken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords, type Split } from '../../cds-service/trial-library/split.ts';

function split(text: string | Uint8Array, size = 7): string[] {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const splitter = splitRecords();
  const found: Split[] = [];
  for (let at = 0; at < bytes.length; at += size) found.push(...splitter.push(Buffer.from(bytes.subarray(at, at + size))));
  found.push(...splitter.end());
  return found.map((one) => {
    const place = `${one.line}${one.inList === undefined ? '' : `#${one.inList}`}`;
    return 'text' in one ? `${place} ${JSON.stringify(JSON.parse(Buffer.from(one.text).toString()))}` : `${place}! ${one.fault}`;
  });
}
const pretty = (value: unknown) => JSON.stringify(value, null, 2);

describe('records of a file', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['one a line', '{"a":1}\n{"a":2}\n', ['1 {"a":1}', '2 {"a":2}']],
    ['one a line, CRLF, empty lines, no end of line', '{"a":1}\r\n\r\n{"a":2}', ['1 {"a":1}', '3 {"a":2}']],
    ['two in a line', '{"a":1} {"a":2}', ['1 {"a":1}', '1 {"a":2}']],
    ['a list', '[{"a":1},{"a":[1,{"b":"]}"}]}]', ['1#1 {"a":1}', '1#2 {"a":[1,{"b":"]}"}]}']],
    ['a list of many lines', pretty([{ a: 1 }, { a: 2 }]), ['2#1 {"a":1}', '5#2 {"a":2}']],
    ['an answer of the registry', '{"totalCount":2,"studies":[{"a":1},{"a":2}],"nextPageToken":"x"}', ['1#1 {"a":1}', '1#2 {"a":2}']],
    [
      'an answer with other things beside it',
      '{"m":{"x":[1]},"data":[{"a":1}],"n":{"y":{}},"z":[3]}\n{"a":2}',
      ['1#1 {"a":1}', '2 {"a":2}'],
    ],
    [
      'an answer of the older API',
      pretty({ FullStudiesResponse: { APIVrs: '1', FullStudies: [{ Rank: 1, Study: { s: 1 } }, { Rank: 2 }] } }),
      ['5#1 {"Rank":1,"Study":{"s":1}}', '11#2 {"Rank":2}'],
    ],
    ['a record with a list deeper in it', '{"x":{"studies":[{"a":1}]}}', ['1 {"x":{"studies":[{"a":1}]}}']],
    [
      'strings with quotes, backslashes, brackets',
      String.raw`{"a":"\\"}` + '\n' + String.raw`{"a":"\"{[\\\" \n"}`,
      ['1 {"a":"\\\\"}', '2 {"a":"\\"{[\\\\\\" \\n"}'],
    ],
    ['nothing', '', []],
    ['empty lists', '[]\n{"studies":[]}\n', []],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 2, 7, 10_000]) expect(split(text, size)).toEqual(expected);
  });
});

describe('what is broken', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a line in its text', '{"a":1}\n{"a":"x\n{"a":3}\n', ['1 {"a":1}', '2! not JSON', '3 {"a":3}']],
    ['a line behind a comma', '{"a":1,\n{"a":2}\n{"a":3}', ['1! not JSON', '2 {"a":2}', '3 {"a":3}']],
    ['a line behind a colon', '{"a":\n{"a":2}\n{"a":3}', ['1! not JSON', '2 {"a":2}', '3 {"a":3}']],
    ['a line behind a bracket', '{"a":[\n{"a":2}\n{"a":3}', ['1! not JSON', '2 {"a":2}', '3 {"a":3}']],
    ['the last line', '{"a":1}\n{"a":[{"b"', ['1 {"a":1}', '2! not JSON: the record does not end']],
    ['no JSON at all in between', '{"a":1}\nnonsense here\n<html>\n{"a":2}', ['1 {"a":1}', '2! not JSON', '3! not JSON', '4 {"a":2}']],
    ['a bracket too many', '{"a":1}}\n{"a":2}', ['1 {"a":1}', '1! not JSON', '2 {"a":2}']],
    ['a cut-off list', '[\n{"a":1},\n{"a":2},\n{"a"', ['2#1 {"a":1}', '3#2 {"a":2}', '4#3! not JSON: the record does not end']],
    [
      'a list without its end',
      '[{"a":1},\n{"a":2}\n',
      ['1#1 {"a":1}', '2#2 {"a":2}', '3! the list does not end; what came before was read'],
    ],
    ['one of a list', '[\n  {"a":1},\n  {"a":"x},\n  {"a":3}\n]\n', ['2#1 {"a":1}', '3#2! not JSON', '4#3 {"a":3}']],
    [
      'one of an indented list',
      '{"studies": [\n  {\n    "a": 1\n  },\n  {\n    "a": oops"\n  },\n  {\n    "a": 3\n  }\n]}\n',
      ['2#1 {"a":1}', '5#2! not JSON', '8#3 {"a":3}'],
    ],
    [
      'one of a list in one line',
      '[{"a":1},{"a":"x\n{"b":1}',
      ['1#1 {"a":1}', '1#2! not JSON; what follows in this line was not read', '2 {"b":1}'],
    ],
  ])('%s', (_, text, expected) => {
    for (const size of [1, 3, 10_000]) expect(split(text, size)).toEqual(expected);
  });

  it('never swallows a whole line behind a broken one, wherever that was cut', () => {
    const record = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify({ v: value, w: 'x' }));
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 2, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (lines, which, cut, size) => {
          const at = which % lines.length;
          const half = (lines[at] ?? '').slice(0, 1 + (cut % ((lines[at] ?? '').length - 1)));
          const text = lines.map((line, n) => (n === at ? half : line)).join('\n');
          const found = split(text, size);
          const others = lines.flatMap((line, n) => (n === at ? [] : [`${n + 1} ${JSON.stringify(JSON.parse(line))}`]));
          expect(found.filter((one) => !/^\d+!/.test(one))).toEqual(expect.arrayContaining(others));
          expect(found.filter((one) => /^\d+!/.test(one))).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });
  it('any JSON is found whole, however the chunks fall', () => {
    const value = fc.dictionary(
      fc.string().filter((name) => !/^(?:studies|data|FullStudies\w*)$/.test(name)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 2), (values, size, indent) => {
        const expected = values.map((one) => JSON.stringify(JSON.parse(JSON.stringify(one))));
        const texts = (text: string) => split(text, size).map((one) => one.replace(/^\S+ /, ''));
        expect(texts(JSON.stringify(values, null, indent))).toEqual(expected);
        expect(texts(JSON.stringify({ totalCount: 1, studies: values, end: { x: [1] } }, null, indent))).toEqual(expected);
        expect(texts(values.map((one) => JSON.stringify(one, null, indent)).join('\n'))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
