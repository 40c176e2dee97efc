/**
 * Words that name a gene with its grade or genotype and do not state it of the patient: "Family history of CYP2D6 ultrarapid metabolizer", "avoid codeine if
 * CYP2D6 …", "… poor metabolizers do not respond". And words that do: the gene and its grade, with nothing beside them that could turn them round.
 */
import { ASKED_FOR, DONOR, HEDGED, RELATIVES, RULED_OUT, SUSPECTED } from '../../../codes/doubt/index.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { fits, phenotypeOfGene } from './phenotype.ts';
import { NEGATED } from '../notation/spelling.ts';
import { harmless } from '../notation/star-alleles.ts';

const OF_OTHERS = new RegExp(String.raw`\b(?:fhx?|${RELATIVES}|${DONOR})\b`, 'i');
const IN_GENERAL = /\bmetaboli[sz]ers\b|\b(?:if|whether|unless|in case of)\b/i;
const IN_DOUBT = new RegExp(String.raw`\b(?:${SUSPECTED}|${HEDGED}|${ASKED_FOR}|${RULED_OUT})\b`, 'i');

/** "Possible Intermediate Metabolizer", "Possible Decreased Function" are phenotypes of CPIC's tables. */
const CPIC_TERM = /\bpossible (?=(?:poor|intermediate|normal|decreased|increased) (?:metaboli[sz]er|function)\b)/gi;

/** Why a sentence is no statement on the patient: it is of others or in general (nothing is known), or in doubt (something is on file). */
export function onlyMentioned(sentence: string): 'elsewhere' | 'doubt' | null {
  if (OF_OTHERS.test(sentence) || IN_GENERAL.test(sentence)) return 'elsewhere';
  return IN_DOUBT.test(sentence.replace(CPIC_TERM, ' ')) ? 'doubt' : null;
}

export const sentencesIn = (text: string): readonly string[] =>
  text.split(/(?<=[.;!])\s+|\n+/).filter((sentence) => sentence.trim() !== '');

const DATE = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/(?:19|20)\d\d\b|(?<![\d.%])\b20\d\d\b(?![\d.%])|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g;
const ALLELES = /\*\s?\d{1,3}[A-Z]?(?:x[N\d]+)?(?:\s?\/\s?\*\s?\d{1,3}[A-Z]?(?:x[N\d]+)?)?|\b(?:score|AS):?\s*\d+(?:\.\d+)?/gi;
/** The grades' words beyond the English ones that no result is turned round by, and those of the neighbours' languages. */
const GRADES =
  /(?<!\p{L})(?:acetylat\p{L}*|acetylierer|slow|fast|transporter|langsam\p{L}*|schwach\p{L}*|intermedi\p{L}*|schnell\p{L}*|ultra\p{L}*|lento?|lente|rapid\p{L}*|r[aá]pid\p{L}*|normal\p{L}*|extensi\p{L}*|estensiv\p{L}*|pobre|m[eé]taboli\p{L}+|ph[aäeé]not[iy]p\p{L}*|fen[oó]tip\p{L}*|fenotyp\p{L}*|genot[iy]p\p{L}*|g[eé]notipo)(?!\p{L})/giu;
/** What stands around a grade in a row of its own. */
const AROUND =
  /\b(?:ultra|pgx|status|indicators?|confirmed|known|dated?|genetic|genomic|test(?:ed|ing)?|by|due|to|on|laboratory|lab|disorder|finding|situation|hcc|cms|enzyme|drugs?|metabolism|altered|alert|panel|report|gene|pharmacogen\w*|both|(?:non-? ?)?express[eo]rs?)\b|\bcytochrome\b|\bp-?450\b|\[[A-Z]\d\d[\w.]*\]/gi;
/** What follows from the grade, behind it: it takes nothing from it. */
const CONSEQUENCE =
  /(?<![\s,;:(–-])[\s,;:(–-]+(?:avoid|cannot take|do not (?:use|give)|contraindicated|tolerate[sd]?|reduced? dose|dose reduc\w*|needs? (?:a )?(?:reduced|lower) dose|(?:reduce|lower|adjust|choose|start|use)(?= )|consider(?! (?:\w+ )?(?:re-?test|test|confirm))|(?:at |increased |high(?:er)? )?risk (?:of|for))\b[^.;]*$/i;
/** The laboratory or its panel: "(Mayo panel 2023)", "per GeneSight". */
const OF_LABORATORY = /\bper [A-Z]\w+\b|\b[A-Z]\w+ (?:panel|test|report)\b/g;

/** The parts of a text that are a gene and its grade and nothing else: the whole, a sentence, what stands in brackets. */
export function gradesStated(text: string): readonly string[] {
  const parts = [...sentencesIn(text), ...[...text.matchAll(/[([]([^()[\]]+)[)\]]/g)].map(([, within = '']) => within)];
  return [...new Set(parts.map((part) => part.trim().replace(/(?<![.;!])[.;!]+$/, '')))].filter(isGrade);
}

/** The part is a gene and its grade, with nothing beside them that could turn them round. */
export function isGrade(part: string): boolean {
  const [gene, ...others] = pgxGenesIn(part);
  if (gene === undefined || others.length > 0 || NEGATED.test(part.replace(CONSEQUENCE, ' ')) || /\bmetaboli[sz]ers\b/i.test(part))
    return false;
  const said = phenotypeOfGene({ codings: [], text: part }, gene);
  if (said === null || said === 'disagree' || !fits(said, gene)) return false;
  // Grades that are no metabolizer's are known by their whole term: "Malignant Hyperthermia Susceptibility".
  if (
    withoutGene(part, gene)
      .replace(/^[\s:,-]+/, '')
      .toLowerCase() === said.term.toLowerCase()
  )
    return true;
  const rest = [CONSEQUENCE, CPIC_TERM, OF_LABORATORY, DATE, ALLELES, GRADES, AROUND].reduce(
    (text, pattern) => text.replace(pattern, ' '),
    gene === 'G6PD' ? withoutGene(part, gene).replace(/\b(?:deficient|deficiency|variable)\b/gi, ' ') : withoutGene(part, gene),
  );
  return harmless(rest.replace(/[[\]/]/g, ' '));
}
