/** OncoTree and DOID of a tumour, from its codes, words, histology and site: the most specific that they agree on. */
import { kindInWords, morphologyInWords, organsInWords, organsOfTopography, thyroidType } from '../../codes/genomics/icdo-morphology.ts';
import { codeKind } from '../../codes/tumour/codes.ts';
import { OWN_KINDS } from '../../codes/tumour/kinds.ts';
import { namesNoOrgan, snomedKind } from '../../codes/tumour/without-organ.ts';
import type { Code } from '../../facts.ts';
import { rememberedPer } from '../../remembered.ts';
import type { TumourTable } from '../../vocabulary.ts';
import type { Concept } from '../elements.ts';
import { wordings } from '../elements.ts';
import { broaderWordings } from './broader-words.ts';
import { histologyInWords } from './histology-in-words.ts';
import { inEnglish } from './other-languages.ts';
import { calledNow, namedPrimary, simplerWordings } from './tumour-words.ts';

export interface TumourType {
  readonly oncotree: string | null;
  readonly doid: string | null;
}

const NONE: TumourType = { oncotree: null, doid: null };

export interface Described {
  readonly code: Concept;
  readonly histology: Concept;
  readonly sites: readonly string[];
}

export function tumourType({ code, histology, sites }: Described, table: TumourTable): TumourType {
  const named = [...code.codings.map((coding) => table.byCode(coding)), ...wordings(code).map((text) => byWords(text, table))];
  // A morphology code ("adenocarcinoma, NOS") with words that name the organ: the code tells the kind, the words the place.
  const placed = named.filter((type) => type !== null && !namesNoOrgan(type, table));
  const stated = placed.length === 0 || contradict(placed, { code, histology, sites }, table) ? named : placed;
  const structure = [
    ...histology.codings.map((coding) => table.byCode(coding)),
    ...wordings(histology).map((text) => byWords(text, table)),
  ];
  const joined = [
    ...wordings(histology)
      .filter((text) => text.trim() !== '')
      .flatMap((text) => placesOf(code, sites).map((place) => table.byText(`${text} ${place}`))),
    ...codedTogether(code, histology, sites, table),
  ];
  const base = withoutSite(mostSpecific(stated, table), stated, code, table);
  const combined = mostSpecific(joined, table);
  // Site and kind alone, without words that could say otherwise: together they are the diagnosis.
  const together = wordings(code).every((text) => kindInWords(text) !== null)
    ? mostSpecific(codedTogether(code, histology, sites, table), table)
    : null;
  if (together !== null && (base === null || !within(base, together, table))) return together;
  if (combined !== null && base !== null && placed.length === 0 && namesNoOrgan(base, table) && !namesNoOrgan(combined, table))
    return combined;
  // What histology and site make together is taken when it lies within what the diagnosis says; a histology that stands elsewhere is not.
  if (combined !== null && (base === null || within(combined, base, table))) return combined;
  const alone = mostSpecific(structure, table);
  if (base === null) return alone ?? NONE;
  return alone !== null && within(alone, base, table) ? alone : base;
}

/** Words of one kind beside a code of another ("Adenocarcinoma of lung", squamous cell carcinoma): neither is more specific. */
function contradict(placed: readonly (TumourType | null)[], { code, histology, sites }: Described, table: TumourTable): boolean {
  const inPlace = mostSpecific(codedTogether(code, histology, sites, table), table);
  const said = mostSpecific(placed, table);
  return inPlace !== null && said !== null && !within(inPlace, said, table) && !within(said, inPlace, table);
}

/** "Colon cancer with liver metastases", "Stage IV NSCLC, EGFR-mutated": the tumour's name within more words. */
function byWords(text: string, table: TumourTable): TumourType | null {
  const now = calledNow(text) ?? histologyInWords(text);
  // "Squamous cell carcinoma metastatic to lung" is none of the lung: the words before the spread are looked up.
  const found = namedPrimary(text, false) === null ? table.byText(now ?? text) : null;
  // "Adenocarcinoma of body of stomach" is the name of a cancer of that place: a broader wording may say the kind.
  if (found !== null && !(isTissue(found, table) && KIND_NAMED.test(text))) return found;
  const english = inEnglish(text);
  const others = [...simplerWordings(text), ...(english === null ? [] : [english]), ...broaderWordings(text)];
  const types = [...(found === null ? [] : [found]), ...others.flatMap((other) => table.byText(calledNow(other) ?? other) ?? [])];
  const [first] = types;
  // "Glioblastoma of frontal lobe": the wording with the organ may say no more than the organ, the kind alone says more.
  return first !== undefined && isTissue(first, table) ? mostSpecific(types, table) : (first ?? null);
}

