/** Tumour, alteration and order from FHIR through the whole path: what each evidence row promises must come out in every shape. */
import { genesOf } from '../../cds-service/knowledge/oncology/notation/term.ts';
import { proteinHgvs, proteinName } from '../../cds-service/knowledge/oncology/notation/protein.ts';
import type { EvidenceItem, Profile } from '../../cds-service/knowledge/oncology/types.ts';
import { bundle, condition, patient, words, type Resource } from '../reading/resources.ts';
import { substitutionShapes, amplificationShapes, fusionShapes, type Shaped } from './oncology-alterations.ts';
import { carrier, NOTATIONS } from '../oncology/carriers.ts';
import { STYLES, written } from './oncology-written.ts';
import { knowledge, reportOf } from './report.ts';

/** Terms that a variant stands for; others are tests, markers and absences. */
const CHANGES = new Set(['protein', 'mutation', 'copy', 'fusion', 'codons', 'exon', 'region', 'skipping', 'internal-duplication']);

export interface Miss {
  readonly shape: string;
  readonly what: string;
  readonly detail: string;
}
export interface Comparison {
  readonly rows: number;
  readonly reports: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly misses: readonly Miss[];
  /** Profiles of a class that has no single typical alteration; the fact-level recall check makes those. */
  readonly unmade: number;
}

/** Shapes for a profile of one term; empty when no single typical alteration stands for it. */
function shapesOf({ tree }: Profile): Shaped[] {
  if (!('kind' in tree)) return [];
  const hgnc = (symbol: string) => hgncIds.get(symbol) ?? '';
  if (tree.kind === 'protein') {
    const [change] = tree.changes;
    const model = knowledge.oncology.genes.get(tree.gene);
    if (!change || !model || hgnc(tree.gene) === '') return [];
    const short = proteinName(change);
    const of = (names: ReadonlyMap<string, string>) => [...names].find(([, protein]) => protein === short)?.[0];
    const coding = of(model.byCoding);
    const rsId = of(model.byRsId);
    return substitutionShapes({
      gene: tree.gene,
      hgnc: hgnc(tree.gene),
      short,
      long: proteinHgvs(change),
      ...(coding === undefined ? {} : { coding }),
      ...(model.mane === null ? {} : { transcript: model.mane }),
      ...(rsId === undefined ? {} : { rsId }),
    });
  }
  if (tree.kind === 'copy' && tree.change === 'amplification') return amplificationShapes(tree.gene, hgnc(tree.gene));
  if (tree.kind === 'fusion' && tree.five !== null && tree.three !== null && tree.breaks === null)
    return fusionShapes(tree.five, hgnc(tree.five), tree.three, hgnc(tree.three));
  return [];
}

