/** One drug in the ways in which an order carries it, before a chart that plainly speaks and one that plainly does not. */
import type { CompareCase } from './case.ts';
import { coded, drugOrder, found, LUNG, result, RXNORM, tumour, words, type Resource } from '../third-party/shapes.ts';

const ATC = 'http://www.whocc.no/atc';

/** The results are plain here and judged elsewhere: only the order's form varies. */
const NEVER = '(?!)';

interface Ordered {
  readonly drug: string;
  readonly rxnorm: string;
  readonly atc: string;
  readonly brand: string;
  readonly gene: string;
  readonly family: 'germline' | 'tumour';
  readonly positive: readonly Resource[];
  readonly negative: readonly Resource[];
}

/** Codes as fhir-profiles/codes/data/drugs.json has them. */
const ORDERED: readonly Ordered[] = [
  { drug: 'clopidogrel', rxnorm: '32968', atc: 'B01AC04', brand: 'Plavix', gene: 'CYP2C19', family: 'germline', positive: [result('CYP2C19', '*2/*2')], negative: [result('CYP2C19', '*1/*1')] },
  { drug: 'codeine', rxnorm: '2670', atc: 'R05DA04', brand: 'Tylenol with Codeine', gene: 'CYP2D6', family: 'germline', positive: [result('CYP2D6', '*4/*4')], negative: [result('CYP2D6', '*1/*1')] },
  { drug: 'simvastatin', rxnorm: '36567', atc: 'C10AA01', brand: 'Zocor', gene: 'SLCO1B1', family: 'germline', positive: [result('SLCO1B1', '*5/*5')], negative: [result('SLCO1B1', '*1/*1')] },
  { drug: 'capecitabine', rxnorm: '194000', atc: 'L01BC06', brand: 'Xeloda', gene: 'DPYD', family: 'germline', positive: [result('DPYD', '*1/*2A')], negative: [result('DPYD', '*1/*1')] },
  { drug: 'osimertinib', rxnorm: '1721560', atc: 'L01EB04', brand: 'Tagrisso', gene: 'EGFR', family: 'tumour', positive: [tumour(LUNG), found('EGFR', 'p.Leu858Arg')], negative: [tumour(LUNG), result('EGFR mutation', 'Not detected')] },
]; // prettier-ignore

function formsOf({ drug, rxnorm, atc, brand }: Ordered): readonly (readonly [name: string, order: Resource])[] {
  const shape = (members: Resource): Resource => {
    const { medicationCodeableConcept: _named, ...rest } = drugOrder(drug);
    return { ...rest, ...members };
  };
  const medication = { resourceType: 'Medication', id: 'm', code: words(drug) };
  return [
    ['text', drugOrder(drug)],
    ['text in capitals with a strength', drugOrder(`${drug.toUpperCase()} 75 MG TABLET`)],
    ['brand', drugOrder(brand)],
    ['brand and name', drugOrder(`${brand} (${drug}) 75 mg oral tablet`)],
    ['RxNorm', shape({ medicationCodeableConcept: coded(RXNORM, rxnorm) })],
    ['RxNorm by OID', shape({ medicationCodeableConcept: coded('urn:oid:2.16.840.1.113883.6.88', rxnorm) })],
    ['ATC', shape({ medicationCodeableConcept: coded(ATC, atc) })],
    ['local code with its name', shape({ medicationCodeableConcept: coded('urn:oid:1.2.3.4', '778', drug) })],
    ['contained Medication', shape({ contained: [medication], medicationReference: { reference: '#m' } })],
    ['display of a reference', shape({ medicationReference: { reference: 'Medication/none', display: drug } })],
    ['R5 medication', shape({ medication: { concept: words(drug) } })],
    ['with a dose', { ...drugOrder(drug), dosageInstruction: [{ text: 'once daily', timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } } }] }],
    ['as a proposal', { ...drugOrder(drug), intent: 'proposal' }],
    ['active', { ...drugOrder(drug), status: 'active' }],
  ]; // prettier-ignore
}

export const orderCases = (): readonly CompareCase[] =>
  ORDERED.flatMap((ordered) =>
    formsOf(ordered).flatMap(([form, order]) =>
      (['positive', 'negative'] as const).map((meaning) => ({
        id: `orders/${ordered.gene} ${ordered.drug}/${form}/${meaning}`,
        subject: {
          family: ordered.family,
          gene: ordered.gene,
          role: ordered.family === 'germline' ? 'against' : 'asked-for',
          found: NEVER,
          notFound: NEVER,
        } as const,
        meaning,
        plain: form !== 'active',
        chart: ordered[meaning],
        order,
      })),
    ),
  );
