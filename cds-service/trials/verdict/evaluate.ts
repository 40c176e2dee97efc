/** Evaluates a requirement over a patient: yes, no or unknown, with the datum and its date. */
import { hasMenopause } from './menopause.ts';
import { genesOf } from '../../knowledge/oncology/notation/term.ts';
import { evaluateProfile, inWords, termsOf, RULED_OUT } from '../../oncology/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { hasAllergy } from './allergy.ts';
import { joined, no, NOT_READ, unknown, yes, type Answer } from './answer.ts';
import { hasCondition } from './condition.ts';
import { hasHla } from './hla.ts';
import { isMeasurable } from './measurable.ts';
import { hasCategories } from './tnm.ts';
import { hasLab } from './laboratory.ts';
import { hasAge, hasPerformance, hasSex, isExpecting } from './measured.ts';
import { hasOtherMalignancy } from './malignancy.ts';
import { hasMarkerValue } from './marker-value.ts';
import { isTaking } from './medication.ts';
import { hasBrainMetastases, hasLiverMetastases, hasMetastasesOf } from './metastasis.ts';
import { hasMismatchRepair } from './mismatch-repair.ts';
import { hadProcedure } from './procedure.ts';
import { hasStaging } from './staging-system.ts';
import { hadLiveVaccine, isInOtherStudy } from './study-history.ts';
import { hasToxicity } from './toxicity.ts';
import { hasVariant } from './reported-variant.ts';
import { answersToCastration } from './castration.ts';
import { ofOrigin } from './origin.ts';
import { foundOf } from './same-codon.ts';
import { hadLines, wasTreated } from './treatment.ts';
import { hasExtent, hasStage } from './extent.ts';
import { hasTumour } from './tumour.ts';
import { byArms } from './ways.ts';
import { ofOneTumour } from './whose-result.ts';
import { once } from './once.ts';

export function evaluateRequirement(asked: Requirement, patient: TrialPatient): Answer {
  switch (asked.kind) {
    case 'all':
    case 'any': {
      const answers = asked.of.map((one) => evaluateRequirement(one, patient));
      if (asked.kind === 'any' && asked.of.some(isArm))
        return byArms(asked.of.map((one, at) => ({ arm: armOf(one), answer: answers[at] ?? unknown(''), begun: isBegun(one, patient) })));
      return joined(answers, asked.kind);
    }
    case 'not': {
      const inner = evaluateRequirement(asked.of, patient);
      return inner.verdict === 'unknown' ? inner : { ...inner, verdict: inner.verdict === 'yes' ? 'no' : 'yes' };
    }
    default:
      return eitherWay(asked, patient);
  }
}

type Question = Exclude<Requirement, { readonly kind: 'all' | 'any' | 'not' }>;

/** Where the record contradicts itself, what both readings say is certain. */
function eitherWay(asked: Question, patient: TrialPatient): Answer {
  const answer = answered(asked, patient);
  if (answer.verdict === 'unknown') return answer;
  const other = patient.otherwise.find(({ read }) => answered(asked, read).verdict !== answer.verdict);
  return other === undefined ? answer : unknown(`${answer.because}; ${other.why}`, 'which of the two holds');
}

function answered(asked: Question, patient: TrialPatient): Answer {
  switch (asked.kind) {
    case 'age':
      return hasAge(asked, patient);
    case 'sex':
      return hasSex(asked, patient);
    case 'tumour':
      return hasTumour(asked, patient);
    case 'extent':
      return hasExtent(asked, patient);
    case 'stage':
      return hasStage(asked, patient);
    case 'hla':
      return hasHla(asked, patient);
    case 'molecular':
      return ofOneTumour(asked, hasProfile(asked, patient), patient);
    case 'variant':
      return ofOneTumour(asked, hasVariant(asked, patient), patient);
    case 'marker-value':
      return ofOneTumour(asked, hasMarkerValue(asked, patient), patient);
    case 'mismatch-repair':
      return ofOneTumour(asked, hasMismatchRepair(asked, patient), patient);
    case 'performance':
      return hasPerformance(asked, patient);
    case 'lab':
      return hasLab(asked, patient);
    case 'lines':
      return hadLines(asked, patient);
    case 'treated':
      return wasTreated(asked, patient);
    case 'procedure':
      return hadProcedure(asked, patient);
    case 'brain-metastases':
      return hasBrainMetastases(patient);
    case 'liver-metastases':
      return hasLiverMetastases(patient);
    case 'metastases':
      return hasMetastasesOf(asked, patient);
    case 'condition':
      return hasCondition(asked, patient);
    case 'taking':
      return isTaking(asked, patient);
    case 'allergy':
      return hasAllergy(asked, patient);
    case 'measurable':
      return isMeasurable(patient);
    case 'tnm':
      return hasCategories(asked, patient);
    case 'staging':
      return hasStaging(asked, patient);
    case 'toxicity':
      return hasToxicity(asked, patient);
    case 'live-vaccine':
      return hadLiveVaccine(asked, patient);
    case 'other-study':
      return isInOtherStudy(asked, patient);
    case 'pregnant':
    case 'breastfeeding':
      return isExpecting(asked, patient);
    case 'castration':
      return answersToCastration(asked, patient);
    case 'menopause':
      return hasMenopause(asked, patient);
    case 'other-malignancy':
      return hasOtherMalignancy(asked, patient);
    case 'unread':
      return notRead(asked.ask);
  }
}

