/**
 * Reasons for which a course of treatment ended, by code and in words. Codes: mCODE 4.0.0 Treatment Termination Reason (SNOMED CT), HL7 R4 value set of
 * reasons for the status of a medication (SNOMED CT), HL7 medicationrequest-status-reason 1.0.0, German oncology guide (Therapie Ende Grund, as in
 * oBDS) and molecular tumour boards (dnpm-dip therapy status-reason); read 2026-11-22.
 */
import type { Code, CourseEnd } from '../facts.ts';
import { SNOMED as SNOMED_CT } from './systems.ts';
import { entryOf } from '../entry-of.ts';

type Kind = CourseEnd['kinds'][number];

const SNOMED: Readonly<Record<string, Kind>> = {
  '182992009': 'completed',
  '266721009': 'progression', // no response to treatment
  '407563006': 'intolerance', // treatment not tolerated
  '281647001': 'intolerance', // adverse reaction
  '182864000': 'intolerance', // drug not taken, side-effects
  '160932005': 'circumstance', // financial problem
  '182872003': 'circumstance', // too expensive
  '105480006': 'circumstance', // refusal of treatment by patient
  '182890002': 'circumstance', // patient requests alternative treatment
  '184081006': 'circumstance', // patient has moved away
  '309846006': 'circumstance', // treatment not available
  '399307001': 'other', // lost to follow-up
  '7058009': 'circumstance', // noncompliance
  '182865004': 'circumstance', // inconvenient
  '182871005': 'circumstance', // patient fear or risk
  '77386006': 'circumstance', // pregnant
};
const HL7: Readonly<Record<string, Kind>> = { salg: 'intolerance', sintol: 'intolerance', preg: 'circumstance', surg: 'circumstance' };
/** E and F are a regular end, R one with a lower dose, W one with another substance; S, T and U say nothing of the tumour. */
const REGISTRY: Readonly<Record<string, Kind>> = {
  E: 'completed', F: 'completed', R: 'completed', W: 'completed', A: 'intolerance', P: 'progression', V: 'circumstance', S: 'other', T: 'other', U: 'other',
}; // prettier-ignore
const TUMOUR_BOARD: Readonly<Record<string, Kind>> = {
  progression: 'progression',
  toxicity: 'intolerance',
  'regular-completion': 'completed',
  'regular-completion-with-dosage-reduction': 'completed',
  'regular-completion-with-substance-change': 'completed',
  'chronic-remission': 'completed',
  'patient-refusal': 'circumstance',
  'patient-wish': 'circumstance',
  'payment-refused': 'circumstance',
  'payment-pending': 'circumstance',
  'payment-ended': 'circumstance',
  'no-indication': 'other',
  'medical-reasons': 'other',
  'other-therapy-chosen': 'other',
  deterioration: 'other',
};

/** Empty where the code is of no known list. */
export function endKindsOfCode({ system, code }: Code): Kind[] {
  if (system === SNOMED_CT) return ofCode(SNOMED, code);
  if (/ende-?grund|obds|adt/i.test(system)) return ofCode(REGISTRY, code);
  // Real exports leave the system of the words out; one letter alone says nothing without it.
  const lower = code.toLowerCase();
  if (Object.hasOwn(TUMOUR_BOARD, lower) && (system === '' || /status-?reason|dnpm|mtb/i.test(system))) return ofCode(TUMOUR_BOARD, lower);
  return /status-?reason/i.test(system) ? ofCode(HL7, lower) : [];
}

function ofCode(list: Readonly<Record<string, Kind>>, code: string): Kind[] {
  const kind = entryOf(list, code);
  return kind === undefined ? [] : [kind];
}

