/**
 * Warfarin after the CPIC flow of 2017 (PMID 28198005; adult figure 2 with its notes, PMC5546947): the dose comes from a
 * published algorithm, not from a table; the number itself is given by the warfarin model. What the flow decides by ancestry is
 * decided here by genotype: CYP2C9*5, *6, *8, *11 and rs12777823 count when they were found, and when they were not looked for,
 * this is said. Nothing in the chart stands in for a genotype.
 */
import type { DrugAdvice } from '../../report/types.ts';
import { WARFARIN_INHIBITORS } from '../../../fhir-profiles/codes/drug/warfarin-partners.ts';
import type { Exposure } from '../phenoconversion/exposure.ts';
import { adviseDrug } from './advise-drug.ts';
import { evidenceOf } from './compose.ts';
import { contradiction } from './contradiction.ts';
import { donorDoubt } from './donor.ts';
import { viewOf, type GeneView } from './gene-view.ts';
import { figure, orderedDose, range } from './order-dose.ts';
import type { AdvicePatient } from './patient.ts';
import type { DrugQuestion } from './question.ts';
import { BESIDE_CYP2C9 } from '../../../fhir-profiles/codes/pgx/rsids.ts';
import { alleleCopies, variantCopies } from './warfarin-genotype.ts';
import { belowUsual, isUsual, labelBounds, labelRange, type DailyRange } from './warfarin-label.ts';
import { inUseSince, raisedFrom } from './tolerated.ts';
import { listWords, sentence } from './wording/words.ts';
import { modifierSentences } from './wording/modifiers.ts';

const ADULT_YEARS = 18;
const SOURCE = {
  label: 'CPIC guideline: Warfarin (2017 update)',
  url: 'https://www.clinpgx.org/guideline/PA166251465',
  pmid: '28198005',
  version: '2017',
} as const;

/** Table of expected maintenance doses, as reprinted (see `warfarin-label.ts`). */
const LABEL = {
  label: 'FDA label of warfarin: expected maintenance doses by genotype',
  url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3351041/',
} as const;

/** Undefined for every other drug. Empty when nothing but other bodies' silence could be said. */
export function adviseWarfarin(patient: AdvicePatient, question: DrugQuestion): DrugAdvice[] | undefined {
  const { drug, order } = question;
  if (drug.name !== 'warfarin') return undefined;
  const views = ['CYP2C9', 'VKORC1', 'CYP4F2'].map((gene) => {
    const finding = patient.findings.get(gene);
    const view = viewOf(gene, 'CPIC', finding);
    return contradiction(finding) === undefined ? view : { ...view, state: 'conflict' as const };
  });
  const [cyp2c9, vkorc1, cyp4f2] = views;
  const dutch = adviseDrug(patient, { drug, besideAnother: true, ...(order === undefined ? {} : { order }) });
  if (cyp2c9 === undefined || vkorc1 === undefined || cyp4f2 === undefined) return dutch;
  const shown = views.filter(({ gene, state }) => gene !== 'CYP4F2' || state !== 'not-tested');
  const base = {
    drug: { name: drug.name, rxnorm: drug.rxnorm },
    ...(order?.isOrder === true ? { order: order.source.reference } : {}),
    genes: shown.map(({ gene, phenotype, activityScore }) => ({ gene, phenotype, activityScore })),
    alternatives: [],
    strength: 'none' as const,
    source: SOURCE,
    body: 'CPIC' as const,
    ...positions(dutch),
    evidence: evidenceOf(shown),
  };
  const { ageYears } = patient.chart;
  const since = raisedFrom(patient, question) === undefined ? inUseSince(patient, question, MAINTAINED_DAYS) : undefined;
  if (ageYears !== undefined && ageYears < ADULT_YEARS)
    return [{ ...base, ...forChild(cyp2c9, vkorc1), ...(since === undefined ? {} : { quiet: 'in-use' as const }), population: 'children' }];
  const unusable = [cyp2c9, vkorc1].filter(({ state }) => state !== 'called');
  const population = 'adults';
  const donor = donorDoubt(patient, shown);
  const beside = patient.exposures.filter(({ name, stoppedDaysAgo }) => WARFARIN_INHIBITORS.has(name) && stoppedDaysAgo === undefined);
  // Once begun, the dose goes by INR.
  const also = donor === undefined && inUseSince(patient, question, 1) === undefined ? askedByDutch(dutch) : {};
  const ofOne = since === undefined && donor === undefined ? byOneGene(cyp2c9, vkorc1, orderedDose(order)?.daily, also) : undefined;
  if (ofOne !== undefined) return [{ ...base, ...withInhibitors(ofOne, beside), population, populationKnown: ageYears !== undefined }];
  if (unusable.length > 0) return [{ ...base, ...silent(unusable, views), population }];
  const advised = withInhibitors(
    flow(cyp2c9, vkorc1, cyp4f2, orderedDose(order)?.daily, modifierSentences(patient, drug.name, [cyp2c9]), also),
    beside,
  );
  return [
    {
      ...base,
      ...advised,
      ...(since === undefined ? {} : { quiet: 'in-use' as const }),
      text: [donor?.sentence, since === undefined ? undefined : maintenance(since), advised.text]
        .filter((part) => part !== undefined)
        .join(' '),
      ...(donor === undefined || advised.action === 'standard' ? {} : { donor: donor.behind }),
      population,
      populationKnown: ageYears !== undefined,
    },
  ];
}

