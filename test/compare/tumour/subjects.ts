/** Findings of tumours, the drug whose order each bears on, and how laboratories write it. Drugs and findings as the shipped labels have them (oncology-approvals.json). */
import type { Role } from '../case.ts';
import { AML, BREAST, COLON, GIST, LUNG, MELANOMA, OVARY, result, type Gene, type Resource } from '../../third-party/shapes.ts';

export interface TumourSubject {
  /** The gene, or the marker as laboratories title it. */
  readonly gene: string;
  readonly tumour: string;
  readonly drug: string;
  /** What the finding does to the drug. */
  readonly role: Role;
  /** Short writing of the finding under the gene's title: "L858R", "Amplified", "Positive". */
  readonly short: string;
  /** The same where the gene does not stand in the title: "EGFR L858R". */
  readonly full: string;
  /** Another tumour in which the label does not have the drug for it, and a drug that the finding does not concern. */
  readonly elsewhere: string;
  readonly otherDrug: string;
  /** Names by which the structured form holds it. */
  readonly hgnc?: Gene;
  readonly protein?: string;
  readonly coding?: string;
  /** A marker of a stain or a score: no change of a sequence. */
  readonly marker?: true;
  /** Under its own title an answer of "Positive" is enough: "ALK fusion". */
  readonly title?: string;
  /** A line of the report by which the finding is known. */
  readonly line: string;
  /** What the label asks for besides. */
  readonly beside?: readonly Resource[];
  /** Other names of it in a card. */
  readonly alias?: readonly string[];
}

const sequence = (
  gene: Gene,
  short: string,
  protein: string,
  tumour: string,
  drug: string,
  more: Partial<TumourSubject> = {},
): TumourSubject => ({
  gene, tumour, drug, role: 'asked-for', short, full: `${gene} ${short}`, elsewhere: OVARY, otherDrug: 'alectinib', hgnc: gene, protein,
  title: `${gene} ${short}`, line: `${gene} .*(?:${short}|${protein.replace('p.', '')})`, ...more,
}); // prettier-ignore
const rearranged = (gene: Gene, tumour: string, drug: string, more: Partial<TumourSubject> = {}): TumourSubject => ({
  gene, tumour, drug, role: 'asked-for', short: 'Rearranged', full: `${gene} fusion`, elsewhere: OVARY, otherDrug: 'osimertinib', hgnc: gene,
  title: `${gene} fusion`, line: `${gene}.*(?:fusion|rearrange)`, ...more,
}); // prettier-ignore
const marker = (
  gene: string,
  short: string,
  full: string,
  tumour: string,
  drug: string,
  more: Partial<TumourSubject> = {},
): TumourSubject => ({
  gene, tumour, drug, role: 'asked-for', short, full, elsewhere: GIST, otherDrug: 'alectinib', marker: true, line: `^${gene}`, ...more,
}); // prettier-ignore

const LUMINAL = [result('ER', '90 %'), result('HER2', 'Negative')];
const NO_DRIVER = ['EGFR mutation', 'ALK fusion', 'ROS1 fusion'].map((test) => result(test, 'Not detected'));

export const TUMOURS: readonly TumourSubject[] = [
  sequence('EGFR', 'L858R', 'p.Leu858Arg', LUNG, 'osimertinib', { coding: 'c.2573T>G' }),
  sequence('EGFR', 'exon 19 deletion', 'p.Glu746_Ala750del', LUNG, 'erlotinib', { line: 'EGFR .*(?:19|Glu746)' }),
  sequence('KRAS', 'G12C', 'p.Gly12Cys', LUNG, 'sotorasib', { coding: 'c.34G>T' }),
  sequence('KRAS', 'G12D', 'p.Gly12Asp', COLON, 'cetuximab', { coding: 'c.35G>A', role: 'against' }),
  sequence('NRAS', 'Q61K', 'p.Gln61Lys', COLON, 'panitumumab', { coding: 'c.181C>A', role: 'against' }),
  sequence('BRAF', 'V600E', 'p.Val600Glu', MELANOMA, 'vemurafenib', { coding: 'c.1799T>A' }),
  sequence('PIK3CA', 'H1047R', 'p.His1047Arg', BREAST, 'alpelisib', { coding: 'c.3140A>G', beside: LUMINAL }),
  sequence('ESR1', 'D538G', 'p.Asp538Gly', BREAST, 'elacestrant', { coding: 'c.1613A>G', beside: LUMINAL }),
  sequence('IDH1', 'R132H', 'p.Arg132His', AML, 'ivosidenib', { coding: 'c.395G>A' }),
  sequence('FLT3', 'ITD', 'p.Glu598_Tyr599ins', AML, 'quizartinib', { line: 'FLT3' }),
  sequence('PDGFRA', 'D842V', 'p.Asp842Val', GIST, 'avapritinib', { coding: 'c.2525A>T', elsewhere: LUNG }),
  sequence('FGFR3', 'S249C', 'p.Ser249Cys', 'Urothelial carcinoma', 'erdafitinib', { coding: 'c.746C>G' }),
  sequence('BRCA1', 'c.68_69del', 'p.Glu23fs', OVARY, 'olaparib', { coding: 'c.68_69del', elsewhere: GIST, line: 'BRCA1' }),
  rearranged('ALK', LUNG, 'alectinib'),
  rearranged('ROS1', LUNG, 'crizotinib'),
  rearranged('RET', LUNG, 'selpercatinib', { elsewhere: GIST }),
  marker('HER2', '3+', 'HER2 IHC 3+', BREAST, 'trastuzumab', { title: 'HER2' }),
  marker('ER', '90 %', 'ER 90 % positive', BREAST, 'fulvestrant', { title: 'ER' }),
  marker('MSI', 'MSI-H', 'MSI-H', COLON, 'pembrolizumab', { title: 'Microsatellite instability' }),
  // One of its labels asks for no PD-L1 (beside chemotherapy), so that its order is judged by the report's lines alone.
  marker('PD-L1', 'TPS 80 %', 'PD-L1 TPS 80 %', LUNG, 'cemiplimab', { role: 'not judged', beside: NO_DRIVER, title: 'PD-L1' }),
];
