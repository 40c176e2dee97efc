/** Infusion fluids: how wards write them short, and that they are no second drug beside the one they carry. */

const BEFORE_AMOUNT = String.raw`(?= (?:\d|0?[.,]|bolus|flush|infusion|iv(?![a-z])|maintenance)|$)`;
/** Two letters count in front of an amount only: anywhere else they are anything. */
const SALINE = new RegExp(String.raw`^ ?(?:0?[.,]9 ?% ?|1/2 ?|0?[.,]45 ?% ?)?ns${BEFORE_AMOUNT}`, 'i');
const RINGERS = new RegExp(String.raw`^ ?(?:(?:lr|rl)${BEFORE_AMOUNT}|hartmann['’]?s?(?= ?(?:\d|bolus|infusion)))`, 'i');
/** "D5W", "D5 1/2 NS", "D5NS", "D5LR", "D10", "D50". */
const GLUCOSE = /^ ?d(?:5|10|50) ?(?:(?:in |1\/2 ?|1\/4 ?|0?[.,]45 ?%? ?|0?[.,]9 ?%? ?)?(?:w|ns|lr|water|nacl))?(?![a-z0-9])/i;

/** The text with such a short form spelled out. */
export function fluidSpelledOut(text: string): string {
  return text.replace(SALINE, 'sodium chloride').replace(RINGERS, 'lactated ringers').replace(GLUCOSE, 'glucose');
}

/** "vancomycin 1 g / NaCl 0.9% 250 mL", "oxaliplatin, D5W 500 mL": beside a drug a fluid is what it is dissolved in. */
export const FLUIDS: ReadonlySet<string> = new Set(['sodium chloride', 'glucose', 'lactated ringers', 'multiple electrolytes']);
