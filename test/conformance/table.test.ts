import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverage, table, TABLE } from './table.ts';

describe('the table of conformance', () => {
  it('every line of the checklist is tested or excused with a reason', () => {
    expect(coverage().open).toEqual([]);
  });

  it('docs/conformance.md is up to date', () => {
    expect(readFileSync(TABLE, 'utf8')).toBe(table());
  });
});