/** No chart holds them. */
const AT_THE_VISIT: readonly string[] = [
  'informed consent',
  'contraception',
  'ability to comply',
  'the judgement of the investigator',
  'life expectancy',
  'participation in another study',
];

/** What is asked was seen and not understood: that the record is silent cannot be said. */
function notRead(ask: string | undefined): Answer {
  if (ask === undefined) return unknown(NOT_READ);
  if (AT_THE_VISIT.includes(ask)) return unknown(`settled at the visit: ${ask}`, ask);
  if (ask.startsWith('the tumour type, against')) return unknown("whether this tumour is among the trial's conditions could not be told for certain", ask); // prettier-ignore
  if (/^(?:whether|how) /.test(ask)) return unknown(`please check ${ask}`, ask);
  return unknown(`about ${ask}: what exactly is asked could not be read with certainty, please check it`, ask);
}

function isArm(one: Requirement): boolean {
  return one.kind === 'all' && one.arm !== undefined;
}
function isBegun(one: Requirement, patient: TrialPatient): boolean {
  return one.kind === 'all' && one.of.some((part) => evaluateRequirement(part, patient).verdict === 'yes');
}
function armOf(one: Requirement): string {
  return one.kind === 'all' ? (one.arm ?? 'another arm') : 'another arm';
}

/** The same reading of variants and markers as for therapies. */
function hasProfile(asked: Extract<Requirement, { kind: 'molecular' }>, patient: TrialPatient): Answer {
  // The label is the text the tree was made from: equal labels ask the same.
  const key = `molecular ${asked.label}`;
  return once(patient, key, () => {
    const profile = evaluateProfile(asked.tree, patient.oncology);
    return ofOrigin(asked, answerOf(asked, profile, patient), profile.found, patient);
  });
}

/** "HER2 negative was tested and not found" would be a riddle. */
const ASKED_LOW = /(?:\bnegative|\bstable|\bproficient|\blow|[≥>≤<] [\d.]+(?: %|\/Mb)?)$/;
function answerOf(
  { label, tree }: Extract<Requirement, { kind: 'molecular' }>,
  { verdict, found, reasons, references }: ReturnType<typeof evaluateProfile>,
  patient: TrialPatient,
): Answer {
  const sources = [...found.map(({ alteration }) => alteration.fact.source.reference), ...references];
  const days = [...new Set(sources.map((reference) => patient.dates.get(reference)).filter((day) => day !== undefined))].sort();
  const when = days.length === 0 ? '' : ` (${days.join(', ')})`;
  const why = reasons
    .map((reason) =>
      inWords(reason) === RULED_OUT
        ? 'what may not be there was tested and not found'
        : reason.kind === 'marker-absent' && ASKED_LOW.test(reason.asked)
          ? `${reason.asked}: the results show otherwise`
          : inWords(reason),
    )
    .join('; ');
  if (verdict === 'yes') return yes(`${why === '' ? `${label} found` : why}${when}`);
  const terms = termsOf(tree);
  const genes = [...new Set(terms.flatMap(genesOf))];
  const besides = foundOf(genes, patient.oncology, patient.dates);
  const beside = besides.length === 0 ? '' : `; found: ${besides.slice(0, 3).join(', ')}${besides.length > 3 ? ' …' : ''}`;
  if (verdict === 'no') return no(why === '' ? `${label}: tested and not found${when}${beside}` : `${why}${when}`);
  const markers = [...new Set(terms.flatMap((term) => (term.kind === 'marker' ? [term.marker] : [])))];
  const untested = genes.filter((gene) => !patient.oncology.tested.has(gene) && !patient.oncology.byGene.has(gene));
  const asked = [...(untested.length > 0 ? untested : genes), ...markers].slice(0, 3).join(', ');
  return unknown(`no result on file settles “${label}”${beside.replace(/; /g, ', ')}`, asked === '' ? label : `${asked} result`);
}
