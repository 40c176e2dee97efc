/**
 * What a CPIC sentence asks for, as an action class: CPIC's own exports have sentences and no class. Measured against the
 * classes of the reference tables in the tests. Sentences are read, never kept.
 */
import type { ActionClass, Recommendation } from '../../pgx/types.ts';

export interface Acts {
  readonly action: ActionClass;
  readonly alsoAcceptable: Recommendation['alsoAcceptable'];
}

type Act = ActionClass | 'counsel';

/** Each act with the words that ask for it. "Avoid" of inhibitors and "no need to avoid" are taken out before. */
const patterns: readonly (readonly [Act, RegExp])[] = [
  [
    'test-first',
    /enzyme activity must be measured|consider evaluating \w+ (?:erythrocyte )?activity|must be measured to ascertain|further genetic testing and other laboratory data should guide/i,
  ],
  ['avoid', /\bavoid\b|not recommended|contraindicated|\bdo not use\b|should not be used/i],
  [
    'increase-dose',
    /increas\w* (?:the )?(?:starting |daily |target |maintenance )*(?:daily )?dose|higher (?:target |but fda approved \w+ )?dose\b|higher dose \w+ \(|starting total daily dose of at least|proportional (?:dose )?increase|titrat\w+ to a higher|titrate to a higher/i,
  ],
  [
    'decrease-dose',
    /reduction (?:of|in)|lower (?:starting|than standard|dos)|(?:reduced|decreased|lower) (?:starting )?dos|reduce (?:starting|daily|dose)|less than typical|≤ ?\d+(?:\.\d+)? ?mg|% of (?:the )?(?:lowest|starting|standard)|lowest recommended starting dose|drastically reduced|strongly reduced dose|limit dose|starting dose at lowest|lowest (?:possible |recommended )?starting dose|total daily dose of 40 to 75/i,
  ],
  [
    'alternative',
    /alternative|\balternate\b|consider a clinically appropriate \w+ not|consider (?:a )?different|hormonal therapy such as|combination therapy|non-codeine opioid|(?:select|use|choose|consider) (?:an?other|prasugrel)/i,
  ],
  [
    'monitor',
    /monitor|therapeutic drug monitoring|plasma (?:level|concentration)|frequency of clinical monitoring|cautiously consider|aware of possible increased risk/i,
  ],
  [
    'standard',
    /standard (?:recommended )?dos|recommended (?:starting |standard of care )?dos|desired starting dose|label[- ]recommended|standard (?:starting|daily)|typical dos|no (?:dose )?adjustment|no action|no indication to change|no reason to avoid|no need to avoid|at standard dos|standard of care|normal dos|per standard|according to the product label|increase to \d+(?:\.\d+)? ?mg(?:\/kg)?\/day after 3 days/i,
  ],
  ['counsel', /inform the patient/i],
];

/** Main act and the further acts of a sentence; a sentence that names nothing known is 'no-recommendation'. */
export function actsOfText(sentence: string): Acts {
  const text = (sentence.split(/Other Considerations/i)[0] ?? '')
    .replace(/no (?:need|reason) to avoid(?: \w+)*/gi, 'standard dose')
    .replace(
      /avoid (?:moderate and strong |strong to weak |moderate or strong )?CYP2D6 (?:strong |moderate |weak |to |and )*inhibitors?|avoid moderate and strong CYP2D6 inhibitors/gi,
      '',
    )
    .replace(/alternative agents are not available/gi, '')
    .replace(/\bif [\w ]{3,40} is contraindicated/gi, '')
    .trim();
  if (text === '' || /^(?:no recommendation|n\/a)\b/i.test(text)) return { action: 'no-recommendation', alsoAcceptable: [] };
  const found = patterns.flatMap(([act, pattern]) => {
    const at = text.search(pattern);
    return at < 0 ? [] : [{ act, at }];
  });
  const main = mainAct(found, text);
  if (main === undefined) return { action: 'no-recommendation', alsoAcceptable: [] };
  const also = found.filter(({ act }) => act !== main && act !== 'standard').map(({ act }) => act);
  return { action: main, alsoAcceptable: also };
}

/** "Avoid" and tests come before all else; a sentence that starts with the usual dose is about the usual dose; else what is named first. */
function mainAct(found: readonly { readonly act: Act; readonly at: number }[], text: string): ActionClass | undefined {
  const standardFirst = /^(?:(?:based on [\w ,-]+, )?(?:initiate|start|use|prescribe|if considering|no )\b)/i.test(text);
  const usualTitration = /increase to [\d.]+ ?mg(?:\/kg)?\/day after 3 days/i.test(text);
  const slowTitration = /lower maintenance dose|initiate with a dose of .{0,40}if no clinical response/i.test(text);
  const has = (act: Act): boolean => found.some((one) => one.act === act);
  if (has('test-first')) return 'test-first';
  if (has('avoid')) return 'avoid';
  if (usualTitration) return 'standard';
  if (slowTitration) return 'decrease-dose';
  if (/with caution and with close monitoring/i.test(text)) return 'monitor';
  const at = (act: Act): number => found.find((one) => one.act === act)?.at ?? Number.MAX_SAFE_INTEGER;
  const acts: ActionClass[] = ['increase-dose', 'decrease-dose', 'alternative'];
  const first = acts.toSorted((a, b) => at(a) - at(b))[0];
  if (standardFirst && has('standard') && at('standard') <= at(first ?? 'monitor')) return 'standard';
  if (first !== undefined && has(first)) return first;
  return has('standard') ? 'standard' : has('monitor') ? 'monitor' : undefined;
}
