/** A gene answered exon by exon, and places in other languages: the finding is never swallowed by the denials beside it, nor a denial taken for a finding. */
import { describe, expect, it } from 'vitest';
import { board, lines, type Resource } from './board.ts';

const LUNG = 'Non-small cell lung cancer';
const verdict = (value: string, drug = 'osimertinib', tumour = LUNG, name = 'EGFR mutation analysis'): string | undefined =>
  board(tumour, lines([[name, value]]), drug).fit?.verdict;

describe('EGFR exon by exon before osimertinib', () => {
  it.each([
    ['Exon 18: negative, Exon 19: deletion, Exon 20: negative, Exon 21: negative', 'fits'],
    ['Exon 18: wild type, exon 19: wild type, exon 20: wild type, exon 21: L858R', 'fits'],
    ['Exon 18: WT, 19: del, 20: WT, 21: WT', 'fits'],
    ['Exon 18: Wildtyp, Exon 19: Deletion, Exon 20: Wildtyp, Exon 21: Wildtyp', 'fits'],
    ['Exon 18 : absence de mutation ; exon 19 : délétion ; exon 20 : absence de mutation', 'fits'],
    ['Exón 18: no mutado. Exón 19: deleción. Exón 20: no mutado. Exón 21: no mutado.', 'fits'],
    ['Exon 18, 20, 21: wild type, Exon 19: p.E746_A750del', 'fits'],
    ['Exon 18 wild type. Exon 19 wild type. Exon 20 wild type. Exon 21 wild type.', 'biomarker-negative'],
  ])('%s: %s', (value, expected) => {
    expect(verdict(value)).toBe(expected);
  });

  it.each([
    'Exon 18: negative, Exon 19: see comment, Exon 20: negative',
    'Exon 18: no mutation detected; exon 19: no mutation detected; exon 20: insufficient; exon 21: no mutation detected',
    'Exon 19 deletion, T790M not detected',
    'L858R mutation, T790M negative',
  ])('%s is neither a finding nor a negative, and is told', (value) => {
    const { fit, report } = board(LUNG, lines([['EGFR mutation analysis', value]]), 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-open');
    expect(report.warnings.map(({ message }) => message).join(' ')).toContain('was not used');
  });

  it('codons of KRAS: a mutation of codon 61 beside wild type of codons 12 and 13', () => {
    expect(verdict('Codon 12/13: wild type, codon 61: Q61H', 'panitumumab', 'Colorectal cancer', 'KRAS')).toBe('contradicted');
  });
});

describe('places in other languages', () => {
  it.each([
    'Kein Nachweis einer Mutation in Exon 18-21',
    'Keine Mutation in den Exons 18 bis 21 nachgewiesen',
    'Mutation in Exon 18 bis 21 nicht nachgewiesen',
    'Absence de mutation dans les exons 18 à 21',
    'Pas de mutation détectée dans les exons 18, 19, 20 et 21',
    'No se detectan mutaciones en los exones 18 a 21',
    'Nessuna mutazione negli esoni 18-21',
    'Geen mutatie aangetoond in exon 18 t/m 21',
    'Não foram detectadas mutações nos éxons 18 a 21',
    'Non sono state rilevate mutazioni negli esoni 18, 19, 20 e 21',
    'No se han detectado mutaciones en los exones 18, 19, 20 y 21',
  ])('%s is a negative of what was looked at', (value) => {
    const { fit, variants } = board(LUNG, lines([['EGFR mutation analysis', value]]), 'osimertinib');
    expect(fit?.verdict).toBe('biomarker-negative');
    expect(variants.join()).toMatch(/^EGFR exons? (?:18-21|18, 19, 20 and 21)$/);
  });

  it.each([
    'Nachweis einer Deletion in Exon 19',
    'Deletion im Exon 19 nachgewiesen',
    "Délétion de l'exon 19 détectée",
    'Deleción del exón 19 detectada',
    "Delezione dell'esone 19 rilevata",
    'Deletie in exon 19 aangetoond',
    'Deleção no exon 19 detectada',
    'Deleção do éxon 19 detectada',
  ])('%s is the deletion', (value) => {
    const { fit, variants } = board(LUNG, lines([['EGFR mutation analysis', value]]), 'osimertinib');
    expect(fit?.verdict).toBe('fits');
    expect(variants).toEqual(['EGFR exon 19 deletion']);
  });

  it.each(['No exon 19 deletion', 'Keine Deletion in Exon 19 nachgewiesen', 'Não se detectou deleção no exon 19'])(
    '%s is no deletion',
    (value) => {
      expect(verdict(value)).not.toBe('fits');
    },
  );
});

describe('a rearrangement in other languages, under a test that does not say what it looks for', () => {
  const answered = (value: string, name = 'ALK'): unknown =>
    board(LUNG, lines([[name, value]]), 'alectinib').report.oncology.variants.map(({ name: said, present }) => [said, present]);

  it.each([
    'ALK-Translokation nachgewiesen',
    'Rearrangierung nachgewiesen',
    'Translocación de ALK detectada',
    'Réarrangement du gène ALK détecté',
    'Riarrangiamento di ALK presente',
    'Rearranjo de ALK presente',
  ])('%s is found', (value) => {
    expect(answered(value)).toEqual([['ALK fusion', true]]);
  });

  it.each([
    'Keine ALK-Translokation nachweisbar',
    'Pas de réarrangement du gène ALK',
    'Geen ALK-translocatie',
    'Sin reordenamiento de ALK',
  ])('%s is not there, and says nothing of another gene', (value) => {
    expect(answered(value)).toEqual([['ALK fusion', false]]);
    expect(answered(value, 'ALK, ROS1, RET')).toEqual([['ALK fusion', false]]);
  });

  it('that a translocation cannot be excluded is no finding', () => {
    expect(JSON.stringify(answered('ALK-Translokation nicht auszuschließen'))).not.toMatch(/true|false/);
  });
});

describe('changes under a heading, and shares below what can be seen', () => {
  const answered = (value: string): unknown =>
    board(LUNG, lines([['EGFR', value]]), 'osimertinib').report.oncology.variants.map(
      ({ name, present }) => `${name.replace('EGFR ', '')} ${present}`,
    );

  it.each([
    ['Detected: L858R. Not detected: T790M, C797S', ['p.Leu858Arg true', 'p.Thr790Met false', 'p.Cys797Ser false']],
    ['Not detected: exon 19 deletion, T790M. Detected: L858R', ['exon 19 deletion false', 'p.Thr790Met false', 'p.Leu858Arg true']],
    ['Not detected: G719X; S768I; L861Q. Detected: L858R', ['G719X false', 'p.Ser768Ile false', 'p.Leu861Gln false', 'p.Leu858Arg true']],
    ['T790M <0.1%', ['p.Thr790Met false']],
    ['L858R 12.3%, T790M <0.1%', ['p.Leu858Arg true', 'p.Thr790Met false']],
    ['Positive for L858R (VAF <1%)', ['p.Leu858Arg true']],
    ['L858R detected (<1%); T790M <0.1%', ['p.Leu858Arg true', 'p.Thr790Met false']],
    ['T790M: below limit of detection; L858R: 3.4%', ['p.Thr790Met false', 'p.Leu858Arg true']],
  ])('%s', (value, expected) => {
    expect(answered(value)).toEqual(expected);
  });

  it('a change that was not there before is not denied now', () => {
    expect(answered('L858R (previously not detected)')).toEqual([]);
  });
});

describe('a report in words is told in every language, so that its gene is not called untested', () => {
  it.each([
    ['ALK-Translokation nachgewiesen.', 'ALK'],
    ['Mutação no gene EGFR detectada.', 'EGFR'],
    ['Não foram detectadas mutações no gene EGFR.', 'EGFR'],
    ['Nessuna mutazione di EGFR.', 'EGFR'],
    ['Reordenamiento de ROS1 presente.', 'ROS1'],
  ])('%s', (conclusion, gene) => {
    const report: Resource = {
      resourceType: 'DiagnosticReport',
      id: 'words',
      status: 'final',
      code: { text: 'Molecular pathology report' },
      subject: { reference: 'Patient/p' },
      effectiveDateTime: '2026-03-01',
      conclusion,
    };
    const { report: told } = board(LUNG, [report]);
    expect(told.warnings.map(({ message }) => message)).toContain(
      `A report speaks of ${gene} in words only: not interpreted. Look at the report itself.`,
    );
  });
});

describe('lists of several lines', () => {
  it.each([
    ['Detected:\nL858R\nNot detected:\nT790M', 'fits'],
    ['Detected: L858R\nNot detected: T790M\n', 'fits'],
    ['Mutation | Result | VAF (%)\r\nL858R | Detected | 12\r\nT790M | Not detected | -\r\n', 'fits'],
    ['Apart from L858R no further mutation', 'fits'],
    ['L858R pos, T790M neg, ex19del neg', 'fits'],
  ])('%j: %s', (value, expected) => {
    expect(verdict(value)).toBe(expected);
  });

  it.each([
    'Not detected:\nL858R\nT790M',
    'Negative for:\n- L858R\n- exon 19 deletion',
    'Variants detected: None\nVariants tested: L858R, T790M',
    'None of the following were detected: L858R; T790M; G719X',
    'Not detected: G719X\nL858R',
    '2024: L858R; 2026: not detected',
  ])('%j is no finding', (value) => {
    const { fit, report } = board(LUNG, lines([['EGFR mutation analysis', value]]), 'osimertinib');
    expect(fit?.verdict).not.toBe('fits');
    expect(report.oncology?.variants.filter(({ present }) => present)).toEqual([]);
  });

  it('a change that was seen stands beside one that stays open: less than 5 % is neither', () => {
    const { report } = board(LUNG, lines([['EGFR mutation analysis', 'L858R 12 %, T790M <5 %']]), 'osimertinib');
    expect(report.oncology?.variants.map(({ name, present }) => [name, present])).toEqual([
      ['EGFR p.Leu858Arg', true],
      ['EGFR p.Thr790Met', undefined],
    ]);
  });

  it('what cannot be assessed does not swallow what was found', () => {
    expect(verdict('T790M cannot be assessed; L858R detected')).toBe('fits');
  });
});
