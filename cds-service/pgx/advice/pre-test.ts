/**
 * Tests that a label or guideline asks for before the first dose, where no result is on file.
 * Silent when the drug is already taken (see `firstUse`), when any result exists (also an unreadable one, which is told elsewhere), and when
 * an enzyme measurement that the laboratory put into a word answers the same question.
 */
import type { LabFact, MedicationFact } from '../../../fhir-profiles/index.ts';
import { LOINC } from '../../../fhir-profiles/codes/systems.ts';
import type { PreTest } from '../../knowledge/pgx/types.ts';
import type { UntestedGene } from '../../report/types.ts';
import { earlierUse, isNewOrder } from './earlier-use.ts';
import type { AdvicePatient } from './patient.ts';
import { figure, orderedDose } from './order-dose.ts';
import type { DrugQuestion } from './question.ts';
import { reactionOnRecord } from './reaction-on-record.ts';
import { tumourWords } from './tumour-variant.ts';
import { statementsOn, unnamedWords } from './unnamed-gene.ts';
import { DRUG_EFFECTS } from './wording/drug-effects.ts';
import { lowerPhenotype } from './wording/implication.ts';
import { sentence } from './wording/words.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** Enzyme measurements that stand in for the genotype. */
const MEASURED: Readonly<Record<string, LabFact['kind']>> = { G6PD: 'G6PD-activity', TPMT: 'TPMT-activity', DPYD: 'DPD-uracil' };

export function preTests(patient: AdvicePatient): UntestedGene[] {
  const { chart, index } = patient;
  return chart.facts.medications
    .filter((order) => order.isOrder && order.systemic !== false && isNewOrder(order, chart.facts.asOf))
    .flatMap((order) =>
      index.knowledge.clinical.preTests
        .filter(
          (rule) =>
            orders(order, rule) &&
            !answered(patient, rule) &&
            (rule.aboveMgPerDay === undefined ? firstUse(patient, rule, order) : isFirstAbove(patient, rule, order)) &&
            !settledByReaction(patient, rule),
        )
        .flatMap((rule) => untested(patient, rule, order)),
    )
    .sort((a, b) => a.drug.name.localeCompare(b.drug.name) || a.order.localeCompare(b.order) || a.gene.localeCompare(b.gene));
}

/** Whether the gene is asked for before the first dose of this order, and this is the first. */
export function testedBefore(patient: AdvicePatient, { drug, order }: Pick<DrugQuestion, 'drug' | 'order'>, gene: string): boolean {
  const { chart, index } = patient;
  if (order?.isOrder !== true || !isNewOrder(order, chart.facts.asOf)) return false;
  return index.knowledge.clinical.preTests.some(
    (rule) => rule.aboveMgPerDay === undefined && rule.gene === gene && rule.drug === drug.name && firstUse(patient, rule, order),
  );
}

function orders({ ingredients }: MedicationFact, rule: PreTest): boolean {
  return ingredients.some(({ name, rxnorm }) => name === rule.drug || (rxnorm !== null && rule.rxnorm !== '' && rxnorm === rule.rxnorm));
}

/**
 * What is taken now was tolerated so far. What is over answers less: a drug that was stopped or held may have been for the very harm that
 * the test foretells, and an immune reaction (tests of one HLA allele) is worst when the drug is begun again: the boxed warning of abacavir asks
 * for the test before therapy is begun again as well, and the manufacturer also for those who tolerated it (ViiV Healthcare, HLA-B*5701
 * screening, read 2026-11-22).
 */
function firstUse({ chart }: AdvicePatient, rule: PreTest, order: MedicationFact): boolean {
  const use = earlierUse(chart, { name: rule.drug, rxnorm: rule.rxnorm }, order.source.reference);
  if (use.kind === 'none-recorded') return true;
  if (use.kind === 'taken' && use.running) return false;
  return !chart.facts.medications.some(
    ({ source, role, status }) =>
      use.references.includes(source.reference) &&
      (role === 'current' || (rule.allele === undefined && status !== 'stopped' && status !== 'on-hold')),
  );
}

