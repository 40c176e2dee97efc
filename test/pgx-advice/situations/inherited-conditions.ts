/** Inherited conditions and reactions on record that forbid the drug itself, whatever a gene test says or would say. */
import { component, gene, loinc, variant, type Resource } from '../../reading/resources.ts';
import { allergy, inState, line, ordered, problem, situation, takes, type Situation } from './situation.ts';

const ICD10CM = 'http://hl7.org/fhir/sid/icd-10-cm';
const SNOMED = 'http://snomed.info/sct';
const coded = (system: string, code: string, display: string): Resource =>
  problem(display, { code: { coding: [{ system, code, display }] } });

/** US label of succinylcholine, section 4, and FDA's table of pharmacogenetic associations (BCHE). */
const MUSCLE: readonly (readonly [what: string, chart: Resource])[] = [
  ['central core disease', problem('Central core disease')],
  ['Duchenne muscular dystrophy', problem('Duchenne muscular dystrophy')],
  ['ICD-10-CM G71.01', coded(ICD10CM, 'G71.01', 'Duchenne or Becker muscular dystrophy')],
  ['ICD-10-CM G71.11', coded(ICD10CM, 'G71.11', 'Myotonic muscular dystrophy')],
  ['ICD-10-CM G71.29 without words that are listed', coded(ICD10CM, 'G71.29', 'Other congenital muscle disorder')],
  ['SNOMED CT 73297009', coded(SNOMED, '73297009', 'Muscular dystrophy')],
  ['German', problem('Muskeldystrophie Typ Becker')],
];
const CHOLINESTERASE: readonly (readonly [what: string, chart: Resource])[] = [
  ['pseudocholinesterase deficiency', problem('Pseudocholinesterase deficiency')],
  ['a past entry of it', problem('Plasma cholinesterase deficiency', inState('resolved'))],
  ['suxamethonium apnoea', problem('Suxamethonium apnoea')],
  ['German', problem('Pseudocholinesterasemangel')],
];
const NO_MUSCLE: readonly (readonly [what: string, chart: Resource])[] = [
  ['statin myopathy', problem('Statin-induced myopathy')],
  ['drug-induced myopathy by its code', coded(ICD10CM, 'G72.0', 'Drug-induced myopathy')],
  ['Erb-Duchenne palsy', problem('Erb-Duchenne palsy')],
  ['in the family', problem('Family history of muscular dystrophy')],
  ['suspected', problem('Suspected pseudocholinesterase deficiency')],
];

const VALPROATE: readonly (readonly [what: string, chart: Resource, words: RegExp])[] = [
  ['POLG', problem('POLG-related disorder'), /POLG disorder on record/],
  ['Alpers-Huttenlocher', problem('Alpers-Huttenlocher syndrome'), /POLG disorder on record/],
  ['as OMIM names it', problem('Mitochondrial DNA depletion syndrome 4A (Alpers type)'), /POLG disorder on record/],
  ['OTC deficiency', problem('Ornithine transcarbamylase deficiency'), /urea cycle disorder on record/],
  ['ICD-10-CM E72.20', coded(ICD10CM, 'E72.20', 'Disorder of urea cycle metabolism, unspecified'), /urea cycle disorder on record/],
];

/** A code without a word: ICD-10-CM T88.3, "Malignant hyperthermia due to anesthesia". */
const HYPERTHERMIA_BY_CODE = ['T88.3XXA', 'T88.3XXS'].map((code) => problem('', { code: { coding: [{ system: ICD10CM, code }] } }));

