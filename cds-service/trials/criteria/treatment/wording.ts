/** How lists of treatments are written: one spelling, words that change nothing, brackets. */
import { daysOf, therapiesIn, WINDOW } from './therapy-items.ts';
import { words } from '../words/vocabulary.ts';

/** Words that change nothing about which treatment is meant. */
export const SILENT = words(`
  a an the any all other another prior previous previously earlier of and/or type types form forms kind kinds class classes regimen regimens course courses line lines cycle cycles dose doses
  agent agents drug drugs therapy therapies treatment treatments inhibitor inhibitors antibody antibodies receipt use exposure administration received receive receiving had have has been given taken
  cancer anticancer anti-cancer malignancy tumor tumour standard approved commercially available either systemic direct
  infusion infusions procedure procedures reason whatsoever time last final most recent therapeutic specific based directed containing both etc
`);
/** What follows are examples: members of their own. */
export const EXAMPLES =
  /,?\s*\b(?:including(?:,? but(?: are| is)? not limited to)?|includes?|such as|for example|e\.?g\.?|i\.?e\.?)(?![a-z])[,:]?/gi;
/** Phrases that take nothing out. */
export const ANY_TIME =
  /(?:\b(?:(?:for|to treat) (?:the )?(?:treatment of )?(?:(?:their|any|a) )?(?:cancer|malignancy|malignant disease)(?! of)|as (?:described|defined|specified|outlined|stated) (?:in|by|per) (?:the )?(?:study )?protocol|per protocol|including in the (?:neo)?adjuvant setting|for any reason|at any time(?: (?:in the past|previously))?|of any (?:kind|type)|in the past(?!\s*(?:\d|one|two|three|four|five|six|twelve))|ever)\b)/gi;

/** The text with these stretches of it as spaces. */
export function blankOut(text: string, stretches: readonly { readonly start: number; readonly end: number }[]): string {
  return stretches.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** One spelling for names that are written in several ways. */
export function spelled(text: string): string {
  return text
    .replace(/\b(?:cycle ?1,? ?day ?-?1|day 1,? (?:of )?cycle 1|week 1,? day 1)\b/gi, 'C1D1')
    .replace(/\bPD-?\(L\)-? ?([12])/gi, 'PD-L$1')
    .replace(/\b(anti-)?programmed (?:cell )?death(?: protein)?[- ]?\(PD\)-?1\b/gi, '$1PD-1')
    .replace(/\bPD-?ligand[- ]?([12])(?: \((?:anti-)?PD-?L[12]\))?/gi, 'PD-L$1')
    .replace(
      /\ballogen?e?ic (?:(?:tissue|stem[- ]cells?|bone marrow|h[ae]+matopoietic(?: stem)?[- ]cells?)(?: ?\/ ?| or |, )(?:bone marrow(?:,)? or )?(?:solid[- ])?organ) transplant/gi,
      (found) => (/tissue/i.test(found) ? 'solid organ transplant' : 'allogeneic stem cell transplant or solid organ transplant'),
    );
}

/** Brackets with examples or an abbreviation are dropped; others say something that is not understood. */
export function withoutBrackets(text: string): string | null {
  const once = unbracketed(text);
  const plain = /[()[\]]/.test(once) ? unbracketed(once) : once;
  return /[()[\]]/.test(plain) ? null : plain;
}
function unbracketed(text: string): string {
  return text.replace(/[([]([^()[\]]*)[)\]]/g, (whole, inside: string) => {
    WINDOW.lastIndex = 0;
    if (WINDOW.test(inside)) return ` ${inside} `;
    if (/^\s*s\s*$/.test(inside)) return '';
    if (/^[\w/+-]{1,12}$/.test(inside) || /^\s*(?:e\.?g\.?|such as|including|for example|eg\b)/i.test(inside))
      return ' '.repeat(whole.length);
    const rest = blankOut(inside, therapiesIn(inside)).toLowerCase();
    const plainWords = [...rest.matchAll(/[a-z≥≤<>\d][a-z\d-]*/g)].every(
      ([word]) => SILENT.has(word) || word === 'or' || word === 'and' || word === 's',
    );
    return plainWords || longerFor(inside, text) ? ' '.repeat(whole.length) : ' qualifiedby ';
  });
}
/** "within 4 weeks (6 weeks for nitrosoureas)": a longer time for some takes nothing out. */
function longerFor(inside: string, text: string): boolean {
  const [, number = '', unit = ''] = /^\s*(?:or )?(?:within )?(\d{1,3}) (days|weeks|months) (?:for|if)\b[^.;]*$/i.exec(inside) ?? [];
  WINDOW.lastIndex = 0;
  const window = WINDOW.exec(text);
  WINDOW.lastIndex = 0;
  return number !== '' && window !== null && daysOf(window) <= Number(number) * (unit === 'days' ? 1 : unit === 'weeks' ? 7 : 30);
}
