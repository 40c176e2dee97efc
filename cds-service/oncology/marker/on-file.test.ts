/** What a card says is on file: the laboratory's own words where it denies something, its reading otherwise. */
import { describe, expect, it } from 'vitest';
import { biomarker } from '../../../test/oncology/facts.ts';
import { onFile } from './on-file.ts';

describe('a marker on file', () => {
  it.each([
    ['MSI-High NOT DETECTED', 'stable', 'MSI-High NOT DETECTED'],
    ['No amplification', 'negative', 'No amplification'],
    ['MSS', 'stable', 'stable'],
  ])('%s (%s): %s', (value, status, said) => {
    expect(onFile('MSI', { biomarkers: [biomarker('MSI', value, { status })] })).toBe(said);
  });
});
