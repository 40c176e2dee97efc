import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingName, codonsOf, hitsSpliceSite, parseCoding } from './coding.ts';
import { parseExpression } from './expression.ts';
import { armDeletion, fusionOfKaryotype } from './karyotype.ts';
import { parseTerm } from './parse-term.ts';
import { parseProtein, proteinHgvs, proteinName } from './protein.ts';
import { processorTime } from '../../../../test/cost.ts';

const GENES = new Set([
  'EGFR',
  'ERBB2',
  'KRAS',
  'BRAF',
  'ALK',
  'EML4',
  'MET',
  'FLT3',
  'BCR',
  'ABL1',
  'PML',
  'RARA',
  'TERT',
  'PTEN',
  'BRCA1',
  'NTRK1',
  'RET',
]);
const genes = {
  symbol: (name: string) => {
    const upper = name.toUpperCase();
    return upper === 'HER2' || upper === 'HER2/NEU' ? 'ERBB2' : GENES.has(upper) ? upper : null;
  },
};

describe('protein changes, one spelling for every notation', () => {
  it.each([
    ['p.Leu858Arg', 'L858R'],
    ['p.(Leu858Arg)', 'L858R'],
    ['NP_005219.2:p.Leu858Arg', 'L858R'],
    ['L858R', 'L858R'],
    ['l858r', 'L858R'],
    ['p.Glu746_Ala750del', 'E746_A750del'],
    ['E746_A750delELREA', 'E746_A750del'],
    ['E746-A750del', 'E746_A750del'],
    ['E746_T751>I', 'E746_T751delinsI'],
    ['p.Leu747_Pro753delinsSer', 'L747_P753delinsS'],
    ['p.Asp770_Asn771insSerValAsp', 'D770_N771insSVD'],
    ['p.Ala767_Val769dup', 'A767_V769dup'],
    ['V560DEL', 'V560del'],
    ['W288FS', 'W288fs'],
    ['p.Trp288CysfsTer12', 'W288fs'],
    ['p.Glu23ValfsTer17', 'E23fs'],
    ['p.Arg213*', 'R213*'],
    ['p.Arg213Ter', 'R213*'],
    ['p.Leu858=', 'L858='],
    ['p.Met1?', 'M1?'],
    ['p.Tyr772_Ala775dup', 'Y772_A775dup'],
    ['M774DELINSWLV', 'M774delinsWLV'],
  ])('%s is %s', (written, name) => {
    const change = parseProtein(written);
    expect(change && proteinName(change)).toBe(name);
  });

  it.each([
    '',
    'exon 19 deletion',
    'c.2573T>G',
    'amplification',
    'T17 DELETION',
    'Y1092 PHOSPHORYLATION',
    'rs121434568',
    'E20;A20',
    '858',
    'p.',
  ])('%s is no protein change', (text) => {
    expect(parseProtein(text)).toBeNull();
  });

  const residue = fc.constantFrom(...'ACDEFGHIKLMNPQRSTVWY');
  it('reads its own one-letter and three-letter spelling back, whatever the change', () => {
    fc.assert(
      fc.property(
        residue,
        fc.integer({ min: 2, max: 3000 }),
        residue,
        fc.integer({ min: 1, max: 60 }),
        fc.array(residue, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('sub', 'del', 'ins', 'dup', 'delins', 'fs', 'stop'),
        (from, start, to, length, letters, kind) => {
          const end = kind === 'ins' ? start + 1 : start + length;
          const range = `${from}${start}_${to}${end}`;
          const sub = letters[0] === from ? 'stop' : 'sub';
          const text = {
            sub: sub === 'sub' ? `${from}${start}${letters[0] ?? 'A'}` : `${from}${start}*`,
            del: `${range}del`,
            ins: `${range}ins${letters.join('')}`,
            dup: `${range}dup`,
            delins: `${range}delins${letters.join('')}`,
            fs: `${from}${start}fs`,
            stop: `${from}${start}*`,
          }[kind];
          const change = parseProtein(text);
          expect(change).not.toBeNull();
          if (!change) return;
          expect(proteinName(change)).toBe(text);
          expect(parseProtein(proteinHgvs(change))).toEqual(change);
          expect(parseProtein(`p.(${text})`)).toEqual(change);
        },
      ),
    );
  });

  it('never throws and never invents a change for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const change = parseProtein(text);
        if (change) expect(change.start).toBeGreaterThan(0);
      }),
    );
  });
});

describe('coding changes', () => {
  it('counts codons and the frame', () => {
    const deletion = parseCoding('NM_005228.5:c.2235_2249del');
    expect(deletion && codonsOf(deletion)).toEqual([745, 750]);
    expect(deletion?.netBases).toBe(-15);
    expect(parseCoding('c.2310_2311insGGT')?.netBases).toBe(3);
    expect(parseCoding('c.2303_2311dup')?.netBases).toBe(9);
    expect(parseCoding('c.68_69del')?.netBases).toBe(-2);
  });
  it('knows splice sites from deeper introns', () => {
    const hits = (text: string) => {
      const change = parseCoding(text);
      return change !== null && hitsSpliceSite(change);
    };
    expect(hits('c.3082+1G>T')).toBe(true);
    expect(hits('c.2942-2A>G')).toBe(true);
    expect(hits('c.3069_3082+25del')).toBe(true);
    expect(hits('c.3082+30G>T')).toBe(false);
    expect(hits('c.2573T>G')).toBe(false);
  });
  it('spells the same change in one way', () => {
    expect(codingName('NM_005228.5:c.2235_2249delGGAATTAAGAGAAGC')).toBe('c.2235_2249del');
    expect(codingName('c.2573t>g')).toBe('c.2573T>G');
    expect(codingName('c.2237_2255delinsT')).toBe('c.2237_2255delinsT');
  });
  it('reads any position back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 0, max: 50 }), (start, length) => {
        const change = parseCoding(`c.${start}_${start + length}del`);
        expect(change?.netBases).toBe(-(length + 1));
      }),
    );
  });
});