/** More is ordered than what is given untested, and no more than that has been taken so far. */
function isFirstAbove({ chart }: AdvicePatient, { drug, aboveMgPerDay = Infinity }: PreTest, order: MedicationFact): boolean {
  const isAbove = (medication: MedicationFact): boolean => {
    const dose = orderedDose(medication);
    return dose?.unit === 'mg' && (dose.daily ?? dose.amount) > aboveMgPerDay;
  };
  const taken = chart.facts.medications.filter(
    ({ role, source, ingredients }) =>
      (role === 'current' || role === 'past') &&
      source.reference !== order.source.reference &&
      ingredients.some(({ name }) => name === drug),
  );
  return isAbove(order) && !taken.some(isAbove);
}

/** The immune reaction that the test of an HLA allele foretells has happened: no result would allow the drug again. */
function settledByReaction({ chart }: AdvicePatient, rule: PreTest): boolean {
  return rule.allele !== undefined && reactionOnRecord(chart, { name: rule.drug, rxnorm: rule.rxnorm }) !== undefined;
}

/** Taken before and stopped, held or over: then it is not the first dose that the test comes before. */
function begunAgain({ chart }: AdvicePatient, rule: PreTest, order: MedicationFact): boolean {
  return earlierUse(chart, { name: rule.drug, rxnorm: rule.rxnorm }, order.source.reference).kind !== 'none-recorded';
}

/** Any finding of the gene answers; of an HLA gene only one that says something of this allele or is unreadable. */
function answered(patient: AdvicePatient, rule: PreTest): boolean {
  const { findings, chart } = patient;
  const lab = measuredLab(chart, rule.gene);
  if (lab !== undefined && isJudged(lab, rule.gene)) return true;
  const finding = findings.get(rule.gene);
  if (finding === undefined || recordedAsHarmless(patient, rule) !== undefined) return false;
  const { allele } = rule;
  // "B*57:01 or B*57:03" leaves the allele open, and no advice is made of it.
  if (allele !== undefined && finding.lookup.leftOpen?.includes(allele) === true) return false;
  if (allele === undefined || finding.state !== 'called') return true;
  return finding.lookup.alleleStatus?.some((status) => status.startsWith(`${allele} `)) ?? false;
}

/**
 * "HLA-B*57:01 negative on the problem list": what a list of the record calls normal does not stand in for the test that a label asks for.
 * Undefined where a laboratory's result is on file, and where the list names a risk, of which the advice itself speaks.
 */
function recordedAsHarmless({ findings }: AdvicePatient, { gene, allele, requirement }: PreTest): string | undefined {
  const { result, lookup } = findings.get(gene) ?? {};
  if (result?.recordedIn === undefined || requirement === 'consider') return undefined;
  if (allele !== undefined) {
    const negative = lookup?.alleleStatus?.includes(`${allele} negative`) === true;
    return negative ? `${gene}${allele} negative on the ${result.recordedIn}` : undefined;
  }
  const normal = /^normal\b/i.test(result.phenotype ?? '');
  return normal ? `${gene} ${lowerPhenotype(result.phenotype ?? '')} on the ${result.recordedIn}` : undefined;
}

const measuredLab = (chart: AdvicePatient['chart'], gene: string): LabFact | undefined => {
  const kind = entryOf(MEASURED, gene);
  return kind === undefined ? undefined : chart.latestLab(kind);
};

/** The laboratory's own class decides; of uracil only "normal", because no rule here turns the others into a dose. */
const isJudged = ({ value }: LabFact, gene: string): boolean => typeof value === 'string' && (gene !== 'DPYD' || value === 'normal');

