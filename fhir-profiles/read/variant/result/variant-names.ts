/** Every name a variant Observation gives its variant: HGVS texts, ClinVar and dbSNP ids, ISCN, legacy names. */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { CLINVAR, DBSNP } from '../../../codes/systems.ts';
import { list, isRecord, text, wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import { rsIdsIn } from '../../germline/notation/nucleotides.ts';
import type { ObservationView } from '../../observation.ts';
import { withEitherShort } from '../notation/either-change.ts';
import { notationWords } from './value-names-change.ts';
import { componentsOf, codesIn } from '../parts/variant-parts.ts';
import { presenceInWords } from '../parts/presence-in-words.ts';

export interface VariantNames {
  /** Texts that may hold HGVS, proper slots first. */
  readonly hgvsTexts: readonly string[];
  /** Words that name or describe the variant: variation component, value, notes on it. */
  readonly words: readonly string[];
  readonly codes: readonly string[];
  /** What is shown as further names. */
  readonly all: readonly string[];
  readonly interpretations: readonly string[];
  /** The slot of a name says that the change was not found: "exon 14 skipping not detected". */
  readonly denied: boolean;
  readonly rsIds: readonly string[];
  readonly clinvarIds: readonly string[];
  readonly iscn?: string;
  /** True when at least a place is given (range, cytogenetic location, reference sequence). */
  readonly located: boolean;
  readonly profiles: string;
}

const NAMING = [
  COMPONENT.cHgvs,
  COMPONENT.pHgvs,
  COMPONENT.gHgvs,
  COMPONENT.variation,
  COMPONENT.dbsnp,
  COMPONENT.proteinReference,
  COMPONENT.conclusion,
] as const;
const PRESENCE_ONLY =
  /^(?:present|absent|positive|negative|detected|not detected|no call|indeterminate|mutation\/positiv|wildtyp\/nicht mutiert\/ negativ)\b.{0,20}$/i;

const DENIED = /\b(?:not (?:detected|found|identified|present|seen)|undetected|negative|absent)\b/i;
/** "No EGFR exon 19 deletion": what is not there is named without the denial. */
const DENIED_PLACE = /^\s*no (?:evidence of )?(?=(?:[A-Z][A-Z0-9]+ )?exon \d{1,2} (?:deletion|insertion|duplication|skipping)s?\W*$)/i;
const NAMES_A_CHANGE = /\b[Ee]xons?\s*\d+\b|\b[cgp]\.\(?[A-Z0-9*-]|\b[A-Z]\d{2,4}(?:[A-Z]|fs|del)\b/;

/** Not the empty deletion of an insertion in SPDI ("NC_000002.12:29222392::T": sequence, position, deleted, inserted; NCBI). */
const FUSED = /(?<!:\d{1,10})::/;

export function variantNames(view: ObservationView): VariantNames {
  const naming = NAMING.flatMap((code) => componentsOf(view, code).map(({ value }) => ({ code, value: valueConcept(value) })));
  const hgvsTexts = naming
    .filter(({ code }) => code !== COMPONENT.conclusion)
    .flatMap(({ code, value }) => notations(value).map((text) => prefixed(code, text)));
  const value = valueConcept(view.value);
  const valueWords = notationWords(value)
    .filter((words) => !PRESENCE_ONLY.test(words) && !isJson(words))
    .map((words) => withEitherShort(words.replace(DENIED_PLACE, '')));
  const variation = naming.filter(({ code }) => code === COMPONENT.variation || code === COMPONENT.dbsnp);
  const iscn = componentsOf(view, COMPONENT.iscn).flatMap(({ value: stated }) => notations(valueConcept(stated)))[0];
  const misplaced = naming
    .filter(({ code }) => code === COMPONENT.cHgvs || code === COMPONENT.pHgvs || code === COMPONENT.gHgvs)
    .flatMap(({ code, value: stated }) => notations(stated).map((text) => prefixed(code, text)))
    .filter((words) => !/[cgmnp]\.[^\s]/.test(words));
  const variationWords = variation
    .flatMap(({ value: stated }) => wordings(stated))
    .filter((words) => !isJson(words))
    .map(withEitherShort);
  const notes = view.notes.filter((note) => note.length < 200 && (presenceInWords(note) !== null || /\brevers(?:ion|ant)\b/i.test(note)));
  // Some laboratories name the change only in the interpretation: "exon 19 deletion", "L858R".
  const interpreted = view.interpretation.flatMap(wordings).filter((said) => NAMES_A_CHANGE.test(said));
  // HGVS writes the partners of a fusion with two colons, in whichever slot.
  const fused = hgvsTexts.filter((text) => FUSED.test(text));
  const words = [
    ...variationWords,
    ...misplaced,
    ...fused,
    ...valueWords,
    ...(iscn === undefined ? [] : [iscn]),
    ...notes,
    ...codeWords(view),
  ];
  const computed = view.components
    .flatMap(({ value: stated }) => codesIn(valueConcept(stated)))
    .filter((code) => /^ga4gh:V\w*\./.test(code));
  const codes = unique([...variation.flatMap(({ value: stated }) => codesIn(stated)), ...computed]);
  const extras = [...hgvsTexts, ...valueWords, ...codes];
  return {
    hgvsTexts: [...hgvsTexts, ...valueWords],
    words: unique(words),
    codes,
    all: unique([
      ...variationWords,
      ...codes.filter((code) => /:|^[A-Z]+\d+[A-Z]$/.test(code) && !/^rs\d+$/i.test(code)),
      ...misplaced,
      ...valueWords,
      ...(iscn === undefined ? [] : [iscn]),
      ...notes,
      ...interpreted,
    ]),
    interpretations: view.interpretation.flatMap((one) => [...wordings(one), ...wordsAsCodes(one)]),
    denied: naming.some(({ value: stated }) => wordings(stated).some((said) => DENIED.test(said) && presenceInWords(said) === 'absent')),
    rsIds: unique([
      ...variation.flatMap(({ value: stated }) => dbsnpIds(stated)),
      ...rsIdsIn([...extras, ...words].join(' ')),
      ...oneIn(view.notes),
    ]),
    clinvarIds: unique(
      variation.flatMap(({ value: stated }) =>
        stated.codings.flatMap(({ system, code }) => (isClinvar(system) && code !== '' ? [code] : [])),
      ),
    ),
    ...(iscn === undefined ? {} : { iscn }),
    located: view.components.some((component) =>
      [
        COMPONENT.exactRange,
        COMPONENT.innerRange,
        COMPONENT.outerRange,
        COMPONENT.exactRangeStu1,
        COMPONENT.iscn,
        COMPONENT.transcript,
      ].some((code) => component.codes.has(code)),
    ),
    profiles: list(isRecord(view.entry.resource['meta']) ? view.entry.resource['meta']['profile'] : undefined)
      .flatMap((profile) => text(profile) ?? [])
      .join(' '),
  };
}

/** "Uncertain Significance" as the code itself, as ClinVar's own terms are sent. */
function wordsAsCodes({ codings }: Concept): readonly string[] {
  return codings.flatMap(({ code, display }) => (display === undefined && /[a-z]{3}/.test(code) ? [code] : []));
}

/** A structure that could not be read is no name. */
function isJson(words: string): boolean {
  return /^\s*\{/.test(words);
}

/** Codes and words of a concept that is itself notation. */
function notations(of: Concept): readonly string[] {
  return unique([
    ...of.codings.flatMap(({ code, display }) => [code, display ?? ''].filter((item) => item !== '')),
    ...(of.text === undefined ? [] : [of.text]),
  ]).map(withEitherShort);
}

/** "V600E" in the protein slot and "1799T>A" in the coding slot lack only the letter that the slot implies. */
function prefixed(slot: string, written: string): string {
  if (slot === COMPONENT.pHgvs && /^(?:[A-Z][a-z]{2}|[A-Z])\d{1,5}(?:[A-Z][a-z]{2}|[A-Z*])(?:fs\S*)?$/.test(written)) return `p.${written}`;
  return slot === COMPONENT.cHgvs && /^\d{1,6}(?:[+-]\d{1,5})?(?:[ACGT]>[ACGT]|(?:_\d{1,6})?(?:del|ins|dup)[ACGT]*)$/.test(written)
    ? `c.${written}`
    : written;
}

/** The test's name, when it names a change ("EGFR exon 19 deletion"), not when it is only "Genetic variant assessment". */
function codeWords(view: ObservationView): readonly string[] {
  return wordings(view.code).filter(
    (words) => !/genetic variant assessment/i.test(words) && /\b(?:exon|fusion|amplif|[A-Z]\d{2,4}[A-Z])\b/.test(words),
  );
}

function dbsnpIds(of: Concept): readonly string[] {
  return of.codings.flatMap(({ system, code }) => {
    if (/^rs\d+$/i.test(code)) return [code.toLowerCase()];
    return (system === DBSNP || /dbsnp|projects\/SNP|\/SNP$/i.test(system)) && /^\d+$/.test(code) ? [`rs${code}`] : [];
  });
}

function isClinvar(system: string): boolean {
  return system === CLINVAR || /clinvar/i.test(system);
}

/** A note about one variant may hold its rsID; a note with several is not about one. */
function oneIn(notes: readonly string[]): readonly string[] {
  const ids = rsIdsIn(notes.join(' '));
  return ids.length === 1 ? ids : [];
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items.filter((item) => item !== ''))];
}
