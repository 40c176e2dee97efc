import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { patient, protein, tumour, biomarker, variant } from '../../test/oncology/facts.ts';
import { shippedOncology } from '../../test/oncology/knowledge.ts';
import { reportOf } from '../../test/oncology/report.ts';
import { patientReportSchema } from '../report/index.ts';
import { matchTherapies } from './index.ts';

const knowledge = shippedOncology();
const oncologyOf = (...args: Parameters<typeof patient>) => matchTherapies(patient(...args), knowledge).oncology;

describe('what was examined goes with the result', () => {
  it('a fraction from plasma and one from tissue say so; one that does not say says nothing', () => {
    const { variants } = oncologyOf({
      variants: [
        protein('EGFR', 'p.Thr790Met', { specimen: 'Plasma' }),
        protein('EGFR', 'p.Leu858Arg', { specimen: 'Tumour tissue' }),
        protein('EGFR', 'p.Cys797Ser'),
      ],
      tumours: [tumour('LUAD')],
    });
    expect(variants.map(({ specimen }) => specimen)).toEqual(['Plasma', 'Tumour tissue', undefined]);
  });
  it('so does a marker', () => {
    const { biomarkers } = oncologyOf({ biomarkers: [{ ...biomarker('TMB', 12), specimen: 'Plasma' }], tumours: [tumour('LUAD')] });
    expect(biomarkers.map(({ specimen }) => specimen)).toEqual(['Plasma']);
  });
});

describe('exons for drawing', () => {
  const maps = (...changes: readonly (readonly [string, string])[]) =>
    oncologyOf({ variants: changes.map(([gene, change]) => protein(gene, change)), tumours: [tumour('LUAD')] }).proteins ?? [];
  const exonsOf = (residue: number, [map]: ReturnType<typeof maps>) =>
    map?.exons.filter(({ from, to }) => from <= residue && residue <= to).map(({ exon }) => exon);

  it('EGFR T790M and L858R: exons 20 and 21 of the reference transcript, the protein to its end', () => {
    const drawn = maps(['EGFR', 'p.Thr790Met'], ['EGFR', 'p.Leu858Arg']);
    expect(drawn).toMatchObject([{ gene: 'EGFR', transcript: 'NM_005228.5', length: 1210 }]);
    expect([790, 858].map((residue) => exonsOf(residue, drawn))).toEqual([[20], [21]]);
  });
  it('BRAF is drawn as far as its numbering is shown to hold, without a length', () => {
    const drawn = maps(['BRAF', 'p.Val600Glu'], ['BRAF', 'p.Gly469Ala']);
    expect(drawn[0]?.length).toBeUndefined();
    expect(exonsOf(600, drawn)).toEqual([15]);
  });
  it.each([
    [
      'MET, whose table counts on another transcript',
      [
        ['MET', 'p.Asp1228Asn'],
        ['MET', 'p.Tyr1230Cys'],
      ],
    ],
    [
      'a change beyond what is shown',
      [
        ['KRAS', 'p.Gly12Asp'],
        ['KRAS', 'p.Arg161Cys'],
      ],
    ],
    ['one change only', [['EGFR', 'p.Leu858Arg']]],
    [
      'the same change twice',
      [
        ['EGFR', 'p.Leu858Arg'],
        ['EGFR', 'p.Leu858Arg'],
      ],
    ],
  ] as const)('no exon is drawn: %s', (_, changes) => {
    expect(maps(...changes)).toEqual([]);
  });
  it('the report with specimen and exons keeps its schema', () => {
    const facts = patient({
      variants: [protein('EGFR', 'p.Thr790Met', { specimen: 'Plasma' }), protein('EGFR', 'p.Leu858Arg')],
      tumours: [tumour('LUAD')],
    });
    const validate = new Ajv2020({ strict: false }).compile(patientReportSchema);
    expect(validate(reportOf(facts)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('an exon is worked out only where the residues are known to be numbered as laboratories number them', () => {
  it.each([
    ['EGFR', { pHgvs: 'p.Leu858Arg' }, 'read as exon 21, missense'],
    ['BRAF', { pHgvs: 'p.Val600Glu' }, 'read as exon 15, missense'],
    ['NPM1', { pHgvs: 'p.Trp288CysfsTer12' }, 'read as exon 11, frameshift'],
    ['PDGFRB', { pHgvs: 'p.Val561Asp' }, 'read as missense'],
    ['MET', { pHgvs: 'p.Asp1228Asn' }, 'read as missense'],
    ['FGFR3', { pHgvs: 'p.Ser249Cys' }, 'read as missense'],
    ['PDGFRB', { pHgvs: 'p.Val561Asp', exon: '12' }, 'read as exon 12, missense'],
  ])('%s %o: %s', (gene, parts, said) => {
    const [row] = oncologyOf({ variants: [variant(gene, parts)], tumours: [tumour('LUAD')] }).variants;
    expect(row?.because?.[0]).toBe(said);
  });
});

describe('names on the card', () => {
  it.each([
    ['NM_007294.3(BRCA1):exon13_to_exon15del', 'BRCA1 exon 13 to 15 deletion'],
    ['exon13_exon15dup', 'BRCA1 exon 13 to 15 duplication'],
    ['NM_007294.3:ex2del', 'BRCA1 exon 2 deletion'],
  ])('%s is named by its exons, not by its place on the chromosome', (written, name) => {
    const fact = variant('BRCA1', { kind: 'indel', gHgvs: 'g.48797222_48802366del', names: [written], classification: 'pathogenic' });
    expect(oncologyOf({ variants: [fact], tumours: [tumour('HGSOC')] }).variants.map(({ name: shown }) => shown)).toEqual([name]);
  });
});