const KIND_NAMED = /adenocarcinom|squamous|pilocytic|ependymom|medulloblastom|glioblastom|cholangiocarcinom/i;

/** The type that words alone come to, whatever code stands beside them. */
export function typeOfWords(text: string, table: TumourTable): TumourType | null {
  return byWords(text, table);
}

/** Kinds of tumour that arise in any organ, by the tissue or the family that OncoTree files them under. */
const ANYWHERE = ['SOFT_TISSUE', 'PNS', 'LYMPH', 'MYELOID', 'MEL', 'DIFG', 'EPMT'] as const;

/**
 * ICD-10 codes of many such tumours name the organ alone: C16 for a stromal tumour of the stomach, C74 for a neuroblastoma. The kind in words is
 * the diagnosis then.
 */
function withoutSite(
  base: TumourType | null,
  stated: readonly (TumourType | null)[],
  { codings }: Concept,
  table: TumourTable,
): TumourType | null {
  if (base === null) return base;
  const ofFamily = (families: readonly string[]) =>
    stated.flatMap((type) => {
      const code = type?.oncotree ?? null;
      return type !== null && code !== null && families.some((family) => code === family || table.isTypeAbove?.(family, code) === true)
        ? [type]
        : [];
    });
  // Mesothelioma of no told place, which OncoTree has by its places alone.
  const mesothelioma = stated.find((type) => type !== null && type.oncotree === null && type.doid === MESOTHELIOMA) ?? null;
  if (base.oncotree === null || isTissue(base, table)) return mostSpecific(ofFamily(ANYWHERE), table) ?? mesothelioma ?? base;
  // C20 stands for the rectum, and is read as its usual carcinoma only where no words say another kind.
  const bySite = codings.some((coding) => isSiteAlone(coding) && table.byCode(coding)?.oncotree === base.oncotree);
  const own = bySite ? ofFamily(OWN_KINDS) : [];
  return own.some(({ oncotree }) => oncotree !== null && table.isTypeAbove?.(oncotree, base.oncotree ?? '') === true)
    ? base
    : (mostSpecific(own, table) ?? base);
}
const MESOTHELIOMA = 'DOID:1790';

/** C00 to C76 name places; mesothelioma, melanoma, Kaposi sarcoma, Merkel cell and neuroendocrine tumours and those of the liver have codes by kind. */
function isSiteAlone({ system, code }: Code): boolean {
  return codeKind(system, code) === 'icd10' && /^C(?:[0-6]\d|7[0-6])/i.test(code) && !/^C(?:22|4[3-9])/i.test(code);
}
function isTissue({ oncotree }: TumourType, table: TumourTable): boolean {
  return oncotree !== null && table.isTissue?.(oncotree) === true;
}

