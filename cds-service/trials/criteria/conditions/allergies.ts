/** "Hypersensitivity to pembrolizumab or any of its excipients", "allergy to sulfa drugs": what the patient must not be allergic to. */
import { needing, type Atom, type Recogniser } from '../atom.ts';
import { CANCER_DRUGS } from '../treatment/drug-mentions.ts';

/** Allergens that are no cancer drugs: how they are written, and how an allergy list names them. */
const OTHERS: readonly (readonly [label: string, written: RegExp, drugs: string, recorded: string])[] = [
  [
    'iodinated contrast',
    /^(?:iodinated |iodine[- ]based |IV |intravenous |radiographic )*contrast(?: (?:media|medium|agents?|material|dye))?/i,
    'iohexol iopamidol iodixanol ioversol iopromide',
    '\\b(?:iodinated|iodine)\\b.*contrast|contrast (?:media|dye)',
  ],
  [
    'gadolinium',
    /^gadolinium(?:[- ](?:based|containing))?(?: (?:IV|intravenous|MRI?))*(?: contrast)?(?: (?:agents?|media|medium|materials?|dyes?))?/i,
    'gadobutrol gadoterate gadopentetate gadobenate gadoteridol',
    '\\bgadolinium',
  ],
  [
    'sulfonamides',
    /^(?:sulfa|sulfonamides?)(?: (?:drugs|antibiotics|medications))?/i,
    'sulfamethoxazole sulfadiazine sulfasalazine',
    '\\b(?:sulfa|sulfonamide)',
  ],
  ['penicillin', /^penicillins?/i, 'penicillin amoxicillin ampicillin', '\\bpenicillin'],
  ['polysorbate 80', /^(?:polysorbate[- ]?80|tween[- ]?80)/i, 'polysorbate 80', 'polysorbate'],
  ['heparin', /^heparin/i, 'heparin enoxaparin dalteparin', '\\bheparin\\b'],
  ['aspirin', /^(?:aspirin|acetylsalicylic acid)/i, 'aspirin', '\\baspirin\\b'],
  ['latex', /^latex/i, '', '\\blatex\\b'],
  ['eggs', /^(?:chicken )?eggs?(?: products?)?/i, '', '\\beggs?\\b'],
];

const OPENS =
  /\b(?:allerg(?:y|ies|ic)(?: reactions?)?|hypersensitiv(?:ity|e)(?: reactions?)?|anaphyla(?:xis|ctic)(?: reactions?)?|infusion reactions?)(?:,? (?:or|and\/or|and) (?:allerg(?:y|ies|ic)(?: reactions?)?|hypersensitivity(?: reactions?)?|intolerance|anaphylaxis|anaphylactic reactions?))*(?:,)? (?:attributed )?(?:to|with|against)\b/gi;
/** Words between the names: none of them names anything else. */
const GLUE =
  /^(?:\s+|[,;/()]|\band\/or\b|\b(?:or|and|any|of|the|its|their|it|study|drugs?|treatments?|interventions?|therap(?:y|ies)|medications?|agents?|products?|investigational|components?|excipients?|ingredients?|constituents?|formulations?|active|inactive|other|used|in|this|trial|substances?|(?:anti)?bod(?:y|ies)|monoclonal|metabolites?|analog(?:ue)?s?|both|either)\b)/i;

const SINGLE = [...CANCER_DRUGS].filter((name) => name.length > 4);
const BY_START = new Map<string, string[]>();
for (const name of SINGLE) {
  const start = name.slice(0, 4);
  BY_START.set(start, [...(BY_START.get(start) ?? []), name]);
}
for (const names of BY_START.values()) names.sort((a, b) => b.length - a.length);

function drugAt(text: string): string | null {
  const lower = text.slice(0, 40).toLowerCase();
  return BY_START.get(lower.slice(0, 4))?.find((name) => lower.startsWith(name) && !/^[\w-]/.test(lower.slice(name.length))) ?? null;
}

export const allergies: Recogniser = needing('allerg|hypersens|anaphyla|infusion reaction', (text) => {
  const atoms: Atom[] = [];
  OPENS.lastIndex = 0;
  for (let open = OPENS.exec(text); open !== null; open = OPENS.exec(text)) {
    const drugs: string[] = [];
    const labels: string[] = [];
    const recorded: string[] = [];
    let at = open.index + open[0].length;
    let end = at;
    // More than the names may be meant: "or similar compounds" stays behind the stretch.
    for (;;) {
      const rest = text.slice(at);
      const drug = drugAt(rest);
      const other = OTHERS.find(([, written]) => written.test(rest));
      const glue = GLUE.exec(rest)?.[0];
      if (drug !== null) {
        drugs.push(drug);
        labels.push(drug);
        at += drug.length;
        end = at;
      } else if (other) {
        const [label, written, members, words] = other;
        drugs.push(...members.split(' ').filter((name) => name !== ''));
        labels.push(label);
        recorded.push(words);
        at += written.exec(rest)?.[0].length ?? 1;
        end = at;
      } else if (glue !== undefined) at += glue.length;
      else break;
    }
    if (labels.length === 0) continue;
    const tail = text.slice(end, at);
    // "or any of its excipients" belongs to it; a bare "or" or comma does not.
    const closing =
      /^.*\b(?:components?|excipients?|ingredients?|constituents?|formulations?|substances?|antibod(?:y|ies)|products?|agents?|drugs?|metabolites?|therap(?:y|ies))\b\)?/i.exec(
        tail,
      );
    end += closing?.[0].length ?? 0;
    atoms.push({
      start: open.index,
      end,
      requirement: {
        kind: 'allergy',
        label: labels.join(' or '),
        drugs,
        ...(recorded.length === 0 ? {} : { words: recorded.join('|') }),
      },
    });
    OPENS.lastIndex = end;
  }
  return atoms;
});
