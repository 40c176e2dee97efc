import { entryOf } from '../entry-of.ts';

/**
 * Organs that a diagnosis names, by the place of its code in ICD-10 or the ICD-O topography, by the OncoTree tissue of another code, and in words (English and
 * the commoner words of German, French, Spanish and Italian). Sources: block structure of ICD-10-CM chapter 2 and ICD-O-3 topography; OncoTree 2025-10-03.
 * Kinds of tumour that arise in many organs name none; what is not listed says nothing.
 */
export type Organ =
  | 'adrenal gland' | 'biliary tract' | 'bladder or urinary tract' | 'blood' | 'bowel' | 'brain' | 'breast' | 'cervix' | 'eye' | 'head and neck' | 'kidney' | 'liver'
  | 'lung' | 'oesophagus or stomach' | 'ovary' | 'pancreas' | 'penis' | 'peritoneum' | 'prostate' | 'skin' | 'testis' | 'thymus' | 'thyroid' | 'uterus'
  | 'vulva or vagina'; // prettier-ignore

/** C43, C45 to C49, C75 to C80, C26, C38 to C41 and C63 are of no organ in this sense, or of several. */
const BY_CODE: readonly (readonly [RegExp, readonly Organ[]])[] = [
  [/^C(?:0|1[0-4]|3[0-2])/, ['head and neck']], [/^C1[56]/, ['oesophagus or stomach']], [/^C(?:1[7-9]|2[01])/, ['bowel']], [/^C22/, ['liver', 'biliary tract']],
  [/^C24\.?1/, ['biliary tract', 'bowel', 'pancreas']], [/^C2[34]/, ['biliary tract', 'liver']], [/^C25/, ['pancreas']], [/^C3[34]/, ['lung']], [/^C37/, ['thymus']],
  [/^C50/, ['breast']], [/^C5[12]/, ['vulva or vagina']], [/^C53/, ['cervix', 'uterus']], [/^C5[45]/, ['uterus']], [/^C5[67]/, ['ovary', 'peritoneum']], [/^C60/, ['penis']],
  [/^C61/, ['prostate']], [/^C62/, ['testis']], [/^C64/, ['kidney']], [/^C65/, ['kidney', 'bladder or urinary tract']], [/^C6[678]/, ['bladder or urinary tract']],
  [/^C69/, ['eye']], [/^C7[0-2]/, ['brain']], [/^C73/, ['thyroid']], [/^C74/, ['adrenal gland']], [/^C44/, ['skin']],
  [/^C7A\.?090/, ['lung']], [/^C7A\.?0[1-3]/, ['bowel']], [/^C7A\.?092/, ['oesophagus or stomach']], [/^C7A\.?093/, ['kidney']], [/^C7A\.?091/, ['thymus']],
  [/^C(?:8[1-8]|9[0-6])/, ['blood']], [/^D05/, ['breast']],
]; // prettier-ignore

const BY_TISSUE: Readonly<Record<string, readonly Organ[]>> = {
  ADRENAL_GLAND: ['adrenal gland'], AMPULLA_OF_VATER: ['biliary tract', 'bowel', 'pancreas'], BILIARY_TRACT: ['biliary tract', 'liver'],
  BLADDER: ['bladder or urinary tract', 'kidney'], BOWEL: ['bowel'], BRAIN: ['brain'], BREAST: ['breast'], CERVIX: ['cervix', 'uterus'], EYE: ['eye'],
  HEAD_NECK: ['head and neck'], KIDNEY: ['kidney'], LIVER: ['liver', 'biliary tract'], LUNG: ['lung'], OVARY: ['ovary', 'peritoneum'], PANCREAS: ['pancreas'],
  PENIS: ['penis'], PROSTATE: ['prostate'], SKIN: ['skin'], STOMACH: ['oesophagus or stomach'], TESTIS: ['testis'], THYMUS: ['thymus'], THYROID: ['thyroid'],
  UTERUS: ['uterus'], VULVA: ['vulva or vagina'],
}; // prettier-ignore

