/** Every approval fact of ours against rows made by others: agencies' label facts, CIViC's supporting A and B rows, named public notices. */
import { genesOf } from '../../cds-service/knowledge/oncology/notation/term.ts';
import { termsOf } from '../../cds-service/knowledge/oncology/profile-terms.ts';
import type { Approval, OncologyKnowledge } from '../../cds-service/knowledge/oncology/types.ts';
import { cell, predictiveAB, readTable, type Row } from './reference.ts';

export interface ApprovalResult {
  readonly total: number;
  readonly weak: readonly string[];
}

export function checkApprovals(knowledge: OncologyKnowledge): ApprovalResult {
  const labels = readTable('approved_biomarker_indications_2026-05.tsv');
  const civic = predictiveAB().filter(
    (row) => cell(row, 'evidence_direction') === 'Supports' && cell(row, 'significance') === 'Sensitivity/Response',
  );
  const weak: string[] = [];
  for (const approval of knowledge.approvals) {
    const label = labels.some(
      (row) =>
        cell(row, 'agency') === 'fda' &&
        cell(row, 'application_no').padStart(6, '0') === approval.application &&
        cell(row, 'label_date') === approval.labelDate,
    );
    if (!label && approval.notices.length === 0)
      weak.push(`${approval.id}: application ${approval.application} of ${approval.labelDate} stands in no label row`);
    const agreeing = labels.filter((row) => agrees(row, approval, knowledge));
    const evidence = civic.filter((row) => evidenceAgrees(row, approval, knowledge));
    // A public notice that the facts file names counts as one row.
    if (agreeing.length + evidence.length + approval.notices.length < 2)
      weak.push(
        `${approval.therapies.map(({ name }) => name).join(' + ')}, ${knowledge.profiles[approval.profile]?.text ?? ''}, ${approval.tumours.join('/')}: ${agreeing.length} label rows, ${evidence.length} CIViC rows, ${approval.notices.length} notices`,
      );
  }
  return { total: knowledge.approvals.length, weak };
}

/** All our drugs (a label row may add partners), a gene or marker in common, a tumour type in common. Application number and date agree where the row is the FDA's. */
function agrees(row: Row, approval: Approval, knowledge: OncologyKnowledge): boolean {
  const theirs = cell(row, 'therapies').toLowerCase().split(' + ').map(plain);
  const ours = approval.therapies.map(({ ingredient }) => plain(ingredient));
  if (!ours.every((drug) => theirs.includes(drug))) return false;
  return sharesBiomarker(cell(row, 'biomarkers'), approval, knowledge) && sharesTumour(cell(row, 'oncotree'), approval, knowledge);
}
function evidenceAgrees(row: Row, approval: Approval, knowledge: OncologyKnowledge): boolean {
  const theirs = cell(row, 'therapies')
    .toLowerCase()
    .split(',')
    .map((drug) => plain(drug.trim()));
  const ours = approval.therapies.map(({ ingredient }) => plain(ingredient));
  const drugs =
    cell(row, 'therapy_interaction_type') === 'Substitutes'
      ? ours.length === 1 && theirs.includes(ours[0] ?? '')
      : ours.every((drug) => theirs.includes(drug)) && theirs.length === ours.length;
  if (!drugs || !sharesBiomarker(cell(row, 'molecular_profile'), approval, knowledge)) return false;
  const codes = knowledge.tumours.toOncotree.get(`DOID:${cell(row, 'doid')}`) ?? [];
  return approval.tumours.includes('any-solid') || codes.some((code) => sharesTumour(code, approval, knowledge));
}
function plain(drug: string): string {
  return drug.replace(/ acetate$/, '').trim();
}
const MARKER_WORDS: Readonly<Record<string, RegExp>> = {
  HER2: /HER2|ERBB2/, ER: /ER positive/, PR: /PR positive/, HR: /ER (positive|negative)|PR (positive|negative)/, TMB: /TMB/, MSI: /MSI|MSS/, MMR: /MMR/, HRD: /HRD/, 'PD-L1': /PD-L1/,
  CD19: /CD19/, CD20: /CD20/, CD22: /CD22/, CD33: /CD33/, FOLR1: /FOLR1/, 'CLDN18.2': /CLDN18/, CD30: /CD30/, CD117: /CD117/, 'MET IHC': /c-Met/,
}; // prettier-ignore
function sharesBiomarker(text: string, approval: Approval, knowledge: OncologyKnowledge): boolean {
  const terms = termsOf(knowledge.profiles[approval.profile]?.tree ?? { or: [] });
  return terms.some((term) => {
    if (term.kind === 'marker') return MARKER_WORDS[term.marker]?.test(text) ?? false;
    if (term.kind === 'arm-deletion') return text.includes(`${term.arm} deletion`);
    return (
      genesOf(term).some((gene) => new RegExp(`\\b${gene}\\b`).test(text)) || (genesOf(term).includes('RARA') && text.includes('t(15;17)'))
    );
  });
}
function sharesTumour(code: string, approval: Approval, knowledge: OncologyKnowledge): boolean {
  const own = code === 'ncit:C132146' ? 'any-solid' : (NCIT[code] ?? code);
  if (approval.tumours.includes(own)) return true;
  const above = (from: string) => {
    const list: string[] = [];
    for (let at: string | null = from; at !== null; at = knowledge.tumours.oncotree.get(at)?.parent ?? null) list.push(at);
    return list;
  };
  return approval.tumours.some((type) => above(type).includes(own) || above(own).includes(type));
}
/** Types that the reference names by NCIt id. */
const NCIT: Readonly<Record<string, string>> = {
  'ncit:C135017': 'NSCLC', 'ncit:C7007': 'HMBL', 'ncit:C27031': 'PANET', 'ncit:C9385': 'RCC', 'ncit:C3163': 'CLLSLL', 'ncit:C182151': 'DMG', ALL: 'BLL', MLN: 'MLNFGFR1', GIST: 'GIST',
}; // prettier-ignore
