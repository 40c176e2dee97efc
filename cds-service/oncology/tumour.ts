/** The patient's tumour among tumour types: evidence of the same type, an ancestor, any solid tumour or another type. */
import type { PatientFacts, TumourFact, VariantFact } from '../../fhir-profiles/index.ts';
import type { Approval, Disease, TumourTree } from '../knowledge/oncology/types.ts';
import { said, type Reason } from './reason/index.ts';
import type { Markers } from './marker/markers.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export type TumourMatch = 'same' | 'ancestor' | 'any-solid' | 'other';
export interface TumourAnswer {
  readonly match: TumourMatch;
  readonly reason: Reason;
  /** False when nothing could be compared, because the patient's tumour type is not known. */
  readonly typeKnown?: boolean;
}
export interface PatientTumour {
  readonly fact: TumourFact;
  readonly name: string;
  readonly oncotree: ReadonlySet<string>;
  readonly oncotreeAncestors: ReadonlySet<string>;
  readonly doid: ReadonlySet<string>;
  readonly doidAncestors: ReadonlySet<string>;
  /** Null when the type is not known well enough to say. */
  readonly solid: boolean | null;
  /** Set when the record names the organ only and a histology had to be taken for granted. */
  readonly takenFor: { readonly oncotree: string; readonly name: string } | null;
}

/** The primary tumour the findings are about: active before past, primary before secondary, confirmed before suspected, the latest. */
export function mainTumour(facts: PatientFacts): TumourFact | undefined {
  const rank = ({ role, clinicalStatus, verified, oncotree, doid }: TumourFact) =>
    (role === 'primary' ? 8 : 0) +
    (['active', 'recurrence', 'relapse'].includes(clinicalStatus) ? 4 : 0) +
    (oncotree !== null || doid !== null ? 2 : 0) +
    (verified === 'confirmed' || verified === 'unknown' ? 1 : 0) -
    (isMinor(oncotree) ? 2 : 0);
  return [...facts.tumours].sort(
    (a, b) => rank(b) - rank(a) || (b.onset ?? '').localeCompare(a.onset ?? '') || a.source.reference.localeCompare(b.source.reference),
  )[0];
}

/** Carcinomas of the skin that one in five elderly patients has beside the tumour that is treated: they own neither its findings nor its drugs. */
function isMinor(oncotree: string | null): boolean {
  return oncotree === 'BCC' || oncotree === 'CSCC';
}

/** Active primaries of more than one type, each once, as far as they compete for findings and drugs. */
export function competingPrimaries({ tumours }: PatientFacts): TumourFact[] {
  const active = tumours.filter(
    ({ role, clinicalStatus, oncotree }) => role === 'primary' && clinicalStatus === 'active' && oncotree !== null && !isMinor(oncotree),
  );
  const types = [...new Map(active.map((fact) => [fact.oncotree, fact])).values()];
  return types.length > 1 ? types : [];
}

/** Further active primaries of another type, at most three: more on one chart is a matter of coding. */
export function otherPrimaries({ tumours }: PatientFacts, main: TumourFact | undefined): TumourFact[] {
  if (main?.role !== 'primary') return [];
  const active = tumours.filter(
    ({ role, clinicalStatus, oncotree }) =>
      role === 'primary' && ['active', 'recurrence', 'relapse'].includes(clinicalStatus) && oncotree !== null && oncotree !== main.oncotree,
  );
  return [...new Map(active.map((fact) => [fact.oncotree, fact])).values()].slice(0, 3);
}

/** Breast subtypes that CIViC treats as diseases of their own follow from the receptors. */
const BREAST = 'DOID:1612';
const RECEPTOR_TYPES: readonly (readonly [doid: string, ...asked: (readonly [marker: string, status: string])[]])[] = [
  ['DOID:0060079', ['HER2', 'positive']],
  ['DOID:0060080', ['HER2', 'negative']],
  ['DOID:0060075', ['ER', 'positive']],
  ['DOID:0060081', ['HER2', 'negative'], ['HR', 'negative']],
];

