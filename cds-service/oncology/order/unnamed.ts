/**
 * Orders beside a result whose change is not said or cannot be read: "ABL1 kinase domain: mutation detected", "BTK: see report", a sentence about a BRCA1
 * reversion. It is asked what the order would be told if it were one of the changes of that gene that are known to speak against the drug: only then
 * does the report have to be looked at first.
 */
import type { PatientFacts, VariantFact } from '../../../fhir-profiles/index.ts';
import { onceEach, type JudgedOrder, type Reason } from '../reason/index.ts';
import type { EvidenceItem, OncologyKnowledge, Profile, ProfileTree } from '../../knowledge/oncology/types.ts';
import { readAlteration, type Alteration } from '../alteration/index.ts';
import { isSequence } from '../alteration/class.ts';
import { isUnread, isUnspecified } from '../test-standing.ts';
import type { OncologyPatient } from '../patient.ts';

interface Unnamed {
  readonly gene: string;
  /** What the result says, where no reader took it; absent: "mutated", without more. */
  readonly said?: string;
  readonly alteration?: Alteration;
  readonly reference: string;
}

const ID = 'unnamed#';

export function unnamedResults(facts: PatientFacts, patient: OncologyPatient): readonly Unnamed[] {
  const named = new Set(
    [...patient.byGene].flatMap(([gene, found]) =>
      found.some(
        ({ alteration, standing, implied }) =>
          !implied && standing.usable && (alteration.changes.length > 0 || alteration.codings.length > 0) && isSequence(alteration),
      )
        ? [gene]
        : [],
    ),
  );
  const variants = patient.found.flatMap(({ alteration, standing, implied }): Unnamed[] => {
    const [gene] = alteration.genes;
    if (implied || !standing.usable || gene === undefined || alteration.fact.classification !== 'unknown') return [];
    const counted = alteration.changes.length > 0 || alteration.codings.length > 0;
    const open = counted ? isUnread(alteration, patient) && !standing.matters : isUnspecified(alteration) && !named.has(gene);
    return open ? [{ gene, alteration, reference: alteration.fact.source.reference }] : [];
  });
  const absent = new Set(patient.absent.flatMap(({ genes }) => genes));
  const known = (gene: string): boolean =>
    (patient.byGene.get(gene) ?? []).some(({ implied }) => !implied) ||
    [patient.negative, patient.bloodOnly, patient.specimenUnknown].some((list) => list.has(gene)) ||
    absent.has(gene);
  const texts = facts.tested.flatMap(({ gene, unread, source }): Unnamed[] => {
    const symbol = patient.genes.symbol(gene) ?? gene;
    if (unread === undefined || DENIED.test(unread) || (known(symbol) && !CHANGE.test(unread))) return [];
    return [{ gene: symbol, said: unread, reference: source.reference }];
  });
  return [...variants, ...texts];
}
/** Says that nothing was found, or that nothing was done. */
const DENIED =
  /\b(?:no|not|none|never|negative|neg|absent|normal|unremarkable|without|wild[- ]?type|wt|fail\w*|insufficient|inadequate|cancel\w*|pending|scheduled|qns)\b/i;
/** Speaks of a change, whatever it is. */
const CHANGE =
  /\d(?:[A-Z]|_|\+|-)|\bmutat|\bvariant|\brevers|\brestor|\bsecond(?:ary|[- ]site)|\bdelet|\binsert|\bduplicat|\bresistan|\b[A-Z]\d{2,4}/i;

/** The facts as if each of these results were a change that is known to speak against an ordered drug; null where nothing of the kind is known. */
export function supposingAgainst(
  facts: PatientFacts,
  unnamed: readonly Unnamed[],
  drugs: readonly string[],
  knowledge: OncologyKnowledge,
): PatientFacts | null {
  const supposed = unnamed.flatMap((result, at) =>
    [...new Set(drugs.flatMap((drug) => changesAgainst(result.gene, drug, knowledge)))].flatMap((name, no): VariantFact[] => {
      const fact: VariantFact = {
        id: `${ID}${at}#${no}`,
        gene: result.gene,
        genes: [result.gene],
        kind: 'other',
        presence: 'present',
        origin: 'unknown',
        rsIds: [],
        clinvarIds: [],
        names: [name],
        classification: 'unknown',
        source: { reference: result.reference },
      };
      return mayBe(result, readAlteration(fact, knowledge.genes)) ? [fact] : [];
    }),
  );
  if (supposed.length === 0) return null;
  const replaced = new Set(unnamed.flatMap(({ alteration }) => (alteration === undefined ? [] : [alteration.fact.id])));
  return {
    ...facts,
    variants: [...facts.variants.filter(({ id }) => !replaced.has(id)), ...supposed],
    tested: facts.tested.filter(({ unread }) => unread === undefined),
  };
}

