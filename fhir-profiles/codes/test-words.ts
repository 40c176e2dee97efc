import { entryOf } from '../entry-of.ts';

/**
 * Words of tumour tests in other languages, put into English before the name of a test is read, and exons as Japanese and Chinese laboratories write them.
 * Everyday words; our own translations, not yet checked by speakers.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:mutaci[oó]n(?:es)?|mutazion[ei]|muta(?:ção|ções|cao|coes)|mutacj[aei]|mutatie|mutasjon)(?!\p{L})/giu, 'mutation'],
  [/(?<!\p{L})(?:reordenamientos?|rearreglos?|riarrangiament[oi]|rearranjos?|r[ée]arrangements?|rearran[żz]acj[aei]|omlejring|herschikking|rearrangierung|umlagerung)(?!\p{L})/giu, 'rearrangement'],
  [/(?<!\p{L})(?:translo[kc]a(?:tion|ci[oó]n|cj[aei]|zione|ção|sjon|tie)|traslocazion[ei]|trasloca[ck]i[oó]n)(?!\p{L})/giu, 'translocation'],
  [/(?<!\p{L})(?:fusi[oó]n|fusione|fusão|fusie|fuzj[aei]|fusjon)(?!\p{L})/giu, 'fusion'],
  [/(?<!\p{L})(?:amplificaci[oó]n|amplificazione|amplificação|amplifikation|amplifikacj[aei]|amplificatie)(?!\p{L})/giu, 'amplification'],
  [/融合(?:遺伝子|基因)?/g, ' fusion '],
  [/重排|転座|再構成/g, ' rearrangement '],
  [/(?<=\b(?:mutation|rearrangement|translocation|fusion|amplification)) (?:de(?:l|lla|s)?|di|do|da|du|d[’']|van|genu|gen)(?: g[eè]ne?)? ?(?=[A-Z])/g, ' '],
  // The noun comes first there: "mutation BRAF V600E", "rearrangement ALK".
  [/(?<!\S)(mutation|rearrangement|translocation|fusion|amplification) ([A-Z][A-Z0-9]{1,7}(?: (?:p\.)?[A-Z]\d{2,4}[A-Z*])?)(?![\w-])/g, '$2 $1'],
]; // prettier-ignore
/** Most names hold none of these: one look tells. */
const WORTH_READING =
  /mutac|mutaz|mutaç|mutaj|mutat?ie|mutasj|arr[ae]|reorden|umlager|rearr|omlej|hersch|translo|traslo|fus|fuz|amplif|[融重転再]/i;

/** `Reordenamiento de ALK` → `rearrangement ALK`. English stays as it is. */
export function testInEnglish(name: string): string {
  if (name.length > 400 || !WORTH_READING.test(name)) return name;
  return WORDS.reduce((text, [word, english]) => text.replace(word, english), name);
}

const KINDS: Readonly<Record<string, string>> = {
  欠失: 'deletion',
  缺失: 'deletion',
  挿入: 'insertion',
  插入: 'insertion',
  スキッピング: 'skipping',
  跳跃: 'skipping',
};
/** "Délétion de l'exon 19", "delezione esone 19", "deleción del exón 19". */
const ROMANCE =
  /(?<!\p{L})(d[ée]l[ée]tion|delezione|deleci[oó]n|deleção|ins[ée]rtion|inserzione|inserci[oó]n|inserção) (?:(?:de|del|dell|do|da|en|em|nell|no|dans)(?: l)?[ '’]?(?:l['’])?)?\s?(?:[eé]x[oó]n|esone)\s?(\d{1,2})/giu;
/** "MET(13)-MET(15)", "MET(13)::MET(15)", "MET-MET.M13M15", "MET-MET exon 13-15": exon 13 joined to exon 15, as tests of RNA write the skipping. */
const MET_JUNCTION =
  /(?:\bMET ?\(?(?:ex(?:on)? ?)?13\)? ?(?:::|[-–/_]) ?MET ?\(?(?:ex(?:on)? ?)?15\)?(?!\d)|\bMET[-:]{1,2}MET[. ]?M13;?M15\b|\bMET[-:]{1,2}MET(?: fusion)?,? ?\(?(?:e|ex(?:on)?s?) ?13 ?[-–/;:] ?(?:e|ex(?:on)? ?)?15(?!\d)\)?)(?: (?:fusion|junction)(?: transcript)?)?/gi;
