/** Orders in the forms that EHRs send them, and the chart that decides a branch of the guideline. */
import { condition, observation, snomed, words, type Resource } from '../reading/resources.ts';

export interface OrderForm {
  readonly name: string;
  readonly make: (drug: string, rxnorm: string, clinicalDrug: { rxnorm: string; display: string } | undefined) => Resource | null;
}

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const order = (medication: Resource, more: Resource = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  authoredOn: '2026-11-20',
  ...medication,
  ...more,
});

export const ORDER_FORMS: readonly OrderForm[] = [
  {
    name: 'RxNorm ingredient',
    make: (drug, rxnorm) =>
      rxnorm === '' ? null : order({ medicationCodeableConcept: { coding: [{ system: RXNORM, code: rxnorm, display: drug }] } }),
  },
  { name: 'text in capitals', make: (drug) => order({ medicationCodeableConcept: words(drug.toUpperCase()) }) },
  {
    name: 'RxNorm clinical drug',
    make: (_, __, drug) =>
      drug === undefined
        ? null
        : order({
            medicationCodeableConcept: { coding: [{ system: RXNORM, code: drug.rxnorm, display: drug.display }], text: drug.display },
          }),
  },
  {
    name: 'active, contained Medication',
    make: (drug, rxnorm) =>
      order(
        {
          contained: [
            {
              resourceType: 'Medication',
              id: 'm',
              code: rxnorm === '' ? words(drug) : { coding: [{ system: RXNORM, code: rxnorm }], text: drug },
            },
          ],
          medicationReference: { reference: '#m' },
        },
        { status: 'active' },
      ),
  },
];

const icd = (code: string, display: string) => ({
  coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display }],
  text: display,
});
const earlier = (drug: string): Resource => ({
  resourceType: 'MedicationStatement',
  id: 'earlier',
  status: 'active',
  medicationCodeableConcept: words(drug),
  subject: { reference: 'Patient/p1' },
  effectivePeriod: { start: '2026-01-02' },
});

export interface Context {
  readonly birthDate: string;
  readonly resources: readonly Resource[];
  /** Word in `DrugAdvice.population` of the branch. */
  readonly branch: RegExp;
}

/** A chart in which the branch holds. `turn` varies how the chart says it. */
export function contextFor(population: string, drug: string, turn: number): Context {
  const adult = { birthDate: '1970-03-03', resources: [], branch: /./ };
  const other = turn % 2 === 1;
  switch (population) {
    case 'adults':
      return { ...adult, branch: /adult/ };
    case 'pediatrics':
      return { ...adult, birthDate: '2018-03-03', branch: /child/ };
    case 'child >40kg_adult':
      return other ? { birthDate: '2013-03-03', resources: [weight(52)], branch: /40 kg/ } : { ...adult, branch: /40 kg/ };
    case 'CVI ACS PCI':
      return {
        ...adult,
        resources: [
          other
            ? {
                resourceType: 'Procedure',
                id: 'pci',
                status: 'completed',
                code: snomed('415070008', 'Percutaneous coronary intervention'),
                subject: { reference: 'Patient/p1' },
                performedDateTime: '2026-11-10',
              }
            : condition('acs', icd('I21.4', 'Non-ST elevation (NSTEMI) myocardial infarction'), { onsetDateTime: '2026-11-10' }),
        ],
        branch: /coronary syndrome or PCI/,
      };
    case 'CVI non-ACS non-PCI':
      return {
        ...adult,
        resources: [condition('pad', icd('I73.9', 'Peripheral vascular disease, unspecified'))],
        branch: /another cardiovascular/,
      };
    case 'NVI':
      return {
        ...adult,
        resources: [condition('stroke', icd('I63.9', 'Cerebral infarction, unspecified'), { onsetDateTime: '2026-11-01' })],
        branch: /neurovascular/,
      };
    case 'CBZ use >3mos':
    case 'OXC use >3 mos':
    case 'PHT use >3mos':
      return { ...adult, resources: [earlier(drug)], branch: /3 months/ };
    case 'CBZ naive':
    case 'OXC naive':
    case 'PHT naive':
      return { ...adult, branch: /first use(?!, no)/ };
    case 'CBZ-no alternatives':
      return { ...adult, branch: /no alternative/ };
    default:
      return adult;
  }
}

function weight(kg: number): Resource {
  return observation(
    'weight',
    { coding: [{ system: 'http://loinc.org', code: '29463-7', display: 'Body weight' }] },
    {
      valueQuantity: { value: kg, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
    },
  );
}
