/** What one patient brings to the matching: usable alterations, tested genes, markers. Made once per patient. */
import { isPartWithoutPlace } from '../../fhir-profiles/codes/part-without-place.ts';
import { saysBlood, shedInto, SPECIMEN_NOT_ON_FILE, type ShedInto } from '../../fhir-profiles/codes/specimen-kinds.ts';
import { SEQUENCE_CHANGE } from '../../fhir-profiles/codes/genomics/variant-terms.ts';
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import { parseTerm } from '../knowledge/oncology/notation/parse-term.ts';
import type { GeneModels } from '../knowledge/oncology/types.ts';
import { readAlteration, type Alteration } from './alteration/index.ts';
import { labelOf } from './alteration/class.ts';
import { readMarkers, type Markers } from './marker/markers.ts';
import type { Found } from './alteration/found.ts';
import { standingOf, type Standing } from './alteration/standing.ts';

export type { Found } from './alteration/found.ts';

export interface OncologyPatient {
  readonly found: readonly Found[];
  readonly byGene: ReadonlyMap<string, readonly Found[]>;
  readonly byFact: ReadonlyMap<VariantFact, Found>;
  /** Reported as looked for and not found, with what exactly. */
  readonly absent: readonly Alteration[];
  /** Genes a report calls free of reportable variants, with the references that say so. */
  readonly negative: ReadonlyMap<string, readonly string[]>;
  /** The part of `negative` that more than fusions were looked for in: a test for fusions says nothing of a mutation. */
  readonly sequenced: ReadonlyMap<string, readonly string[]>;
  /** Clear only in DNA that a tumour sheds into blood or another fluid: no wild type is claimed from it. */
  readonly bloodOnly: ReadonlyMap<string, readonly string[]>;
  /** Clear in a specimen that the result names and the record does not hold: blood or tissue, so that no wild type is claimed from it. */
  readonly specimenUnknown: ReadonlyMap<string, readonly string[]>;
  /** Clear in the inherited genome only: the tumour may have the change all the same. */
  readonly germlineOnly: ReadonlyMap<string, readonly string[]>;
  /** Results made from DNA that a tumour sheds, by reference: what it was shed into. */
  readonly inBlood: ReadonlyMap<string, ShedInto>;
  /** Asked of the laboratory and not answered: failed, insufficient, indeterminate. */
  readonly failed: ReadonlyMap<string, readonly string[]>;
  /** Answered as indeterminate or equivocal. */
  readonly unclear: ReadonlyMap<string, readonly string[]>;
  /** Named without saying whether they are present, by gene: what is named, where it is a change. */
  readonly undecided: ReadonlyMap<string, readonly string[]>;
  /** Genes a report says were examined, with or without a result. */
  readonly tested: ReadonlySet<string>;
  /** Stained for a fusion that a stain alone does not show: how it came out; positive before the others. */
  readonly stained: ReadonlyMap<string, 'positive' | 'negative' | 'unclear'>;
  /** With a result that its laboratory gives for research use only: what it says. */
  readonly forResearch: ReadonlyMap<string, string>;
  /** Changes found whose gene cannot be told here: a place that is not translated, an identifier alone. They may be of any gene. */
  readonly unplaced: readonly VariantFact[];
  readonly markers: Markers;
  readonly genes: GeneModels;
}

