/** Names of the change in a laboratory test of one gene: single changes in its value, else what the test's own name asks for. */
import { foundAs } from '../../../codes/found-as.ts';
import { ITD_OR_TKD, isOfBoth } from '../../../codes/itd-or-tkd.ts';
import { asksPromoterMutation } from '../../../codes/promoter-mutations.ts';
import type { TestName } from './what-is-asked.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';
import { REARRANGED } from '../result/variant-kind.ts';

const CHANGE =
  /(?<![A-Za-z0-9.])[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:_[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:delins|del|dup|ins)[ACDEFGHIKLMNPQRSTVWY]*|delins[ACDEFGHIKLMNPQRSTVWY]+|>[ACDEFGHIKLMNPQRSTVWY]{2,}|[ACDEFGHIKLMNPQRSTVWYX*]|fs|del|dup)(?![A-Za-z0-9])/g;

/** "G12C", "V600E", "G776delinsLC", "L747_P753delinsS" standing alone in a result text; "G12X" is the codon. */
export function proteinChanges(text: string): readonly string[] {
  return [...text.matchAll(CHANGE)].map(([change]) => change);
}

const NAMES_CHANGE =
  /\bexon|\bcodons?\b|\b[A-Z]\d{2,4}[A-Z]\b|\b[cp]\.\S|fusion|rearrang|amplif|skipping|reversion|\bITD\b|\bTKD\b|internal tandem|v(?:III|3)\b/i;

const BESIDE_FUSION = /\bexon|\bcodons?\b|\b[A-Z]\d{2,4}[A-Z]\b|\b[cp]\.\S|amplif|skipping|reversion|mutation|\bITD\b|\bTKD\b/i;

/** "KRAS mutation: positive", "NPM1: mutated": a mutation of the gene, without the single change. */
export function mutated({ genes, asks }: TestName, said: readonly string[]): readonly string[] {
  const [gene = ''] = genes;
  return genes.length === 1 && (asks === 'mutation' || said.some((text) => /^\s*mut(?:ated|ation|iert|ad[oa]|at[oa])?\b/i.test(text)))
    ? [`${gene} mutation`]
    : [];
}

/** "ALK: no mutation detected" is said of its sequence, while a fusion is what matters there; "not detected" and "no alteration" are said of all. */
const NO_MUTATION =
  /^\W*(?:no|keine?|ning[uú]n[oa]?|aucune)\s(?:(?:pathogenic|somatic|known|hotspot|clinically significant|relevant)\s)*mutations?(?:\s(?:detected|identified|found|seen|present|nachgewiesen))?\W*$|^\W*mutations?(?:\s(?:was|were))?\s(?:not (?:detected|identified|found|present)|negative|absent)\W*$|^\W*(?:unmutated|not mutated)\W*$/i;
/** "ALK mutation"; "ALK gene mutation analysis" is what laboratories call a test of the gene, whatever it looks for. */
const MUTATION_ALONE = /\bmutations?\b(?!\s*(?:analys\w*|tests?|testing|panel|status|assay|screen\w*|detection|profil\w*))/i;
export function sequenceOnly({ genes, words, asks }: TestName, said: readonly string[]): readonly string[] {
  const [gene = ''] = genes;
  if (genes.length !== 1 || !REARRANGED.has(gene)) return [];
  const denied = said.length > 0 && said.every((text) => NO_MUTATION.test(text));
  const asked = asks === 'mutation' && (MUTATED_TOO.has(gene) || words.some((text) => MUTATION_ALONE.test(text)));
  return denied || asked ? [`${gene} mutation`] : [];
}

/**
 * Mutations of these are asked for by labels of their own, or are what resists (ABL1), so that a "mutation test" means them; of ALK or ROS1 it may mean
 * the rearrangement.
 */
const MUTATED_TOO: ReadonlySet<string> = new Set(['RET', 'FGFR2', 'FGFR3', 'ABL1']);

const DENIED_AMPLIFICATION =
  /^\W*(?:(?:no|without)(?: evidence of)?\s(?:\w+\s)?amplification\b[^;,]*|(?:not|non)[- ]?amplified|unamplified|amplification\W+(?:not (?:detected|present|identified|found)|absent|negative))\W*$/i;

