/** Where the warfarin model may not speak: the reason in plain words, or null. */
import type { ModelArtefact } from '../artefact.ts';
import { CYP2C9_DIPLOTYPES, type WarfarinInputs } from './inputs.ts';
import { entryOf } from '../../fhir-profiles/entry-of.ts';

/** CYP2C9 alleles that lower the dose and that no dosing formula of this kind carries (CPIC warfarin 2017, PMID 28198005). */
const UNWEIGHTED = /\*(5|6|8|11)(?!\d)/;

export function warfarinAbstention(inputs: WarfarinInputs, artefact: Pick<ModelArtefact, 'ranges'>): string | null {
  const { ageYears, cyp2c9, heightCm, weightKg } = inputs;
  if (ageYears === null) return 'age is not known';
  if (cyp2c9 !== null && UNWEIGHTED.test(cyp2c9)) {
    return `CYP2C9 ${cyp2c9}: the training data hold too few carriers of *5, *6, *8 or *11, and formulas without them overdose carriers`;
  }
  if (cyp2c9 !== null && !(CYP2C9_DIPLOTYPES as readonly string[]).includes(cyp2c9)) return `CYP2C9 ${cyp2c9} was not in the training data`;
  if (heightCm === null && weightKg === null && inputs.sex === null) return 'height, weight and sex are all unknown';
  const measured: [string, number | null][] = [
    ['age', ageYears],
    ['height', heightCm],
    ['weight', weightKg],
  ];
  for (const [name, value] of measured) {
    const range = entryOf(artefact.ranges, name);
    if (value !== null && range !== undefined && (value < range.low || value > range.high)) {
      return `${name} ${Math.round(value * 10) / 10} ${range.unit} lies outside the training range ${range.low}–${range.high} ${range.unit}`;
    }
  }
  return null;
}
