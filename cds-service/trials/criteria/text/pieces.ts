/** Criteria in pieces: sentences and list items, then the words between what was recognised, and what such words may do to it. */
import { everyMatch } from './every-match.ts';

/** What words that were not understood may do to what stands before them. */
export type Effect =
  /** They mean nothing. */
  | 'silent'
  /** They ask for something more: what was read is no longer enough. */
  | 'more'
  /** They say of whom it is asked, or that something else is enough as well: what was read is enough, but not needed. */
  | 'less'
  /** Either, or it is not clear of what they speak. */
  | 'open';

/** Of whom or when it is asked, or what is enough instead. */
const LESS =
  /\b(?:unless|except\w*|excluding|other than|apart from|allow\w*|permit\w*|accept\w*|(?<!not )eligible|waiv\w*|not apply|exempt\w*|if|when|where|regardless|even|however|but|otherwise|instead|(?:for|in) (?:all |the )?(?:patients?|participants?|subjects?|those|individuals|cases?|presence|setting)|only|may|can|could|might|consider\w*|discretion|approv\w*|case|either|also|alternativ\w*|up to|optional|recommend\w*|not required|until)\b/i;
/** Words of whom it is not clear, of another time, or of a part of the trial. */
const OPEN =
  /\b(?:no|not|never|without|who|whose|for (?!all\b|at least|the\b|≥|a minimum|(?:patients?|participants?|subjects?|those|individuals)\b)|in (?!the (?:most recent|last|past|presence|setting)|(?:patients?|participants?|subjects?|those|individuals|cases?|presence)\b)|cohorts?|arms?|parts?|phases?|groups?|stratum|strata|steps?|module|history|historical|previous|nadir|change|increase[sd]?|decrease[sd]?|drop|difference|ratio|percent|donors?|partners?|healthy|child\w*|pa?ediatric\w*|adults?|males?|females?|wom[ae]n|men|boys?|girls?|japan\w*|korea\w*|china|france|usa?|eu|outside|countr\w+|(?:at|since|before|after|prior to|of|until) (?:the )?(?:time of )?(?:initial |first )?diagnosis|diagnosed (?:at|before|after|between|by)|transplant\w*|post|induction|maintenance|escalation|expansion|(?:[2-9]|\d\d) (?:years?|months?)|aged?|refractory|depend\w*|fold|times|than|lower limit|LLN|respectively|both|neither|nor|versus|vs|follow-?up|discontinu\w*|resum\w*|retreat\w*|re-?treat\w*|hold|dos(?:es|ing)|proceed|criteria|maximum|minimum)\b|\b[A-Z]\w* study\b/i;

/** Whether a word in lower case means nothing, narrows, or is not listed. */
export type Known = (word: string) => 'silent' | 'narrow' | null;

export function effectOf(text: string, known: Known): Effect {
  let effect: Effect = 'silent';
  for (const [word] of text.matchAll(/[^\s,;:()[\]"]+/g)) {
    const lower = word.toLowerCase().replace(/^[^\w≥≤<>@]+|[^\w+%@]+$/g, '');
    if (lower === '') continue;
    const kind = known(lower);
    if (kind === 'silent') continue;
    if (kind === 'narrow') {
      effect = 'more';
      continue;
    }
    // A word that nobody listed: the whole piece decides.
    if (OPEN.test(text)) return 'open';
    if (LESS.test(text)) return /\d|[≥≤<>@]/.test(text) ? 'open' : 'less';
    return 'more';
  }
  return effect;
}

/** Sentences and items of a list in one line: semicolons, full stops, numbers and letters of a list, dashes between blanks. Brackets stay whole. */
export function itemsOf(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let from = 0;
  const cut = /[([]|[)\]]|[;•]|\.(?=\s|$)|\s-{1,2}\s|(?<=^|\s)(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})[.)])(?=\s)/gi;
  for (const found of everyMatch(text, cut)) {
    const [mark] = found;
    if (mark === '(' || mark === '[') depth += 1;
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      items.push(text.slice(from, found.index));
      from = found.index + mark.length;
    }
  }
  items.push(text.slice(from));
  return items.filter((item) => /[\w@]/.test(item));
}

export type Piece =
  | { readonly kind: 'atom'; readonly at: number }
  | { readonly kind: 'or' | 'and' | 'and/or' | 'comma' | 'colon' | 'slash' }
  /** Words, or a bracket with what is in it. */
  | { readonly kind: 'words' | 'bracket'; readonly text: string };

/** One item taken apart; words without a separator between them stay together. */
export function piecesOf(item: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [token, atom] of item.matchAll(
    /\((?:[^()]|\([^()]*\))*\)|\[[^[\]]*\]|@(\d+)@|\band\/or\b|\band\b|\bor\b|[,:&]|\/(?=\s*@)|(?<=@\s*)\/|[^\s,:()[\]@]+|[()[\]]/gi,
  )) {
    const lower = token.toLowerCase();
    if (atom !== undefined) pieces.push({ kind: 'atom', at: Number(atom) });
    else if (lower === 'or' || lower === 'and' || lower === 'and/or') pieces.push({ kind: lower });
    else if (token === '&') pieces.push({ kind: 'and' });
    else if (token === ',') pieces.push({ kind: 'comma' });
    else if (token === ':') pieces.push({ kind: 'colon' });
    else if (token === '/') pieces.push({ kind: 'slash' });
    else if (/^[([].*[)\]]$/s.test(token)) pieces.push({ kind: 'bracket', text: token.slice(1, -1) });
    else {
      const last = pieces.at(-1);
      if (last?.kind === 'words') pieces[pieces.length - 1] = { kind: 'words', text: `${last.text} ${token}` };
      else pieces.push({ kind: 'words', text: token });
    }
  }
  return pieces;
}
