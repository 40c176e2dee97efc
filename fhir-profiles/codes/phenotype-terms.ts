/**
 * Phenotypes in one vocabulary: CPIC's standard terms (Caudle et al., Genet Med 2017, PMID 27441996), from LOINC answers or words.
 * The LOINC answers are those of the therapeutic-implication value set of HL7 Genomics Reporting 2.0.0 and 3.0.0.
 */
import { gradeTurnedRound, isNamedInDoubt, NORMAL_AS_YARDSTICK, saysNormal } from './doubt/index.ts';
import { findingsInEnglish } from './finding-words.ts';
import { inEnglish } from './phenotype-words.ts';
import { entryOf } from '../entry-of.ts';

export type PhenotypeFamily =
  'metabolizer' | 'function' | 'activity' | 'g6pd' | 'risk' | 'response' | 'susceptibility' | 'ototoxicity' | 'expression' | 'undetermined';

export interface PhenotypeTerm {
  readonly term: string;
  readonly family: PhenotypeFamily;
}

const term = (family: PhenotypeFamily, name: string): PhenotypeTerm => ({ term: name, family });

export const PHENOTYPE_ANSWERS: Readonly<Record<string, PhenotypeTerm>> = {
  'LA10315-2': term('metabolizer', 'Ultrarapid Metabolizer'),
  'LA25390-8': term('metabolizer', 'Rapid Metabolizer'),
  'LA25391-6': term('metabolizer', 'Normal Metabolizer'),
  'LA10317-8': term('metabolizer', 'Intermediate Metabolizer'),
  'LA9657-3': term('metabolizer', 'Poor Metabolizer'),
  'LA25392-4': term('function', 'Increased Function'),
  'LA25393-2': term('function', 'Normal Function'),
  'LA25395-7': term('function', 'Decreased Function'),
  'LA25394-0': term('function', 'Poor Function'),
  'LA19541-4': term('risk', 'High risk'),
  'LA19542-2': term('risk', 'Low risk'),
  'LA6676-6': term('response', 'Resistant'),
  'LA6677-4': term('response', 'Responsive'),
  'LA9660-7': term('response', 'Presumed resistant'),
  'LA9661-5': term('response', 'Presumed responsive'),
  'LA9662-3': term('response', 'Presumed non-responsive'),
};

const HEDGE = /\b(?:possible|possibly|probable|likely|presumed|predicted possible)\b/;

/** Words that make a sentence something else than a statement about this patient. */
const NOT_A_STATEMENT =
  /\bnon[ -]?(?:poor|intermediate|normal|extensive|rapid|ultra)|\b(?:not (?:a|an|been|detected|tested|performed|available|determined|reported)|unknown|pending|cancel+ed|failed|no call|unable|cannot|rule out|versus|vs\.?|or)\b/;

/** An extensive metabolizer is the older name of a normal one (CPIC term standardisation). */
const METABOLIZERS: readonly (readonly [RegExp, string])[] = [
  [/\bultra[\s-]?rapid\b|\bultra[\s-]?fast\b|\bultra[\s-]?metaboli[sz]er\b/, 'Ultrarapid'],
  [
    /\bnormal\s*(?:to|[-/–])\s*(?:ultra[\s-]?)?rapid\b|\bintermediate\s*(?:to|[-/–])\s*(?:normal|poor|extensive)\b|\bnormal\s*(?:to|[-/–])\s*intermediate\b/,
    '',
  ],
  [/\brapid\b/, 'Rapid'],
  [/\b(?:normal|extensive)\b/, 'Normal'],
  [/\bintermediate\b/, 'Intermediate'],
  [/\bpoor\b/, 'Poor'],
  [/\bindeterminate\b/, 'Indeterminate'],
];

const FUNCTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bincreased\b/, 'Increased Function'],
  [/\b(?:decreased|reduced|intermediate)\b/, 'Decreased Function'],
  [/\b(?:poor|low|no)\b/, 'Poor Function'],
  [/\bnormal\b/, 'Normal Function'],
  [/\bindeterminate\b/, 'Indeterminate'],
];

