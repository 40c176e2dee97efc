/**
 * Values that answer exon by exon: "Exon 18: negative, Exon 19: deletion, Exon 20: negative, Exon 21: negative". Taken as one sentence the
 * denials would swallow the finding, which often stands there without a word for "found".
 */
import type { Presence } from '../../../facts.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';
import { proteinChanges } from './names.ts';
import type { SpokenPart } from './spoken-parts.ts';

const LONGEST = 600;
/** Where the answer of the next exon begins: behind a mark, never behind "and", which joins the exons of one answer. */
const BORDER = /[;,.\n|]\s?(?=\d{1,3}(?: ?[-–/] ?\d{1,3})? ?[:=]|(?:exon|codon)s? ?\d)|\/\s?(?=(?:exon|codon)s? ?\d)/i;
/** "Exon 18, 20" before "21: wild type": places alone, whose answer follows. */
const PLACES_ALONE = /^\W*(?:exon|codon)s? ?\d{1,3}(?:, ?\d{1,3}| ?[-–/] ?\d{1,3}){0,6}$/i;
const PLACE =
  /^\W*(?:(?:results?|ergebnis):?\s)?((?:exon|codon)s? ?)?(\d{1,3}(?: ?[-–] ?\d{1,3}|(?:, ?| and | ?[/+&] ?)\d{1,3}){0,6})(?! ?\d)(?: ?\([^()]{0,40}\))?\s?[:=–-]?\s*(\S[^]*)$/i;
/** The kind of change and nothing else; which exon it is of stands before. */
const KIND_ALONE =
  /^\W*(?:(?:an? )?(?:in-?frame )?(?:(del|d[eé]l[eé][tczç]\p{L}{1,6})|(ins|ins[eé]r[tczç]\p{L}{1,6})|(dup|dupli[ck]a\p{L}{1,6}))(?: mutation)?|(skipping))(?: ?\(?\d{1,3} ?(?:bp|nt)\)?)?(?: (?:was )?(?:detected|present|found|identified|positive))?\W*$/iu;
const NORMAL = /^\W*(?:normal|unremarkable|unauff[äa]llig|wild-?typus|o\.?\s?b\.?|no change)\W*$/i;
const FOUND_ALONE =
  /^\W*(?:an? )?(?:mutations?(?: (?:detected|present|found|identified))?|mutated|mutant|detected|present|positive|found|identified)\W*$/i;
const NAMES_CHANGE = /\bp\.\S|\bc\.\S/;

const KINDS = ['deletion', 'insertion', 'duplication', 'skipping'] as const;

/**
 * @param gene the gene that was tested, whose name may stand before each exon
 * @returns one part for each exon, or a single one where all are denied; null where the text does not answer by exons; "unclear" where one of
 * the answers is not understood
 */
export function answersByPlace(text: string, gene: string): readonly SpokenPart[] | 'unclear' | null {
  if (text.length > LONGEST || !/(?:exon|codon)s? ?\d/i.test(text)) return null;
  const pieces = joined(text.replaceAll(`${gene} `, '').split(BORDER));
  const found = pieces.map((one) => PLACE.exec(one));
  const [first] = found;
  if (pieces.length < 2 || first?.[1] === undefined) return null;
  // Read as one sentence, a change that stands alone would be denied by what stands beside it.
  if (found.includes(null)) return pieces.some((one) => proteinChanges(one).length > 0 && presenceInWords(one) === null) ? 'unclear' : null;
  // "Exon 18: WT, 19: del": the word stands before the first.
  const noun = /codon/i.test(first[1]) ? 'codon' : 'exon';
  const places = found.map((match) => match?.[2] ?? '');
  const parts = found.map((match) =>
    partOf(match?.[1] === undefined ? noun : match[1].replace(/s? ?$/i, '').toLowerCase(), match?.[2] ?? '', match?.[3] ?? ''),
  );
  const says = (presence: Presence): boolean => parts.some((part) => part.presence === presence);
  if (parts.some(({ presence }) => presence === null)) return 'unclear';
  if (says('present')) return parts;
  if (says('indeterminate') || says('no-call')) return 'unclear';
  if (parts.some(({ text: said }) => !said.startsWith(`no mutation in ${noun} `))) return null;
  return [{ text: `no mutation in ${noun}s ${places.slice(0, -1).join(', ')} and ${places.at(-1) ?? ''}`, presence: 'absent' }];
}

function joined(pieces: readonly string[]): readonly string[] {
  const all: string[] = [];
  for (const piece of pieces.map((one) => one.trim())) {
    const before = all.at(-1);
    if (before !== undefined && PLACES_ALONE.test(before)) all[all.length - 1] = `${before}, ${piece}`;
    else all.push(piece);
  }
  return all;
}

function partOf(noun: string, place: string, answer: string): SpokenPart {
  const exon = `${noun} ${place}`;
  const kind = KIND_ALONE.exec(answer);
  const single = /^\d+$/.test(place);
  if (kind !== null && single && noun === 'exon')
    return { text: `${exon} ${KINDS.find((_, at) => kind[at + 1] !== undefined) ?? ''}`, presence: 'present' };
  if (FOUND_ALONE.test(answer)) return { text: `${exon} mutation`, presence: 'present' };
  if (NORMAL.test(answer)) return { text: `no mutation in ${exon}`, presence: 'absent' };
  const presence = presenceInWords(answer);
  const named = proteinChanges(answer).length > 0 || NAMES_CHANGE.test(answer);
  if (presence === null && named) return { text: `${exon} ${answer}`, presence: 'present' };
  // "Exon 20: T790M not detected" denies the change, "Exon 20: not detected" the exon.
  if (presence === 'absent' && !named) return { text: `no mutation in ${exon}`, presence };
  return { text: `${exon} ${answer}`, presence };
}
