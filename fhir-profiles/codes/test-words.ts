import { entryOf } from '../entry-of.ts';

/**
 * Words of tumour tests in other languages, put into English before the name of a test is read, and exons as Japanese and Chinese laboratories write them.
 * Everyday words; our own translations, not yet checked by speakers.
 */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:mutaci[oó]n(?:es)?|mutazion[ei]|muta(?:ção|ções|cao|coes)|mutacj[aei]|mutatie|mutasjon)(?!\p{L})/giu, 'mutation'],
  [/(?<!\p{L})(?:reordenamientos?|rearreglos?|riarrangiament[oi]|rearranjos?|r[ée]arrangements?|rearran[żz]acj[aei]|omlejring|herschikking)(?!\p{L})/giu, 'rearrangement'],
  [/(?<!\p{L})(?:translo[kc]a(?:tion|ci[oó]n|cj[aei]|zione|ção|sjon|tie)|traslocazion[ei]|trasloca[ck]i[oó]n)(?!\p{L})/giu, 'translocation'],
  [/(?<!\p{L})(?:fusi[oó]n|fusione|fusão|fusie|fuzj[aei]|fusjon)(?!\p{L})/giu, 'fusion'],
  [/(?<!\p{L})(?:amplificaci[oó]n|amplificazione|amplificação|amplifikation|amplifikacj[aei]|amplificatie)(?!\p{L})/giu, 'amplification'],
  [/融合(?:遺伝子|基因)?/g, ' fusion '],
  [/重排|転座|再構成/g, ' rearrangement '],
  [/(?<=\b(?:mutation|rearrangement|translocation|fusion|amplification)) (?:de(?:l|lla|s)?|di|do|da|du|d[’']|van|genu|gen)(?: gen[e]?)? ?(?=[A-Z])/g, ' '],
  // The noun comes first there: "mutation BRAF V600E", "rearrangement ALK".
  [/(?<!\S)(mutation|rearrangement|translocation|fusion|amplification) ([A-Z][A-Z0-9]{1,7}(?: (?:p\.)?[A-Z]\d{2,4}[A-Z*])?)(?![\w-])/g, '$2 $1'],
]; // prettier-ignore
/** Most names hold none of these: one look tells. */
const WORTH_READING =
  /mutac|mutaz|mutaç|mutaj|mutat?ie|mutasj|arr[ae]|reorden|rearr|omlej|hersch|translo|traslo|fus|fuz|amplif|[融重転再]/i;

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
  /(?<!\p{L})(d[ée]l[ée]tion|delezione|deleci[oó]n|deleção|ins[ée]rtion|inserzione|inserci[oó]n|inserção) (?:(?:de|del|dell|do|da|en|nell|no|dans)(?: l)?[ '’]?(?:l['’])?)?\s?(?:[eé]x[oó]n|esone)\s?(\d{1,2})/giu;
/** "MET(13)-MET(15)", "MET(13)::MET(15)", "MET-MET.M13M15", "MET-MET exon 13-15": exon 13 joined to exon 15, as tests of RNA write the skipping. */
const MET_JUNCTION =
  /(?:\bMET ?\(?(?:ex(?:on)? ?)?13\)? ?(?:::|[-–/_]) ?MET ?\(?(?:ex(?:on)? ?)?15\)?(?!\d)|\bMET[-:]{1,2}MET[. ]?M13;?M15\b|\bMET[-:]{1,2}MET(?: fusion)?,? ?\(?(?:e|ex(?:on)?s?) ?13 ?[-–/;:] ?(?:e|ex(?:on)? ?)?15(?!\d)\)?)(?: (?:fusion|junction)(?: transcript)?)?/gi;
/** `エクソン19欠失`, `19号外显子缺失`, `外显子19缺失` → `exon 19 deletion`. */
export function exonInEnglish(said: string): string {
  return said
    .replace(MET_JUNCTION, 'MET exon 14 skipping')
    .replace(/\bexon-(\d{1,2})-(deletion|insertion|skipping)/gi, 'exon $1 $2')
    .replace(ROMANCE, (_, kind: string, exon: string) => `exon ${exon} ${/^i/i.test(kind) ? 'insertion' : 'deletion'}`)
    .replace(
      /エク[ソゾ]ン\s?(\d{1,2})\s?(欠失|挿入|スキッピング)(?:変異)?/g,
      (_, exon: string, kind: string) => `exon ${exon} ${entryOf(KINDS, kind) ?? ''}`,
    )
    .replace(
      /(?:第?(\d{1,2})号?外显子|外显子\s?(\d{1,2}))\s?(缺失|插入|跳跃)(?:突变)?/g,
      (_, one: string | undefined, two: string | undefined, kind: string) => `exon ${one ?? two ?? ''} ${entryOf(KINDS, kind) ?? ''}`,
    );
}