/** As callers and programs write a grade: "poor_metabolizer" (PyPGx, Stargazer), "PoorMetabolizer", "ULTRARAPID_METABOLIZER". */
const inWords = (written: string): string =>
  written.replace(/(?<=\p{L})_+(?=\p{L})/gu, ' ').replace(/(?<=[a-z])(?=(?:Rapid|Metaboli[sz]er|Function|Activity)\b)/g, ' ');

/**
 * The phenotype that a text states; null when it states none, several, or a negation. Abbreviations (PM, IM, NM, EM, RM, UM) count
 * only as the whole text or in brackets.
 */
export function phenotypeInText(written: string): PhenotypeTerm | null {
  const text = inEnglish(findingsInEnglish(inWords(written).toLowerCase()))
    .replace(/\s+/g, ' ')
    .replace(/\s?\(\s?(?:as|activity score)[ :=]*[\d.]+\s?\)$/, '')
    // One grade in two words, as laboratories write it for TPMT.
    .replace(/\b(?:low or (?:deficient|absent|no)|(?:deficient|absent) or low)\b/, 'low')
    // As systems with short fields cut it: "POOR METAB".
    .replace(/(?<=\b(?:poor|intermediate|normal|extensive|rapid) )metab\b\.?/g, 'metabolizer')
    .trim();
  if (text === '' || NORMAL_AS_YARDSTICK.test(text) || NOT_A_STATEMENT.test(text.replace(/\bnon-?/g, 'non')) || gradeTurnedRound(text))
    return null;
  // A laboratory that could not assign a phenotype has said so: that is a result, and not the same as no test.
  if (/^(?:[a-z0-9]+ )?indeterminate(?: (?:phenotype|result|status))?$/.test(text)) return term('undetermined', 'Indeterminate');
  return acetylator(text) ?? metabolizer(text) ?? special(text) ?? transporter(text) ?? activity(text);
}

/** NAT2's older words: CPIC's hydralazine guideline calls a slow acetylator a poor metabolizer. */
function acetylator(text: string): PhenotypeTerm | null {
  const grades = [
    ...new Set([...text.matchAll(/\b(slow|intermediate|rapid|fast)\s+acetylat(?:or|ion)\b/g)].map(([, grade]) => grade ?? '')),
  ];
  const [grade] = grades;
  if (grade === undefined || grades.length > 1 || HEDGE.test(text)) return null;
  return term('metabolizer', `${grade === 'slow' ? 'Poor' : grade === 'intermediate' ? 'Intermediate' : 'Rapid'} Metabolizer`);
}

function metabolizer(text: string): PhenotypeTerm | null {
  const bare =
    /^(?:\w+[- ]|(?:predicted )?phenotype ?[:=] ?)?(pm|im|nm|em|rm|um)$/.exec(text)?.[1] ?? /\((pm|im|nm|em|rm|um)\)/.exec(text)?.[1];
  if (!/metaboli[sz]er|metaboli[sz]ation|\bmetabolism\b/.test(text)) {
    return bare === undefined || /\d/.test(text.replace(/^\S+/, ''))
      ? null
      : term('metabolizer', `${entryOf(ABBREVIATIONS, bare) ?? ''} Metabolizer`);
  }
  const range = metabolizerRange(text);
  if (range !== null) return range;
  const hit = METABOLIZERS.find(([pattern]) => pattern.test(text));
  // "Schneller Metabolisierer (EM)": the word alone is not understood, the abbreviation is.
  if (hit === undefined && bare !== undefined && !HEDGE.test(text))
    return term('metabolizer', `${entryOf(ABBREVIATIONS, bare) ?? ''} Metabolizer`);
  if (hit === undefined || hit[1] === '') return null;
  const [, name] = hit;
  if (name === 'Indeterminate') return term('metabolizer', 'Indeterminate');
  // Two different grades in one text ("normal ... poor") are no statement; "rapid" inside "ultrarapid" is one grade.
  const grades = new Set(METABOLIZERS.filter(([pattern, grade]) => grade !== '' && pattern.test(text)).map(([, grade]) => grade));
  if (name === 'Ultrarapid') grades.delete('Rapid');
  if (grades.size > 1) return null;
  if (!HEDGE.test(text)) return term('metabolizer', `${name} Metabolizer`);
  if (ONLY_LIKELY.test(text)) return term('metabolizer', `Likely ${name} Metabolizer`);
  return name === 'Intermediate' && ONLY_POSSIBLE.test(text) ? term('metabolizer', 'Possible Intermediate Metabolizer') : null;
}

