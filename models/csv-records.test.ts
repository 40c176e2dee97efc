import { describe, expect, it } from 'vitest';
import { csvRecords, type CsvRecord } from './csv-records.ts';

async function read(text: string): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(text.split(/\r?\n/))) records.push(record);
  return records;
}

describe('a table as other programs write it', () => {
  it('byte order mark, Windows line ends, empty lines, quoted commas, quotation marks and line breaks', async () => {
    const records = await read('\uFEFFid, note \r\n1,"a, ""b"""\r\n\r\n"2\r\nx",c\r\n');
    expect(records).toEqual([
      { line: 2, row: { id: '1', note: 'a, "b"' }, fault: null },
      { line: 4, row: { id: '2\nx', note: 'c' }, fault: null },
    ]);
  });

  it('a short, a long and an unclosed row are told with their line; the others are read', async () => {
    const records = await read('id,age\n1\n2,70\n3,71,72\n"4,73\n5,74');
    expect(records.map(({ row, fault }) => [row.id, fault])).toEqual([
      ['1', 'line 2 has 1 column instead of 2'],
      ['2', null],
      ['3', 'line 4 has 3 columns instead of 2'],
      ['4', 'a quotation mark in line 5 is not closed'],
      ['5', null],
    ]);
  });

  it('a lost quotation mark costs its own row, however long the table is', async () => {
    const records = await read(`id,age\n"0,1\n${Array.from({ length: 100 }, (_none, i) => `${i + 1},50`).join('\n')}`);
    expect(records.filter(({ fault }) => fault === null)).toHaveLength(100);
  });

  it.each([
    ['id;age\n1;70', 'its columns are separated by “;”; commas are expected'],
    ['id\tage\n1\t70', 'its columns are separated by tabs; commas are expected'],
    ['id,age,age\n1,70,71', 'it has the column age twice'],
    ['', 'it is empty: a header line with column names is needed'],
  ])('%j is refused', async (text, why) => {
    await expect(read(text)).rejects.toThrow(why);
  });
});