/**
 * A malignant tumour coded by organ alone (ICD-10-CM C50, C61, C34) is OncoTree's organ node. Where most of them are one carcinoma, which
 * is also what labels name, it is taken for that; `said` where the share is not nearly all, so that a reader can object.
 */
const CANCER_OF_ORGAN: readonly { readonly organ: string; readonly cancer: string; readonly said?: string }[] = [
  { organ: 'BREAST', cancer: 'BRCA' },
  { organ: 'PROSTATE', cancer: 'PRAD' },
  { organ: 'LUNG', cancer: 'NSCLC', said: 'non-small cell lung cancer' },
  { organ: 'OVARY', cancer: 'OVT', said: 'epithelial ovarian cancer' },
  // Mesothelioma and secondary growths of the peritoneum have codes of their own (C45.1, C78.6).
  { organ: 'PERITONEUM', cancer: 'PSEC', said: 'primary peritoneal carcinoma' },
  { organ: 'KIDNEY', cancer: 'RCC', said: 'renal cell carcinoma' },
  { organ: 'PANCREAS', cancer: 'PAAD', said: 'adenocarcinoma of the pancreas' },
  { organ: 'DOID:10534', cancer: 'STAD', said: 'adenocarcinoma of the stomach' },
  // Parts of the stomach by ICD-10: C16.1 fundus, C16.3 antrum, C16.4 pylorus; C16.0 is cardia and gastro-oesophageal junction.
  { organ: 'DOID:10538', cancer: 'STAD', said: 'adenocarcinoma of the stomach' },
  { organ: 'DOID:10547', cancer: 'STAD', said: 'adenocarcinoma of the stomach' },
  { organ: 'DOID:10544', cancer: 'STAD', said: 'adenocarcinoma of the stomach' },
  { organ: 'DOID:10548', cancer: 'GEJ', said: 'adenocarcinoma of the gastroesophageal junction' },
  // The terminologies give the adenocarcinoma "of oesophagus and stomach" and that of their junction one code (NCIt C9296 in OncoTree 2025-10-03).
  { organ: 'EGC', cancer: 'GEJ', said: 'adenocarcinoma of the gastroesophageal junction' },
  // Adenocarcinomas of the stomach that OncoTree files beside its "stomach adenocarcinoma".
  { organ: 'USTAD', cancer: 'STAD' },
  { organ: 'GRC', cancer: 'STAD' },
  { organ: 'SSRCC', cancer: 'STAD', said: 'adenocarcinoma of the stomach' },
  // Not organs, but as open: where in the urinary tract, and which lineage.
  { organ: 'DOID:2671', cancer: 'BLCA', said: 'urothelial carcinoma of the bladder' },
  { organ: 'DOID:9952', cancer: 'BLL', said: 'B-lymphoblastic leukaemia' },
];

/** @param how `as recorded`: an organ stays an organ where the histology would be taken for granted by most of them, not nearly all */
export function readTumour(fact: TumourFact, tree: TumourTree, markers: Markers, how?: 'as recorded'): PatientTumour {
  const oncotree = new Set<string>(fact.oncotree === null ? [] : [fact.oncotree]);
  const doid = new Set<string>(fact.doid === null ? [] : [fact.doid]);
  for (const code of oncotree) for (const id of tree.toDoid.get(code) ?? []) doid.add(id);
  if (oncotree.size === 0) for (const id of doid) for (const code of tree.toOncotree.get(id) ?? []) oncotree.add(code);
  const usual = CANCER_OF_ORGAN.find(({ organ }) => oncotree.has(organ) || fact.doid === organ);
  const taken = how === 'as recorded' && usual?.said !== undefined && fact.oncotree !== null ? undefined : usual;
  if (taken) oncotree.add(taken.cancer);
  const oncotreeAncestors = closure([...oncotree], (code) => [tree.oncotree.get(code)?.parent ?? null].filter((parent) => parent !== null));
  const doidAncestors = closure(
    [...doid, ...[...oncotreeAncestors].flatMap((code) => tree.toDoid.get(code) ?? [])],
    (id) => tree.doid.get(id)?.parents ?? [],
  );
  for (const code of oncotreeAncestors) for (const id of tree.toDoid.get(code) ?? []) if (!doid.has(id)) doidAncestors.add(id);
  if (doid.has(BREAST) || doidAncestors.has(BREAST) || oncotree.has('BRCA') || oncotreeAncestors.has('BREAST')) {
    doidAncestors.add(BREAST);
    for (const [id, ...asked] of RECEPTOR_TYPES) {
      if (asked.every(([marker, status]) => markers.answer({ kind: 'marker', marker, status, method: null, min: null }).verdict === 'yes'))
        doid.add(id);
    }
  }
  const name =
    fact.oncotree === null ? (tree.doid.get(fact.doid ?? '')?.name ?? fact.text) : (tree.oncotree.get(fact.oncotree)?.name ?? fact.text);
  const takenFor = taken?.said === undefined ? null : { oncotree: taken.cancer, name: taken.said };
  return { fact, name, oncotree, oncotreeAncestors, doid, doidAncestors, solid: isSolid(oncotree, doid, doidAncestors, tree), takenFor };
}

