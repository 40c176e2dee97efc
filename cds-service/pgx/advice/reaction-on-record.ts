/**
 * A reaction to the ordered drug itself. An immune reaction is what the HLA tests foretell; once it has happened a negative test lifts nothing
 * (boxed warning of abacavir: not after a hypersensitivity reaction, whatever the HLA-B*57:01 status; NCBI Bookshelf NBK315783).
 */
import type { AllergyFact } from '../../../fhir-profiles/index.ts';
import type { Chart } from './chart.ts';

interface Named {
  readonly name: string;
  readonly rxnorm: string;
}

const IMMUNE =
  /allerg|hypersensitiv|stevens|\bSJS\b|epidermal necrolysis|\bTEN\b|\bDRESS\b|eosinophilia|anaphyla|angio-?o?edema|exanthem|drug eruption|\brash\b|\bhives\b|urticaria|überempfindlich/i;
const DENIED = /\b(?:no|not|without|denies|negative for|family history|ruled out|rule out|excluded?|suspected|kein\w*)\b/i;

/** "allergy on record"; undefined where none is. What is called an intolerance counts where it names an immune reaction or a high criticality. */
export function reactionOnRecord({ facts }: Chart, drug: Named): string | undefined {
  if (facts.allergies.some((entry) => isOf(entry, drug) && isImmune(entry))) return 'allergy on record';
  const named = new RegExp(`\\b${drug.name.replace(/[^a-z0-9]+/gi, '[\\s-]+')}\\b`, 'i');
  return facts.conditions.some(({ text }) => named.test(text) && IMMUNE.test(text) && !DENIED.test(text))
    ? 'reaction on the problem list'
    : undefined;
}

/** Severe skin reactions of which no drug is named: they may have been this one's. ICD-10-CM L51.1 to L51.3, D72.12 (DRESS). */
const SEVERE_SKIN = /stevens|epidermal necrolysis|\bSJS\b|\bTEN\b|\bDRESS\b|drug reaction with eosinophilia/i;
const SEVERE_SKIN_CODES = ['L511', 'L512', 'L513', 'D7212'];

/** Whether the record speaks against it that an earlier course of the drug was tolerated. */
export function notTolerated(chart: Chart, drug: Named): boolean {
  const { medications, conditions } = chart.facts;
  return (
    reactionOnRecord(chart, drug) !== undefined ||
    medications.some(
      ({ ingredients, ended }) =>
        ended !== undefined &&
        ingredients.some((one) => isNamed(one, drug)) &&
        (ended.kinds.includes('intolerance') || IMMUNE.test(ended.text)),
    ) ||
    conditions.some(
      ({ text, codes }) =>
        (SEVERE_SKIN.test(text) && !DENIED.test(text)) ||
        codes.some(({ system, code }) => system.includes('icd-10') && SEVERE_SKIN_CODES.includes(code.replace('.', ''))),
    )
  );
}

/** The same as a caution of a drug that goes by HLA alleles; undefined for any other. */
export function reactionCaution(chart: Chart, drug: Named, genes: readonly string[]): string | undefined {
  if (!genes.some((gene) => gene.startsWith('HLA'))) return undefined;
  const reaction = reactionOnRecord(chart, drug);
  return reaction === undefined ? undefined : `${reaction}, which a negative HLA test does not lift`;
}

const isOf = ({ ingredients }: AllergyFact, drug: Named): boolean => ingredients.some((one) => isNamed(one, drug));

const isNamed = ({ name, rxnorm }: AllergyFact['ingredients'][number], drug: Named): boolean =>
  name === drug.name || (drug.rxnorm !== '' && rxnorm === drug.rxnorm);

const isImmune = ({ kind, criticality, reactions, text }: AllergyFact): boolean =>
  kind !== 'intolerance' || criticality === 'high' || [text, ...reactions].some((words) => IMMUNE.test(words));