const CHILDREN =
  'CPIC has separate recommendations for children, which are not covered here; dose warfarin as usual for the age and by INR.';

/** What makes an adult need less makes a child need less too; by how much is not said here. */
function forChild(cyp2c9: GeneView, vkorc1: GeneView): Pick<DrugAdvice, 'action' | 'text' | 'ruleId' | 'coverage' | 'implication'> {
  const rule = { ruleId: 'cpic:warfarin:children' };
  const slow = cyp2c9.state === 'called' && /poor/i.test(cyp2c9.phenotype ?? '');
  const sensitive = vkorc1.state === 'called' && sensitiveCopies(vkorc1) === 2;
  if (!slow && !sensitive) return { ...rule, action: 'no-recommendation', text: CHILDREN, coverage: 'not-covered' };
  const text =
    'Less warfarin than usual for the age is to be expected: start carefully and check INR often. CPIC has separate recommendations for children, with an algorithm of their own, which are not covered here.';
  return { ...rule, action: 'monitor', text, implication: why(slow, sensitive) };
}

/** The flow finds the first doses; after months of treatment the dose is known from the INR (limit our own: as for HLA, three months). */
const MAINTAINED_DAYS = 90;

const maintenance = (since: string): string =>
  sentence(`warfarin is on the list since ${since}: the dose in use goes by INR; what follows is for a new start`);

/** A row of the Dutch guideline that holds for the patient, not why it has none. */
const isRuleOfDutch = ({ body, coverage }: DrugAdvice): boolean => body === 'DPWG' && coverage === undefined;

function positions(dutch: readonly DrugAdvice[]): Pick<DrugAdvice, 'otherPositions'> {
  const others = dutch.filter(isRuleOfDutch).map(({ action, text, source }) => ({ body: 'DPWG', action, text, source }));
  return others.length === 0 ? {} : { otherPositions: others };
}

/**
 * One gene known and the other not tested, unreadable or disputed: CPIC's flow does not begin, but where the label expects less than its usual dose whatever the
 * other gene is (CYP2C9 *2/*3, *3/*3, VKORC1 -1639 A/A), an order above that is worth a note. DPWG asks for less there too.
 */
function byOneGene(
  cyp2c9: GeneView,
  vkorc1: GeneView,
  orderedDaily: number | undefined,
  also: AlsoAsked,
): (Partial<DrugAdvice> & Told) | undefined {
  const [known, other] = cyp2c9.state === 'called' ? [cyp2c9, vkorc1] : [vkorc1, cyp2c9];
  if (known.state !== 'called' || other.state === 'called') return undefined;
  const bounds = known === cyp2c9 ? boundsOf(known) : labelBounds(undefined, sensitiveCopies(vkorc1));
  if (bounds === undefined || !belowUsual(bounds)) return undefined;
  return {
    action: 'decrease-dose',
    ...(orderedDaily === undefined ? {} : orderedDaily <= bounds[1] ? { orderComplies: true } : also),
    implication: why(known === cyp2c9, known === vkorc1),
    text: [
      `${other.gene} ${OPEN[other.state]}, and CPIC's flow needs both genes`,
      `by the US label the maintenance dose is ${range(bounds)} mg a day whatever ${other.gene} is${saysOrder(orderedDaily)}: start lower and adjust by INR`,
    ]
      .map(sentence)
      .join(' '),
    ...(other.state === 'not-tested' ? {} : { doubts: [`${other.gene} ${OPEN[other.state]}`] }),
    source: LABEL,
    body: 'FDA',
    ofLabel: true,
    ruleId: `fda:warfarin:${known.gene.toLowerCase()}-alone`,
  };
}