function isSolid(
  oncotree: ReadonlySet<string>,
  doid: ReadonlySet<string>,
  ancestors: ReadonlySet<string>,
  tree: TumourTree,
): boolean | null {
  const tissues = [...oncotree].map((code) => tree.oncotree.get(code)?.tissue);
  if (tissues.some((tissue) => tissue === 'Lymphoid' || tissue === 'Myeloid')) return false;
  const blood = 'DOID:2531';
  if (ancestors.has(blood) || doid.has(blood)) return false;
  return oncotree.size > 0 || ancestors.has('DOID:162') || doid.has('DOID:162') ? true : null;
}

export function diseaseMatch(disease: Disease, tumour: PatientTumour | null, tree: TumourTree): TumourAnswer {
  if (tumour === null)
    return { match: 'other', typeKnown: false, reason: said(`evidence is for ${disease.name}; the patient's tumour type is not known`) };
  if (disease.breadth === 'solid') {
    return tumour.solid === true
      ? { match: 'any-solid', reason: said('evidence covers solid tumours of any type') }
      : { match: 'other', reason: said('evidence is for solid tumours') };
  }
  if (disease.breadth === 'any') {
    return { match: tumour.solid === true ? 'any-solid' : 'ancestor', reason: said('evidence was gathered in cancers of several types') };
  }
  const codes = disease.oncotree;
  if ((disease.doid !== null && tumour.doid.has(disease.doid)) || codes.some((code) => tumour.oncotree.has(code))) {
    return { match: 'same', reason: said(`evidence is for ${disease.name}, the patient's tumour type`) };
  }
  if ((disease.doid !== null && tumour.doidAncestors.has(disease.doid)) || codes.some((code) => tumour.oncotreeAncestors.has(code))) {
    return { match: 'ancestor', reason: said(`evidence is for ${disease.name}, of which ${tumour.name} is one kind`) };
  }
  const narrower = (disease.doid !== null && within(disease.doid, tumour, tree)) || codes.some((code) => within(code, tumour, tree));
  if (narrower)
    return {
      match: 'other',
      reason: said(`evidence is for ${disease.name}, a subtype of ${tumour.name}; the patient's subtype is not recorded`),
    };
  return { match: 'other', reason: said(`evidence is for ${disease.name}, another tumour type than ${tumour.name}`) };
}

/** True when the type (OncoTree code or DOID) lies below the patient's own. */
function within(type: string, tumour: PatientTumour, tree: TumourTree): boolean {
  const above = type.startsWith('DOID:')
    ? closure([type], (id) => tree.doid.get(id)?.parents ?? [])
    : closure([type], (code) => [tree.oncotree.get(code)?.parent ?? null].filter((parent) => parent !== null));
  return [...tumour.doid, ...tumour.oncotree].some((own) => above.has(own));
}