describe('names of classes', () => {
  it.each([
    ['EGFR Exon 19 Deletion', { kind: 'exon', gene: 'EGFR', exons: [19, 19], change: 'deletion', rare: false }],
    ['EGFR ex19del', { kind: 'exon', gene: 'EGFR', exons: [19, 19], change: 'deletion', rare: false }],
    ['EGFR exon 20 insertion', { kind: 'exon', gene: 'EGFR', exons: [20, 20], change: 'insertion', rare: false }],
    ['EGFRvIII', { kind: 'exon', gene: 'EGFR', exons: [2, 7], change: 'deletion', rare: false }],
    ['METex14', { kind: 'skipping', gene: 'MET', exon: 14 }],
    ['MET exon 14 skipping', { kind: 'skipping', gene: 'MET', exon: 14 }],
    ['HER2 amplification', { kind: 'copy', gene: 'ERBB2', change: 'amplification' }],
    ['amplification of HER2', { kind: 'copy', gene: 'ERBB2', change: 'amplification' }],
    ['KRAS wild-type', { kind: 'wild-type', gene: 'KRAS' }],
    ['FLT3-ITD', { kind: 'internal-duplication', gene: 'FLT3' }],
    ['TERT promoter mutation', { kind: 'promoter', gene: 'TERT' }],
    ['BRCA1 loss-of-function', { kind: 'mutation', gene: 'BRCA1', effect: 'loss', rare: false }],
    ['KRAS G12/G13', { kind: 'codons', gene: 'KRAS', codons: [12, 13], except: false }],
    ['EML4-ALK', { kind: 'fusion', five: 'EML4', three: 'ALK', ordered: false, breaks: null }],
    ['EML4/ALK fusion', { kind: 'fusion', five: 'EML4', three: 'ALK', ordered: false, breaks: null }],
    ['EML4::ALK', { kind: 'fusion', five: 'EML4', three: 'ALK', ordered: true, breaks: null }],
    ['v::NTRK1 Fusion', { kind: 'fusion', five: null, three: 'NTRK1', ordered: true, breaks: null }],
    ['ALK rearrangement', { kind: 'fusion', five: 'ALK', three: null, ordered: false, breaks: null }],
    ['KIF5B-RET', { kind: 'fusion', five: 'KIF5B', three: 'RET', ordered: false, breaks: null }],
    ['BCR-ABL', { kind: 'fusion', five: 'BCR', three: 'ABL1', ordered: false, breaks: null }],
    ['t(9;22)(q34;q11)', { kind: 'fusion', five: 'BCR', three: 'ABL1', ordered: true, breaks: null }],
    ['del(5)(q13q33)', { kind: 'arm-deletion', arm: '5q' }],
    ['TMB High', { kind: 'marker', marker: 'TMB', status: 'high', method: null, min: 10 }],
    ['PD-L1 CPS>=10', { kind: 'marker', marker: 'PD-L1', status: 'at-least', method: 'CPS', min: 10 }],
  ] as const)('%s', (text, term) => {
    expect(parseTerm(text, genes)).toEqual(term);
  });

  it('takes the gene from the context when the text names none', () => {
    expect(parseTerm('exon 19 deletion', genes, 'EGFR')).toEqual({
      kind: 'exon',
      gene: 'EGFR',
      exons: [19, 19],
      change: 'deletion',
      rare: false,
    });
    expect(parseTerm('exon 19 deletion', genes)).toBeNull();
  });
  it('reads a gain as no amplification, and no sense into nonsense', () => {
    expect(parseTerm('EGFR gain', genes)).toEqual({ kind: 'copy', gene: 'EGFR', change: 'gain' });
    expect(parseTerm('EGFR something new', genes)).toBeNull();
  });
  it('stays fast and quiet on any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void parseTerm(text, genes, 'EGFR')));
    const texts = ['('.repeat(5000), 'A1'.repeat(3000), 'exon 1 '.repeat(2000), 'del('.repeat(3000), '-'.repeat(9000)];
    const all = (): void => texts.forEach((text) => void parseTerm(text, genes, 'EGFR'));
    expect(processorTime(1500, all)).toBeLessThan(1500);
  });
});

describe('karyotypes and expressions', () => {
  it('names the fusion of a translocation', () => {
    expect(fusionOfKaryotype('46,XX,t(15;17)(q24;q21)[18]')).toEqual(['PML', 'RARA']);
    expect(fusionOfKaryotype('46,XY')).toBeNull();
    expect(armDeletion('del(17)(p13)')).toBe('17p');
    expect(armDeletion('5q-')).toBe('5q');
  });
  it('keeps AND, OR, NOT and brackets', () => {
    expect(parseExpression('A 1 AND ( B 2 OR C 3 )')).toEqual({ and: ['A 1', { or: ['B 2', 'C 3'] }] });
    expect(parseExpression('MET Amplification AND NOT KRAS Mutation')).toEqual({ and: ['MET Amplification', { not: 'KRAS Mutation' }] });
    expect(parseExpression('VHL R200W (c.598C>T)')).toBe('VHL R200W (c.598C>T)');
    expect(() => parseExpression('( A OR B')).toThrow(/bracket/);
  });
});
