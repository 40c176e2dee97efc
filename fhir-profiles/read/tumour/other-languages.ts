/**
 * Diagnoses written in German, French, Spanish, Italian and Portuguese, said in English: an organ or kind that these languages name by a stem of their own, beside a word for
 * cancer. Tables of tumours are English; a record that carries a code is read by its code. Only names of one meaning; a suspicion, a family history
 * or metastases without their source give nothing.
 */

const NOT_OWN =
  /\b(?:verdacht|v\.? ?a\.?|ausschluss|familien|familiar|anamnes|zustand nach|z\.? ?n\.?|kein|keine|suspicion|suspecte?|suspeita|soupcon|sospech|sospett|antecedent|historia|anamnesi|sans|sin|senza|sem|benin|gutartig|benigno|vorsorge|depistage|cribado|screening|rastreio)/;
/** "Lebermetastasen" names where a tumour went; "metastasiert" only that it did. */
const METASTASES = /metastas(?:en|es|i)\b|metastase\b|filiae/;

/** Kinds that name the tumour without an organ. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/nicht[- ]?kleinzellig|non (?:a|à) petites cellules|\bcbnpc\b|no (?:microcitico|de celulas pequenas)|celulas no pequenas|non a piccole cellule|nao pequenas celulas/, 'non-small cell lung cancer'],
  [/kleinzelliges (?:bronchial|lungen)|(?:bronchique|poumon).* a petites cellules|pulmon.* (?:microcitico|de celulas pequenas)|microcitoma polmonare/, 'small cell lung cancer'],
  [/hepatozellul|leberzellkarzinom|hepatocellulaire|hepatocarcinom|epatocarcinom|hepatocelular|epatocellulare/, 'hepatocellular carcinoma'],
  [/cholangiozellul|cholangiokarzinom|cholangiocarcinom|colangiocarcinom|gallengangskarzinom/, 'cholangiocarcinoma'],
  [/nierenzellkarzinom|carcinome a cellules renales|celulas renales|cellule renali|celulas renais/, 'renal cell carcinoma'],
  [/(?:urothelkarzinom|carcinome urothelial|carcinoma urotelial)(?=.*(?:blase|vessie|vejiga|vescica|bexiga))/, 'urothelial carcinoma of bladder'],
  [/urothelkarzinom|carcinome urothelial|carcinoma urotelial/, 'transitional cell carcinoma'],
  [/glioblastom/, 'glioblastoma'],
  [/oligodendrogliom/, 'oligodendroglioma'],
  [/aderhautmelanom|uveamelanom|uveales melanom|melanome (?:de l.?uvee|uveal|choroidien)|melanoma uveal/, 'uveal melanoma'],
  [/(?<![a-z])melanom\b|melanome\b|melanoma malign|melanoma cutane|schwarzer hautkrebs/, 'melanoma'],
  [/akute myeloische leukamie|leucemie aigue myelo|leucemia mieloide ag|leucemia mieloide acuta|leucemia mieloblastica/, 'acute myeloid leukemia'],
  [/chronische myeloische leukamie|leucemie myeloide chronique|leucemia mieloide cronica/, 'chronic myeloid leukemia'],
  [/chronische lymphatische leukamie|leucemie lymphoide chronique|leucemia linf(?:atica|ocitica|oide) cronica/, 'chronic lymphocytic leukemia'],
  [/multiples myelom|plasmozytom|myelome multiple|mieloma multipl/, 'multiple myeloma'],
]; // prettier-ignore

const ORGANS: readonly (readonly [RegExp, string])[] = [
  [/osophago-?gastralen? ubergang|gastro-?osophagealen? ubergang|jonction (?:(?:o|\u0153|)e?so-?gastrique|gastro-?(?:o|\u0153|)e?sophagienne)|(?:union|unione|giunzione|juncao|transicao) (?:gastro-?esofag|esofago-?gastric)/, 'gastroesophageal junction'],
  [/kardia|\bcardias?\b/, 'gastric cardia'],
  [/kolorektal|colo-?rr?ect|colorett/, 'colorectal'],
  [/bronchial|bronchus|bronchique|lunge|poumon|pulmon|pulmao|polmon/, 'lung'],
  [/mamma|brust|\bsein\b|\bmama\b/, 'breast'],
  [/kolon|dickdarm|sigma(?:karzinom|\b)|sigmoid|\bcolon\b|\bcolique/, 'colon'],
  [/rektum|enddarm|\brectum|\brect[oa]\b|\breto\b|\bretto\b/, 'rectal'],
  [/prostat/, 'prostate'],
  [/ovarial|ovars?\b|eierstock|ovaire|ovari[ocae]|ovaio/, 'ovarian'],
  [/pankrea|bauchspeichel|pancrea/, 'pancreatic'],
  [/magen|estomac|estomago|gastri(?:que|co|ca)|stomaco/, 'gastric'],
  [/osophag|oesophag|speiserohre|esofag/, 'esophageal'],
  [/harnblase|blasenk|vessie|vejiga|vescica|bexiga/, 'bladder'],
  [/\bniere|\brein\b|\brinon\b|\brene\b|\brim\b/, 'kidney'],
  [/schilddruse|thyroid(?:e|ien)|tiroid|tireoid/, 'thyroid'],
  [/zervix|gebarmutterhals|col (?:de l'?)?uter|cuello uterino|cervice uter|colo do utero/, 'cervical'],
  [/endometri|korpuskarzinom|gebarmutterkorper/, 'endometrial'],
]; // prettier-ignore
/** Shows that a text is not English: "Colorectal Cancer / Polyps" as the reason of a test stays what the tables make of it. */
const FOREIGN =
  /\b(?:de|der|des|del|della|du|di|do|da|delle|dello|cancro)\b|karzinom|krebs|carcinome|mammari|polmonar|pulmonaire|plasmozytom|melanom\b|melanome|melanoma maligno|gastrique|bronchique|pancreatique|prostatique|ovarien|glioblastom\b|oligodendrogliom\b|leuk(?:ae|a)mie|leucemi|mielom|myelome|epatoc|hepatocarcinom|colangio/i;
const SQUAMOUS = /plattenepithel|epidermoid|squamo|escamos|malpighien/;
const GLANDULAR = /adeno-?(?:k|c)arcinom|adenokarzinom/;
const CANCER =
  /karzinom|krebs|\bca\.?(?=\s)|carcinom|cancer|cancro|tumeur maligne|tumor maligno|tumore maligno|bosartige (?:neubildung|tumor)/;

/** The English name; null where the text is not one of these or not about the patient's own tumour. */
export function inEnglish(text: string): string | null {
  if (text.length > 200 || !(FOREIGN.test(text) || /\P{ASCII}/u.test(text))) return null;
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '');
  if (NOT_OWN.test(plain) || METASTASES.test(plain)) return null;
  const kind = KINDS.find(([pattern]) => pattern.test(plain));
  if (kind !== undefined) return kind[1];
  const organ = ORGANS.find(([pattern]) => pattern.test(plain))?.[1];
  if (organ === undefined || !(CANCER.test(plain) || GLANDULAR.test(plain))) return null;
  if (SQUAMOUS.test(plain)) return `${organ} squamous cell carcinoma`;
  return `${organ} ${GLANDULAR.test(plain) ? 'adenocarcinoma' : 'cancer'}`;
}
