/** The laboratory's own word that a finding makes a drug fail (therapeutic implication; "effect on drug efficacy" in the first version of the guide). */
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import type { CalledResistant } from '../../../facts.ts';
import type { Chart } from '../../chart.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';

/** LOINC answers of the value set of therapeutic implications (HL7 Genomics Reporting 2.0.0): resistant, presumed resistant, presumed non-responsive. */
const ANSWERS: ReadonlySet<string> = new Set(['LA6676-6', 'LA9660-7', 'LA9662-3']);
const SAID = /\bresistan(?:t|ce)\b|\bnon-?responsive\b|\bnot responsive\b/i;
const DENIED = /\b(?:no|without|absence of|not resistant|unlikely|unknown|possible|overcomes?)\b/i;

export function calledResistant(chart: Chart): readonly CalledResistant[] {
  return chart.observations.flatMap((view): readonly CalledResistant[] => {
    if (!view.usable || !(view.codes.has(OBSERVATION.therapeuticImplication) || view.codes.has(OBSERVATION.drugEfficacy))) return [];
    const answers = [
      ...view.components
        .filter(({ codes }) => codes.has(COMPONENT.predictedImplication) || codes.has(COMPONENT.therapeuticImplication))
        .map(({ value }) => valueConcept(value)),
      valueConcept(view.value),
    ];
    const said = answers.find(isResistance);
    if (said === undefined) return [];
    const drugs = view.components
      .filter(({ codes }) => codes.has(COMPONENT.medication))
      .flatMap(({ value }) => ingredientsOf(valueConcept(value), chart));
    return drugs.length === 0
      ? []
      : [{ drugs: [...new Set(drugs)], says: (wordings(said)[0] ?? 'resistant').slice(0, 80), about: view.links, source: view.source }];
  });
}

function isResistance(answer: Concept): boolean {
  const words = wordings(answer);
  if (words.some((text) => DENIED.test(text))) return false;
  return answer.codings.some(({ code }) => ANSWERS.has(code)) || words.some((text) => SAID.test(text));
}
function ingredientsOf(medication: Concept, { vocabulary }: Chart): readonly string[] {
  const coded = medication.codings.flatMap((code) => vocabulary.drugs.byCode(code)?.ingredients ?? []);
  const found = coded.length > 0 ? coded : wordings(medication).flatMap((text) => vocabulary.drugs.byText(text)?.ingredients ?? []);
  return found.map(({ name }) => name);
}
