/** The door of the oncology room: patient facts in, variants, biomarkers and therapy matches out. Pure. */
import type { PatientFacts, TumourFact } from '../../fhir-profiles/index.ts';
import { MARKER_KEY } from '../knowledge/oncology/knowledge-index.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { DataWarning, PatientReport } from '../report/types.ts';
import { saidBothWays } from './both-ways.ts';
import { earlierDrugs } from './earlier-courses.ts';
import { emergingResistance } from './emerging.ts';
import { withPlacesRead } from './alteration/genomic-coding.ts';
import { germlineFindings } from './germline.ts';
import { treatmentHistory } from './order/treatment-history.ts';
import { openedByLaboratory } from './order/called-resistant.ts';
import { fitOrders } from './order/fit.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import { orderedDrugs, regimen } from './order/ordered-drugs.ts';
import { openedByBothWays, withoutUnsettled } from './order/both-ways.ts';
import { asOrdered, mayOpenOffers, withUnreadTold } from './order/offered-unsure.ts';
import { offeredEitherWay, openedByOrgans, otherwiseRead } from './order/organs.ts';
import { withTumourMeant } from './order/primaries.ts';
import { asIfMeasured, weighedByDiagnosis } from './order/stated.ts';
import { openedByUnnamed, supposingAgainst, unnamedResults } from './order/unnamed.ts';
import { openedByWords, supposing } from './order/words.ts';
import { readOncologyPatient, type OncologyPatient } from './patient.ts';
import { proteinMaps } from './alteration/protein-maps.ts';
import { otherTumourRow } from './other-tumours.ts';
import { biomarkerRow, tumourRow, variantRow } from './report-rows.ts';
import { matchProfiles, type Matches } from './therapies.ts';
import { impliedByDiagnosis, mainTumour, otherPrimaries, readTumour, type PatientTumour } from './tumour.ts';
import { asOrderFit, asTherapyMatch, type JudgedOrder, type TherapyRow } from './reason/index.ts';
import { withNamedResults } from './named-result.ts';
import { statedMarkers, statedWarnings, withoutNotedTwice } from './stated/index.ts';
import { oncologyWarnings } from './warnings.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

export interface OncologyFindings {
  readonly oncology: PatientReport['oncology'];
  readonly warnings: DataWarning[];
}

export function matchTherapies(given: PatientFacts, knowledge: OncologyKnowledge): OncologyFindings {
  const facts = withoutNotedTwice(withPlacesRead(withNamedResults(given), knowledge.genes), knowledge);
  const { best: reading, others } = readingOfBestTumour(facts, knowledge);
  const { tumourFact, patient, tumour, matches } = reading;
  const stated = statedMarkers(tumourFact, facts, patient, knowledge);
  const bothWays = saidBothWays(facts, patient);
  const weighed =
    stated.length === 0 || orderedDrugs(facts).length === 0
      ? reading.orders
      : weighedByDiagnosis(reading.orders, readingOf(tumourFact, asIfMeasured(facts, stated), knowledge).orders, stated);
  const settled = withoutUnsettled(facts, bothWays);
  const orders =
    settled === null || weighed.length === 0
      ? weighed
      : openedByBothWays(weighed, withoutFinding(readingOf(tumourFact, settled, knowledge)), bothWays, {
          facts,
          patient,
          solid: tumour?.solid !== false,
        });
  const otherwise = otherwiseRead(tumourFact);
  const other = otherwise === null ? null : readingOf(otherwise, facts, knowledge);
  const told = other === null || tumourFact === undefined ? orders : openedByOrgans(orders, other.orders, tumourFact);
  const offered =
    other === null || tumourFact === undefined
      ? matches.therapies
      : offeredEitherWay(matches.therapies, other.matches.therapies, tumourFact);
  const unread = unnamedResults(facts, patient).length > 0 || supposing(facts) !== null;
  const asked = unread || mayOpenOffers(offered, patient, knowledge) ? asOrdered(facts, offered) : null;
  const therapies = asked === null ? offered : withUnreadTold(offered, readingOf(tumourFact, asked, knowledge).orders);
  const emerging = emergingResistance(facts, patient, therapies);
  const earlier = earlierDrugs(facts, treatmentHistory(facts, knowledge, tumour).stopped);
  const germline = germlineFindings(facts, patient);
  const proteins = proteinMaps(patient, knowledge);
  return {
    oncology: {
      ...(tumourFact ? { tumour: tumourRow(tumourFact) } : {}),
      ...(others.length > 0
        ? { otherTumours: others.map(({ tumourFact: other, matches: read }) => otherTumourRow(other, read.therapies)) }
        : {}),
      variants: facts.variants.map((fact) => variantRow(fact, patient, bothWays.get(fact.id))),
      biomarkers: facts.biomarkers.map(biomarkerRow),
      therapies: touchingFirst(therapies, facts).map(asTherapyMatch),
      ...(matches.refuted.length > 0 ? { refuted: matches.refuted.map(asTherapyMatch) } : {}),
      ...(told.length > 0
        ? {
            orders: withTumourMeant(
              told,
              tumourFact?.text ?? '',
              others.map(({ tumourFact: other, orders: read }) => ({ tumour: other.text, orders: read })),
            ).map(asOrderFit),
          }
        : {}),
      ...(earlier.length > 0 ? { earlier } : {}),
      ...(emerging.length > 0 ? { emerging } : {}),
      ...(germline.length > 0 ? { germline } : {}),
      ...(proteins.length > 0 ? { proteins } : {}),
    },
    warnings: [
      ...oncologyWarnings(facts, patient, tumour, new Set(therapies.flatMap(({ variants }) => variants))),
      ...statedWarnings(stated),
    ],
  };
}

