import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DrugData } from '../../../../fhir-profiles/codes/drug/data.ts';
import { drugTable } from '../../../../fhir-profiles/codes/drug/table.ts';
import { NDC, RXNORM, UNII } from '../../../../fhir-profiles/codes/systems.ts';
import { importRxNorm } from './rxnorm.ts';

/** A made-up release in the layout of the RxNorm files: invented ids, drug names that do not exist. */
const conso = (rxcui: string, tty: string, str: string, sab = 'RXNORM', code = rxcui, suppress = 'N') =>
  [rxcui, 'ENG', '', '', '', '', '', `${rxcui}1`, rxcui, rxcui, '', sab, tty, code, str, '', suppress, '4096', ''].join('|');
const rel = (rxcui1: string, rela: string, rxcui2: string) =>
  [rxcui1, '', 'CUI', 'RO', rxcui2, '', 'CUI', rela, '', '', 'RXNORM', '', '', '', '', '4096', ''].join('|');
const sat = (rxcui: string, atn: string, atv: string) =>
  [rxcui, '', '', '', 'CUI', rxcui, '', '', atn, 'RXNORM', atv, 'N', '4096', ''].join('|');

const FILES = {
  'RXNCONSO.RRF': [
    conso('90001', 'IN', 'novacillin'),
    conso('90002', 'IN', 'clopidogrel'),
    conso('90003', 'PIN', 'novacillin besylate'),
    conso('90004', 'BN', 'Zorvex'),
    conso('90005', 'SCDC', 'novacillin besylate 10 MG'),
    conso('90006', 'SCD', 'novacillin besylate 10 MG Oral Tablet'),
    conso('90007', 'SBD', 'novacillin besylate 10 MG Oral Tablet [Zorvex]'),
    conso('90008', 'SBDG', 'Zorvex Pill'),
    conso('90009', 'SCDG', 'novacillin Pill'),
    conso('90010', 'GPCK', '{30 (novacillin besylate 10 MG Oral Tablet) } Pack'),
    conso('90011', 'SCD', 'withdrawn 5 MG Oral Tablet', 'RXNORM', '90011', 'O'),
    conso('90001', 'SU', 'NOVACILLIN', 'MTHSPL', 'ABCDE12345'),
  ],
  'RXNREL.RRF': [
    rel('90001', 'has_form', '90003'),
    rel('90003', 'has_precise_ingredient', '90005'),
    rel('90001', 'has_ingredient', '90005'),
    rel('90005', 'consists_of', '90006'),
    rel('90006', 'tradename_of', '90007'),
    rel('90001', 'tradename_of', '90004'),
    rel('90009', 'tradename_of', '90008'),
    rel('90001', 'has_ingredient', '90009'),
    rel('90006', 'contains', '90010'),
  ],
  'RXNSAT.RRF': [sat('90006', 'NDC', '99999012301'), sat('90006', 'RXN_STRENGTH', '10')],
};

const EXISTING: DrugData = {
  header: { id: 'rxnorm-drugs', version: 'sample', date: '2024-12-31', licence: 'Public domain', sources: [] },
  ingredients: [['clopidogrel', '32968', ['B01AC04']]],
  aliases: {},
  brands: {},
  classes: {},
  concepts: { '309362': 'clopidogrel 75 MG Oral Tablet' },
  links: {},
  ndc: {},
};

describe('RxNorm Prescribable files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rxnorm-'));
  let table: ReturnType<typeof drugTable>;
  beforeAll(async () => {
    for (const [name, lines] of Object.entries(FILES)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
    table = drugTable(await importRxNorm(folder, EXISTING, '2026-11-03'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['ingredient', RXNORM, '90001'],
    ['precise ingredient', RXNORM, '90003'],
    ['brand name', RXNORM, '90004'],
    ['clinical drug', RXNORM, '90006'],
    ['branded drug', RXNORM, '90007'],
    ['branded dose form group', RXNORM, '90008'],
    ['pack', RXNORM, '90010'],
    ['NDC, eleven digits', NDC, '99999012301'],
    ['NDC, 5-3-2 with hyphens', NDC, '99999-123-01'],
    ['UNII', UNII, 'ABCDE12345'],
  ])('%s leads to the ingredient', (_, system, code) => {
    expect(table.byCode({ system, code })?.ingredients).toEqual([{ name: 'novacillin', rxnorm: '90001' }]);
  });

  it('strength, form and reach come from the name', () => {
    expect(table.byCode({ system: RXNORM, code: '90006' })).toMatchObject({
      doseForm: 'Oral Tablet',
      systemic: true,
      strength: [{ ingredient: 'novacillin', amount: 10, unit: 'mg' }],
    });
  });

  it('keeps what the table knew, leaves out what is suppressed, reads brands in texts', () => {
    expect(table.byCode({ system: RXNORM, code: '309362' })?.ingredients[0]?.name).toBe('clopidogrel');
    expect(table.byCode({ system: RXNORM, code: '90011' })).toBeNull();
    expect(table.byText('ZORVEX 10 MG TAB')?.ingredients).toEqual([{ name: 'novacillin', rxnorm: '90001' }]);
    expect(table.header.version).toBe('RxNorm 2026-11-03');
  });
});
