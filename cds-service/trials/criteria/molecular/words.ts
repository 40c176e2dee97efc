/** The words of criteria for alterations, in the words of the therapy part's notation. */
import { everyMatch } from '../text/every-match.ts';

export interface AlterationWords {
  /** Of which one is enough: 'mutation', 'fusion', 'exon 20 insertion' … */
  readonly words: readonly string[];
  readonly origin: 'germline' | 'somatic' | null;
  /** True when the words ask for more than the notation says (targetable, biallelic, uncommon …). */
  readonly narrowed: boolean;
  /** The narrowing is that the mutation is a driver or can be treated. */
  readonly sensitive: boolean;
  /** The narrowing is that both copies are gone: "homozygous deletion", "bi-allelic loss". */
  readonly bothCopies: boolean;
}
/** What narrows besides the number of copies. */
const NARROWER =
  /acquired|hot-?spot|classical|canonical|atypical|uncommon|\bcommon|resistant|mono-?allelic|heterozygous|missense|point|in-?frame|high[- ]level|focal|co-occurring|\brare\b|founder|pathway|class [I123]|kinase/i;
const BOTH_COPIES = /bi-?allelic|homozygous/i;

const PIECE =
  /exon ?\d{1,2}(?:[- ]+(?:skipping|insertions?|deletions?|ins|del|mutations?|alterations?|skip|variants?))*|ITD(?: mutations?)?|TKD(?: mutations?)?|promoter mutations?|mutations?|mutated|mutants?|alterations?|altered|abnormalit\w+|aberrations?|genomic rearrangements?|fusions?|re-?arrange(?:ments?|d)|translocations?|amplifi\w+|wild[- ]?types?|\bwt\b|variants?|delet(?:ions?|ed)|deficien\w+|\bloss\b(?![- ]of)|overexpress\w+|ITD(?: mutations?)?|TKD(?: mutations?)?|promoter mutations?/gi;

/** Null when no word of it is known. */
export function alterationWords(text: string): AlterationWords | null {
  const plain = text.replace(/[- ]positive$|\+$/i, '').replace(/\s+/g, ' ');
  const pieces = everyMatch(plain, PIECE).map(([word]) => word);
  const effect = /loss[- ]of[- ]function|deleterious|inactivating|truncating/i.test(plain)
    ? 'loss of function mutation'
    : /activating|gain[- ]of[- ]function/i.test(plain)
      ? 'activating mutation'
      : 'mutation';
  const words = [...new Set(pieces.map((piece) => notation(piece.toLowerCase(), effect)))];
  if (words.length === 0) return null;
  const [germline, somatic] = [/germ-?line|\bgBRCA/i.test(plain), /somatic|\btumou?r\b/i.test(plain)];
  const sensitive = /sensiti|actionable|targetable|driver|primary/i.test(plain);
  const both = BOTH_COPIES.test(plain);
  const narrower = sensitive || NARROWER.test(plain);
  return {
    words: words.includes('exon') ? [] : words,
    origin: germline === somatic ? null : germline ? 'germline' : /somatic/i.test(plain) ? 'somatic' : null,
    narrowed: narrower || both,
    sensitive,
    bothCopies: both && !narrower && germline === somatic && words.every((word) => word === 'deletion' || word === 'loss'),
  };
}

function notation(word: string, effect: string): string {
  const exon = /exon ?(\d{1,2})[- ]*(.*)$/.exec(word);
  if (exon) {
    const rest = exon[2] ?? '';
    const what = rest.includes('skip') ? 'skipping' : rest.includes('ins') ? 'insertion' : rest.includes('del') ? 'deletion' : 'mutation';
    return `exon ${exon[1] ?? ''} ${what}`;
  }
  if (/wild|^wt$/.test(word)) return 'wild type';
  if (/fusion|arrange|translocation/.test(word)) return 'fusion';
  if (word.startsWith('amplif')) return 'amplification';
  if (word.startsWith('overexpress')) return 'overexpression';
  if (word.startsWith('itd')) return 'ITD';
  if (word.startsWith('tkd')) return 'TKD';
  if (word.startsWith('promoter')) return 'promoter mutation';
  if (/alter|aberration|abnormal|deficien/.test(word)) return 'alteration';
  if (word === 'loss') return 'loss';
  if (word.startsWith('delet')) return 'deletion';
  return effect;
}
