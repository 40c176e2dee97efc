/** Translocations by their karyotype or their common name: "t(9;22)", "Philadelphia chromosome positive", "BCR::ABL1", "EML4-ALK". */
import { parseTerm } from '../../../knowledge/oncology/notation/parse-term.ts';
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Atom, ReadingContext, Recogniser } from '../atom.ts';
import { needing } from '../atom.ts';
import { everyMatch } from '../text/every-match.ts';

const ISCN = /\b(?:t|inv) ?\( ?(?:\d{1,2}|X|Y) ?(?:[;:] ?(?:\d{1,2}|X|Y) ?)?\)(?: ?\([pq]\d{2}(?:\.\d+)?;? ?[pq]\d{2}(?:\.\d+)?\))?/g;
const PHILADELPHIA = /(?<![\w-])Ph(?:1)?(?:[- ](?:chromosome[- ])?(positive|negative)(?: chromosome)?|\+|-(?=[\s,;.)]|$))(?! like|-like)/g;
const PAIR =
  /\b(BCR|EML4|PML|ETV6|EWSR1|CD74|KIF5B|CCDC6|RUNX1|CBFB|TCF3|KMT2A|COL1A1|SS18|PAX3|TMPRSS2|KIAA1549|FIP1L1|NPM1|DEK|CCND1|BRD4|DNAJB1|ASPSCR1|FUS|NAB2|LMNA|TPM3|SDC4|SLC34A2)(?:::|[-/])(ABL1?|ALK|RARA|RARα|NTRK3|NTRK1|RUNX1T1|RUNX1|FLI1|ERG|WT1|ROS1|RET|MYH11|PBX1|HLF|AFF1|MLLT3|PDGFB|PDGFRA|PDGFRB|SSX[12]?|FOXO1|BRAF|NUP214|NUTM1|PRKACA|TFE3|DDIT3|STAT6|JAK2)(?:[- ](?:positive|negative|fusions?(?: gene)?|rearrangements?|rearranged|translocations?|transcripts?))*(?![\w-])/g;

const cytogenetic: Recogniser = (text, { genes: models }) => {
  const atoms: Atom[] = [];
  const push = (start: number, found: string, requirement: Requirement): void =>
    void atoms.push({ start, end: start + found.length, requirement });
  for (const match of everyMatch(text, PHILADELPHIA)) {
    const positive: Requirement = {
      kind: 'molecular',
      label: 'BCR::ABL1',
      tree: { kind: 'fusion', five: 'BCR', three: 'ABL1', ordered: true, breaks: null },
    };
    push(match.index, match[0], /negative|-$/.test(match[0]) ? { kind: 'not', of: positive } : positive);
  }
  for (const match of everyMatch(text, PAIR)) {
    const name = `${match[1] ?? ''}::${(match[2] ?? '').replace('RARα', 'RARA')}`;
    const term = parseTerm(name, models);
    if (term === null) continue;
    const read: Requirement = { kind: 'molecular', label: name, tree: term };
    push(match.index, match[0], /negative/.test(match[0]) ? { kind: 'not', of: read } : read);
  }
  for (const match of everyMatch(text, ISCN)) push(match.index, match[0], karyotype(match[0].replace(/ /g, '').replace(':', ';'), models));
  return atoms;
};
function karyotype(name: string, models: ReadingContext['genes']): Requirement {
  const term = parseTerm(name, models);
  return term?.kind === 'fusion' ? { kind: 'molecular', label: name, tree: term } : { kind: 'unread', ask: `cytogenetics (${name})` };
}

export const KARYOTYPES: readonly Recogniser[] = [
  needing(
    't(|t (|inv(|ph|bcr|eml4|pml|etv6|ewsr1|cd74|kif5b|ccdc6|runx1|cbfb|tcf3|kmt2a|col1a1|ss18|pax3|tmprss2|kiaa1549|fip1l1|npm1|dek|brd4|dnajb1|aspscr1|fus|nab2|lmna|tpm3|sdc4|slc34a2',
    cytogenetic,
  ),
];