const MEASURED_WORDS: Readonly<Record<string, string>> = {
  G6PD: 'G6PD activity',
  TPMT: 'TPMT activity',
  DPYD: 'plasma uracil (DPD activity)',
};

/** An enzyme measured before the first dose that a normal genotype does not answer: variants that were not looked for lower it as well. */
export function measuredBeside(patient: AdvicePatient, question: Pick<DrugQuestion, 'drug' | 'order'>, gene: string): string | undefined {
  const lab = measuredLab(patient.chart, gene);
  if (lab === undefined || !mayBeDeficient(lab, gene) || !testedBefore(patient, question, gene)) return undefined;
  return unjudged(patient, gene);
}

/** By the laboratory's own limits; of uracil, which is measured for this question alone, also where it gives none. */
function mayBeDeficient({ value, referenceLow, referenceHigh }: LabFact, gene: string): boolean {
  if (typeof value !== 'number') return gene === 'DPYD';
  return gene === 'DPYD' ? referenceHigh === undefined || value > referenceHigh : referenceLow !== undefined && value < referenceLow;
}

/** "plasma uracil (DPD activity) 160 ng/mL": without the laboratory's class nothing here judges it. */
function unjudged({ chart }: AdvicePatient, gene: string): string | undefined {
  const lab = measuredLab(chart, gene);
  if (lab === undefined || isJudged(lab, gene)) return undefined;
  if (typeof lab.value === 'string') return `${entryOf(MEASURED_WORDS, gene) ?? gene} "${lab.value}"`;
  return `${entryOf(MEASURED_WORDS, gene) ?? gene} ${lab.comparator ?? ''}${String(lab.value)}${lab.unit === undefined ? '' : ` ${lab.unit.replace('{Hb}', ' Hb')}`}`;
}

function untested(patient: AdvicePatient, rule: PreTest, order: MedicationFact): UntestedGene[] {
  const { chart } = patient;
  const shown = rule.indications.some((id) => chart.orderedFor(order, id) || chart.indication(id).length > 0);
  const gene = rule.allele === undefined ? rule.gene : `${rule.gene}${rule.allele}`;
  const { source } = rule;
  const measured = unjudged(patient, rule.gene);
  const typing = coarseTyping(patient, rule);
  const recorded = measured === undefined ? recordedAsHarmless(patient, rule) : undefined;
  const unnamed = unnamedWords(statementsOn(patient, { name: rule.drug, rxnorm: rule.rxnorm }), rule.drug);
  const inTumour = tumourWords(patient, rule.gene);
  const stated = unnamed ?? inTumour;
  const again = rule.aboveMgPerDay === undefined && begunAgain(patient, rule, order);
  const beside = { measured, recorded, unnamed: unnamed !== undefined, inTumour: inTumour !== undefined, open: typing !== undefined };
  const start = again ? `${rule.drug} is begun again` : `the first dose of ${rule.drug}`;
  const judge = measured === undefined ? undefined : `${measured} is on file and is not interpreted here: judge it before ${start}`;
  const onFile = [recorded, typing, stated, judge].filter((words) => words !== undefined);
  const ask = askFor(rule, again);
  return [
    {
      gene: rule.gene,
      ...(rule.allele === undefined ? {} : { allele: rule.allele }),
      drug: { name: rule.drug, rxnorm: rule.rxnorm },
      order: order.source.reference,
      test: testOf(patient, rule),
      source: { label: source.label, url: source.url, ...(source.pmid === undefined ? {} : { pmid: source.pmid }), version: source.date },
      text: [...onFile.map(sentence), sentence(`${nothingOf(gene, beside)}; ${ask}`)].join(' '),
      ...(onFile.length === 0 ? { ask } : {}),
      ...(again ? { again: true } : {}),
      ...(typing === undefined ? {} : { typing }),
      ...(measured === undefined ? {} : { measured }),
      ...(recorded === undefined ? {} : { recorded }),
      ...(stated === undefined ? {} : { stated }),
      ...(unnamed === undefined ? {} : { geneNotNamed: true }),
      requirement: rule.requirement,
      ...(rule.indications.length === 0 ? {} : { populationKnown: shown }),
    },
  ];
}

