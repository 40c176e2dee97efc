/** What a criterion says HER2 positive, low or negative means: staining scores and in-situ tests, in brackets or behind "defined as". */
import type { Term } from '../../../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../../../knowledge/oncology/types.ts';
import { everyMatch } from '../text/every-match.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

export interface Her2Definition {
  /** Characters of the text that belong to it. */
  readonly length: number;
  readonly label: string;
  /** Null: the usual reading. `open`: a cut-off that results on file do not answer. */
  readonly tree: ProfileTree | null | 'open';
}
const marker = (status: string, method: string | null = null, min: number | null = null): Term => ({
  kind: 'marker',
  marker: 'HER2',
  status,
  method,
  min,
});
const ISH: Term = { kind: 'marker', marker: 'HER2 ISH', status: 'positive', method: null, min: null };
const from = (score: number): ProfileTree => marker('positive', 'IHC', score);

const WORDS = String.raw`(?:(?:defined|definition|is|are|was|as|a|an|an?y|the|by|with|of|on|in|per|score|scores|status|result|results|test|tests|testing|staining|stained|immunohistochemical|IHC|ISH|HER2|and\/or|and|or|either|if|when|score[sd]?|positive|negative|amplified|non-?amplified|not|amplification|amplif\w*|gene|no|evidence|untested|unknown|overexpression|protein|membrane|cellular|expression|for|equivocal|followed|confirmed|tumou?r|cells?|ASCO\/CAP|guidelines?|current|latest|criteria|according|to|based|local|locally|laboratory|assessment|recommendations?|primary|metastatic|20\d\d|zero|must|be|required|requires|determined|assessed|confirmed|confirmation|gene|performed|done|has|have|been|not)(?![A-Za-z])|\d\+?|\+|-|[,;:/"'()[\]])`;
const IN_BRACKET = new RegExp(String.raw`^(?:\s*(?:disease|tumou?rs?|status|expression))?\s*\(((?:${WORDS}\s*)+)\)`, 'i');
const BEHIND = new RegExp(
  String.raw`^[\s,]*(?:breast cancer|disease|tumou?rs?|status|expression|[)])*[\s,]*(?:\(|is |are |status )*(?:(?:defined (?:as|by)|determined (?:as|by)|i\.e\.,?)\s+|:\s+(?=(?:IHC|ISH|score|[0-3]\+?) ))((?:${WORDS}\s*)+)`,
  'i',
);

/** Null: nothing is said of what the state means. */
export function her2Definition(behind: string): Her2Definition | null {
  const found = IN_BRACKET.exec(behind) ?? BEHIND.exec(behind);
  if (!found) return null;
  const said = (found[1] ?? '').replace(/\s+/g, ' ');
  if (!/\b[0-3]\b|positive|negative|amplif|ISH ?[-+]/i.test(said)) return { length: found[0].length, label: '', tree: null };
  return read(found[0].length, said);
}

function read(length: number, said: string): Her2Definition {
  const ways = waysOf(said);
  if (ways === null) return { length, label: '', tree: 'open' };
  const label = ways.map(({ words }) => words).join(' or ');
  const usual = entryOf(USUAL, [...new Set(ways.map(({ words }) => words))].sort().join(' | '));
  if (usual !== undefined) return { length, label: usual, tree: marker(usual) };
  const trees = ways.map(({ tree }) => tree);
  const [only] = trees;
  return { length, label: `defined as ${label}`, tree: trees.length === 1 && only ? only : { or: trees } };
}

/** "HER2 IHC 1+", "HER2 2+/ISH-": scores directly behind the name. */
export function her2Scores(behind: string): Her2Definition | null {
  const found = SCORES.exec(behind);
  return found ? read(found[0].length, (found[1] ?? '').replace(/\s+/g, ' ')) : null;
}
const SCORES =
  /^[- ]*(?:(?:expression|status|score|level|of|by|IHC|immunohistochemistry|staining|is|at)[- ]+)*((?:IHC )?[0-3]\+?(?:\s*(?:,|or|and\/or|and|\/|to|-)\s*(?:IHC )?(?:[0-3]\+?|ISH ?(?:-|\+|negative|positive|non-?amplified|amplified)))*(?![\w.%]))(?<=\+|ISH ?-|negative|positive|amplified)/i;