type AlsoAsked = Pick<DrugAdvice, 'alsoAskedBy'>;

/** Neither CPIC's flow nor the label grades its advice; where the Dutch guideline asks for less as well, two bodies ask for one act. */
function askedByDutch(dutch: readonly DrugAdvice[]): AlsoAsked {
  return dutch.some((one) => isRuleOfDutch(one) && one.action === 'decrease-dose') ? { alsoAskedBy: ['DPWG'] } : {};
}

const OPEN: Readonly<Record<Exclude<GeneView['state'], 'called'>, string>> = {
  'not-tested': 'was not tested',
  indeterminate: 'result could not be interpreted',
  conflict: 'results disagree',
};

/** "Poor metabolizer" without a genotype: of those of the table that CPIC calls so (activity score 0 or 0.5) the one with the widest range. */
function boundsOf({ finding, phenotype }: GeneView): DailyRange | undefined {
  const diplotype = finding?.result.diplotype ?? null;
  return labelBounds(diplotype === null && /^poor metaboli/i.test(phenotype ?? '') ? '*2/*3' : diplotype, undefined);
}

type Told = Pick<DrugAdvice, 'action' | 'text' | 'ruleId'>;

const sensitiveCopies = ({ finding }: GeneView): number | undefined =>
  variantCopies(finding, 'rs9923231', 'T', /-1639\s*([AG])\/?([AG])/, 'A');

function silent(unusable: readonly GeneView[], views: readonly GeneView[]): Pick<DrugAdvice, 'action' | 'text' | 'ruleId' | 'coverage'> {
  const names = unusable.map(({ gene }) => gene).join(' and ');
  const conflict = unusable.some(({ state }) => state === 'conflict');
  const untested = unusable.every(({ state }) => state === 'not-tested');
  const known = views.some(({ state }) => state === 'called');
  const because = conflict ? 'results disagree' : untested ? 'not tested' : 'not readable';
  return {
    action: 'no-recommendation',
    text: sentence(
      `${names}: ${because}. ${known ? 'The flow needs both CYP2C9 and VKORC1; dose' : 'Dose'} warfarin clinically, without genotype, and by INR`,
    ),
    ruleId: 'cpic:warfarin:clinical',
    coverage: conflict ? 'conflict' : untested ? 'not-tested' : 'unreadable',
  };
}

function flow(
  cyp2c9: GeneView,
  vkorc1: GeneView,
  cyp4f2: GeneView,
  orderedDaily: number | undefined,
  modifiers: readonly string[],
  also: AlsoAsked,
) {
  const sensitive = sensitiveCopies(vkorc1);
  const poor = /poor/i.test(cyp2c9.phenotype ?? '');
  const expected = labelRange(cyp2c9.finding?.result.diplotype, sensitive);
  // The label's usual range holds for some genotypes whose names suggest less.
  const reduced =
    expected === undefined ? poor || /intermediate/i.test(cyp2c9.phenotype ?? '') || (sensitive ?? 0) > 0 : !isUsual(expected);
  const steps = [
    `work out the starting dose with a pharmacogenetic algorithm (for a target INR of 2–3${expected === undefined ? '' : `; ${labelStep(expected, orderedDaily)}`}) and adjust by INR${poor ? '; with CYP2C9 poor metabolism another oral anticoagulant can be considered' : ''}`,
    // Of a card that is cut short the first two sentences stay.
    rareAlleles(cyp2c9),
    rs12777823(cyp2c9),
    cyp4f2Step(cyp4f2),
  ];
  const keepsToLabel = reduced && expected !== undefined && orderedDaily !== undefined && orderedDaily <= expected[1];
  const action: DrugAdvice['action'] = poor ? 'alternative' : reduced ? 'decrease-dose' : 'standard';
  return {
    action,
    ...(keepsToLabel && !poor ? { orderComplies: true } : {}),
    ...(reduced && !keepsToLabel ? also : {}),
    ...(poor ? { alsoAcceptable: ['decrease-dose' as const] } : {}),
    ...(reduced ? { implication: why(poor || /intermediate/i.test(cyp2c9.phenotype ?? ''), (sensitive ?? 0) > 0) } : {}),
    text: [...steps.filter((step) => step !== '').map(sentence), ...modifiers].join(' '),
    ruleId: `cpic:warfarin:cyp2c9=${(cyp2c9.phenotype ?? 'called').toLowerCase().replace(/ /g, '-')}+vkorc1=${String(sensitive ?? 'called')}`,
  };
}

