/**
 * "Hypersensitivity to any component of X", "allergic reactions attributed to compounds of similar composition to X or Y", "severe reaction to another
 * monoclonal antibody": an allergy to a drug that is named shuts out, whatever else is listed. Names of investigational drugs count as they are written.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../requirements-together.ts';
import { drugsIn } from '../treatment/drug-mentions.ts';
import { everyMatch } from '../text/every-match.ts';
import { atLeast, OF_SOME, type OneWayReader } from './reader.ts';

const REACTION = String.raw`(?:allerg(?:y|ies|ic)|hypersensitiv(?:ity|e)|sensitiv(?:ity|e)|anaphyla(?:xis|ctic)|anaphylactoid|intoleran(?:ce|t)|infusion|adverse)(?: (?:drug )?reactions?)?`;
const OPENS = new RegExp(
  String.raw`\b${REACTION}(?:(?:,| or| and| and\/or|\/)+ ?(?:to |other )*${REACTION})*,? (?:\([^()]{0,30}\) )?(?:thought to be |that (?:is|are|was|were) )?(?:attributed |reactions? )?(?:to|with|against)\b`,
  'gi',
);
/** Where the list of allergens ends. */
const ENDS =
  /[;.]\s|[;.]$|\b(?:unless|except\w*|excluding|other than|in (?:patients|participants|subjects|those)|for (?:patients|participants)|who|whose|if|when|while|despite|during|after|following|within|prior to|requir\w+|that|which|result\w*|leading|led|necessitat\w+|caus\w+|history of|as well as|due to|because)\b/i;
/** Behind them nothing narrows what was said. */
const NOT_NARROWED = /^(?:[;.]|history of|as well as|due to the|because)/i;
const TAKES_BACK =
  /\b(?:unless|except\w*|tolerat\w+|desensiti\w+|pre-?medicat\w+|re-?challeng\w+|manag\w+|may be (?:eligible|enrolled|included)|are (?:eligible|allowed)|family|excluding|resolved|mild)\b/i;
const SEVERE = /\b(?:severe|serious|life[- ]threatening|grade|immediate|anaphyla\w+|major|significant)\b/i;
const DENIED = /\b(?:no|not|without|never|absence)\b/gi;

/** Classes of one chemical family; "of similar biologic composition" names no antibody, and what blocks one target may be built in any way. */
const FAMILIES: ReadonlySet<string> = new Set(['platinum', 'taxane', 'anthracycline', 'fluoropyrimidine', 'vinca alkaloid']);
/** Names of drugs under investigation: letters and digits, or an antibody fragment of a code. */
const CODE =
  /(?<![\w-])(?!(?:CD|PD|PDL|HER|VEGF|IL|TNF|CHO|NCI|CTCAE|COVID|HLA|CYP|CTLA|LAG|BRAF|EGFR|KRAS|IGG|PEG)-?\w*\b|Grade|grade)[A-Z]{1,6}-?\d{2,6}[A-Za-z]?(?![\w-])/g;
/** International nonproprietary names of monoclonal antibodies ended in -mab until 2021 (WHO, programme on INN). */
const ANTIBODIES =
  /\bmonoclonal antibod(?:y|ies)|\bmAbs?\b|\b(?:chimeric|humani[sz]ed|human)(?:,? (?:or|and|and\/or) (?:chimeric|humani[sz]ed|human))+ (?:monoclonal )?antibod/;
const OTHERS: readonly (readonly [label: string, written: RegExp, recorded: string])[] = [
  ['hyaluronidase', /\b(?:hyaluronidase|rHuPH20)\b/i, '\\bhyaluronidase\\b'],
  ['vitamin D', /\bvitamin D\b/i, '\\bvitamin d\\b|\\bcholecalciferol\\b'],
  ['dimethyl sulfoxide', /\b(?:dimethyl sulfoxide|DMSO)\b/i, '\\bdimethyl sulfoxide\\b|\\bDMSO\\b'],
  ['dextran', /\bdextran\b/i, '\\bdextran\\b'],
  ['gentamicin', /\bgentamicin\b/i, '\\bgentamicin\\b'],
  ['iodine', /\b(?:iodides?|iodine)\b(?! (?:contrast|based|containing))/i, '^iodi(?:ne|des?)\\b'],
  ['yeast', /\byeast(?:-derived)?\b/i, '\\byeast\\b'],
  ['neomycin', /\bneomycin\b/i, '\\bneomycin\\b'],
  ['tetanus toxoid', /\btetanus\b/i, '\\btetanus\\b'],
  ['keyhole limpet haemocyanin', /\bkeyhole limpet|\bshellfish\b/i, '\\bkeyhole limpet\\b|\\bshellfish\\b'],
];

export const ALLERGENS: OneWayReader = {
  needs: ['allerg', 'hypersens', 'anaphyla', 'sensitivity', 'infusion reaction', 'intoleran'],
  read,
};

function read(text: string, side: Side): Requirement | null {
  if (text.length > 900 || OF_SOME.test(text) || TAKES_BACK.test(text)) return null;
  const members: Requirement[] = [];
  for (const open of everyMatch(text, OPENS)) {
    if (!/allerg|hypersens|anaphyla|infusion reaction/i.test(text)) return null;
    const from = open.index + open[0].length;
    const behind = text.slice(from);
    const end = ENDS.exec(behind);
    if (end !== null && !NOT_NARROWED.test(behind.slice(end.index))) continue;
    const sentence =
      text
        .slice(0, open.index)
        .split(/[.;]\s/)
        .at(-1) ?? '';
    const denied = (sentence.match(DENIED)?.length ?? 0) > 0;
    if (denied !== (side === 'inclusion')) continue;
    const asked = allergensIn(
      behind.slice(0, end?.index),
      SEVERE.test(`${sentence} ${open[0]}`) || SEVERE.test(behind.slice(0, end?.index)),
    );
    if (asked !== null) members.push(side === 'inclusion' ? { kind: 'not', of: asked } : asked);
  }
  if (members.length === 0) return null;
  return side === 'exclusion' ? atLeast(members) : { kind: 'all', of: [...members, { kind: 'unread' }] };
}

function allergensIn(list: string, severe: boolean): Requirement | null {
  const named = drugsIn(list).filter(({ label, drugs }) => drugs.length === 1 || FAMILIES.has(label));
  const codes = [...new Set(everyMatch(list, CODE).map(([found]) => found))];
  const others = OTHERS.filter(([, written]) => written.test(list));
  const antibodies = ANTIBODIES.test(list) && !/\b(?:murine|mouse|rabbit|anti-\w)/i.test(list);
  const labels = [
    ...named.map(({ label }) => label),
    ...codes,
    ...others.map(([label]) => label),
    ...(antibodies ? ['a monoclonal antibody'] : []),
  ];
  if (labels.length === 0) return null;
  const words = [
    ...codes.map((code) => `\\b${code.replace('-', '-?')}\\b`),
    ...others.map(([, , recorded]) => recorded),
    ...(antibodies ? ['\\w{3,}mab\\b'] : []),
  ];
  return {
    kind: 'allergy',
    label: [...new Set(labels)].join(' or '),
    drugs: [...new Set(named.flatMap(({ drugs }) => drugs))],
    ...(words.length === 0 ? {} : { words: words.join('|') }),
    ...(severe ? { severe: true } : {}),
  };
}
