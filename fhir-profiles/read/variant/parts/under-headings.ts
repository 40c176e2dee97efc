/**
 * Values in which a heading answers for what stands below or behind it: "Detected: G12C. Not detected: G12D, G12V", "Negative: G719X; S768I",
 * "Not detected:" with a change in each line below, "Mutations tested: …". Taken as one sentence, or line by line, a change that was ruled out
 * or only looked for would be a finding.
 */
import { presenceInWords } from './presence-in-words.ts';

const LONGEST = 1000;
const NOUN = String.raw`(?:(?:somatic|pathogenic|clinically significant|genomic|sequence|hotspot|EGFR|KRAS|NRAS|BRAF|gene|following) ){0,3}(?:mutations?|variants?|alterations?|changes|hotspots?|targets?)`;
const ASKED = String.raw`(?:tested|covered|assessed|analy[sz]ed|examined|screened|targeted|included|evaluated|interrogated|detectable)`;
const DENIED = String.raw`(?:not (?:detected|found|identified|present|seen|observed)|negative|absent|undetected)`;
const FOUND = String.raw`(?:detected|found|identified|present|positive|seen|observed)`;
const WERE = String.raw`(?:(?:is|are|was|were) )?`;
const HEADINGS: readonly (readonly [kind: Heading, words: RegExp])[] = [
  [
    'asked',
    heading(
      String.raw`(?:(?:list of )?(?:the )?${NOUN} ${WERE}${ASKED}(?: (?:for|by (?:this|the) (?:assay|test|panel|kit)|in (?:this|the) (?:assay|test|panel)))?|${ASKED} (?:for|${NOUN})|(?:this |the )?(?:assay|test|panel|kit|method)(?: \w+)? (?:detects?|covers?|includes?|targets?|identifies|coverage)(?: the)?(?: following)?(?: ${NOUN})?)`,
    ),
  ],
  [
    'denied',
    heading(
      String.raw`(?:(?:the )?(?:${NOUN} )?${WERE}${DENIED}(?: for(?: the following)?)?(?: ${NOUN})?|(?:pertinent|relevant) negatives|(?:none|neither) of the following(?: ${NOUN})? ${WERE}${FOUND}|no evidence (?:of|for)|no (?:${NOUN} )?${FOUND}(?: (?:in|for))?)`,
    ),
  ],
  ['found', heading(String.raw`(?:(?:the )?(?:${NOUN} )?${WERE}${FOUND}(?: for(?: the following)?)?(?: ${NOUN})?)`)],
];
type Heading = 'asked' | 'denied' | 'found';

function heading(words: string): RegExp {
  return new RegExp(String.raw`^${words}(?: ?: ?|$)`, 'i');
}

const NOTHING = /^(?:none(?: (?:detected|found|identified))?|nil|no|0|-|–|—|n\/a)\W*$/i;
const BULLET = /^(?:[-*•·–—]|\d{1,2}[.)])\s(?=\S)/;
/** A change of a tumour, an inherited variant, a star allele, an HLA allele. */
const NAMES_CHANGE =
  /\b[pcgm]\.\S|\brs\d{3,}|\*\d{1,3}|\b[A-C]\d{2}:\d{2}|\bex(?:on)?\s?\d{1,2}\s?(?:del|ins|dup|skip)|\b(?:ITD|TKD)\b|\bfusion\b|\bamplification\b/i;
const BETWEEN = /,\s?(?:and |or )?| and | or |\s?\/\s?/;

/** "*2/*2": the alleles of a pair are one answer, and told apart they would no longer be two copies. */
const PAIR = /\*[\w:]{1,12}\s?\/\s?\S{0,6}\*?\d/;
const TABLE_HEAD =
  /^(?:gene|mutation|variant|alteration|exon|target|marker|test|analyte)s?(?:\s?[|\t]\s?(?:gene|mutation|variant|result|status|finding|call|interpretation|VAF|allele frequency|exon)s?(?: \(%\))?){1,4}\s?\|?$/i;