export const INHERITED_CONDITIONS: readonly Situation[] = [
  ...HYPERTHERMIA_BY_CODE.map((chart, at) =>
    situation(
      `succinylcholine, malignant hyperthermia by its code alone, ${at + 1}`,
      [chart],
      ['succinylcholine'],
      [['critical', /malignant hyperthermia/]],
    ),
  ),
  ...MUSCLE.map(([what, chart]) =>
    situation(
      `succinylcholine, muscle: ${what}`,
      [chart],
      ['succinylcholine 100 mg IV'],
      [['critical', /Do not give succinylcholine: a muscle disease on record/]],
    ),
  ),
  ...CHOLINESTERASE.flatMap(([what, chart]) =>
    ['succinylcholine', 'mivacurium'].map((drug) =>
      situation(
        `${drug}, cholinesterase: ${what}`,
        [chart],
        [drug],
        [['critical', new RegExp(`Do not give ${drug}: plasma cholinesterase deficiency on record`)]],
      ),
    ),
  ),
  ...NO_MUSCLE.map(([what, chart]) => situation(`succinylcholine, no such condition: ${what}`, [chart], ['succinylcholine'], [])),
  situation('sevoflurane, central core disease', [problem('Central core disease')], ['sevoflurane'], [['info', /core myopathy on record/]]),
  situation('sevoflurane, muscular dystrophy of no core type', [problem('Becker muscular dystrophy')], ['sevoflurane'], []),
  situation(
    'succinylcholine, RYR1 without a variant: the muscle disease stays',
    [line('RYR1', 'Reference/Reference'), problem('Central core disease')],
    ['succinylcholine'],
    [['critical', /Do not give succinylcholine: a muscle disease on record/]],
  ),
  ...VALPROATE.flatMap(([what, chart, words]) =>
    ['divalproex sodium 500 mg', 'valproic acid 250 mg'].map((drug) =>
      situation(`${drug}, ${what}`, [chart], [drug], [['critical', words]]),
    ),
  ),
  situation('valproate, urea cycle disorder in the family only', [problem('Family history of OTC deficiency')], ['valproic acid'], []),
  situation('valproate and nothing on record', [problem('Epilepsy')], ['valproic acid'], []),
];

const polg = (id: string, change: string, state: readonly [code: string, display: string]): Resource =>
  variant(id, [
    gene('HGNC:9179', 'POLG'),
    component(loinc('48005-3'), {
      valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: change, display: change }] },
    }),
    component(loinc('53034-5'), { valueCodeableConcept: loinc(...state) }),
    component(loinc('53037-8'), { valueCodeableConcept: loinc('LA6668-3', 'Pathogenic') }),
    component(loinc('48002-0'), { valueCodeableConcept: loinc('LA6683-2', 'Germline') }),
  ]);
const [HOMOZYGOUS, HETEROZYGOUS] = [
  ['LA6705-3', 'Homozygous'],
  ['LA6706-1', 'Heterozygous'],
] as const;

/** Boxed warning of valproate: patients with mitochondrial disease caused by POLG mutations. */
export const POLG_GENOTYPES: readonly Situation[] = [
  situation(
    'one pathogenic change of POLG in both copies',
    [polg('v', 'p.Ala467Thr', HOMOZYGOUS)],
    ['valproic acid 250 mg'],
    [['critical', /POLG disorder on record/]],
  ),
  situation(
    'two pathogenic changes of POLG',
    [polg('v', 'p.Ala467Thr', HETEROZYGOUS), polg('w', 'p.Trp748Ser', HETEROZYGOUS)],
    ['divalproex sodium 500 mg'],
    [['critical', /POLG disorder on record/]],
  ),
  situation('a carrier of one', [polg('v', 'p.Ala467Thr', HETEROZYGOUS)], ['valproic acid 250 mg'], []),
];

