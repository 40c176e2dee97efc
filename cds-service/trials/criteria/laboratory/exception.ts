/**
 * A laxer limit for some patients: "(≤ 5 x ULN if liver metastases are present)", "unless Gilbert's syndrome, then ≤ 3 x ULN". The main limit or
 * the laxer one together with its condition is enough, so a value beyond both is certain, and a value within the main limit too.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Limit } from './limit.ts';

const WHO = String.raw`(?:if|for|in|with|when|where|unless|except|due to|secondary to|attributable to|related to|who have|whose|patients?|participants?|subjects?|those|individuals)`;
/** Words without a limit of their own. */
const WORDS = String.raw`[^≥≤<>;.]{3,110}?`;
const OPENS = String.raw`^\s*[,;([]*\s*(?:or|and|but|except|however|,|\()*\s*`;
const NUMBER = String.raw`(≤|<)\s*(\d+(?:\.\d+)?)\s*(?:x|times|×|fold|-fold)?\s*(?:the\s+|institutional\s+)*(ULN|upper limits? of (?:the )?normal|mg\/dl)(?: \(ULN\))?`;
const ALLOWED = String.raw`(?:\s*(?:is|are|will be|may be|can be)?\s*(?:acceptable|allowed|permitted|eligible))?`;
/** "(≤ 5 x ULN for patients with liver metastases)". */
const AFTER = new RegExp(
  String.raw`${OPENS}(?:AST|ALT|AST (?:and|or|\/|and\/or) ALT|ALT (?:and|or|\/|and\/or) AST|total bilirubin|bilirubin|[a-z]*\s?levels?|must be|should be|of|is|up to|\s)*${NUMBER}${ALLOWED}\s*,?\s*(${WHO}\b${WORDS})(?:[)\]]+|(?=[;.]|$)|(?=,? (?:or|and) ${NUMBER}))`,
  'i',
);
/** "unless liver metastases are present, in which case ≤ 5 x ULN". */
const BEFORE = new RegExp(
  String.raw`${OPENS}(${WHO}\b${WORDS})(?:,|:|in which case|then|must be|should be|should have|must have|can have|may have|who can have|allowed|is|are|\s)+${NUMBER}${ALLOWED}\s*[)\]]*`,
  'i',
);

interface Laxer {
  readonly of: readonly Requirement[];
  readonly length: number;
}

export function laxer(rest: string, main: Limit, make: (limit: Limit) => Requirement | null): Laxer | null {
  if (main.sign !== '≤' && main.sign !== '<') return null;
  const of: Requirement[] = [];
  let length = 0;
  for (let times = 0; times < 3; times += 1) {
    const left = rest.slice(length);
    const after = AFTER.exec(left);
    const before = after ? null : BEFORE.exec(left);
    const found = after ?? before;
    if (!found) break;
    const [sign, value, unit, who] = after ? [found[1], found[2], found[3], found[4]] : [found[2], found[3], found[4], found[1]];
    const uln = !/^mg/i.test(unit ?? '');
    if (namesAnother(who ?? '', make(main))) break;
    const limit = make({ sign: sign === '<' ? '<' : '≤', value: Number(value), uln });
    // Laxer means higher; the other way round was not understood.
    if (!limit || (uln && Number(value) <= main.value)) return null;
    of.push({ kind: 'all', of: [limit, conditionOf(who ?? '')] });
    length += found[0].length;
  }
  return of.length === 0 ? null : { of, length };
}

/** "Bilirubin ≤ 1.5 (Gilbert's syndrome: < 3) Aspartate aminotransferase ≤ 2.5": the words before the second limit name another value. */
function namesAnother(words: string, main: Requirement | null): boolean {
  const lab = main?.kind === 'lab' ? main.lab : null;
  if (lab === null) return false;
  if (!/^(?:AST|ALT|ALP)$/.test(lab) && /\b(?:aminotransferases?|transaminases?|AST|ALT|SGOT|SGPT|alkaline phosphatase)\b/i.test(words))
    return true;
  return !/creatinine/.test(lab) && /\bcreatinine\b/i.test(words);
}

function conditionOf(words: string): Requirement {
  if (
    /\b(?:liver|hepatic)\b.{0,20}\b(?:metast|mets|involvement|lesion|disease)/i.test(words) &&
    !/\b(?:no|not|without|hepatocellular|carcinoma|gilbert)/i.test(words)
  )
    return { kind: 'liver-metastases' };
  if (/gilbert/i.test(words) && !/liver|hepatic|metast/i.test(words)) return { kind: 'condition', name: "Gilbert's syndrome" };
  return { kind: 'unread', ask: 'whether the laxer laboratory limit holds' };
}
