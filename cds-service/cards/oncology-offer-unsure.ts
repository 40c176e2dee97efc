/** What goes with an offer on opening the chart that may not hold: a result that could not be read, or a change that arises under such drugs. */
import type { Choice } from './oncology-choices.ts';
import { shortChanges } from './short-changes.ts';

/**
 * What speaks, unread, against what is offered, once for all its drugs: "A result of BRCA1 cannot be read here (“…”); changes of BRCA1 are known that speak
 * against olaparib, niraparib: look at the report itself".
 */
export function unreadAgainst(choices: readonly Choice[]): string[] {
  return saidOfDrugs(choices, /^(.* speak against )(.*)(: look at the report itself)$/).map(({ before, drugs, after }) => {
    return `${before}${drugs.join(', ')}${after}`;
  });
}

/** "MEN1 M327I is a change of a gene whose changes arise under menin inhibitors: whether ziftomenib, revumenib still act is not known here". */
export function notKnownToAct(choices: readonly Choice[]): string[] {
  return [
    ...saidOfDrugs(choices, /^(.* whose changes arise under .*: whether )(.*)( still acts is not known here)$/).map(
      ({ before, drugs, after }) => `${before}${drugs.join(', ')}${drugs.length > 1 ? after.replace('acts', 'act') : after}`,
    ),
    ...saidOfDrugs(choices, /^(.*? resists )(.*)( in another tumour type: of this one nothing is known here)$/).map(
      ({ before, drugs, after }) => `${before}${drugs.join(', ')}${after}`,
    ),
  ];
}

/** What follows the offer in one line; the first that fits is said. Empty where nothing is open. */
export function unsureBehind(choices: readonly Choice[]): string[] {
  const [unread] = unreadAgainst(choices);
  if (unread !== undefined) {
    const { finding, gene } = unreadInWords(unread);
    return [`; ${finding}: look first`, `; ${gene} result not readable here: look first`];
  }
  const [open] = notKnownToAct(choices);
  const change = /^(.*?) (?:is a change of a gene|resists )/.exec(open ?? '')?.[1];
  return change === undefined ? [] : [`; not known to act with ${shortChanges(change)}`];
}

interface Said {
  readonly before: string;
  readonly drugs: readonly string[];
  readonly after: string;
}
/** Sentences that differ in the drug alone, as one. */
function saidOfDrugs(choices: readonly Choice[], pattern: RegExp): Said[] {
  const said = new Map<string, { before: string; drugs: Set<string>; after: string }>();
  for (const reason of choices.flatMap(({ rows }) => rows.flatMap(({ because = [] }) => because))) {
    const [, before, drug, after] = pattern.exec(reason) ?? [];
    if (before === undefined || drug === undefined || after === undefined) continue;
    const one = said.get(before + after) ?? { before, drugs: new Set<string>(), after };
    said.set(before + after, one);
    one.drugs.add(drug);
  }
  return [...said.values()].map((one) => ({ ...one, drugs: [...one.drugs] }));
}

function unreadInWords(why: string): { readonly gene: string; readonly finding: string } {
  for (const [pattern, finding] of UNNAMED) {
    const [, gene, text = ''] = pattern.exec(why) ?? [];
    if (gene !== undefined) return { gene, finding: finding(gene, text) };
  }
  const said = shortChanges(why.replace(/ is (?:said to be found in words only|on file without saying).*$/, ''));
  const [gene = ''] = said.split(' ');
  return { gene, finding: / in words only/.test(why) ? `${said} in words only` : `${said}, not said whether present` };
}
const UNNAMED: readonly (readonly [why: RegExp, finding: (gene: string, said: string) => string])[] = [
  [/^A mutation of (\S+) is on file, which one is not said/, (gene) => `${gene} mutation on file, which one is not said`],
  [
    /^A variant of (\S+) is counted on another transcript \((.*?)\);/,
    (gene, change) => `${gene} ${change} is counted on another transcript`,
  ],
  [/^A result of (\S+) cannot be read here \(“(.*)”\);/, (gene, said) => `${gene} “${said}” is not readable here`],
];