/** Names of the change: single changes in the value; else the test's own name when it names one ("exon 19 deletion"). */
export function namesFrom(test: TestName, said: readonly string[], changes: readonly string[]): readonly string[] {
  const descriptive = said
    .filter((words) => words.split(/\s+/).length > 1 || presenceInWords(words) === null)
    // "Mutation not detected" names nothing.
    .filter((words) => presenceInWords(words) !== 'absent' || NAMES_CHANGE.test(words) || proteinChanges(words).length > 0)
    // "Negative for EML4-ALK fusion": both genes say which one was looked for.
    .filter((words) => test.genes.length < 2 || presenceInWords(words) !== 'absent' || !/fusion|rearrang|translocat/i.test(words))
    .map(foundAs)
    // "Detected (12 %)": a share names nothing; "not amplified" names what was looked for.
    .filter((words) => !/^[\s\d.,%<>~≈()-]*(?:VAF|AF)?[\s\d.,%<>~≈()-]*$/i.test(words))
    .map((words) => (DENIED_AMPLIFICATION.test(words) ? `${test.genes[0] ?? ''} amplification` : words));
  // "BCR-ABL1 fusion transcript" says no more than the fusion of its two genes, which stands among the words in one form.
  const plain = (words: string): boolean =>
    test.asks === 'rearrangement' &&
    test.genes.length === 2 &&
    !words.includes('::') &&
    /fusion|rearrang/i.test(words) &&
    !BESIDE_FUSION.test(words);
  const own = test.words
    .filter((words) => !plain(words))
    .filter((words) => NAMES_CHANGE.test(words) || asksPromoterMutation(words) || proteinChanges(words).length > 0)
    .map((words) => changeIn(words, test));
  const duplication = test.genes.includes('FLT3') && said.some((text) => DUPLICATION.test(text)) ? ['FLT3 ITD'] : [];
  return [
    ...new Set([...changes, ...duplication, ...descriptive.filter((words) => own.length === 0 || !SAYS_NO_CHANGE.test(words)), ...own]),
  ];
}

/** "Mutation detected" beside a test that names the change. */
const SAYS_NO_CHANGE =
  /^\W*(?:(?:somatic|pathogenic|oncogenic) )?(?:mutation|variant|alteration)s?(?: (?:was )?(?:detected|found|present|identified|positive))?\W*$/i;

/** "ITD detected, allelic ratio 0.6": of FLT3, where no other change is spoken of and nothing is denied ("mutation detected; not ITD"). */
const DUPLICATION =
  /^(?!.*(?:\bTKD\b|\b(?:not?|non|neither|nor|without|except|excluding|exclud\w+|other|rather|only|but|negative|absent|un\w+|kein\w*|nicht|ohne|au(?:ß|ss)er|sans|sin|pas|senza|exon 20)\b|\b[A-Z]\d{3}[A-Z]?\b)).*(?:\bITD\b|\binternal tandem\b)/i;

/** "(Cobas)", "(plasma, NGS)": how and where it was looked for. */
const MANNER =
  /\s*\(\s*(?:(?:cobas|idylla|therascreen|(?:RT-|dd|q)?PCR|NGS|sequencing|sanger|tissue|plasma|blood|tumou?r|FFPE|c[ft]DNA|somatic|CDx)(?:[\s,/]+|(?=\))))+\)/gi;

/** Words of a test's name that say how, in what and that it was looked for. */
const OF_THE_TEST =
  /\b(?:genes?|mutations?(?:al)?|variants?|somatic|hotspot|point|single|analys[ei]s|analyzed|detection|detected|tests?|testing|assays?|screen(?:ing)?|status|presence|result|qualitative|quantitative|molecular|pathology|genetics?|DNA|RNA|PCR|RT|qPCR|ddPCR|real[- ]time|digital|droplet|allele[- ]specific|NGS|next[- ]generation|sequencing|pyrosequencing|sanger|targeted|cobas|idylla|therascreen|oncomine|CDx|FFPE|paraffin(?:[- ]embedded)?|tissue|tumou?r|specimen|sample|blood|plasma|bone marrow|marrow|ctDNA|cfDNA|liquid biopsy|melanoma|NSCLC|lung|thyroid|colorectal|leuk(?:a?e)mia|by|in|of|for|the|on|with)\b/gi;

/** "BRAF V600E Mutation Analysis", "cobas EGFR T790M, plasma": one change of one gene, and nothing beside them that could widen or exclude. */
function oneChangeAsked(words: string, gene: string): string | null {
  const [change, ...more] = proteinChanges(words);
  if (change === undefined || more.length > 0 || /\bp\./.test(words)) return null;
  const rest = words
    .replace(change, ' ')
    .replace(new RegExp(`(?<![A-Za-z0-9])${gene}(?![A-Za-z0-9])`, 'gi'), ' ')
    .replace(OF_THE_TEST, ' ');
  return /[^\s,;:()[\]–-]/.test(rest) ? null : `${gene} ${change}`;
}

/** LOINC's "EGFR gene exon 19 deletion" and the laboratory's "… by PCR" say more than the change. */
function changeIn(words: string, { genes }: TestName): string {
  const [gene = ''] = genes;
  const variantIii = /EGFR\s?v(?:III|3)/i.exec(words)?.[0];
  if (variantIii !== undefined) return variantIii.replace(/\s/g, '');
  if (gene === 'FLT3' && isOfBoth(words)) return ITD_OR_TKD;
  if (asksPromoterMutation(words)) return `${gene} promoter mutation`;
  const duplication = /\bITD\b|internal tandem(?: duplication)?/i.test(words) ? `${gene} ITD` : null;
  return (
    duplication ??
    oneChangeAsked(words, gene) ??
    words
      .replace(/\bgene\s+/i, '')
      .replace(/\s+(?:by|in) .*$/i, '')
      .replace(MANNER, '')
      .replace(/(?<!\/\s?[A-Z]\b.{0,20})\s+(?:analys[ei]s|test(?:ing)?|assay|detection|screen(?:ing)?)$/i, '')
  );
}