/** "In den Exons 18 bis 21", "dans l'exon 19", "en los exones 18, 19 y 21", "negli esoni 18-21", "dell'esone 19", "in de exonen 18 t/m 21". */
const PLACE =
  /(?<![\p{L}\d])(?:(?:in den|in dem|in der|in de|im|in|dans les|dans|au niveau (?:de|des)|en los|en el|en|negli|nel|nell|em|nos?(?= éxon)|nos(?= exons )|de los|de las?|del|dell|degli|dei|des|de|do|dos|of|of the)[ '’]{1,2}(?:l['’]|les )?)?(exons?|exonen?|exones|[ée]x[oó]n(?:s|es)?|eson[ei])[ -](?=\d)/giu;
const NUMBER = String.raw`(?:exons? |esone |ex[oó]n )?(\d{1,2})(?!\d|[.,]\d)`;
const RUN = new RegExp(
  String.raw`(?<=exons? [\d, ]{0,30})(?<!\d)(\d{1,2}) ?(?:bis|[àa]|al|au|t\/m|tot(?: en met)?|at[ée]) ?${NUMBER}`,
  'giu',
);
const BESIDE = new RegExp(String.raw`(?<=exons? [\d, -]{0,30})(?<!\d)(\d{1,2}) (?:et|und|y|e|en|och|og) ${NUMBER}`, 'giu');
const EITHER = new RegExp(String.raw`(?<=exons? [\d, -]{0,30})(?<!\d)(\d{1,2}) (?:oder|ou|o|of|eller) ${NUMBER}`, 'giu');
/** "Deletion in exon 19", "skipping in exon 14": the change and its exon as they are written the other way round. */
const KIND_FIRST =
  /(?<![\p{L}\d-])((?:in-?frame[- ])?(?:del[eé](?:tion|tie|tionen)|d[ée]l[ée]tion|insertie|ins[ée]rtion)|(?:exon[- ])?skipping|saut|omisi[oó]n) in (exon \d{1,2})(?![\d-]|[.,/] ?\d| (?:and|or|to) )/giu;
const KIND_OF: readonly (readonly [RegExp, string])[] = [
  [/^(?:in-?frame[- ])?d/i, 'deletion'],
  [/^(?:in-?frame[- ])?i/i, 'insertion'],
];
const EXON_FOREIGN = /[ée]x[oó]n|eson[ei]/iu;

/** Places and runs of exons: `in den Exons 18 bis 21` → `in exons 18-21`; `Deletion im Exon 19` → `exon 19 deletion`. */
function placesInEnglish(said: string): string {
  if (!EXON_FOREIGN.test(said) || said.length > 400) return said;
  return said
    .replace(ROMANCE, (_, kind: string, exon: string) => `exon ${exon} ${/^i/i.test(kind) ? 'insertion' : 'deletion'}`)
    .replace(PLACE, (written, noun: string) => {
      const behind = /^(?:of(?: the)?|exons?) ?$/i.test(written.slice(0, written.length - noun.length - 1));
      const bare = written.length === noun.length + 1;
      if (behind || (bare && /^exons?$/i.test(noun))) return written;
      return `${bare ? '' : 'in '}${/^(?:exon|[ée]x[oó]n|esone)$/iu.test(noun) ? 'exon' : 'exons'} `;
    })
    .replace(RUN, '$1-$2')
    .replace(BESIDE, '$1 and $2')
    .replace(EITHER, '$1 or $2')
    .replace(KIND_FIRST, (_, kind: string, exon: string) => `${exon} ${KIND_OF.find(([words]) => words.test(kind))?.[1] ?? 'skipping'}`);
}

/** `エクソン19欠失`, `19号外显子缺失`, `外显子19缺失` → `exon 19 deletion`. */
export function exonInEnglish(written: string): string {
  return placesInEnglish(written)
    .replace(MET_JUNCTION, 'MET exon 14 skipping')
    .replace(/\bexon-(\d{1,2})-(deletion|insertion|skipping)/gi, 'exon $1 $2')
    .replace(
      /エク[ソゾ]ン\s?(\d{1,2})\s?(欠失|挿入|スキッピング)(?:変異)?/g,
      (_, exon: string, kind: string) => `exon ${exon} ${entryOf(KINDS, kind) ?? ''}`,
    )
    .replace(
      /(?:第?(\d{1,2})号?外显子|外显子\s?(\d{1,2}))\s?(缺失|插入|跳跃)(?:突变)?/g,
      (_, one: string | undefined, two: string | undefined, kind: string) => `exon ${one ?? two ?? ''} ${entryOf(KINDS, kind) ?? ''}`,
    );
}