const OF_A_TIME =
  /^(?:(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d(?:-\d\d){0,2}|(?:at )?(?:baseline|follow-?up|diagnosis|progression)|(?:initial|previous|prior|current|earlier|latest|new)(?: (?:biopsy|result|sample|specimen|report))?)(?: ?\([^()]{1,30}\))? ?:/i;

interface Section {
  readonly text: string;
  /** What parts it from the section before. */
  readonly behind: 'line' | 'blank' | 'mark';
}

/**
 * @param written a value as it stands there, in English words
 * @returns each change with its own answer ("G12C detected; G12D not detected"); the text itself where no heading needs it; "unclear" where it cannot be told
 * whether a heading still holds
 */
export function underHeadings(written: string): string | 'unclear' {
  if (written.length > LONGEST || !/[:\n]/.test(written) || PAIR.test(written)) return written;
  const text = withoutTableHead(written);
  const sections = sectionsOf(text);
  // "2024: L858R; 2026: not detected": which of them holds today is not said.
  if (sections.filter((section) => OF_A_TIME.test(section.text)).length > 1) return 'unclear';
  const said: string[] = [];
  let open: { readonly kind: Heading; readonly alone: boolean; items: number } | null = null;
  const kinds = new Set<Heading>();
  /** What was looked for, as it reads where nothing was found. */
  const asked: string[] = [];
  let nothing = false;
  let needed = false;
  for (const [at, section] of sections.entries()) {
    const found = headingOf(section.text);
    if (found !== null) {
      const { kind, rest } = found;
      // "L858R / Detected / T790M / Not detected", each in a line: the answer stands below its change.
      const below =
        rest === '' && !section.text.endsWith(':') && (at === sections.length - 1 || (open === null && isItem(sections[at - 1])));
      if (below && sections.some(isItem)) return 'unclear';
      open = { kind, alone: rest === '', items: 0 };
      kinds.add(kind);
      if (rest === '') continue;
      if (NOTHING.test(rest)) {
        nothing ||= kind === 'found';
        needed = true;
      } else if (kind === 'asked') {
        asked.push(...answered(rest, 'denied'));
      } else {
        if (!namesChange(rest) || presenceInWords(rest) !== null) return text;
        said.push(...answered(rest, kind));
      }
      continue;
    }
    if (open?.alone === true && open.items === 0 && NOTHING.test(section.text)) {
      nothing ||= open.kind === 'found';
      needed = true;
      open = null;
      continue;
    }
    if (isItem(section) && open !== null) {
      const continued = open.alone ? section.behind !== 'blank' || open.items === 0 : section.behind === 'mark' || open.kind === 'found';
      if (!continued) return 'unclear';
      open.items += 1;
      needed = true;
      if (open.kind === 'asked') asked.push(...answered(section.text, 'denied'));
      else said.push(...answered(section.text, open.kind));
      continue;
    }
    if (open?.alone === false && open.kind !== 'asked' && section.behind === 'mark') return text;
    // "Not detected:" over a list of genes, or over words: the heading is not to be lost.
    if (open?.alone === true && open.items === 0) return text;
    open = null;
    said.push(section.text);
  }
  if (nothing) said.push(...(asked.length > 0 ? asked : ['No mutation detected']));
  if (said.length === 0 || !(kinds.has('denied') || kinds.has('found'))) return text;
  return needed || (kinds.has('denied') && kinds.has('found')) || (kinds.has('asked') && kinds.size > 1) ? said.join('; ') : text;
}

function sectionsOf(text: string): readonly Section[] {
  const sections: Section[] = [];
  let blank = false;
  for (const line of text.split(/\r?\n/)) {
    const written = line.trim().replace(BULLET, '');
    if (written === '') {
      blank = true;
      continue;
    }
    for (const [at, part] of written.split(/;\s?|\.\s+(?=[A-Z])/).entries()) {
      const own = part.trim().replace(/[.,]$/, '');
      if (own !== '') sections.push({ text: own, behind: at > 0 ? 'mark' : blank ? 'blank' : 'line' });
    }
    blank = false;
  }
  return sections;
}

/** "Mutation | Result" over the rows of a table. */
const withoutTableHead = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .filter((line) => !TABLE_HEAD.test(line.trim()))
        .join('\n')
    : text;

function headingOf(text: string): { readonly kind: Heading; readonly rest: string } | null {
  for (const [kind, words] of HEADINGS) {
    const match = words.exec(text);
    if (match !== null) return { kind, rest: text.slice(match[0].length).trim() };
  }
  return null;
}

/** A change without an answer of its own. */
const isItem = (section: Section | undefined): boolean =>
  section !== undefined && namesChange(section.text) && presenceInWords(section.text) === null && section.text.length < 120;

const PROTEIN_CHANGE =
  /(?<![A-Za-z0-9.])[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:[ACDEFGHIKLMNPQRSTVWYX*](?![A-Za-z0-9])|_[A-Z]\d|>|delins|del|dup|ins|fs)/;
const namesChange = (text: string): boolean => NAMES_CHANGE.test(text) || PROTEIN_CHANGE.test(text);

function answered(list: string, kind: 'denied' | 'found'): readonly string[] {
  const each = list.split(BETWEEN).map((one) => one.trim());
  const items = each.every(namesChange) ? each : [list];
  return items.map((one) => `${one} ${kind === 'denied' ? 'not detected' : 'detected'}`);
}