const DENIED = [
  /\b(?:no|not|non|without|never|ohne|kein\w*|nicht|sans|pas de|aucune?|sin|senza|geen|zonder)\s+(?:[\p{L}-]+\s+){0,4}?(?:[\p{L}-]*progress\w*|progr[eè]s\w*|recurren\w*|relaps\w*|rezidiv\w*|toxi\w*|side[- ]effects?|adverse\s\w+|nebenwirkung\w*|effets?\s\w+)/giu,
  /\b(?:not|never|nicht)\s+(?:\w+\s+)?complet\w+[^,;.]*/gi,
];
const DOUBTED =
  /\b(?:suspect\w*|possible|possibly|probable|rule out|risk of|fear of|prevent\w*|verdacht|v\.\s?a\.|fraglich\w*|suspicion|pseudo-?progress\w*|sospech\w*|sospett\w*)|\?/i;
/** Of what a progression may be said here; "progressive neuropathy" and "recurrent fever" are none of the tumour. */
const TUMOUR = String.raw`(?:the |his |her )?(?:[\w-]+ )?(?:disease|tumou?r|cancer|malignan|metasta|lesion|carcinom|melanom|leuk|lymphom|myelom|sarcom)`;
const PROGRESSION = [
  String.raw`(?<!\bin )\bprogress(?:ion|ione|ed|ing)?\b(?! of (?!${TUMOUR}))`,
  String.raw`progressive disease|krankheitsprogress|tumorprogress|progredien|\bprogr[eè]s(?:\b|ión|ione)|\bPD\b(?![-\s]?L?1)`,
  String.raw`^recurren(?:ce|t disease)$|(?:disease|tumou?r|cancer|local|distant) recurrence|recurrence of ${TUMOUR}|relaps|rezidiv|r[ée]cidive|recidiv`,
  String.raw`^refractory$|refractory disease|refraktär|(?:no|lack of|absent|non?|loss of|lost|primary non-?) ?-?respon[sd]|kein ansprechen`,
  String.raw`lack of (?:efficacy|effect|drug action)|inefficac|ineffective|(?:treatment|therapy|therapeutic) failure|treatment failed|therapieversagen|wirkungslos`,
];
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['progression', new RegExp(PROGRESSION.join('|'), 'i')],
  [
    'intolerance',
    /toxi[csz]|intoler|(?:not|poorly|badly|no)[\s-]+toler|mal tol[ée]r|side[- ]?effect|adverse|nebenwirkung|unverträg|effets? (?:ind[ée]sirables?|secondaires?)|efectos? (?:adversos?|secundarios?)|effetti (?:collaterali|avversi|indesiderati)|bijwerking|hypersensitiv|allerg|anaphyla|\bS?AEs?\b|\bDLT\b/i,
  ],
  [
    'completed',
    /^(?:(?:treatment|therapy|course|planned|of) )*complet(?:ed|ion)\b|\bcomplet\w+ (?:as planned|planned|of (?:the )?(?:planned|therapy|treatment|course)|all)|as planned|planned (?:end|completion|stop)|end of (?:planned )?(?:treatment|therapy|course)|regul[äa]r\w* (?:ende|abschluss|beend\w*)|regular (?:end|completion)|planm[äa](?:ß|ss)ig|fin (?:pr[ée]vue|normale) d[eu]|traitement termin|tratamiento (?:completado|finalizado)|trattamento completato|course finished|anhaltende remission|(?:lasting|deep|sustained) (?:molecular )?(?:remission|response)|treatment-free remission/i,
  ],
  [
    'circumstance',
    /patient'?s? (?:\w+ )?(?:choice|decision|decid|preference|request|wish|refus|declin|withdr)|refus\w+|declined (?:by|further)|withdr\w+ (?:of )?consent|withdrawal by subject|wunsch|verweiger|abgelehnt|decisi[oó]n del paciente|financ|insurance|too expensive|\bcosts?\b|moved away|not available|unavailable|non-?compliance|pregnan|schwanger/i,
  ],
];

/** Every kind that the words name; `other` where they name none, or only doubt it. */
export function endKindsOfWords(written: string): Kind[] {
  const said = DENIED.reduce((rest, denied) => rest.replaceAll(denied, ' '), written.trim()).trim();
  if (DOUBTED.test(said)) return ['other'];
  const kinds = WORDS.filter(([, words]) => words.test(said)).map(([kind]) => kind);
  return kinds.length > 0 ? kinds : ['other'];
}