/** Null when the label does not speak of this tumour, or takes it out. */
export function labelMatch(approval: Approval, tumour: PatientTumour | null): TumourAnswer | null {
  if (tumour === null) return null;
  const within = (code: string) => tumour.oncotree.has(code) || tumour.oncotreeAncestors.has(code);
  if (approval.excludes.some(within)) return null;
  const named = approval.tumours.find((code) => code !== 'any-solid' && within(code));
  if (named !== undefined)
    return {
      match: tumour.oncotree.has(named) ? 'same' : 'ancestor',
      reason:
        named === tumour.takenFor?.oncotree
          ? { kind: 'histology-taken', histology: tumour.takenFor.name }
          : said('the US label names this tumour type'),
    };
  if (approval.tumours.includes('any-solid') && tumour.solid === true)
    return { match: 'any-solid', reason: said('the US label holds for solid tumours of any type') };
  return null;
}

/** The diagnosis of these types is the fusion itself; a report seldom repeats it beside a resistance mutation. */
const BY_DIAGNOSIS: Readonly<Record<string, readonly [string, string]>> = {
  CML: ['BCR', 'ABL1'], CMLBCRABL1: ['BCR', 'ABL1'], BLLBCRABL1: ['BCR', 'ABL1'], MPALBCRABL1: ['BCR', 'ABL1'], APLPMLRARA: ['PML', 'RARA'],
}; // prettier-ignore
export function impliedByDiagnosis(fact: TumourFact | undefined, tree: TumourTree, results: readonly VariantFact[] = []): VariantFact[] {
  if (!fact) return [];
  const codes = fact.oncotree === null ? (tree.toOncotree.get(fact.doid ?? '') ?? []) : [fact.oncotree];
  const arm = codes.map((code) => entryOf(ARM_BY_DIAGNOSIS, code)).find((found) => found !== undefined);
  if (arm !== undefined) return [armLost(arm, fact)];
  const pair = codes.map((code) => entryOf(BY_DIAGNOSIS, code)).find((found) => found !== undefined) ?? deniedPair(fact, results);
  if (!pair) return [];
  const [fivePrime, threePrime] = pair;
  return [
    {
      id: `diagnosis:${fact.source.reference}`,
      gene: fivePrime,
      genes: pair,
      kind: 'fusion',
      presence: 'present',
      origin: 'somatic',
      rsIds: [],
      clinvarIds: [],
      names: [`${fivePrime}::${threePrime}`],
      fusion: { fivePrime, threePrime, ordered: true },
      classification: 'unknown',
      source: fact.source,
    },
  ];
}

/** MDS with isolated del(5q). */
const ARM_BY_DIAGNOSIS: Readonly<Record<string, string>> = { MDSID5Q: '5q' };
function armLost(arm: string, { source }: TumourFact): VariantFact {
  return {
    id: `diagnosis:${source.reference}`,
    gene: '',
    genes: [],
    kind: 'copy-number',
    presence: 'present',
    origin: 'somatic',
    rsIds: [],
    clinvarIds: [],
    names: [`del(${arm})`],
    classification: 'unknown',
    source,
  };
}

/**
 * "Philadelphia chromosome-positive acute lymphoblastic leukaemia" beside a result without the fusion: in remission under treatment, or in doubt. Without a
 * result the words alone are told and match nothing.
 */
function deniedPair({ text }: TumourFact, results: readonly VariantFact[]): readonly [string, string] | undefined {
  const denied = results.some(({ presence, genes }) => presence === 'absent' && genes.includes('BCR') && genes.includes('ABL1'));
  return denied && PHILADELPHIA.test(text) ? ['BCR', 'ABL1'] : undefined;
}
const PHILADELPHIA =
  /\bPhiladelphia[- ](?:chromosome[- ])?positive\b|\bPh\s?\+|\bPh[- ]positive\b|\bBCR\W{0,2}ABL1?[- ](?:positive|fusion)\b|\bt\(9;22\)/i;

/** Everything above `start`, without `start` itself. */
function closure(start: readonly string[], parents: (of: string) => readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = start.flatMap(parents);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...parents(next));
  }
  return seen;
}
