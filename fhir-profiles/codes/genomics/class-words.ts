import { entryOf } from '../../entry-of.ts';

/**
 * The class of a variant in the languages, figures and abbreviations of laboratories, put into English words. Five classes: Plon et al., Hum Mutat
 * 2008;29:1282 (IARC) and Richards et al., Genet Med 2015;17:405 (ACMG/AMP), whose usual abbreviations are P, LP, VUS, LB and B. OUR OWN
 * TRANSLATIONS, not yet checked by speakers.
 */
const FIVE: Readonly<Record<string, string>> = {
  '5': 'pathogenic',
  '4': 'likely pathogenic',
  '3': 'uncertain significance',
  '2': 'likely benign',
  '1': 'benign',
};
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
const SHORT: Readonly<Record<string, string>> = {
  p: 'pathogenic',
  pv: 'pathogenic',
  lp: 'likely pathogenic',
  lpv: 'likely pathogenic',
  'p/lp': 'likely pathogenic',
  'lp/p': 'likely pathogenic',
  lb: 'likely benign',
  b: 'benign',
  'b/lb': 'likely benign',
  'lb/b': 'likely benign',
};

const DENIED = String.raw`(?:nicht|kein(?:e[nrs]?)?|non|pas|aucune?|no|n[ãa]o|ningun[oa]?|nessun[oa]?|nenhuma?|niet|geen)`;
const LIKELY = String.raw`(?:wahrscheinlich(?:e[rs]?)?|vermutlich(?:e[rs]?)?|probable(?:ment)?|probablemente|probabilmente|provavelmente|waarschijnlijk)`;
const PATHOGENIC = String.raw`(?:pathogen(?:e[nrs]?|etisch\w*)?|pathog[èe]nes?|patog[éeê]nic[oa]s?|patogenetic[oaie]|pathogeen|pathogene)`;
const BENIGN = String.raw`(?:benigne[rs]?|gutartig(?:e[rs]?)?|b[ée]nin|b[ée]nigne|benign[oa]s?|goedaardige?)`;
const UNCERTAIN = String.raw`(?:unklare[rnms]?|unsichere[rnms]?|ungewisse[rnms]?)\s(?:klinische[rnm]?\s)?(?:signifikanz|bedeutung)|(?:signification|significado|significato|betekenis)\s(?:clinique\s|cl[íi]nico\s|clinico\s)?(?:incertaine|inconnue|incierto|desconocido|incerto|sconosciuto|desconhecido)|(?:onduidelijke|onzekere|onbekende)\s(?:klinische\s)?betekenis`;
const edge = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d.])(?:${words})(?![\p{L}\d])`, 'giu');

const WORDS: readonly (readonly [RegExp, string])[] = [
  [edge(UNCERTAIN), 'uncertain significance'],
  [edge(String.raw`${DENIED}\s(?:\p{L}+\s)?(?:${LIKELY}\s)?${PATHOGENIC}`), 'not pathogenic'],
  [edge(String.raw`(?:nicht-|non-)${PATHOGENIC}`), 'not pathogenic'],
  [edge(String.raw`${LIKELY}\s${PATHOGENIC}|${PATHOGENIC}\s(?:probable|probabile|prov[áa]vel)`), 'likely pathogenic'],
  [edge(String.raw`${LIKELY}\s${BENIGN}|${BENIGN}\s(?:probable|probabile|prov[áa]vel)`), 'likely benign'],
  [edge(PATHOGENIC), 'pathogenic'],
  [edge(BENIGN), 'benign'],
];
/** "Class 5", "Klasse 4", "ACMG V". The kinds of BRAF mutations are classes 1 to 3 too: below 4 the scheme has to be named. */
const NUMBERED =
  /(?<![\p{L}\d])(?:(ACMG|AMP|IARC|ENIGMA|InSiGHT)[\s/:-]*(?:(?:ACMG|AMP)[\s/:-]*)?(?:class|klasse|classe|clase|category)?|(?:variant|variante\w*|pathogenicity)?[\s-]*(class|klasse|classe|clase))[\s:=-]*([1-5]|IV|V|I{1,3})(?![\p{L}\d])/giu;
const ABBREVIATED = /[,;(]\s*(P\/LP|LP\/P|B\/LB|LB\/B|LPV|PV|LP|LB|P|B)\s*(?=[),;]|$)/g;

const WORTH_READING =
  /path?og|gutart|b[ée]nin|benign|goedaard|ACMG|AMP|IARC|ENIGMA|InSiGHT|class|klasse|clase|[,;(]\s*(?:[PB]|L[PB])|signif|bedeut|beteken/i;

/**
 * @param asked the words stand where a class is asked for: "LP" or "3" alone is the whole answer
 */
export function classInEnglish(text: string, asked = false): string {
  const bare = text.trim().toLowerCase();
  if (asked) {
    const alone =
      entryOf(FIVE, bare) ??
      entryOf(SHORT, bare) ??
      entryOf(FIVE, /^(?:class|klasse|classe|clase|acmg|c)[\s:=-]*([1-5])$/.exec(bare)?.[1] ?? '');
    if (alone !== undefined) return alone;
  }
  if (!WORTH_READING.test(text)) return text;
  const numbered = text.replace(NUMBERED, (whole, scheme: string | undefined, _class: string | undefined, written: string) => {
    const number = entryOf(ROMAN, written.toLowerCase()) ?? written;
    const named = scheme !== undefined || asked || /variant|pathogenicity/i.test(whole);
    // Roman figures are those of other schemes as a rule.
    if (!named && (Number(number) < 4 || /[iv]/i.test(written))) return whole;
    return entryOf(FIVE, number) ?? whole;
  });
  const spelt = numbered.replace(ABBREVIATED, (whole, short: string) => whole.replace(short, entryOf(SHORT, short.toLowerCase()) ?? short));
  return WORDS.reduce((read, [pattern, english]) => read.replace(pattern, english), spelt);
}