/** The exon, the codon and the kind of change that the result does name leave room for it. */
function mayBe({ said, alteration }: Unnamed, supposed: Alteration | null): boolean {
  if (supposed === null) return false;
  const reversion = supposed.plainNames.has('REVERSION');
  if (said !== undefined && reversion !== REVERSION.test(said)) return false;
  if (alteration !== undefined && reversion) return false;
  const exon = alteration?.exons ?? exonIn(said ?? '');
  if (exon !== null && supposed.exons !== null && (supposed.exons[1] < exon[0] || exon[1] < supposed.exons[0])) return false;
  const codons = alteration?.changes.length === 0 ? alteration.codons : null;
  return codons === null || supposed.codons === null || (supposed.codons[0] <= codons[1] && codons[0] <= supposed.codons[1]);
}
const REVERSION = /\brevers|\brestor/i;
function exonIn(said: string): readonly [number, number] | null {
  const [, first, last] = /\bexons?\s*(\d{1,2})(?:\s?(?:-|–|to|and)\s?(\d{1,2}))?/i.exec(said) ?? [];
  return first === undefined ? null : [Number(first), Number(last ?? first)];
}

/** Names of single changes of the gene that evidence of a clinical kind, or the label itself, puts against the drug. */
function changesAgainst(gene: string, drug: string, { index, profiles }: OncologyKnowledge): readonly string[] {
  return (index.profilesByGene.get(gene) ?? []).flatMap((at) => {
    const profile = profiles[at];
    if (profile === undefined) return [];
    const labelled = (index.approvalsByProfile.get(at) ?? []).some(({ therapies }) =>
      therapies.some(({ ingredient }) => ingredient === drug),
    );
    const left = 'not' in profile.tree && labelled && isSingle(profile.tree.not, gene);
    if (left) return [profile.text.replace(/^NOT /, '')];
    const against = (index.evidenceByProfile.get(at) ?? []).some((item) => speaksAgainst(item, drug));
    return against ? partsOf(profile).flatMap(([name, tree]) => (isSingle(tree, gene) ? [name] : [])) : [];
  });
}
/** The parts of "BCR::ABL1 Fusion AND ABL1 T315I", each by its name. */
function partsOf({ text, tree }: Profile): readonly (readonly [string, ProfileTree])[] {
  const [trees, sign] = 'and' in tree ? [tree.and, ' AND '] : 'or' in tree ? [tree.or, ' OR '] : [[tree], null];
  const names = sign === null ? [text] : text.split(sign);
  return names.length === trees.length ? names.flatMap((name, at) => (trees[at] === undefined ? [] : [[name, trees[at]] as const])) : [];
}
function isSingle(tree: ProfileTree, gene: string): boolean {
  return 'kind' in tree && SINGLE.has(tree.kind) && 'gene' in tree && tree.gene === gene;
}
const SINGLE: ReadonlySet<string> = new Set(['protein', 'codons', 'coding', 'exon', 'region', 'named']);
function speaksAgainst({ effect, supports, level, therapies, interaction }: EvidenceItem, drug: string): boolean {
  return (
    supports &&
    (effect === 'resistance' || effect === 'reduced-sensitivity') &&
    level <= 'C' &&
    (therapies.length === 1 || interaction === 'substitutes') &&
    therapies.some(({ ingredient }) => ingredient === drug)
  );
}

const SILENT: ReadonlySet<JudgedOrder['verdict']> = new Set(['fits', 'not-covered']);

/** Silent orders that such a change would speak against: left open, with what to look at. */
export function openedByUnnamed(
  orders: readonly JudgedOrder[],
  supposed: readonly JudgedOrder[],
  unnamed: readonly Unnamed[],
): JudgedOrder[] {
  const touching = ({ variants }: JudgedOrder): readonly Unnamed[] => {
    const places = new Set(variants.flatMap((id) => (id.startsWith(ID) ? [Number(id.split('#')[1])] : [])));
    return unnamed.filter((_, at) => places.has(at));
  };
  const opened = (fit: JudgedOrder, against: JudgedOrder): JudgedOrder => {
    const [first, ...more] = touching(against);
    // The very finding that the drug is given for.
    if (
      first === undefined ||
      [first, ...more].every(({ alteration }) => alteration !== undefined && fit.variants.includes(alteration.fact.id))
    )
      return fit;
    return {
      ...fit,
      verdict: 'biomarker-open',
      ruleId: `oncology:${fit.drug.name}:biomarker-open`,
      because: onceEach([first, ...more].map((result) => reasonOf(result, fit.drug.name))),
      tests: [],
      testOrders: [],
      variants: [],
      alternatives: [],
      sources: fit.sources.length > 0 ? fit.sources : against.sources,
      evidence: [first, ...more].map(({ reference }) => ({ reference })),
    };
  };
  const same = (a: JudgedOrder, b: JudgedOrder): boolean => a.order === b.order && a.drug.name === b.drug.name;
  return [
    ...orders.map((fit) => {
      const against = supposed.find((other) => same(fit, other));
      return against?.verdict === 'contradicted' && SILENT.has(fit.verdict) ? opened(fit, against) : fit;
    }),
    ...supposed
      .filter((other) => other.verdict === 'contradicted' && !orders.some((fit) => same(fit, other)))
      .map((other) => opened({ ...other, variants: [] }, other))
      .filter(({ verdict }) => verdict === 'biomarker-open'),
  ];
}

function reasonOf({ gene, said, alteration }: Unnamed, drug: string): Reason {
  if (said !== undefined) return { kind: 'result-unread', gene, said: said.slice(0, 80), drugs: [drug] };
  return alteration !== undefined && (alteration.changes.length > 0 || alteration.codings.length > 0)
    ? { kind: 'other-transcript', gene, change: alteration.fact.cHgvs ?? alteration.fact.pHgvs ?? '', drugs: [drug] }
    : { kind: 'mutation-unsaid', gene, drugs: [drug] };
}
