/**
 * Words that name a gene with its grade or genotype and do not state it of the patient: "Family history of CYP2D6 ultrarapid metabolizer", "avoid codeine if
 * CYP2D6 …", "… poor metabolizers do not respond". And words that do: the gene and its grade, with nothing beside them that could turn them round.
 */
import { pgxGenesIn, withoutGene } from './gene-in-text.ts';
import { fits, phenotypeOfGene } from './phenotype.ts';
import { NEGATED } from './spelling.ts';
import { harmless } from './star-alleles.ts';

const OF_OTHERS =
  /\b(?:family (?:history|member)|fhx?|mother|father|parents?|brother|sister|siblings?|son|daughter|uncle|aunt|cousin|relatives?|donor)\b/i;
const IN_GENERAL = /\bmetaboli[sz]ers\b|\b(?:if|whether|unless|in case of)\b/i;
const IN_DOUBT =
  /\b(?:suspected|suspicion|possible|possibly|presumed|query|rule[sd]? out|ruling out|r\/o|excluded|disproved|disproven|refuted|unlikely|not confirmed|unconfirmed|to be confirmed)\b/i;

/** "Possible Intermediate Metabolizer", "Possible Decreased Function" are phenotypes of CPIC's tables. */
const CPIC_TERM = /\bpossible (?=(?:poor|intermediate|normal|decreased|increased) (?:metaboli[sz]er|function)\b)/gi;

/** Why a sentence is no statement on the patient: it is of others or in general (nothing is known), or in doubt (something is on file). */
export function onlyMentioned(sentence: string): 'elsewhere' | 'doubt' | null {
  if (OF_OTHERS.test(sentence) || IN_GENERAL.test(sentence)) return 'elsewhere';
  return IN_DOUBT.test(sentence.replace(CPIC_TERM, ' ')) ? 'doubt' : null;
}

export const sentencesIn = (text: string): readonly string[] =>
  text.split(/(?<=[.;!])\s+|\n+/).filter((sentence) => sentence.trim() !== '');

const DATE = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g;
const ALLELES = /\*\s?\d{1,3}[A-Z]?(?:x[N\d]+)?(?:\s?\/\s?\*\s?\d{1,3}[A-Z]?(?:x[N\d]+)?)?|\bscore:?\s*\d+(?:\.\d+)?/gi;
/** What stands around a grade in a row of its own. */
const AROUND = /\b(?:ultra|pgx|status|indicators?|confirmed|known|dated?|genetic|genomic|test|tested|by|laboratory|lab)\b/gi;

/** The parts of a text that are a gene and its grade and nothing else: the whole, a sentence, what stands in brackets. */
export function gradesStated(text: string): readonly string[] {
  const parts = [...sentencesIn(text), ...[...text.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, within = '']) => within)];
  return [...new Set(parts.map((part) => part.trim().replace(/[.;!]+$/, '')))].filter(isGrade);
}

function isGrade(part: string): boolean {
  const [gene, ...others] = pgxGenesIn(part);
  if (gene === undefined || others.length > 0 || NEGATED.test(part) || /\bmetaboli[sz]ers\b/i.test(part)) return false;
  const said = phenotypeOfGene({ codings: [], text: part }, gene);
  if (said === null || said === 'disagree' || !fits(said, gene)) return false;
  return harmless(
    withoutGene(part, gene)
      .replace(DATE, ' ')
      .replace(ALLELES, ' ')
      .replace(AROUND, ' ')
      .replace(/[[\]/]/g, ' '),
  );
}
