/** Ways in which records write the system of a code. */
import { describe, expect, it } from 'vitest';
import { HGNC, ICD10CM, LOINC, normaliseSystem, RXNORM, SNOMED } from './systems.ts';

describe('one code system, however it is written', () => {
  it.each([
    ['http://loinc.org', LOINC],
    ['https://LOINC.org/', LOINC],
    ['urn:oid:2.16.840.1.113883.6.1', LOINC],
    ['2.16.840.1.113883.6.1', LOINC],
    // HL7 v2 table 0396.
    ['LN', LOINC],
    ['urn:id:LN', LOINC],
    ['SCT', SNOMED],
    ['I10C', ICD10CM],
    ['SNOMED-CT', SNOMED],
    ['RxNorm', RXNORM],
    ['HGNC', HGNC],
    // A laboratory's own.
    ['L', 'L'],
    ['99LAB', '99LAB'],
    ['http://lab.example/ln', 'http://lab.example/ln'],
    ['', ''],
  ])('%s', (written, system) => {
    expect(normaliseSystem(written)).toBe(system);
  });
});