const NOT_HELD = [' (-)', ' neg', ': 0', ' false', ' unlikely', ' ruled out', ' nicht nachweisbar', ' status unknown', ' pending'];
/** What a name is followed by takes the condition from the patient; for G6PD a result that cannot be told stays one. */
export const DENIED_NAMES: readonly Situation[] = [
  ...NOT_HELD.map((words) =>
    situation(
      `malignant hyperthermia susceptibility${words}`,
      [problem(`Malignant hyperthermia susceptibility${words}`)],
      ['sevoflurane'],
      [],
    ),
  ),
  ...[...NOT_HELD, '?'].map((words) =>
    situation(`G6PD deficiency${words}`, [line('G6PD', `G6PD deficiency${words}`)], ['rasburicase'], [['info', /G6PD/]]),
  ),
  ...['Positive -> Negative', 'Positive control failed', 'Positive (unconfirmed)', 'false positive'].map((words) =>
    situation(`G6PD deficiency: ${words}`, [line('G6PD deficiency', words)], ['rasburicase'], [['info', /G6PD/]]),
  ),
  ...['DPD deficiency (-)', 'DPD deficiency: neg', 'r/o DPD deficiency', 'DPD deficiency?'].map((words) =>
    situation(words, [problem(words)], ['capecitabine 1250 mg/m2'], [['info', /DPYD/]]),
  ),
  ...['G6PD deficiency, type A-', 'G6PD deficiency A(-)', 'G6PD deficiency (A-)'].map((name) =>
    situation(name, [problem(name)], ['rasburicase'], [['critical', /G6PD/]]),
  ),
  situation('history of G6PD deficiency has it', [problem('History of G6PD deficiency')], ['rasburicase'], [['critical', /G6PD/]]),
];

const severe = { criticality: 'high', reaction: [{ manifestation: [{ text: 'hypersensitivity reaction' }], severity: 'severe' }] };
const LIFTS = /which a negative HLA test does not lift/;

/** Boxed warning of abacavir: not after a hypersensitivity reaction, whatever the HLA-B*57:01 status (NCBI Bookshelf NBK315783). */
export const REACTIONS: readonly Situation[] = [
  ...['abacavir', 'carbamazepine', 'oxcarbazepine'].flatMap((drug) => [
    situation(`allergy to ${drug}, not tested`, [allergy(drug, severe)], [drug], [['info', LIFTS]], {
      never: /test before|consider testing|asks for this test/,
    }),
    situation(
      `intolerance of ${drug} without an immune reaction, not tested`,
      [allergy(drug, { type: 'intolerance' })],
      [drug],
      [['info', /HLA.*test(?:ing)? before/]],
    ),
  ]),
  situation(
    'abacavir reaction in the past, on the problem list',
    [problem('History of abacavir hypersensitivity reaction')],
    ['abacavir'],
    [['info', LIFTS]],
  ),
  situation('abacavir reaction denied', [problem('No abacavir hypersensitivity')], ['abacavir'], [['info', /test before/]]),
  situation(
    'abacavir allergy, tested negative: the allergy list speaks for itself',
    [allergy('abacavir', severe), line('HLA-B*57:01', 'negative')],
    ['abacavir'],
    [],
  ),
  situation(
    'abacavir allergy, tested positive',
    [allergy('abacavir', severe), line('HLA-B*57:01', 'positive')],
    ['abacavir'],
    [['critical', /do not start abacavir/]],
  ),
  situation('allopurinol DRESS, nothing tested: the EHR itself warns', [problem('Allopurinol-induced DRESS')], ['allopurinol'], []),
  situation('an allergy to another drug', [allergy('penicillin', severe)], ['abacavir'], [['info', /test before/]]),
  situation('taken now and an allergy on record: no order, no card', [allergy('abacavir', severe)], [ordered('metformin')], []),
];

const twice = (drug: string, mg: number): Resource =>
  ordered(drug, {
    dosageInstruction: [
      { timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } }, doseAndRate: [{ doseQuantity: { value: mg, unit: 'mg' } }] },
    ],
  });
const BARRED = (words: string): Situation['cards'] => [['critical', new RegExp(`Do not give eliglustat: .*${words}`)]];

