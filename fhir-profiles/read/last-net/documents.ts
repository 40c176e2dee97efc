/** A document on file whose name is that of one pharmacogene's result: what it says is not read, that it is there is told. */
import { concept, text, wordings } from '../elements.ts';
import { pgxGenesIn, withoutGene } from '../germline/gene-in-text.ts';
import type { IntakeResource } from '../intake.ts';
import { isPharmacogene, withoutTestWords } from './genes.ts';
import { isNoResult, isOfTheWork } from './spoken.ts';

/** What names of documents hold beside the gene and the words of a test. */
const OF_A_DOCUMENT =
  /\b(?:reports?|documents?|letters?|lab(?:orator\w*)?|scan(?:ned)?|pdf|external|outside|final|pharmacogen\w*|PGx|of|for|the)\b/gi;

/** The one gene that its type and its description name; null for a document about several, about genetics in general, or about anything beside a result. */
export function geneOfDocument({ resource }: IntakeResource): string | null {
  const status = text(resource['status']);
  if ((status !== undefined && status !== 'current') || /preliminary|entered-in-error/.test(text(resource['docStatus']) ?? '')) return null;
  const names = [...wordings(concept(resource['type'])), ...[text(resource['description'])].flatMap((said) => said ?? [])];
  if (names.some((name) => isNoResult(name) || isOfTheWork(name))) return null;
  const genes = new Set(names.filter(isOfTestAlone).flatMap(pgxGenesIn));
  const [only, ...more] = genes;
  return only !== undefined && more.length === 0 && isPharmacogene(only) ? only : null;
}

function isOfTestAlone(name: string): boolean {
  const rest = pgxGenesIn(name).reduce((words, gene) => withoutGene(words, gene), name);
  return !/\p{L}/u.test(withoutTestWords(rest.replace(OF_A_DOCUMENT, ' ')));
}