const BY_WORD: readonly (readonly [Organ, RegExp])[] = [
  ['lung', /\blungs?\b|\bpulmonary\b|\bbronch(?:us|i|ial|ogenic|o?alveolar)|\bN?SCLC\b|\blungen?|\bpoumons?\b|\bpulmon(?:aire)?\b|\bpulm[oó]n\b|\bpolmon[ei]|\btrache/i],
  ['breast', /\bbreasts?\b|\bmamma(?:ry)?\b|\bmammakarzinom|\bbrustkrebs|\bdu sein\b|\bde mama\b|\bmammell/i],
  ['bowel', /\bcolon(?:ic)?\b|\bcolo(?:-?rect)|\brect(?:al|um|o?sigmoid)|\bsigmoid|\bc(?:a)?ecum\b|\bbowel\b|\bintestin|\bduoden|\bjejun|\bileum\b|\bileal\b|\bappend(?:ix|iceal)|\bampulla|\banal\b|\banus\b|\bkolon|\bkolorekt|\brekt(?:um|al)|\bdarm|\bcolorrect|\bcolo-?rett/i],
  ['oesophagus or stomach', /\bo?esophag|\bstomach\b|\bgastric\b|(?<=gastro-?)o?esophag|\bmagen|\bspeiser[öo]hre|\bestomac|\best[oó]mago|\bgastrique|\bg[aá]strico|\bgastrica\b|\b[oœ]e?sophag|\bes[oó]fago/i],
  ['pancreas', /\bpancrea|\bampulla|\bpankrea|\bp[aá]ncrea|\bbauchspeichel/i],
  ['liver', /\bliver\b|\bhepatic\b(?! flexure)|\bhepato(?:cellular|ma\b|blastoma)|\bhepatozellul|\bleber|\bfoie\b|\bh[ií]gado\b|\bfegato\b|\bh[eé]patocarcinom/i],
  ['biliary tract', /\bbile\b|\bbiliary\b|\bgall ?bladder|\bcholangioc|\bampull|\bgallen|\bv[eé]sicule biliaire|\bbiliar/i],
  ['kidney', /\bkidneys?\b|\brenal\b(?! pelvis)|\bhypernephr|\bnephroblast|\bnieren?(?:zell|karz|krebs|tumor)?\b|\bnierenzell|\bdu rein\b|\bri[ñn][oó]n\b/i],
  ['bladder or urinary tract', /(?<!gall )\bbladder\b|\burothel|\bureter\b|\bureteral\b|\burethra|\brenal pelvis\b|\bharnblase|\bnierenbecken|\bde vessie\b|\bvejiga\b|\bvescica/i],
  ['prostate', /\bprostat|\burothel|\bpr[oó]stata/i],
  ['testis', /\btestis\b|\btestic|\bhoden/i],
  ['penis', /\bpenis\b|\bpenile\b/i],
  ['ovary', /\bovar(?:y|ies|ian|ii|e|io|ica|ienne|ial\w*)\b|\bfallopian|\btubo-?ovarian|\beierstock|\bov[aá]rico/i],
  ['peritoneum', /\bperitone/i],
  ['uterus', /\buter(?:us|ine|i)\b(?! (?:adnexa|ligament))|\bendometrial\b|\bendometrium\b|\bcorpus uteri|\bendometriumkarz|\bgeb[äa]rmutter(?!hals)/i],
  ['cervix', /\bcervix\b|\bcervical (?:cancer|carcinoma|adeno|squamous|intraepithelial)|\bendocervi|\bzervix|\bgeb[äa]rmutterhals|\bcuello uterino|\bcol de l.ut[eé]rus/i],
  ['vulva or vagina', /\bvulva|\bvagina|\bvulv/i],
  ['brain', /\bbrain\b|\bcerebr|\bcerebell|\bgli(?:oma|oblastoma|osarcoma|oblastom|om)\b|\bastrocyt|\boligodendrogl|\bmedulloblast|\bependymom|\bmeningi?oma|\bintracranial\b|\bspinal cord\b|\bcentral nervous system\b|\bgehirn|\bhirntumor|\bcerveau/i],
  ['thyroid', /\bthyroid|\bschilddr[üu]se|\bthyro[ïi]d|\btiroid/i],
  ['thymus', /\bthym(?:us|ic|oma)\b/i],
  ['adrenal gland', /\badrenal\b|\badrenocort|\bnebennieren/i],
  ['eye', /\beye(?:lid)?s?\b|\bocular\b|\bintraocular\b|\buveal\b|\bchoroid(?:al)?\b(?! plexus)|\bretin(?:al|oblastoma)\b|\bconjunctiv|\borbit/i],
  ['head and neck', /\btongue\b|\blaryn|\b(?:naso|oro|hypo)?pharyn|\boral\b|\btonsil|\bsalivary\b|\bparotid\b|\blips?\b|\bnasal\b|\bsinonasal\b|\bparanasal\b|\bgingiv|\bmouth\b|\bpalate\b|\bhead (?:and|&) neck\b/i],
  ['skin', /\bskin\b|\bcutaneous\b(?! (?:t|b)-)|\bmerkel\b|\bhaut(?:krebs|karzinom)?\b|\bbasal cell carcinoma\b/i],
]; // prettier-ignore

