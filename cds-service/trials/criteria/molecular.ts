/** Molecular criteria: genes and their alterations, protein changes, fusions, stainings and tumour-wide markers, as terms of the therapy part. */
import { parseTerm } from '../../knowledge/oncology/notation/parse-term.ts';
import type { Term } from '../../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../../knowledge/oncology/types.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import { byPattern, needing, needingNumber, type Atom, type ReadingContext, type Recogniser } from './atom.ts';
import { RECEPTORS } from './molecular-receptors.ts';

const molecular = (label: string, tree: ProfileTree): Requirement => ({ kind: 'molecular', label, tree });
const marker = (name: string, status: string, method: string | null = null, min: number | null = null): Term => ({
  kind: 'marker',
  marker: name,
  status,
  method,
  min,
});
const any = (label: string, terms: readonly ProfileTree[]): Requirement | null => {
  const [only] = terms;
  return only === undefined ? null : molecular(label, terms.length === 1 ? only : { or: terms });
};

// ------------------------------------------------------------------ tumour-wide markers and stainings

const tmb: Recogniser = byPattern(
  /\b(?:(?:high|elevated) )?(?:tumou?r mutation(?:al)? burden|TMB)(?: \(TMB(?:-H)?\))?(?:[- ](?:high|H)\b)?(?: \(TMB-H\))?(?:\W*(?:≥|>)\s*(\d+)\s*(?:mut(?:ation)?s?)?\s*(?:\/|per)?\s*(?:Mb|megabase)?\)?)?/gi,
  (match) => {
    const min = match[1] === undefined ? null : Number(match[1]);
    return min !== null || /high|elevated|-H\b/i.test(match[0])
      ? molecular(`TMB ${min === null ? 'high' : `≥ ${min}/Mb`}`, marker('TMB', 'high', null, min ?? 10))
      : null;
  },
);
const msi: Recogniser = byPattern(
  /(?<!non[- ]?)(?<!non[- ]\()\b(?:MSI-?\s?H(?:igh)?\b|microsatellite instability[- ]high(?: \(MSI-?H\))?|high microsatellite instability(?: \(MSI-?H\))?|microsatellite instability \(MSI-H\))/gi,
  () => molecular('MSI high', marker('MSI', 'high')),
);
const mss: Recogniser = byPattern(/\b(?:MSS\b|microsatellite[- ]stable(?: \(MSS\))?)/gi, () =>
  molecular('MSI stable', marker('MSI', 'stable')),
);
const dmmr: Recogniser = byPattern(
  /(?<!non[- ]?)\b(?:dMMR\b|(?:DNA )?mismatch[- ]repair[- ]defici(?:ent|ency)(?: \(dMMR\))?|deficient (?:DNA )?mismatch repair(?: \(dMMR\))?|MMR[- ]deficient)/gi,
  () => molecular('mismatch repair deficient', marker('MMR', 'deficient')),
);
const pmmr: Recogniser = byPattern(
  /\b(?:pMMR\b|(?:DNA )?mismatch[- ]repair[- ]proficient(?: \(pMMR\))?|proficient (?:DNA )?mismatch repair(?: \(pMMR\))?)/gi,
  () => molecular('mismatch repair proficient', marker('MMR', 'proficient')),
);
const hrd: Recogniser = byPattern(
  /\b(?:HRD[- ]?positive|homologous recombination (?:repair )?defici(?:ent|ency)(?: \(HRD\))?(?:[- ]positive)?)/gi,
  () => molecular('HRD positive', marker('HRD', 'positive')),
);
/** A threshold without scale (TPS, CPS …) fits several tests: it stays a question. */
const pdl1: Recogniser = byPattern(
  /\b(?:PD-?L1|programmed (?:cell )?death[- ]ligand[- ]1(?: \(PD-?L1\))?)(?:[- ](?:positive|expressing|expression|status|score|tumou?r proportion score|combined positive score|\(?TPS\)?|\(?CPS\)?|\(?IC\)?|of|by|IHC|in))*\W*(?:≥|>)\s*(\d+)\s*%?(?:\s*\(?(TPS|CPS)\)?)?/gi,
  (match) => {
    const scale = /CPS|combined positive/i.test(match[0])
      ? 'CPS'
      : /TPS|tumou?r proportion/i.test(match[0])
        ? 'TPS'
        : /\bIC\b/.test(match[0])
          ? 'IC'
          : null;
    if (scale === null) return { kind: 'unread', ask: 'PD-L1 with its scale (TPS, CPS)' };
    return molecular(`PD-L1 ${scale} ≥ ${match[1] ?? ''}`, marker('PD-L1', 'at-least', scale, Number(match[1])));
  },
);
// ------------------------------------------------------------------ genes

/** Names that stand for several genes. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  BRCA: ['BRCA1', 'BRCA2'], 'BRCA1/2': ['BRCA1', 'BRCA2'], 'BRCA 1/2': ['BRCA1', 'BRCA2'], gBRCA: ['BRCA1', 'BRCA2'], RAS: ['KRAS', 'NRAS', 'HRAS'], NTRK: ['NTRK1', 'NTRK2', 'NTRK3'],
  'NTRK1/2/3': ['NTRK1', 'NTRK2', 'NTRK3'], 'NTRK1-3': ['NTRK1', 'NTRK2', 'NTRK3'], FGFR: ['FGFR1', 'FGFR2', 'FGFR3', 'FGFR4'], 'FGFR2/3': ['FGFR2', 'FGFR3'],
  'FGFR1-3': ['FGFR1', 'FGFR2', 'FGFR3'], 'FGFR1-4': ['FGFR1', 'FGFR2', 'FGFR3', 'FGFR4'], 'IDH1/2': ['IDH1', 'IDH2'], IDH: ['IDH1', 'IDH2'],
  'TSC1/2': ['TSC1', 'TSC2'], 'MAP2K1/2': ['MAP2K1', 'MAP2K2'],
}; // prettier-ignore
const GENE = String.raw`(?:g?BRCA(?: ?1\/2)?|NTRK1(?:\/2\/3|-3)|FGFR1-[34]|FGFR2\/3|IDH1\/2|TSC1\/2|MAP2K1\/2|HER-?2|[A-Z][A-Z0-9]{1,7}(?:-[A-Z0-9]{1,3})?|c-?MET|B-Raf)`;
const CHANGE = String.raw`[A-Z]\d{1,4}(?:[A-Z](?:\/[A-Z])*|fs|del|dup|X|\*)?`;
const WORD = String.raw`(?:(?:activating|sensitizing|sensitising|somatic|germline|deleterious|pathogenic|oncogenic|gene|genomic|genetic|kinase|driver|hotspot|actionable|targetable|truncating|loss[- ]of[- ]function|known)[- ]+){0,2}(?:mutations?|mutated|mutants?|alterations?|altered|aberrations?|fusions?|re-?arrangements?|re-?arranged|translocations?|amplifications?|amplified|wild[- ]?type|wt|variants?|deletions?|loss|overexpression|exon \d{1,2}(?:[- ](?:skipping|insertions?|deletions?|ins|del|mutations?|alterations?|skip))*(?: mutations?| alterations?)?|ITD|TKD|promoter mutations?)(?:[- ]positive)?`;
const LIST = String.raw`${GENE}(?:(?:\s*,\s*(?:and\/or |or |and )?|\s*\/\s*|\s+and\/or\s+|\s+or\s+|\s+and\s+)${GENE}){0,14}`;

const FORWARD = new RegExp(
  String.raw`\b(${LIST})[- ]+(?:\((?:[A-Za-z0-9 -]{2,12})\) )?(${WORD})\b(?![- ](?:negative|neg\b|free|absent|not |status|testing|inhibit|targeted|TKI|carriers?))`,
  'g',
);
const BACKWARD = new RegExp(
  String.raw`\b((?:(?:activating|sensitizing|somatic|germline|deleterious|pathogenic|oncogenic|loss[- ]of[- ]function)[- ])*(?:mutations?|alterations?|fusions?|re-?arrangements?|amplifications?|deletions?|loss))\s+(?:of|in|involving|within)\s+(?:the |either |any of |one of )?(${LIST})(?: genes?)?\b`,
  'gi',
);
const SINGLE = new RegExp(
  String.raw`\b(${GENE})[ :-]*\(?(?:p\.)?(${CHANGE}(?:\s*(?:,|\/|or|, or|and\/or)\s*${CHANGE})*)\)?(?:[- ](?:mutations?|mutated|mutant|positive|activating mutations?|substitutions?|variants?))?(?![\w])(?![- ](?:\w+[- ])?(?:mutation[- ])?(?:negative|neg\b|free|absent|not |status|inhibit|inhibition|targeted|directed|tyrosine|kinase|TKIs?|therap|drug|vaccine|degrader|selective))`,
  'g',
);
const POSITIVE = /\b(ALK|ROS1|RET|NTRK[123]?)(?:[- ]positive|\+(?!\w))/g;
const EXON =
  /\b(EGFR|HER2|ERBB2)[ -]*(?:mutations? )?\(?(?:exon ?19 ?(?:del(?:etions?)?)|ex19del|L858R)(?:\s*(?:mutations?)?\s*(?:,|or|and\/or|\/|or an?)\s*(?:exon ?21 ?)?\(?(?:L858R|exon ?19 ?del(?:etions?)?|ex19del)\)?(?: (?:point |substitution )*mutations?| substitutions?)?)?\)?/g;

/** A gene counts only beside one of these. */
const SPEAKS =
  /mutat|mutant|alter|aberrat|fusion|arrange|translocat|amplif|wild|\bwt\b|variant|delet|loss|overexpress|exon|ITD|TKD|promoter|positive|\+|[A-Z]\d{2,4}/i;

const genes: Recogniser = (text, context) => {
  if (!/[A-Z]{2}|Raf/.test(text) || !SPEAKS.test(text)) return [];
  const atoms: Atom[] = [];
  const push = (match: RegExpExecArray, requirement: Requirement | null): void => {
    if (requirement) atoms.push({ start: match.index, end: match.index + match[0].length, requirement });
  };
  for (const match of all(EXON, text)) push(match, exons(match[0], match[1] ?? '', context));
  for (const match of all(SINGLE, text)) push(match, changes(match[1] ?? '', match[2] ?? '', context));
  for (const match of all(POSITIVE, text)) push(match, listed(match[1] ?? '', 'fusion', context));
  for (const match of all(FORWARD, text)) push(match, listed(match[1] ?? '', match[2] ?? '', context));
  for (const match of all(BACKWARD, text)) push(match, listed(match[2] ?? '', match[1] ?? '', context));
  return atoms;
};

function all(pattern: RegExp, text: string): RegExpExecArray[] {
  return [...text.matchAll(pattern)] as RegExpExecArray[];
}

function exons(text: string, gene: string, { genes: models }: ReadingContext): Requirement | null {
  const symbol = models.symbol(gene);
  if (symbol === null) return null;
  const terms = [/19 ?del|ex19/i.test(text) ? 'exon 19 deletion' : null, /L858R/.test(text) ? 'L858R' : null].flatMap((name) =>
    name === null ? [] : [parseTerm(name, models, symbol)],
  );
  return any(
    text.trim(),
    terms.filter((term) => term !== null),
  );
}

function changes(gene: string, list: string, { genes: models, variants }: ReadingContext): Requirement | null {
  const key = `${gene} ${list}`;
  const known = variants.get(key);
  if (known !== undefined) return known;
  const symbol = models.symbol(gene);
  const terms =
    symbol === null
      ? []
      : list
          .split(/\s*(?:,|\bor\b|and\/or|\/(?=[A-Z]\d))\s*/)
          .filter((part) => part !== '')
          .map((part) => parseTerm(part, models, symbol));
  const read = terms.filter((term) => term !== null);
  const requirement =
    terms.length > 0 && read.length === terms.length && read.every(({ kind }) => kind === 'protein' || kind === 'codons')
      ? any(key, read)
      : null;
  variants.set(key, requirement);
  return requirement;
}

/** Several genes with one word: any of them is enough, unless "and" leaves open whether all are meant. */
function listed(list: string, word: string, { genes: models, variants }: ReadingContext): Requirement | null {
  const key = `${list} ${word}`;
  const known = variants.get(key);
  if (known !== undefined) return known;
  const requirement = make();
  variants.set(key, requirement);
  return requirement;

  function make(): Requirement | null {
    const names = FAMILIES[list] ? [list] : list.split(/\s*(?:,|\band\/or\b|\bor\b|\band\b|\/(?=[A-Z]))\s*/).filter((name) => name !== '');
    const symbols = names.flatMap(
      (name): readonly (string | null)[] =>
        FAMILIES[name] ?? [
          models.symbol(
            name
              .replace('HER-2', 'HER2')
              .replace(/^c-?MET$/, 'MET')
              .replace('B-Raf', 'BRAF'),
          ),
        ],
    );
    if (symbols.length === 0 || symbols.some((symbol) => symbol === null)) return null;
    const plain = /germline|somatic|actionable|targetable|driver|known/i.test(word) ? 'unsure' : 'sure';
    const asked = termWord(word);
    const terms = symbols.map((symbol) => (symbol === null || asked === null ? null : parseTerm(`${symbol} ${asked}`, models)));
    if (terms.some((term) => term === null)) return null;
    const wild = terms.every((term) => term?.kind === 'wild-type');
    const trees = terms.filter((term) => term !== null);
    const tree: ProfileTree = trees.length === 1 && trees[0] ? trees[0] : wild ? { and: trees } : { or: trees };
    const requirement = molecular(key, tree);
    const joinedByAnd = /\band\b(?!\/or)/.test(list) && !wild;
    return plain === 'unsure' || joinedByAnd
      ? { kind: 'all', of: [requirement, { kind: 'unread', ask: `how "${key}" is meant` }] }
      : requirement;
  }
}

/** The words of criteria in the words of the therapy part's notation. */
function termWord(word: string): string | null {
  const plain = word
    .toLowerCase()
    .replace(/[- ]positive$/, '')
    .replace(/\s+/g, ' ');
  const exon = /exon (\d{1,2})[- ]?(.*)$/.exec(plain);
  if (exon) {
    const what = /skip/.test(exon[2] ?? '')
      ? 'skipping'
      : /ins/.test(exon[2] ?? '')
        ? 'insertion'
        : /del/.test(exon[2] ?? '')
          ? 'deletion'
          : 'mutation';
    return `exon ${exon[1] ?? ''} ${what}`;
  }
  if (/wild|^wt$/.test(plain)) return 'wild type';
  if (/fusion|arrange|translocation/.test(plain)) return 'fusion';
  if (/amplif/.test(plain)) return 'amplification';
  if (/overexpression/.test(plain)) return 'overexpression';
  if (/itd/.test(plain)) return 'ITD';
  if (/tkd/.test(plain)) return 'TKD';
  if (/promoter/.test(plain)) return 'promoter mutation';
  if (/alter|aberration/.test(plain)) return 'alteration';
  if (/truncat|loss[- ]of|deleterious/.test(plain)) return 'loss of function mutation';
  if (/\bloss$/.test(plain)) return 'loss';
  if (/deletion/.test(plain)) return 'deletion';
  if (/activating|sensiti/.test(plain)) return 'activating mutation';
  return /mutat|mutant|variant/.test(plain) ? 'mutation' : null;
}

export const MOLECULAR: readonly Recogniser[] = [
  needing('tmb|burden', tmb),
  needing('msi|microsatellite', msi),
  needing('mss|microsatellite', mss),
  needing('mmr|mismatch', dmmr),
  needing('mmr|mismatch', pmmr),
  needing('hrd|homologous', hrd),
  needingNumber('pd-l|pdl', pdl1),
  ...RECEPTORS,
  genes,
];