export function readOncologyPatient(facts: PatientFacts, genes: GeneModels, implied: readonly VariantFact[]): OncologyPatient {
  const found: Found[] = [];
  const absent: Alteration[] = [];
  const negative = new Map<string, string[]>();
  const sequenced = new Map<string, string[]>();
  const bloodOnly = new Map<string, string[]>();
  const specimenUnknown = new Map<string, string[]>();
  const germlineOnly = new Map<string, string[]>();
  const failed = new Map<string, string[]>();
  const unclear = new Map<string, string[]>();
  const unplaced: VariantFact[] = [];
  const undecided = new Map<string, string[]>();
  const inBlood = bloodResults(facts);
  const ofBlood = isOfBlood(facts);
  const unknown = new Set(facts.variants.flatMap(({ specimen, source }) => (specimen === SPECIMEN_NOT_ON_FILE ? [source.reference] : [])));
  /** Where a negative result belongs, by what it was made from; null for tissue. */
  const notTissue = (reference: string) => (inBlood.has(reference) ? bloodOnly : unknown.has(reference) ? specimenUnknown : null);
  // By id, so that no reason and no citation depends on the order in which results arrived.
  for (const fact of [...facts.variants].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    if (fact.presence !== 'present' && fact.presence !== 'absent') {
      for (const gene of fact.genes) {
        const symbol = genes.symbol(gene) ?? gene;
        if (fact.undecided === true) add(undecided, symbol, nameOfUndecided(fact, symbol, genes));
        else add(fact.presence === 'indeterminate' ? unclear : failed, symbol, fact.source.reference);
      }
      continue;
    }
    const wild = wildTypeGene(fact, genes);
    if (wild !== null) {
      const into = fact.origin === 'germline' ? germlineOnly : (notTissue(fact.source.reference) ?? negative);
      add(into, wild, fact.source.reference);
      if (into === negative && !(fact.presence === 'absent' && fact.kind === 'fusion')) add(sequenced, wild, fact.source.reference);
      continue;
    }
    const alteration = readAlteration(fact, genes);
    if (!alteration) {
      if (fact.presence === 'present' && isUnplaced(fact)) unplaced.push(fact);
      continue;
    }
    const elsewhere = notTissue(fact.source.reference);
    if (fact.presence === 'absent' && elsewhere !== null) for (const gene of alteration.genes) add(elsewhere, gene, fact.source.reference);
    else if (fact.presence === 'absent') absent.push(alteration);
    else if (fact.mayBeOfBlood === true && !ofBlood) found.push({ alteration, standing: OF_BLOOD, implied: false });
    else found.push({ alteration, standing: standingOf(alteration, genes), implied: false });
  }
  // The two usual transcripts of BCR::ABL1, each looked for and not found.
  const transcripts = absent.flatMap(({ fact }) =>
    fact.names.flatMap((name) => {
      const transcript = ONE_TRANSCRIPT.exec(name)?.[1];
      return transcript === undefined ? [] : [{ transcript, reference: fact.source.reference }];
    }),
  );
  if (['p190', 'p210'].every((usual) => transcripts.some(({ transcript }) => transcript === usual)))
    for (const { reference } of transcripts) add(negative, 'BCR', reference);
  for (const fact of implied) {
    const alteration = readAlteration(fact, genes);
    if (alteration) found.push({ alteration, standing: standingOf(alteration, genes), implied: true });
  }
  for (const { gene, negative: clear, origin, source } of facts.tested) {
    if (!clear || origin === 'germline') continue;
    const into = notTissue(source.reference) ?? negative;
    add(into, genes.symbol(gene) ?? gene, source.reference);
    if (into === negative) add(sequenced, genes.symbol(gene) ?? gene, source.reference);
  }
  const tested = new Set([
    ...facts.tested.map(({ gene }) => genes.symbol(gene) ?? gene),
    ...absent.flatMap((alteration) => alteration.genes),
    ...negative.keys(),
    ...bloodOnly.keys(),
    ...specimenUnknown.keys(),
    ...germlineOnly.keys(),
    ...undecided.keys(),
  ]);
  const byGene = new Map<string, Found[]>();
  for (const one of found) for (const gene of one.alteration.genes) add(byGene, gene, one);
  const usable = found.filter(({ standing }) => standing.usable).map(({ alteration }) => alteration);
  const byFact = new Map(found.map((one) => [one.alteration.fact, one]));
  const markers = readMarkers(facts.biomarkers, usable);
  return {
    found,
    byGene,
    byFact,
    absent,
    negative,
    sequenced,
    bloodOnly,
    specimenUnknown,
    germlineOnly,
    inBlood,
    failed,
    unclear,
    undecided,
    tested,
    stained: stainedGenes(facts, genes),
    forResearch: new Map(
      facts.tested.flatMap(({ gene, forResearch, unread = '' }) =>
        forResearch === true ? [[genes.symbol(gene) ?? gene, researchSaid(unread)]] : [],
      ),
    ),
    unplaced,
    markers,
    genes,
  };
}

/** "Present; Gene studied: EGFR; Amino acid change: p.Leu858Arg" → "p.Leu858Arg"; an answer of few words as it is. */
function researchSaid(unread: string): string {
  const change = /(?<![A-Za-z])[cp]\.[^\s;,]+/.exec(unread)?.[0];
  return change ?? (unread.length <= 30 && !unread.includes(';') ? unread : '');
}

function stainedGenes({ tested }: PatientFacts, genes: GeneModels): OncologyPatient['stained'] {
  const order = ['negative', 'unclear', 'positive'] as const;
  const stains = tested.flatMap(({ gene, stain }) => (stain === undefined ? [] : [{ gene: genes.symbol(gene) ?? gene, stain }]));
  return new Map(stains.sort((a, b) => order.indexOf(a.stain) - order.indexOf(b.stain)).map(({ gene, stain }) => [gene, stain]));
}

const inherited = new WeakMap<OncologyPatient, OncologyPatient>();
/** The patient as a label for inherited variants asks: what the inherited genome does not have is not there. */
export function asInherited(patient: OncologyPatient): OncologyPatient {
  if (patient.germlineOnly.size === 0) return patient;
  const known = inherited.get(patient);
  if (known !== undefined) return known;
  const made = {
    ...patient,
    negative: new Map([...patient.germlineOnly, ...patient.negative]),
    sequenced: new Map([...patient.germlineOnly, ...patient.sequenced]),
    germlineOnly: new Map<string, string[]>(),
  };
  inherited.set(patient, made);
  return made;
}