/**
 * CPIC grades with two such words: "Likely Poor" and "Likely Intermediate" (CYP2C19), "Possible Intermediate" (TPMT, NUDT15, CYP3A5), "Possible Decreased
 * Function" (SLCO1B1). "Likely" stays with the grade that a laboratory gives; every other doubt leaves it open.
 */
const ONLY_LIKELY = /^(?!.*\b(?:possibl[ey]|probabl[ey]|presumed)\b).*\blikely\b/;
const ONLY_POSSIBLE = /^(?!.*\b(?:possibly|probabl[ey]|likely|presumed)\b).*\bpossible\b/;

const GRADE = '(poor|intermediate|normal|extensive|rapid|ultra[\\s-]?rapid)';
const RANGE = new RegExp(
  String.raw`\b${GRADE}\s*(?:\(\w+\)\s*)?(?:metaboli[sz]er\s*)?(?:to|[-/–])\s*${GRADE}\s*(?:\(\w+\)\s*)?metaboli[sz]er`,
);

/** "Intermediate to normal metabolizer": the laboratory leaves the grade open, as where it is not known which allele is duplicated. */
function metabolizerRange(text: string): PhenotypeTerm | null {
  const found = RANGE.exec(text);
  if (found === null || HEDGE.test(text)) return null;
  const [one = '', two = ''] = [found[1], found[2]].map((grade = '') => METABOLIZERS.find(([pattern]) => pattern.test(grade))?.[1] ?? '');
  const others = METABOLIZERS.filter(([pattern, grade]) => grade !== '' && pattern.test(text.replace(found[0], ' ')));
  return one === '' || two === '' || one === two || others.length > 0 ? null : term('metabolizer', `${one} to ${two} Metabolizer`);
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  pm: 'Poor',
  im: 'Intermediate',
  nm: 'Normal',
  em: 'Normal',
  rm: 'Rapid',
  um: 'Ultrarapid',
};

function transporter(text: string): PhenotypeTerm | null {
  if (!/\bfunction\b/.test(text)) return null;
  const [first = text] = text.split(/[,;.]/);
  const subject = /\bfunction\b/.test(first) ? first : text;
  const hits = FUNCTIONS.filter(([pattern]) => pattern.test(subject));
  const [hit] = hits;
  if (hit === undefined || hits.length > 1) return null;
  if (hit[1] === 'Indeterminate' || !HEDGE.test(subject)) return term('function', hit[1]);
  if (ONLY_LIKELY.test(subject)) return term('function', `Possible ${hit[1]}`);
  return hit[1] === 'Decreased Function' && ONLY_POSSIBLE.test(subject) ? term('function', 'Possible Decreased Function') : null;
}

/** Enzyme activity in words ("Low or deficient activity" of TPMT): which phenotype it means depends on the gene. */
function activity(text: string): PhenotypeTerm | null {
  if (!/\bactivity\b/.test(text) || (/\bnormal\b/.test(text) && !saysNormal(text))) return null;
  if (/\b(?:low|deficient|absent|no)\b/.test(text) && !/\b(?:high|normal|intermediate)\b/.test(text))
    return term('activity', 'Low activity');
  if (/\b(?:intermediate|reduced|decreased)\b/.test(text) && !/\b(?:high|normal)\b/.test(text))
    return term('activity', 'Intermediate activity');
  if (/\b(?:high|normal)\b/.test(text) && !/\b(?:low|deficient|reduced|decreased)\b/.test(text)) return term('activity', 'Normal activity');
  return null;
}