/** HGNC ids of the genes that the knowledge speaks of. */
let hgncIds: ReadonlyMap<string, string> = new Map();
export function useGenes(table: { readonly genes: string }): void {
  hgncIds = new Map(table.genes.split('\n').map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']));
}

/** Every `every`-th evidence row of level A or B, its negatives, its order and its text-only report. */
export function compareEvidence(every: number): Comparison {
  const misses: Miss[] = [];
  const counts: Record<string, number> = {};
  const tell = (check: string, shape: string, what: string, detail: string | null) => {
    counts[check] = (counts[check] ?? 0) + 1;
    if (detail !== null) misses.push({ shape: `${check}: ${shape}`, what, detail });
  };
  let rows = 0;
  let unmade = 0;
  // Of CIViC: what other publications say is held by oncology-resistance.test.ts.
  const items = knowledge.oncology.evidence.filter(
    ({ level, disease, publication }) => level <= 'B' && disease.breadth === null && publication === undefined,
  );
  for (const [at, item] of items.entries()) {
    if (at % every !== 0) continue;
    const profile = knowledge.oncology.profiles[item.profile];
    if (!profile || isSilent(profile)) continue;
    const what = `EID${item.id} ${profile.text} in ${item.disease.name}`;
    // Evidence on inherited variants asks for one; the plain shapes are of a tumour.
    const plain = item.origin.startsWith('germline') ? [] : shapesOf(profile);
    const shapes = [...plain, ...writtenShapes(item, profile, false)];
    if (shapes.length === 0) {
      unmade += 1;
      continue;
    }
    rows += 1;
    const tumours = tumoursOf(item);
    for (const [turn, { shape, resources }] of shapes.entries()) {
      const [kind, tumour] = tumours[turn % tumours.length] ?? ['words', condition('c1', words(item.disease.name))];
      tell('finding', `${shape}, ${kind}`, what, judge(item, profile, resources, tumour));
    }
    const [first] = shapes;
    const [, tumour] = tumours[0] ?? [];
    if (first === undefined || tumour === undefined) continue;
    for (const [how, order] of ordersOf(item)) tell('order', how, what, judgeOrder(item, [...first.resources, tumour, order]));
    for (const { shape, resources } of writtenShapes(item, profile, true))
      tell('negative', shape, what, judgeNegative(item, [...resources, tumour]));
    tell('text only', 'conclusion', what, judgeTextOnly(item, [textReport(profile), tumour]));
  }
  const reports = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { rows, reports, counts, misses, unmade };
}

/** A synonymous change is read as such and supports no therapy, whatever a row says of it. */
function isSilent({ tree }: Profile): boolean {
  return (
    'kind' in tree &&
    tree.kind === 'protein' &&
    tree.changes.every((change) => change.kind === 'silent' || /^([A-Z])\d+\1$/.test(proteinName(change)))
  );
}

/** The profile's typical carriers (see `test/oncology/carriers.ts`), each written in every style. */
function writtenShapes(item: EvidenceItem, profile: Profile, absent: boolean): Shaped[] {
  // What asks for an absence has no negative that takes it away.
  if (absent && (/\bNOT\b|wild-?type/i.test(profile.text) || / OR | AND /.test(profile.text))) return [];
  const origin = item.origin.startsWith('germline') ? 'germline' : 'somatic';
  return NOTATIONS.flatMap((notation) => {
    const { facts } = carrier(profile.text, notation, origin);
    return STYLES.flatMap((style) => {
      const resources = written(facts, style, hgncIds, absent);
      return resources === null || resources.length === 0 ? [] : [{ shape: `${notation}, ${style}`, resources }];
    });
  });
}

/** The disease in words and by each code that the table leads to it. */
function tumoursOf({ disease }: EvidenceItem): readonly (readonly [kind: string, tumour: Resource])[] {
  const table = knowledge.vocabulary.tumours;
  const coded = (doid: string | null) =>
    (codesOf.get(doid?.replace('DOID:', '') ?? '') ?? []).flatMap(([kind, system, code]) =>
      table.byCode({ system, code })?.doid === doid ? [[kind, condition('c1', { coding: [{ system, code }] })] as const] : [],
    );
  return [['words', condition('c1', words(disease.name))], ...coded(disease.doid)];
}

const SYSTEMS: Readonly<Record<string, readonly [string, string]>> = {
  I: ['ICD-10', 'http://hl7.org/fhir/sid/icd-10-cm'],
  S: ['SNOMED', 'http://snomed.info/sct'],
  O: ['ICD-O', 'http://terminology.hl7.org/CodeSystem/icd-o-3'],
  N: ['NCIt', 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl'],
};
let codesOf: ReadonlyMap<string, readonly (readonly [kind: string, system: string, code: string])[]> = new Map();
export function useTumours(table: { readonly diseases: string }): void {
  codesOf = new Map(
    table.diseases.split('\n').map((line) => {
      const [doid = '', , , types = '', codes = ''] = line.split('\t');
      const links = codes.split('|').flatMap((link) => {
        const known = SYSTEMS[link[0] ?? ''];
        return known === undefined || link.includes('!') ? [] : [[...known, link.slice(2)] as const];
      });
      const oncotree = types.split('|').flatMap((code) => (code === '' ? [] : [['OncoTree', 'http://oncotree.mskcc.org', code] as const]));
      return [doid, [...links, ...oncotree]] as const;
    }),
  );
}

function ordersOf({ therapies }: EvidenceItem): readonly (readonly [how: string, order: Resource])[] {
  const [drug] = therapies;
  if (drug === undefined) return [];
  const order = (concept: unknown): Resource => ({
    resourceType: 'MedicationRequest',
    id: 'o1',
    status: 'draft',
    intent: 'order',
    subject: { reference: 'Patient/p1' },
    medicationCodeableConcept: concept,
  });
  const rxnorm = { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: drug.rxnorm ?? '' }] };
  return [['by name', order(words(drug.name))], ...(drug.rxnorm === null ? [] : [['by RxNorm', order(rxnorm)] as const])];
}