function withoutFinding({ orders, matches }: Reading): Parameters<typeof openedByBothWays>[1] {
  return { orders, approved: matches.approvals.map(({ therapies }) => therapies.map(({ name }) => name)) };
}

interface Reading {
  readonly tumourFact: TumourFact | undefined;
  readonly patient: OncologyPatient;
  readonly tumour: PatientTumour | null;
  readonly matches: Matches;
  readonly orders: JudgedOrder[];
}
type OtherReading = Reading & { readonly tumourFact: TumourFact };
const isOfTumour = (reading: Reading): reading is OtherReading => reading.tumourFact !== undefined;

function readingOf(tumourFact: TumourFact | undefined, facts: PatientFacts, knowledge: OncologyKnowledge): Reading {
  const patient = readOncologyPatient(facts, knowledge.genes, impliedByDiagnosis(tumourFact, knowledge.tumours, facts.variants));
  const tumour = tumourFact ? readTumour(tumourFact, knowledge.tumours, patient.markers) : null;
  const matches = matchProfiles({ facts, patient, tumour, knowledge, candidates: candidates(facts, patient, knowledge) });
  const orders = fitOrders({ facts, patient, tumour, knowledge, matches });
  const drugs = orderedDrugs(facts).map(({ ingredient }) => ingredient);
  if (drugs.length === 0) return { tumourFact, patient, tumour, matches, orders };
  const supposed = supposing(facts);
  const worded =
    supposed === null ? orders : openedByWords(orders, readingOf(tumourFact, supposed, knowledge).orders, facts, knowledge.genes);
  const unnamed = unnamedResults(facts, patient);
  const against = unnamed.length === 0 ? null : supposingAgainst(facts, unnamed, drugs, knowledge);
  const told = against === null ? worded : openedByUnnamed(worded, ordersOf(tumourFact, against, knowledge), unnamed);
  return { tumourFact, patient, tumour, matches, orders: [...openedByLaboratory(told, facts, knowledge)] };
}

/** What orders are told of these facts, nothing supposed. */
function ordersOf(tumourFact: TumourFact | undefined, facts: PatientFacts, knowledge: OncologyKnowledge): JudgedOrder[] {
  const patient = readOncologyPatient(facts, knowledge.genes, impliedByDiagnosis(tumourFact, knowledge.tumours, facts.variants));
  const tumour = tumourFact ? readTumour(tumourFact, knowledge.tumours, patient.markers) : null;
  const matches = matchProfiles({ facts, patient, tumour, knowledge, candidates: candidates(facts, patient, knowledge) });
  return fitOrders({ facts, patient, tumour, knowledge, matches });
}

