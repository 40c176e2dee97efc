import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInputs, type Input } from './read-inputs.ts';

async function read(text: string): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const input of readInputs(text.split('\n'))) inputs.push(input);
  return inputs;
}

/** `3` = a value read from line 3, `3!` = a fault told for line 3. */
const brief = (inputs: readonly Input[]): string[] => inputs.map((input) => `${input.line}${'fault' in input ? '!' : ''}`);

const pretty = JSON.stringify({ resourceType: 'Bundle', id: 'b', entry: [{ resource: { resourceType: 'Patient', id: 'x{"[' } }] }, null, 2);
const line = (id: string): string => JSON.stringify({ resourceType: 'Patient', id });

describe('inputs of a file', () => {
  it.each<[string, string, string[]]>([
    ['NDJSON', `${line('a')}\n${line('b')}\n`, ['1', '2']],
    ['NDJSON with empty lines, CRLF and a byte order mark', `\uFEFF${line('a')}\r\n\r\n${line('b')}\r\n`, ['1', '3']],
    ['one pretty document', `${pretty}\n`, ['1']],
    ['pretty documents behind each other', `${pretty}\n${pretty}\n${line('a')}\n`, ['1', '13', '25']],
    ['a pretty array', JSON.stringify([{ resourceType: 'Patient' }, { resourceType: 'Observation' }], null, 1), ['1']],
    ['an array with each element on a line of its own', `[\n${line('a')},\n${line('b')}\n]`, ['1']],
    ['an array of one element on its own line', `[\n${line('a')}\n]`, ['1']],
    ['a broken line between good ones', `${line('a')}\nbroken\n${line('b')}`, ['1', '2!', '3']],
    ['a broken line first', `{"resourceType": oops}\n${line('a')}\n${line('b')}`, ['1!', '2', '3']],
    ['a first line cut in the middle', `{"resourceType":"Patient"\n${line('a')}\n${line('b')}`, ['1!', '2', '3']],
    ['a first line cut behind a colon', `{"resourceType":\n${line('a')}\n${line('b')}\n${line('c')}`, ['1!', '2', '3', '4']],
    ['a line cut inside a string', `${line('a')}\n{"resourceType":"Pat\n${line('b')}`, ['1', '2!', '3']],
    ['two broken lines', `x\ny\n${line('a')}`, ['1!', '2!', '3']],
    ['a pretty document with a fault, then a good line', `{\n  "a": 1,\n  oops\n}\n${line('a')}`, ['1!', '5']],
    ['a document that does not end', `{\n  "a": [1,\n`, ['1!']],
    ['numbers and words', `7\n"x"\nnull\ntrue`, ['1', '2', '3', '4']],
    ['nothing', '\n\n', []],
    ['values closed too often', `${line('a')}}\n${line('b')}`, ['1!', '2']],
  ])('%s', async (_name, text, expected) => {
    expect(brief(await read(text))).toEqual(expected);
  });

  it('any JSON value, on one line or over many, comes back as it was', async () => {
    const values = fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom(0, 1, 2), async (documents, indent) => {
        const inputs = await read(documents.map((value) => JSON.stringify(value, null, indent)).join('\n'));
        expect(inputs.map((input) => ('value' in input ? JSON.stringify(input.value) : 'fault'))).toEqual(
          documents.map((value) => JSON.stringify(JSON.parse(JSON.stringify(value)))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('any text gives inputs or faults and never throws; good lines behind it are read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (noise) => {
        const inputs = await read(`${line('first')}\n${noise.replaceAll('\n', ' ')}\n${line('last')}`);
        expect(inputs.at(-1)).toMatchObject({ value: { id: 'last' } });
      }),
      { numRuns: 300 },
    );
  });
});