/** Sets of ways that are ASCO/CAP's own reading of positive, low and negative. */
const USUAL: Readonly<Record<string, string>> = {
  '3+ | ISH+': 'positive',
  '2+/ISH+ | 3+': 'positive',
  '0 | 1+ | 2+/ISH-': 'negative',
  '0 | 1+ | ISH-': 'negative',
  '0 | 1+': 'negative',
  'ISH-': 'negative',
  '1+ | 2+/ISH-': 'low',
};

interface Way {
  readonly words: string;
  readonly tree: ProfileTree;
}

function waysOf(text: string): Way[] | null {
  if (/\bratio|copy|copies|[<>≥≤]|%|CEP17/i.test(text)) return null;
  const plain = text
    .replace(/\b(?:IHC|score)(?=[0-3])/gi, ' ')
    .replace(
      /\b(?:IHC|immunohistochemical|score[sd]?|HER2|defined|as|of|by|a|an|the|result|results|status|staining|test|tests|testing|for|is|protein|membrane|cellular|expression|must|be)\b/gi,
      ' ',
    )
    .replace(/[()[\]"']/g, ' ')
    .replace(/\b([0-3])\+?\s*(?:-|to)\s*([0-3])\s*\+/g, (_, low: string, high: string) =>
      ['0', '1+', '2+', '3+'].slice(Number(low), Number(high) + 1).join(', '),
    )
    .replace(/\s+/g, ' ');
  const ISH_NEG = String.raw`(?:ISH ?(?:-|negative|non-?amplified|not amplified)|(?:negative|non-?amplified) (?:on |in )?ISH|no (?:evidence )?(?:gene )?amplification(?: on ISH)?)`;
  const ISH_POS = String.raw`(?:ISH ?(?:\+|positive|amplified)|(?:positive|amplified) (?:on |in )?ISH|gene amplification|amplification|amplified)`;
  const ways: Way[] = [];
  const piece = new RegExp(
    String.raw`([0-3])\s*\+?(?:\s*(?:\/|and|with|,? ?if equivocal|\() ?(?:(${ISH_NEG})|(${ISH_POS})|(ISH untested|untested|unknown)))?|(${ISH_NEG})|(${ISH_POS})|\bzero\b`,
    'gi',
  );
  let rest = plain;
  for (const match of everyMatch(plain, piece)) {
    rest = rest.replace(match[0], ' ');
    const score = /^zero$/i.test(match[0]) ? 0 : match[1] === undefined ? null : Number(match[1]);
    if (score === null) {
      ways.push(match[5] === undefined ? { words: 'ISH+', tree: ISH } : { words: 'ISH-', tree: { not: ISH } });
      continue;
    }
    const level: ProfileTree = score === 3 ? from(3) : score === 0 ? { not: from(1) } : { and: [from(score), { not: from(score + 1) }] };
    const scored = score === 0 ? '0' : `${score}+`;
    if (match[3] !== undefined) ways.push({ words: `${scored}/ISH+`, tree: { and: [level, ISH] } });
    else if (match[2] !== undefined && score === 2) ways.push({ words: '2+/ISH-', tree: { and: [level, { not: ISH }] } });
    else ways.push({ words: scored, tree: level });
  }
  if (
    !/^(?:\s|[,;:/+-]|\b(?:and\/or|or|either|and|if|in|on|ASCO\/CAP|guidelines?|current|latest|criteria|according|to|per|based|local|locally|laboratory|assessment|recommendations?|20\d\d|confirmed|overexpression|untested|ISH|any|determined|assessed)\b)*$/i.test(
      rest,
    )
  )
    return null;
  // "2+ and ISH" alone would leave the 2+ without its second test.
  return ways.length === 0 ? null : ways;
}
