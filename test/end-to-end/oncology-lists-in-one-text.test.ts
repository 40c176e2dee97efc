/** Results of many genes and markers in one text, under a general title or a product's name. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { listedMarker, listedResults } from '../../fhir-profiles/read/result-list.ts';
import { board, lines } from './board.ts';

const found = (title: string, said: string) => {
  const { oncology } = board('Lung adenocarcinoma', lines([[title, said]])).report;
  return [
    ...oncology.variants.map(({ gene, name, present }) => `${name.startsWith(gene) ? name : `${gene} ${name}`}: ${String(present)}`),
    ...oncology.biomarkers.map(({ kind, value, status }) => `${kind} ${value}${status === undefined ? '' : ` ${status}`}`),
  ];
};

describe('a list of results', () => {
  it.each(['Molecular', 'Molecular pathology', 'NGS', 'Biomarkers', 'Molecular markers', 'Mutation status', 'MSK-IMPACT', 'Tempus xT'])('under "%s"', (title) => {
    expect(found(title, 'EGFR del19+, ALK-, ROS1-, PD-L1 60%')).toEqual([
      expect.stringMatching(/^EGFR exon 19 deletion: true$/),
      'ALK variant: false',
      'ROS1 variant: false',
      'PD-L1 60',
    ]);
  }); // prettier-ignore

  it.each([
    ['MSK-IMPACT', 'EGFR p.L858R (c.2573T>G) exon 21; TP53 p.R273H', ['EGFR p.Leu858Arg: true', 'TP53 p.Arg273His: true']],
    ['Tempus xT', 'EGFR p.L858R Missense variant (exon 21) - GOF 24.5%', ['EGFR p.Leu858Arg: true']],
    ['Tempus xT', 'EGFR p.L858R; TMB 4.2 m/MB; MSS', ['EGFR p.Leu858Arg: true', 'TMB 4.2', 'MSI MSS stable']],
    ['ThyroSeq v3', 'POSITIVE: BRAF V600E', ['BRAF p.Val600Glu: true']],
    ['FoundationOne CDx', 'KRAS G12C. TP53 R273H. Disease relevant genes with no reportable alterations: EGFR, ALK', ['KRAS p.Gly12Cys: true', 'TP53 p.Arg273His: true', 'EGFR variant: false', 'ALK variant: false']],
    ['NGS', 'EGFR L858R detected. No mutations detected in KRAS, BRAF', ['EGFR p.Leu858Arg: true', 'KRAS variant: false', 'BRAF variant: false']],
    ['NGS', 'EGFR/ALK/ROS1/BRAF negative, PD-L1 80%', ['EGFR variant: false', 'ALK variant: false', 'ROS1 variant: false', 'BRAF variant: false', 'PD-L1 80']],
    ['NGS', 'EGFR exon 19 deletion, ALK negative, ROS1 negative', ['EGFR exon 19 deletion: true', 'ALK variant: false', 'ROS1 variant: false']],
    ['Biomarkers', 'ER+, PR+, HER2-, PIK3CA H1047R', ['PIK3CA p.His1047Arg: true', 'ER positive positive', 'PR positive positive', 'HER2 IHC negative negative']],
    ['NGS', 'BRAF V600E positive, MSI stable, TMB 5 mut/Mb', ['BRAF p.Val600Glu: true', 'MSI stable stable', 'TMB 5']],
    ['EGFR', 'T790M-/L858R+', ['EGFR p.Thr790Met: false', 'EGFR p.Leu858Arg: true']],
  ])('%s: %s', (title, said, expected) => {
    expect(found(title, said)).toEqual(expected);
  }); // prettier-ignore

  it('a test of the sequence says nothing of a fusion', () => {
    const { fit } = board('Lung adenocarcinoma', lines([['NGS', 'No mutations detected in EGFR, ALK']]), 'alectinib');
    expect(fit?.verdict).not.toBe('biomarker-negative');
  });
  it('of circulating DNA the list leaves all open that it does not show', () => {
    const { fit } = board(
      'Lung adenocarcinoma',
      lines([['Guardant360', 'TP53 R273H 2%; EGFR: not detected; ALK: not detected']]),
      'osimertinib',
    );
    expect(fit?.verdict).toBe('biomarker-open');
  });
});

describe('what may be meant otherwise is told and not read', () => {
  it.each([
    ['NGS', 'EGFR L858R, KRAS G12C: not detected', 'osimertinib'],
    ['NGS', 'EGFR-, ALK+', 'alectinib'],
    ['Molecular', 'ALK+, PD-L1 60%', 'alectinib'],
    ['MSK-IMPACT', 'Tested for EGFR L858R, KRAS G12C', 'osimertinib'],
    ['FoundationOne CDx', 'EGFR L858R? suggest repeat', 'osimertinib'],
    // Of which test nobody says.
    ['NGS', 'Genes with no reportable alterations: EGFR, ALK', 'osimertinib'],
    ['NGS', 'No mutations detected in EGFR exon 18-21, KRAS exon 2', 'osimertinib'],
  ])('%s: %s before %s', (title, said, drug) => {
    const { report, summaries } = board('Lung adenocarcinoma', lines([[title, said]]), drug);
    expect(report.oncology.variants).toEqual([]);
    expect(summaries).toEqual([expect.stringMatching(/was examined, no result readable here/)]);
  });
  it.each(['Pathogenic variants not detected', 'Tested genes', 'Comment', 'EGFR mutation analysis'])('"%s" promises no list', (title) => {
    expect(listedResults([title], 'EGFR L858R; TP53 R273H')).toBeNull();
  });
  it.each(['EGFR L858R', 'MSI-H pending', 'TMB', 'HER2 V777L', 'ERCC1 low'])('"%s" is no result of a marker', (part) => {
    expect(listedMarker(part)).toBeNull();
  });
});
