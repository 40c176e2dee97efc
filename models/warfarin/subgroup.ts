/** Groups by which the prediction interval of the warfarin model is calibrated: what is known of the genotype, and the size of the dose. */
import type { WarfarinInputs } from './inputs.ts';

export function warfarinSubgroup(inputs: WarfarinInputs, dose: number): string {
  const known =
    inputs.vkorc1 !== null && inputs.vkorc1.basis !== 'linked' ? (inputs.cyp2c9 === null ? 'no CYP2C9' : 'genotyped') : 'no VKORC1';
  return known === 'genotyped' ? `${known}, ${dose < 25 ? 'low' : dose < 42 ? 'middle' : 'high'} dose` : known;
}