/**
 * Where the genotype asks for less, an inhibitor beside it asks for less still: the expected range and a dose within it are those without it. The inhibitors
 * are those of FDA's table (`fda-cyp` in the clinical sources), which the row of each names.
 */
function withInhibitors(advised: Partial<DrugAdvice> & Told, beside: readonly Exposure[]): Partial<DrugAdvice> & Told {
  if (beside.length === 0 || advised.action === 'standard') return advised;
  const { orderComplies: _without, ...rest } = advised;
  const names = listWords([...new Set(beside.map(({ name }) => name))]);
  const first = sentence(
    `with ${names} S-warfarin is broken down still more slowly (CYP2C9 inhibitor in FDA’s table): start lower than by the genotype alone and check INR more often`,
  );
  return {
    ...rest,
    text: `${first} ${advised.text}`,
    aggravatedBy: beside.map(({ name, reference, draft }) => ({ name, reference, draft })),
  };
}

function labelStep(expected: DailyRange, orderedDaily: number | undefined): string {
  return `maintenance by the US label ${range(expected)} mg a day${saysOrder(orderedDaily)}`;
}

const saysOrder = (orderedDaily: number | undefined): string =>
  orderedDaily === undefined ? '' : `, the order says ${figure(orderedDaily)} mg`;

function why(slow: boolean, sensitive: boolean): string {
  return [
    slow ? 'S-warfarin is broken down more slowly; less is needed and bleeding is more likely.' : '',
    sensitive ? 'VKORC1 is sensitive to warfarin; less is needed.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const RARE = ['*5', '*6', '*8', '*11'];

/** The branch that the guideline draws by ancestry: found → lower; not looked for → the calculated dose may be too high. */
function rareAlleles(view: GeneView): string {
  const copies = RARE.reduce((sum, allele) => sum + alleleCopies(view.finding, allele), 0);
  if (copies >= 2) return 'two CYP2C9*5, *6, *8 or *11 alleles: lower the calculated dose by 20–40 %';
  if (copies === 1) return 'one CYP2C9*5, *6, *8 or *11 allele: lower the calculated dose by 15–30 %';
  return 'if CYP2C9*5, *6, *8 and *11 (common with African ancestry) were not looked for, the dose may be too high: dose clinically';
}

function rs12777823(view: GeneView): string {
  const copies = variantCopies(view.finding, BESIDE_CYP2C9, 'A', /rs12777823\s*([AG])\/?([AG])/, 'A');
  return copies === undefined || copies === 0
    ? ''
    : 'with the rs12777823 A that was found a further 10–25 % lower; shown for African ancestry only, elsewhere it does not count';
}

function cyp4f2Step(view: GeneView): string {
  // CYP4F2 has no phenotype, so that even a clear genotype counts as undecided; only the alleles matter here.
  if (view.finding === undefined || view.state === 'conflict') return '';
  const copies = variantCopies(view.finding, 'rs2108622', 'T', /rs2108622\s*([CT])\/?([CT])/, 'T');
  const carried = copies ?? alleleCopies(view.finding, '*3');
  return carried > 0 ? 'CYP4F2*3 carrier: a 5–10 % higher dose is optional (no recommendation for African ancestry)' : '';
}