/** Label of eliglustat, sections 4 and 7.1 (table 5), by the metabolizer type of the genotype. */
export const TOGETHER: readonly Situation[] = [
  situation(
    'normal metabolizer, paroxetine and ketoconazole',
    [line('CYP2D6', '*1/*1'), takes('paroxetine'), takes('ketoconazole')],
    ['eliglustat 84 mg'],
    BARRED('paroxetine and ketoconazole'),
  ),
  situation(
    'intermediate metabolizer, clarithromycin',
    [line('CYP2D6', '*1/*4'), takes('clarithromycin')],
    ['eliglustat 84 mg'],
    BARRED('clarithromycin'),
  ),
  situation('poor metabolizer, fluconazole', [line('CYP2D6', '*4/*4'), takes('fluconazole')], ['eliglustat 84 mg'], BARRED('fluconazole')),
  situation(
    'normal metabolizer, ketoconazole alone: once a day',
    [line('CYP2D6', '*1/*1'), takes('ketoconazole')],
    ['eliglustat 84 mg'],
    [['info', /84 mg once a day only together with ketoconazole/]],
  ),
  situation('normal metabolizer, nothing beside it', [line('CYP2D6', '*1/*1')], ['eliglustat 84 mg'], []),
  situation(
    'normal metabolizer with paroxetine, twice a day: less often, never half a capsule',
    [line('CYP2D6', '*1/*1'), takes('paroxetine')],
    [twice('eliglustat', 84)],
    [['warning', /lower eliglustat to 84 mg a day/]],
    { never: /42 mg/ },
  ),
];

const MH = /Do not give sevoflurane: a trigger of malignant hyperthermia/;
const onAllergyList: readonly (readonly [what: string, chart: Resource])[] = [
  ['the entry itself', allergy('Malignant hyperthermia')],
  ['a reaction to halothane', allergy('halothane', { reaction: [{ manifestation: [{ text: 'Malignant hyperthermia' }] }] })],
  [
    'a reaction by its SNOMED CT code alone',
    allergy('Anesthetics', { reaction: [{ manifestation: [{ coding: [{ system: SNOMED, code: '405501007' }] }] }] }),
  ],
];

/** Malignant hyperthermia wherever a record has it; known or suspected (product information of sevoflurane, contraindications). */
export const HYPERTHERMIA: readonly Situation[] = [
  ...onAllergyList.map(([what, chart]) => situation(`on the allergy list: ${what}`, [chart], ['sevoflurane'], [['critical', MH]])),
  ...[
    ['Caffeine halothane contracture test', 'Positive'],
    ['In vitro contracture test', 'MHS'],
    ['In vitro contracture test', 'MHE (equivocal)'],
    ['IVCT', 'MHEh'],
    ['Malignant hyperthermia in vitro contracture test', 'Susceptible (MHS)'],
    ['Malignant hyperthermia susceptibility test', 'Positive'],
  ].map(([name = '', value = '']) => situation(`${name}: ${value}`, [line(name, value)], ['sevoflurane'], [['critical', MH]])),
  situation('contracture test negative', [line('Caffeine halothane contracture test', 'Negative')], ['sevoflurane'], []),
  situation('contracture test: not susceptible', [line('In vitro contracture test', 'MHN, not susceptible')], ['sevoflurane'], []),
  situation(
    'suspected',
    [problem('Suspected malignant hyperthermia')],
    ['sevoflurane'],
    [['critical', /of which the record names a suspicion/]],
  ),
  situation('negative by contracture test', [problem('Malignant hyperthermia negative by muscle contracture test')], ['sevoflurane'], []),
  situation('non-susceptible', [problem('Malignant hyperthermia non-susceptible (MHN)')], ['sevoflurane'], []),
  situation(
    'a gene test without a finding lifts nothing',
    [problem('Malignant hyperthermia, negative genetic testing')],
    ['sevoflurane'],
    [['critical', MH]],
  ),
  situation(
    "the father's",
    [problem('History of malignant hyperthermia in father')],
    ['sevoflurane'],
    [['info', /in the family history on record/]],
  ),
  situation('suspected, then ruled out', [problem('Suspected malignant hyperthermia, ruled out')], ['sevoflurane'], []),
  situation('suspected G6PD deficiency stays a suspicion', [problem('Suspected G6PD deficiency')], ['sevoflurane'], []),
];