/** A drug that good evidence speaks for is never called useless for this finding, one it speaks against never fitting without saying so. */
function judgeOrder(item: EvidenceItem, resources: readonly Resource[]): string | null {
  if (!item.supports || item.therapies.length > 1) return null;
  const { oncology } = reportOf(bundle(patient, ...resources));
  const [drug] = item.therapies;
  const fit = (oncology.orders ?? []).find(({ drug: { name } }) => name.toLowerCase() === drug?.name.toLowerCase());
  if (fit === undefined) return null;
  const rows = oncology.therapies.filter(
    ({ therapy }) => therapy.length === 1 && therapy[0]?.name.toLowerCase() === drug?.name.toLowerCase(),
  );
  const against = rows.some(({ effect }) => effect === 'resistance' || effect === 'reduced-sensitivity');
  const inFavour = rows.some(({ effect }) => effect === 'sensitivity');
  if (item.effect === 'sensitivity' && fit.verdict === 'contradicted' && !against) return 'ordered drug called contradicted';
  // Labels are narrower than the evidence (vemurafenib: V600E alone): then the report says that another change was found.
  const another = fit.because.some((line) => line.includes('is another one'));
  if (item.effect === 'sensitivity' && fit.verdict === 'biomarker-negative' && !another)
    return `ordered drug called ${fit.verdict}: ${fit.because.join(' ')}`;
  if (item.effect === 'resistance' && fit.verdict === 'fits' && !inFavour) return 'ordered drug fits against resistance';
  return null;
}

function judgeNegative(item: EvidenceItem, resources: readonly Resource[]): string | null {
  const { oncology } = reportOf(bundle(patient, ...resources));
  const cited = oncology.therapies.some(({ sources }) => sources.some(({ url }) => url.endsWith(`/evidence_items/${item.id}`)));
  return cited ? 'a negative result is claimed as found' : null;
}

function textReport({ text }: Profile): Resource {
  return {
    resourceType: 'DiagnosticReport',
    id: 'r1',
    status: 'final',
    code: words('Molecular pathology report'),
    subject: { reference: 'Patient/p1' },
    issued: '2026-01-10T08:00:00Z',
    conclusion: `Molecular analysis: ${text.replace(/\b[v?]::|::[v?]/g, '')} detected.`,
  };
}
function judgeTextOnly(item: EvidenceItem, resources: readonly Resource[]): string | null {
  const { oncology, warnings } = reportOf(bundle(patient, ...resources));
  if (oncology.therapies.some(({ sources }) => sources.some(({ url }) => url.endsWith(`/evidence_items/${item.id}`))))
    return 'text was interpreted';
  return warnings.some(({ message }) => /\bin words only\b/i.test(message)) ? null : 'text passed over in silence';
}

function judge(item: EvidenceItem, profile: Profile, resources: readonly Resource[], condition: Resource): string | null {
  const report = reportOf(bundle(patient, ...resources, condition));
  const { oncology } = report;
  const tumour = oncology.tumour;
  if (tumour === undefined) return `tumour not read: ${item.disease.name}`;
  const genes = 'kind' in profile.tree ? genesOf(profile.tree) : [];
  if (
    genes.length > 0 &&
    'kind' in profile.tree &&
    CHANGES.has(profile.tree.kind) &&
    !oncology.variants.some(({ gene, name, present }) => present && genes.some((symbol) => symbol === gene || name.includes(symbol)))
  )
    return 'variant not read';
  const url = `/evidence_items/${item.id}`;
  const all = item.supports ? oncology.therapies : [...(oncology.refuted ?? []), ...oncology.therapies];
  const cited = all.filter(({ sources, conflicting }) => [...sources, ...(conflicting ?? [])].some((source) => source.url.endsWith(url)));
  if (cited.length === 0) return 'row not cited';
  if (!item.supports) return null;
  const right = cited.filter(
    ({ effect, therapy }) =>
      effect === item.effect &&
      item.therapies.every(({ name }) => therapy.some((drug) => name.toLowerCase().startsWith(drug.name.toLowerCase()))),
  );
  if (right.length === 0) return 'cited with another drug or effect';
  if (!right.some(({ tumourMatch }) => tumourMatch === 'same'))
    return `tumour ${right[0]?.tumourMatch ?? ''}: ${item.disease.name} read as ${tumour.oncotree ?? '-'} ${tumour.doid ?? '-'}`;
  return null;
}