/** Organ words for the histology: the diagnosis without its words of malignancy, and the body sites. */
function placesOf(code: Concept, sites: readonly string[]): readonly string[] {
  const bare = wordings(code).map((text) =>
    text
      .replace(/\b(?:primary|malignant|neoplasms?|tumou?rs?|cancers?|carcinomas?)\b|\((?:disorder|morphologic abnormality)\)/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return [...new Set([...bare, ...sites.map((site) => site.replace(/\bstructure\b|\(body structure\)/gi, ' ').trim())])].filter(
    (place) => place !== '' && place.length < 80,
  );
}

/** ICD-10 or ICD-O topography with an ICD-O morphology, both without words: the code of the site may stand as the diagnosis or as the body site. */
function codedTogether(code: Concept, histology: Concept, sites: readonly string[], table: TumourTable): readonly (TumourType | null)[] {
  // Some records give the morphology as the diagnosis itself and the site beside it.
  const morphologies = distinct([...histology.codings, ...code.codings].map((coding) => coding.code));
  const kinds = distinct([
    ...morphologies.flatMap((morphology) => morphologyInWords(morphology) ?? []),
    ...code.codings.flatMap((coding) => snomedKind(coding) ?? []),
    ...[...wordings(histology), ...wordings(code)].flatMap((text) => kindInWords(text) ?? (CANCER_ALONE.test(text) ? ['cancer'] : [])),
  ]);
  const places = [...code.codings.map((coding) => coding.code), ...sites];
  const namesKindAlone = code.codings.some(
    (coding) => morphologyInWords(coding.code) !== null || namesNoOrgan(table.byCode(coding) ?? NONE, table),
  );
  const inWords = namesKindAlone ? wordings(code).flatMap((text) => organsInWords(inEnglish(text) ?? text)) : [];
  // Of the codes that name a kind or an organ there are few, of codes that a sender may write any number: pairs are made of the few.
  // Of the liver only what arises from its bile ducts: other kinds lie there as metastases.
  const liver = kinds.includes('cholangiocarcinoma') && [...wordings(code), ...sites].some((text) => /\bliver\b/i.test(text));
  const organs = distinct([
    ...places.flatMap(organsOfTopography),
    ...sites.flatMap(organsInWords),
    ...inWords,
    ...(liver ? ['intrahepatic'] : []),
  ]);
  const thyroid = places.find((place) => place.startsWith('C73')) ?? (sites.some((site) => /^thyroid\b/i.test(site)) ? 'C73' : undefined);
  const whole = thyroid === undefined ? [] : morphologies.flatMap((morphology) => thyroidType(thyroid, morphology) ?? []);
  if (whole.length > 0) return whole.map((name) => table.byText(name));
  return kinds.flatMap((kind) =>
    organs.map(
      (organ) =>
        table.byText(`${organ} ${kind}`.trim()) ??
        (kind === 'non-small cell carcinoma' ? table.byText(`non-small cell ${organ} cancer`) : null),
    ),
  );
}

/** "Carcinoma", "Malignant neoplastic disease (disorder)": the site beside it is the diagnosis. */
const CANCER_ALONE =
  /^(?:invasive )?(?:cancer|carcinoma|malignan(?:cy|t (?:\(primary\) |primary )?neoplas(?:m|tic disease)|t tumou?r))(?:,? (?:nos|unspecified))?(?: \(disorder\))?$/i;

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function within(narrow: TumourType, broad: TumourType, table: TumourTable): boolean {
  return broad.doid === null || narrow.doid === null || broad.doid === narrow.doid || isNarrower(narrow, broad, table);
}

/** Below it in one of the two hierarchies, and not above it in the other. */
function isNarrower(narrow: TumourType, broad: TumourType, table: TumourTable): boolean {
  if (narrow.doid === null || broad.doid === null) return false;
  if (table.isAbove?.(broad.doid, narrow.doid) === true) return true;
  if (narrow.oncotree === null || broad.oncotree === null || table.isAbove?.(narrow.doid, broad.doid) === true) return false;
  return table.isTypeAbove?.(broad.oncotree, narrow.oncotree) === true;
}

/** Of several readings the narrowest, as long as they lie on one line; else the first (codes go before words). */
function mostSpecific(found: readonly (TumourType | null)[], table: TumourTable): TumourType | null {
  let best: TumourType | null = null;
  for (const item of found) {
    if (item === null) continue;
    if (best === null || isNarrower(item, best, table)) best = item;
  }
  return best;
}

/** Does a code or text name a tumour at all? */
export function namesTumour(code: Concept, table: TumourTable): boolean {
  const coded = code.codings.some((coding) => table.isTumour(coding) || snomedKind(coding) !== null);
  if (coded) return true;
  if (code.codings.some((coding: Code) => /^(?:D[123]\d|Z)/i.test(coding.code) && /icd/i.test(coding.system))) return false;
  return wordings(code).some((text) => tumourNamed(text, table));
}

const tumourNamed = rememberedPer(
  (text, table: TumourTable): boolean =>
    table.isTumour(text) ||
    histologyInWords(text) !== null ||
    simplerWordings(text).some((simpler) => table.isTumour(simpler)) ||
    broaderWordings(text).some((broader) => table.byText(broader) !== null) ||
    inEnglish(text) !== null,
);