/** `EGFR p.Leu858Arg`; empty where no change is named. */
function nameOfUndecided(fact: VariantFact, gene: string, genes: GeneModels): string {
  const alteration = readAlteration({ ...fact, presence: 'present' }, genes);
  const change = alteration === null ? '' : labelOf(alteration);
  return change === '' || change === gene ? '' : change.includes(gene) ? change : `${gene} ${change}`;
}

/** Neither gene nor cytogenetics, but a place, an identifier or a name that a gene would follow from. */
function isUnplaced({ genes, origin, iscn, gHgvs, genomic, cHgvs, pHgvs, names, rsIds }: VariantFact): boolean {
  if (genes.length > 0 || origin === 'germline' || iscn !== undefined) return false;
  const placed = gHgvs ?? genomic ?? cHgvs ?? pHgvs;
  return placed !== undefined || rsIds.length > 0 || names.some((name) => /^ga4gh:V|^N[CMPG]_\d|^ENST\d/.test(name));
}

/** Of the blood cells that a solid tumour's patient has beside it, by the laboratory: nothing is claimed from it. */
const OF_BLOOD: Standing = {
  usable: false,
  matters: false,
  loss: false,
  why: 'possibly of blood cells (clonal haematopoiesis) by the laboratory',
};
const isOfBlood = ({ tumours }: Pick<PatientFacts, 'tumours'>): boolean =>
  tumours.some(({ text }) => /leuk|lymph|myel|mastocyt|histiocyt|polycyth|thrombocyth/i.test(text));

/**
 * Results from plasma. "Blood" alone means circulating tumour DNA where the tumour is solid; in a blood cancer it is the tumour itself.
 */
function bloodResults({ variants, tumours }: PatientFacts): ReadonlyMap<string, ShedInto> {
  const ofBlood = isOfBlood({ tumours });
  const shed = (words: string): ShedInto | null => shedInto(words) ?? (!ofBlood && saysBlood(words) ? 'blood' : null);
  return new Map(
    variants.flatMap(({ specimen = '', source }) => {
      const where = shed(specimen);
      return where === null ? [] : [[source.reference, where] as const];
    }),
  );
}

/** Kinases that labels name with any partner. */
const OTHER_PARTNERS: ReadonlySet<string> = new Set(['ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'FGFR2', 'FGFR3', 'NRG1', 'KMT2A']);
/** "BCR::ABL1 p210 fusion". */
const ONE_TRANSCRIPT = /^BCR::ABL1 (p\d{3}) fusion$/;
/** Exons 2, 3 and 4 are all that RAS testing looks at; together they stand for the gene. */
const EXTENDED_RAS = /exons?\s*2\D+3\D+4/i;

/** "KRAS wild type", or "KRAS mutation: not detected" without any single change: the gene as a whole was found clear. */
export function wildTypeGene(fact: VariantFact, genes: GeneModels): string | null {
  const gene = genes.symbol(fact.gene) ?? fact.gene;
  const terms = fact.names.map((name) => parseTerm(name, genes, gene));
  if (fact.presence === 'present') {
    const wild = terms.find((term) => term?.kind === 'wild-type');
    return wild?.kind === 'wild-type' ? wild.gene : null;
  }
  const ras = /^[KN]RAS$/.test(gene);
  const part = ras && fact.exon === '2-4' ? undefined : fact.exon;
  if (gene === '' || (fact.pHgvs ?? fact.cHgvs ?? fact.gHgvs ?? fact.genomic ?? part) !== undefined || fact.rsIds.length > 0) return null;
  if (fact.kind === 'copy-number' || fact.kind === 'expression' || fact.copyChange !== undefined) return null;
  // "ALK: no mutation" says nothing of a fusion.
  if (fact.changeType === SEQUENCE_CHANGE) return null;
  // One transcript of BCR::ABL1 that is not there leaves the others open.
  if (fact.kind === 'fusion' && fact.names.some((name) => ONE_TRANSCRIPT.test(name))) return null;
  // A fusion of two named genes that is not there leaves fusions with other partners open.
  if (fact.kind === 'fusion' && fact.genes.length > 1 && fact.genes.some((one) => OTHER_PARTNERS.has(genes.symbol(one) ?? one)))
    return null;
  const whole = fact.names.every((name, at) => {
    const term = terms[at] ?? null;
    if (ras && EXTENDED_RAS.test(name)) return true;
    if (term === null && isPartWithoutPlace(name)) return false;
    if (term === null) return !/\d|expression|methylation|phosphorylation/i.test(name.replace(new RegExp(gene, 'gi'), ''));
    return term.kind === 'wild-type' || (term.kind === 'mutation' && term.effect === 'any') || term.kind === 'fusion';
  });
  return whole ? gene : null;
}

function add<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const list = into.get(key);
  if (list) list.push(value);
  else into.set(key, [value]);
}