function special(text: string): PhenotypeTerm | null {
  if (/malignant hyperthermia/.test(text)) {
    if (isNamedInDoubt(text)) return null;
    if (/\buncertain\b/.test(text)) return term('susceptibility', 'Uncertain Susceptibility');
    if (/\b(?:no|negative|normal|low)\b/.test(text)) return null;
    return /suscepti/.test(text) ? term('susceptibility', 'Malignant Hyperthermia Susceptibility') : null;
  }
  if (/^(?:[a-z0-9]+ )?uncertain susceptibility$/.test(text)) return term('susceptibility', 'Uncertain Susceptibility');
  if (/aminoglycoside/.test(text)) {
    const level = /\b(increased|normal|uncertain) risk\b/.exec(text)?.[1];
    return level === undefined || isNamedInDoubt(text) ? null : term('ototoxicity', `${level} risk of aminoglycoside-induced hearing loss`);
  }
  // "Ivacaftor non-responsive CFTR sequence" is CPIC's name of one allele, and no response.
  if (/ivacaftor (?:non-?responsive|responsive)(?! (?:cftr )?sequence)/.test(text)) {
    return term(
      'response',
      /non-?responsive/.test(text) ? 'ivacaftor non-responsive in CF patients' : 'ivacaftor responsive in CF patients',
    );
  }
  if (/\b(?:un)?favou?rable response\b/.test(text))
    return term('response', /\bunfav/.test(text) ? 'Unfavorable response' : 'Favorable response');
  if (/\bcyp3a5\b.*\bnon-?expres/.test(text) || /^(?:cyp3a5 )?non-?express[eo]r$/.test(text)) return term('expression', 'Poor Metabolizer');
  // An expresser is a normal or an intermediate metabolizer (CPIC tacrolimus 2015, as restated with its rows of 2024-05).
  if (/^(?:an? )?(?:cyp3a5 )?express[eo]r(?: \((?:cyp3a5 )?expres[a-z]*\))?$/.test(text))
    return term('expression', 'Intermediate to Normal Metabolizer');
  if (/\bdeficient with cnsha\b/.test(text)) return term('g6pd', 'Deficient with CNSHA');
  return null;
}

/** G6PD status in words; only meaningful when the result is about G6PD. */
export function g6pdInText(written: string): PhenotypeTerm | null {
  const text = written.toLowerCase();
  if (NORMAL_AS_YARDSTICK.test(text) || NOT_A_STATEMENT.test(text)) return null;
  if (/\bcnsha\b|chronic non-?spherocytic/.test(text)) return term('g6pd', 'Deficient with CNSHA');
  if (/\bdeficien/.test(text) && isNamedInDoubt(text)) return null;
  if (/\bdeficien/.test(text))
    return /\bno\b|\bnon-?|\bnot\b|\bnegative\b|\bintermediate\b|\bpartial\b/.test(text) ? null : term('g6pd', 'Deficient');
  if (/\bvariable\b/.test(text)) return term('g6pd', 'Variable');
  if (/\bindeterminate\b/.test(text)) return term('g6pd', 'Indeterminate');
  if (/\b(?:abnormal|low|reduced|decreased|borderline|equivocal)\b/.test(text)) return null;
  return saysNormal(text) ? term('g6pd', 'Normal') : null;
}

/** "Low activity" of an enzyme as the metabolizer grade that CPIC gives it (TPMT, NUDT15, DPYD, UGT1A1, NAT2 …). */
export const ACTIVITY_AS_METABOLIZER: Readonly<Record<string, string>> = {
  'Low activity': 'Poor Metabolizer',
  'Intermediate activity': 'Intermediate Metabolizer',
  'Normal activity': 'Normal Metabolizer',
};
