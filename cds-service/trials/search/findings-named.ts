/** Names of this patient's findings as titles of trials write them: a trial whose title says "EGFR" is meant for patients with an EGFR finding. */
import type { TrialPatient } from '../patient.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Other names of a gene or marker. Capitals count: "criteria that are met" name no gene. */
const ALSO: Readonly<Record<string, string>> = {
  ERBB2: 'HER-?2',
  HER2: 'ERBB2|HER-2',
  BRCA1: 'BRCA',
  BRCA2: 'BRCA',
  KRAS: 'RAS',
  NRAS: 'RAS',
  HRAS: 'RAS',
  NTRK1: 'NTRK',
  NTRK2: 'NTRK',
  NTRK3: 'NTRK',
  FGFR1: 'FGFR',
  FGFR2: 'FGFR',
  FGFR3: 'FGFR',
  FGFR4: 'FGFR',
  IDH1: 'IDH',
  IDH2: 'IDH',
  KMT2A: 'MLL',
  MET: 'c-MET',
  MSI: 'MSI-?H|[Mm]icrosatellite|[Mm]ismatch [Rr]epair|d?MMR',
  MMR: 'MSI-?H|[Mm]icrosatellite|[Mm]ismatch [Rr]epair|d?MMR',
  HRD: '[Hh]omologous [Rr]ecombination|HRR',
  ER: '(?:[Oo]?[Ee]strogen|[Hh]ormone) [Rr]eceptor|HR',
  PR: '[Hh]ormone [Rr]eceptor|HR',
  TMB: '[Mm]utational [Bb]urden',
};
/** Scales of every tumour, no findings of one. */
const NO_FINDING = new Set(['PD-L1', 'KI-67', 'GLEASON', 'GRADE-GROUP', 'CTDNA-FRACTION']);
const BENIGN: readonly string[] = ['benign', 'likely-benign'];

/** Null: no finding is recorded. PD-L1 names nobody: every tumour has a number of it. */
export function findingsNamed(patient: TrialPatient): RegExp | null {
  const known = NAMES.get(patient);
  if (known !== undefined) return known;
  const made = namesOf(patient);
  NAMES.set(patient, made);
  return made;
}
const NAMES = new WeakMap<TrialPatient, RegExp | null>();

function namesOf({ facts, oncology }: TrialPatient): RegExp | null {
  const genes = [...oncology.byGene].flatMap(([gene, found]) =>
    found.some(({ alteration }) => !BENIGN.includes(alteration.fact.classification)) ? [gene] : [],
  );
  const markers = facts.biomarkers.map(({ kind }) => kind.toUpperCase()).filter((kind) => !NO_FINDING.has(kind));
  const names = [...new Set([...genes, ...markers].flatMap((name) => [escaped(name), entryOf(ALSO, name) ?? []].flat()))];
  return names.length === 0 ? null : new RegExp(String.raw`(?<![A-Za-z0-9])(?:${names.join('|')})(?![A-Za-z])`);
}
const escaped = (name: string): string => name.replace(/[^\w]/g, String.raw`\$&`);
