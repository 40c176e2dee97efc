/**
 * Entries of the record that name a drug and what it does to this patient for an inherited reason, and no gene: "Warfarin sensitivity (genetic)",
 * "Aminoglycoside-induced deafness (mitochondrial)", "Poor metabolism of thiopurines". No advice can rest on them; at the order of the drug they are told.
 */
import { ASKED_FOR, HEDGED, RELATIVES, RULED_OUT, SUSPECTED } from '../../../codes/doubt/index.ts';

/** Groups of drugs as problem lists name them, with their members of the ATC index (J01G, L01BB and L04AX, L01BC, B01AA, C10AA). */
const GROUPS: readonly (readonly [name: string, members: readonly string[]])[] = [
  ['aminoglycosides?', ['gentamicin', 'tobramycin', 'amikacin', 'streptomycin', 'kanamycin', 'neomycin', 'netilmicin', 'plazomicin']],
  ['thiopurines?', ['azathioprine', 'mercaptopurine', 'thioguanine']],
  ['fluoropyrimidines?', ['fluorouracil', 'capecitabine', 'tegafur']],
  ['coumarins?|vitamin K antagonists?', ['warfarin', 'acenocoumarol', 'phenprocoumon']],
  ['statins?', ['simvastatin', 'atorvastatin', 'rosuvastatin', 'pravastatin', 'lovastatin', 'fluvastatin', 'pitavastatin']],
];

const RESPONSE =
  /\b(?:hyper-?)?sensitivity\b|\bresistan(?:ce|t)\b|\btoxicity\b|\bintoleran(?:ce|t)\b|\bdeafness\b|\bhearing loss\b|\bototoxic\w*|\bmyopathy\b|\b(?:non-?|poor )respon\w+|\b(?:poor|slow|rapid|ultra-?rapid) metabolism\b/i;
const INHERITED = /\b(?:genetic(?:ally)?|hereditary|inherited|congenital|mitochondrial|pharmacogen\w*|polymorphism)\b/i;
/**
 * Traits that are known by these names: sensitivity and resistance to warfarin go with CYP2C9 and VKORC1 (Johnson and Henderson, West J Emerg Med;
 * genetic liabilities for warfarin, Molecular Interventions 2006;6:223), hearing loss after aminoglycosides with MT-RNR1 (PharmGKB VIP, 2016), poor
 * metabolism of thiopurines with TPMT and NUDT15.
 */
const TRAIT =
  /\b(?:warfarin|coumarin) (?:sensitivity|resistance)\b|\b(?:sensitivity|resistance) to (?:warfarin|coumarin)|\baminoglycosides?\b.{0,30}\b(?:deafness|hearing loss|ototoxicity)\b|\b(?:deafness|hearing loss|ototoxicity)\b.{0,40}\baminoglycosides?\b|\bpoor metabolism of thiopurines?\b/i;
const NOT_STATED = new RegExp(
  String.raw`\b(?:no|not|without|denies|denied|negative|normal|absence|${ASKED_FOR}|${HEDGED}|${SUSPECTED}|${RULED_OUT}|${RELATIVES}|screen\w*|test\w*|family)\b`,
  'i',
);

const LONGEST = 120;

/**
 * The names of drugs that such an entry is about; empty where it is none. `inProblems`: traits count by their name alone; on an allergy list the same words
 * are an allergy, which the EHR itself tells.
 */
export function drugsOfResponse(text: string, inProblems: boolean): readonly string[] {
  if (text.length > LONGEST || !RESPONSE.test(text) || NOT_STATED.test(text)) return [];
  if (!INHERITED.test(text) && !(inProblems && TRAIT.test(text))) return [];
  const members = GROUPS.flatMap(([name, drugs]) => (new RegExp(String.raw`\b(?:${name})\b`, 'i').test(text) ? drugs : []));
  const named = [...text.matchAll(/[A-Za-z]{6,}/g)].map(([word]) => word);
  return members.length > 0 ? members : named;
}