/** Where one of these stands beside the other, neither is wrong: the places border on each other, or a tumour of one is coded to the other. */
const NEIGHBOURS: readonly (readonly [Organ, readonly Organ[]])[] = [
  ['skin', ['head and neck', 'breast', 'vulva or vagina', 'penis', 'bowel', 'eye', 'testis']],
  ['ovary', ['peritoneum']],
  ['cervix', ['uterus', 'vulva or vagina']],
  ['bladder or urinary tract', ['kidney']],
  ['liver', ['biliary tract']],
  ['eye', ['brain', 'head and neck']],
  ['oesophagus or stomach', ['head and neck']],
];

/** `C71.9` → brain. Empty where the code names no single organ, or is none of ICD-10 or ICD-O. */
export function organsOfCode(code: string): readonly Organ[] {
  return BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? [];
}
export function organsOfTissue(tissue: string): readonly Organ[] {
  return entryOf(BY_TISSUE, tissue) ?? [];
}

const CARCINOMA = /carcinoma|adenoca\b|karzinom|carcinome|carcinom[ao]\b|\bcancer\b|\bkrebs/i;
const OF_BLOOD = /lymphom|leuk[aä]?emi|myelom|plasm[ao]cytoma|hodgkin|histiocyt|myelo|mast cell|castleman/i;
/** Words for what a tumour looks like or makes: "intestinal type", "thymus-like", "mammary analogue", "thyroid stimulating hormone", "uterine tube". */
const NO_PLACE =
  /\b[\p{L}]+(?: cell)?[- ](?:type|like|variant|analog(?:ue)?|subtype|stimulating|secreting)\b|\bnuclear protein in testis\b|\buterine (?:tube|adnexa)|\bligament of uterus/giu;
/** Every organ that the words name; of words for a tumour of the blood none, as it may lie in any. */
export function organsNamed(words: string): readonly Organ[] {
  if (OF_BLOOD.test(words)) return [];
  const said = words.replaceAll(NO_PLACE, ' ');
  return BY_WORD.filter(([, pattern]) => pattern.test(said)).map(([organ]) => organ);
}
/** Leukaemia and multiple myeloma have no home in an organ, as a lymphoma may. */
export function saysLeukaemia(words: string): boolean {
  return /\bleuk[aä]?emi|\bleuc[eé]mi|\bmultiple myelom/i.test(words);
}
/** The words speak of a carcinoma, so that a code for a tumour of the blood is another diagnosis. */
export function saysCarcinoma(words: string): boolean {
  return CARCINOMA.test(words) && !OF_BLOOD.test(words);
}

/** False where both name organs and none of the one is, or borders on, one of the other. */
export function mayBeOne(one: readonly Organ[], two: readonly Organ[]): boolean {
  if (one.length === 0 || two.length === 0) return true;
  return one.some((a) => two.some((b) => a === b || borders(a, b) || borders(b, a)));
}
function borders(one: Organ, two: Organ): boolean {
  return NEIGHBOURS.some(([organ, others]) => organ === one && others.includes(two));
}
