/**
 * An exclusion that names tumours or histologies and nothing else that could exclude, with words that narrow them: whoever certainly has none of the
 * types is not excluded by it; who has one may be. Former, other and treated tumours are another question.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { family, join, UNREAD } from '../requirements-together.ts';
import type { Atom, ReadingContext } from '../atom.ts';
import { holdsTumour, knownWords } from './core.ts';
import { isOrgan } from './names.ts';
import { typesNamed } from './types.ts';
import { words } from '../words/vocabulary.ts';

const HISTOLOGY = words(`
  mixed component components element elements differentiation differentiated features variant variants subtype subtypes histologies histologic predominant predominantly containing contains
  transformation transformed mixture non-squamous involvement either purely any small cell cells tumour's lesion lesions carcinomas cancers malignancies cohort-independent if
  documented suspected unequivocal morphology immunohistochemistry appearance origin sites site arising originating from within
`);
/** Another tumour than the one that is treated, or one of another time. */
const OTHER_TIME =
  /\b(?:history|prior|previous(?:ly)?|past|treated|other|another|second|secondary|concurrent|concomitant|coexist\w*|synchronous|adequately|curative\w*|resected|in[- ]situ|years?|months?|weeks?|except\w*|excluding|unless|other than|not|no|without|non-(?!small|hodgkin|squamous)\w+|if|arms?|cohorts?|parts?|phase|only|suspected|suspicion|risk|family|relative|receiv\w*|therap\w*|treatment\w*|candidate\w*|resectable|amenable|eligible|allowed|permitted)\b/i;

const ONLY_HOW =
  /^[\s()]*(?:(?:has|have|having|an?|the|any|known|patients?|participants?|subjects?|with|diagnosis|of|histolog\w*|cytolog\w*|patholog\w*|radiolog\w*|confirmed|documented|proven|metastatic|recurrent|relapsed|refractory|advanced|unresectable|inoperable|resectable|progressive|primary|pure|predominant\w*|either|mixed|invasive|active|symptomatic|high|low|grade)[\s()]*)*$/i;

export function tumourExcluded(text: string, atoms: readonly Atom[], context: ReadingContext): Requirement | null {
  if (text.length > 400 || OTHER_TIME.test(text)) return null;
  const tumours = atoms.filter(({ requirement }) => isTumour(requirement));
  if (tumours.length === 0) return null;
  for (const [at, { requirement, end }] of atoms.entries()) {
    if (isTumour(requirement)) continue;
    // "Metastatic melanoma" narrows; "metastatic disease or melanoma" is one more way to be excluded.
    const next = atoms[at + 1];
    if (
      !['extent', 'molecular'].includes(family(requirement)) ||
      !next ||
      !isTumour(next.requirement) ||
      !/^\s*$/.test(text.slice(end, next.start))
    )
      return null;
  }
  const rest = atoms.toReversed().reduce((left, { start, end }) => `${left.slice(0, start)} @ ${left.slice(end)}`, text);
  if (!knownWords(rest, HISTOLOGY) || /[.;:]\s*\S/.test(rest)) return null;
  // Every alternative names a tumour: "recurrent glioblastoma or progression of a lower grade tumor" does not.
  const pieces = rest.split(/\b(?:or|and|and\/or)\b|[,;/]/);
  if (
    !pieces.every(
      (piece) => piece.includes('@') || ONLY_HOW.test(piece) || [...piece.matchAll(/[\w-]+(?: cell)?/g)].some(([word]) => isOrgan(word)),
    )
  )
    return null;
  const types = typesNamed(text, atoms, context);
  return types === null ? null : join('all', [join('any', types), UNREAD]);
}

const isTumour = (asked: Requirement): boolean => family(asked) === 'tumour' || holdsTumour(asked);
