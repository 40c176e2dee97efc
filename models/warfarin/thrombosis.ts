/** Deep-vein thrombosis or pulmonary embolism, the indications 1 and 2 of the training data, as orders and problem lists name them. */
import type { PatientFacts } from '../../fhir-profiles/index.ts';

/** ICD-10 as the model has read it from the start: I26 pulmonary embolism, I82 other venous embolism and thrombosis. */
const CODE = /\bI(?:26|82)(?![\dA-Z])/;
/** Where a word of a vein stands by one of a clot, in the languages whose orders are read. */
const WORDS = new RegExp(
  [
    // English: "deep vein thrombosis", "thrombosis of deep veins of leg", "pulmonary thromboembolism", "venous thromboembolism".
    String.raw`deep[ -](?:vein|venous) (?:thrombo|embol)|thrombosis of (?:the )?(?:\S+ )?deep veins?|thrombosis of (?:\S+ )?deep (?:vessel|venous)`,
    String.raw`pulmonary (?:thrombo-?)?embol|lung embol|venous thrombo-?(?:embol|sis)`,
    // German and Dutch.
    String.raw`beinvenenthrombose|phlebothrombose|lungen(?:arterien)?embolie|diepe? (?:been)?veneuze trombose|longembolie`,
    // French, Spanish, Portuguese, Italian.
    String.raw`thrombose veineuse profonde|embolie pulmonaire|tromb(?:osis|osi|ose) venosa (?:profunda|profonda)|embolia (?:pulmonar|polmonare)`,
    String.raw`tromboembolismo (?:pulmonar|venoso)|tromboembolia (?:pulmonar|polmonare|venosa)`,
  ].join('|'),
  'i',
);
/** Short forms, in capitals only. "PE" and "TVP" have other readings: they count where they are all, but for what is listed behind them. */
const SHORT =
  /(?<![\p{L}\d])(?:DVT|VTE|TVT)(?![\p{L}\d])|^(?:(?:Acute|Chronic|Bilateral|Recurrent|acute|chronic|bilateral|recurrent) )?(?:PE|TVP)(?:$| ?[,;/(])/u;
/** What is to be prevented or was looked for in vain, wherever it stands. */
const ANYWHERE = /\b(?:prophyla|prevent|excluded|ruled out|superficial)/i;
/** A denial, a doubt or another person, before the name only: "pulmonary embolism without acute cor pulmonale" is one. */
const BEFORE = /\b(?:no|not|without|den(?:ies|ied)|negative for|rule out|r\/o|exclude|suspected|risk (?:of|for)|family)(?!\p{L})/iu;

/** True where the order's reason, or without one the problem list, names such a clot; null when neither says anything. */
export function venousThrombosis(facts: PatientFacts): boolean | null {
  const orders = facts.medications.filter(({ ingredients }) => ingredients.some(({ name }) => name === 'warfarin'));
  const reasons = orders.flatMap((order) => [...order.reasonText, ...order.reasons.map(({ code, display }) => `${code} ${display ?? ''}`)]);
  const problems = facts.conditions
    .filter(({ clinicalStatus, suspected }) => suspected !== true && (clinicalStatus === 'active' || clinicalStatus === 'recurrence'))
    .flatMap(({ text, codes }) => [text, ...codes.map(({ code, display }) => `${code} ${display ?? ''}`)]);
  const texts = reasons.length > 0 ? reasons : problems;
  return texts.length === 0 ? null : texts.some(namesIt);
}

function namesIt(written: string): boolean {
  const text = written.trim();
  const starts = [CODE, WORDS, SHORT].map((named) => text.search(named)).filter((at) => at >= 0);
  return starts.length > 0 && !ANYWHERE.test(text) && !BEFORE.test(text.slice(0, Math.min(...starts)));
}