/** A typing that leaves open whether it is the allele asked for: `*57` where `*57:01` is, an NMDP code (`*57:AABC`), or one of several alleles. */
function coarseTyping({ findings, chart }: AdvicePatient, { gene, allele }: PreTest): string | undefined {
  // Another allele of the gene is known, and of this one a result is on file that contradicts itself.
  const unread = chart.facts.germline.some(
    (result) => result.gene === gene && result.call.kind === 'no-call' && allele !== undefined && names(result.text, allele),
  );
  if (unread) return `the result on file that names ${gene}${allele ?? ''} could not be interpreted: look at it`;
  const group = allele?.split(':')[0] ?? '';
  const typed = (findings.get(gene)?.result.diplotype?.split(/[/,\s]+/) ?? []).map((name) => name.replace(/:[A-Z]{2,6}$/, ''));
  if (allele === undefined) return undefined;
  if (group !== allele && typed.includes(group))
    return `${gene}${group} is on file, which may be ${gene}${allele}: the typing does not tell`;
  return typed.includes('or') && typed.includes(allele) ? `the ${gene} typing on file leaves open whether it is ${allele}` : undefined;
}

/** "HLA-B*15:02", "B*1502", "HLA-B *15:02". */
const names = (text: string, allele: string): boolean => text.replaceAll(':', '').includes(allele.replace(/^\*|:/g, ''));

function testOf({ index }: AdvicePatient, rule: PreTest): UntestedGene['test'] {
  const ofGene = entryOf(index.knowledge.guideline.genes, rule.gene)?.test;
  const known = rule.allele === undefined ? (ofGene ?? rule.test) : rule.test;
  return { system: LOINC, code: known?.code ?? '', display: known?.display ?? `${rule.gene} genotype` };
}

const ASKED: Readonly<Record<PreTest['requirement'], string>> = {
  required: 'the label asks for this test before',
  recommended: 'the label recommends this test before',
  consider: 'testing can be considered before',
};

/** What is on file beside the test that is missing. */
interface Beside {
  readonly measured: string | undefined;
  readonly recorded: string | undefined;
  readonly unnamed: boolean;
  readonly inTumour: boolean;
  /** A result of the gene is on file that leaves the allele open. */
  readonly open: boolean;
}

function nothingOf(gene: string, { measured, recorded, unnamed, inTumour, open }: Beside): string {
  const kind = measured !== undefined ? 'genotype ' : recorded === undefined ? '' : 'laboratory ';
  if (unnamed) return `no result on file names ${gene}`;
  return open ? `no result that decides ${gene} is on file` : `no ${inTumour ? 'inherited ' : ''}${gene} ${kind}result is on file`;
}

/** What is asked for, and why. Ancestry decides nothing here: the allele is looked for, not a population. */
function askFor(rule: PreTest, again: boolean): string {
  const effect = entryOf(entryOf(DRUG_EFFECTS, rule.drug), rule.gene);
  const why = rule.gene.startsWith('HLA') ? effect?.risk : effect?.low;
  const where = rule.indications.length === 0 ? '' : ' after an acute coronary syndrome or PCI';
  const before =
    rule.aboveMgPerDay !== undefined
      ? `more than ${figure(rule.aboveMgPerDay)} mg of ${rule.drug} a day`
      : again
        ? `treatment with ${rule.drug}, which is begun again`
        : `the first dose of ${rule.drug}`;
  const asked = `${ASKED[rule.requirement]} ${before}${where}.`;
  return why === undefined
    ? asked
    : `${asked} ${sentence(`why: ${why.includes(rule.gene) ? why : `with low ${rule.gene} activity, ${why}`}`)}`;
}