/**
 * With several active primaries a result seldom says whose it is: the one that an ordered drug fits, else the one whose labels name a variant that was
 * found, is taken for the tumour meant; a warning names it. Otherwise the order of `mainTumour` stands.
 */
function readingOfBestTumour(facts: PatientFacts, knowledge: OncologyKnowledge): { best: Reading; others: readonly OtherReading[] } {
  const main = mainTumour(facts);
  const first = readingOf(main, facts, knowledge);
  const score = ({ orders, matches }: Reading) =>
    1000 * orders.filter(({ verdict }) => verdict === 'fits').length +
    // A drug of which the labels say something in this tumour was meant for it.
    100 * orders.filter(({ verdict }) => verdict !== 'not-covered').length +
    matches.approvals.filter(({ profile }) => (matches.answers.get(profile)?.found.length ?? 0) > 0).length;
  const all = [first, ...otherPrimaries(facts, main).map((fact) => readingOf(fact, facts, knowledge))];
  const best = all.reduce((chosen, next) => (score(next) > score(chosen) ? next : chosen));
  return { best, others: all.filter((one) => one !== best).filter(isOfTumour) };
}

/** Resistance to a drug that is ordered or taken comes before everything else. */
function touchingFirst(therapies: readonly TherapyRow[], facts: PatientFacts): TherapyRow[] {
  const drugs = regimen(facts);
  const touches = ({ effect, tumourMatch, level, therapy }: TherapyRow) =>
    effect !== 'sensitivity' && tumourMatch !== 'other' && level <= 'B' && therapy.some(({ name }) => drugs.has(ingredientName(name)));
  return [...therapies.filter(touches), ...therapies.filter((match) => !touches(match))];
}

/** Profiles that this patient's genes and markers can touch: the only ones looked at. */
function candidates(facts: PatientFacts, patient: OncologyPatient, knowledge: OncologyKnowledge): Set<number> {
  const genes = new Set([...patient.byGene.keys(), ...patient.tested]);
  for (const { kind } of facts.biomarkers) for (const gene of entryOf(GENES_OF_MARKERS, kind.toUpperCase()) ?? []) genes.add(gene);
  const { profilesByGene } = knowledge.index;
  const found = new Set<number>();
  for (const gene of genes) for (const at of profilesByGene.get(gene) ?? []) found.add(at);
  if (facts.biomarkers.length > 0 || genes.has('ERBB2')) for (const at of profilesByGene.get(MARKER_KEY) ?? []) found.add(at);
  if (facts.variants.some(({ iscn, names }) => iscn !== undefined || names.some((name) => /\d[pq]/.test(name)))) {
    for (const at of profilesByGene.get(MARKER_KEY) ?? []) found.add(at);
  }
  return found;
}
/** Stainings that answer questions about a gene. */
const GENES_OF_MARKERS: Readonly<Record<string, readonly string[]>> = { HER2: ['ERBB2'], 'PD-L1': ['CD274'], ER: ['ESR1'], PR: ['PGR'] };

// What the trial part shares with the therapy part: one reading of variants, markers and tumour types.
export { sequencedClear } from './alteration/covers.ts';
export { evaluate as evaluateProfile, RULED_OUT } from './profile.ts';
export { readOncologyPatient, type OncologyPatient } from './patient.ts';
export { impliedByDiagnosis, mainTumour, readTumour, type PatientTumour } from './tumour.ts';
export { codingOf, effectOf, type CodingName, type Effect } from './alteration/sequence-change.ts';
export { copyOf } from './alteration/structural-change.ts';
export { termsOf } from '../knowledge/oncology/profile-terms.ts';
export { saidBothWays } from './both-ways.ts';
export { withoutUnsettled } from './order/both-ways.ts';
export { withNamedResults } from './named-result.ts';
export { withPlacesRead } from './alteration/genomic-coding.ts';
export { castrationOf } from './order/treatment-history.ts';
export { otherwiseRead } from './order/organs.ts';
export {
  asJudgedOrder,
  inWords,
  isUnread,
  isUnsure,
  onceEach,
  reasonsOf,
  resistedBy,
  saidOfDrugs,
  TWO_ORGANS,
  type JudgedOrder,
  type OtherDisease,
  type Reason,
  type UnreadReason,
} from './reason/index.ts';
