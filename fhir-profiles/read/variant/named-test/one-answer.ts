/** What one answer of a named test comes to: one variant, found or not, or a result that was not read. */
import { alternativesInName } from '../../../codes/alternatives-in-name.ts';
import { exonInEnglish } from '../../../codes/test-words.ts';
import { withSymbols } from '../../../codes/gene/spellings.ts';
import { SEQUENCE_CHANGE, changeMeaning, classificationOf } from '../../../codes/genomics/variant-terms.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import type { Classification, DataWarning, Presence, VariantFact } from '../../../facts.ts';
import { quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { classificationStated, oneClassification, type Attached } from '../result/attached.ts';
import { withEitherShort } from '../notation/either-change.ts';
import { contradictingNames } from '../notation/contradicting-names.ts';
import { deniedPart } from './denied-part.ts';
import { codonsNamed, isElsewhere } from './except.ts';
import { hasForeignWord } from './foreign-words.ts';
import { readBesideFusion } from './beside-fusion.ts';
import { fusionAlone, fusionOf, partnersInText, rearrangedAlone } from '../notation/fusion.ts';
import { findHgvs } from '../notation/hgvs.ts';
import {
  answersAnother,
  askedFor,
  CLASSED,
  COUNTED,
  DOUBTED,
  EITHER,
  inFull,
  isCalledNormal,
  LOST,
  measuredPresence,
  OF_WHOLE_GENES,
  ofExon,
  tellsPart,
  TYPED,
} from './answers.ts';
import { mutated, namesFrom, proteinChanges, sequenceOnly } from './names.ts';
import { withHgvsOfBrca } from './legacy-brca.ts';
import { shareSays } from './share-of-change.ts';
import { type TestName } from './test-name.ts';
import { severalChanges } from '../notation/several-changes.ts';
import { type SpokenPart } from './spoken-parts.ts';
import { spokenOf } from './spoken-value.ts';
import { exonIn, exonsListed, originOf } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';
import { valueNamesChange } from '../result/value-names-change.ts';
import { contradictory, type VariantReading } from '../result/index.ts';

/**
 * "L858R, T790M not detected", "exon 19 deletion, T790M negative": the first may be what was found. "L858R and T790M not detected" denies both, and so does
 * one denial before a list.
 */
const DENIED_LAST =
  /^(?!.*\b(?:and|or|nor|no|neither|both|all|none|&)\b)[^,]*(?:[A-Z]\d{1,4}[A-Z*]|exon \d{1,2} (?:del|ins|dup|skip))[^,]{0,40},[^,]*(?:[A-Z]\d{1,4}[A-Z*]|exon \d{1,2} (?:del|ins|dup|skip)[a-z]*)\W*(?:mutation )?(?:(?:is|was|were|are) )?(?:not (?:detected|found|present|identified|seen)|negative|absent|undetected)\W*$/i;

/** "exon 19 deletion" and nothing else. */
const EXON_ALONE = /^\s*(?:MET )?exon \d{1,2} (?:deletion|insertion|skipping|mutation)\s*$/i;
const CODON_ALONE = /^codon \d{1,4}(?:\/\d{1,4})* mutation$/;

/** On file for its genes, with what could not be read. */
export function unreadTest(genes: readonly string[], said: readonly string[], view: ObservationView): VariantReading {
  const what = said[0] === undefined ? 'has no readable value' : `says ${quoted(said[0])}`;
  return { facts: [], warnings: [unparsed(view.entry, `A test of ${genes.join(', ')} ${what} and was not used.`)], unreadGenes: genes };
}

/** `part`: one of several statements of the value; absent = the value says one thing. */
export function readOne(asked: TestName, view: ObservationView, chart: Chart, attached: Attached, part?: SpokenPart): VariantReading {
  const [only = null, ...others] = asked.genes;
  const said = (part === undefined ? spokenOf(view) : [part.text]).map((text) =>
    codonsNamed(ofExon(inFull(withHgvsOfBrca(text, others.length === 0 ? only : null), asked.genes), asked.words)),
  );
  const changes = said.flatMap(proteinChanges);
  const spoken = findHgvs(said);
  // "FGFR2: FGFR2-BICC1 fusion": the value names the partner that the test did not know.
  const fused = asked.genes.length === 1 ? fusedWith(asked.genes[0] ?? '', said, chart) : null;
  const test: TestName =
    fused !== null
      ? { genes: fused, words: [`${fused.join('::')} fusion`], asks: 'rearrangement' }
      : answersAnother(asked, said)
        ? { ...asked, words: [], asks: 'unsaid' }
        : tellsPart(asked, said)
          ? { ...asked, words: [] }
          : asked;
  if (test.asks === 'rearrangement' && test.genes.length === 2) {
    const beside = readBesideFusion(test, said, part?.presence ?? statedPresence(view), chart.vocabulary.genes, (of, saidOf) =>
      readOne(of, view, chart, attached, said.length === 0 && view.value?.kind === 'quantity' && of.asks === 'change' ? undefined : saidOf),
    );
    if (beside !== null) return beside === 'unread' ? unreadTest(test.genes, said, view) : beside;
  }
  const { genes, words: tested } = test;
  const presence =
    part?.presence ??
    statedPresence(view) ??
    measuredPresence(view, test) ??
    (OF_WHOLE_GENES.has(test.asks) ? null : shareSays(view, test.words, said)) ??
    // Put into these words when the value was read: below what can be seen, or under a heading that denies.
    (said.length > 0 && said.every((text) => text.endsWith(' not detected')) ? 'absent' : null) ??
    (said.some((text) => TYPED.test(text) || COUNTED.test(text)) ? 'present' : null);
  const hgvs = findHgvs([...said, ...tested]);
  const contradiction = contradictingNames(spoken, said);
  if (contradiction !== null && presence !== 'absent') return contradictory(contradiction, genes, view);
  const [gene = ''] = genes;
  // Pharmacogene tests are read as genotypes; what cannot be read there is said there.
  if (genes.every((symbol) => pgxGene(symbol) !== null) && hgvs.c.length === 0) return { facts: [], warnings: [] };
  const found = hgvs.c.length > 0 || hgvs.p.length > 0 || changes.length > 0;
  // A change that only the name of the test holds, or that stands beside words nobody knows, was asked for; whether it was found is not said.
  const answered = said.length > 0 && !said.some((text) => hasForeignWord(text, chart.vocabulary.genes));
  const lost = test.asks === 'unsaid' && said.length > 0 && said.every((text) => LOST.test(text.trim()));
  const alone = test.asks === 'rearrangement' && fusionAlone(said, chart.vocabulary.genes) !== null;
  // "Deletion of exons 1-2, pathogenic": what is classified was found.
  const classed = said.some((text) => CLASSED.test(text) && !DOUBTED.test(text));

  const broken = genes.length === 1 && rearrangedAlone(said) === gene;
  const named = spoken.c.length + spoken.p.length + changes.length > 0;
  const stated =
    lost ||
    named ||
    alone ||
    broken ||
    said.some((text) => EXON_ALONE.test(text) || CODON_ALONE.test(text)) ||
    classed ||
    fused !== null ||
    valueNamesChange(view, genes);
  // Behind a finding, "exon 19 deletion (L858R, T790M negative)", it is of both.
  if (presence === 'absent' && part === undefined && said.some((text) => severalChanges(text) !== null && DENIED_LAST.test(text)))
    return unreadTest(genes, said, view);
  if (presence !== 'absent' && said.some((text) => EITHER.test(text))) {
    const origin = originInWords(view, [...said, ...tested, test.origin ?? asked.origin ?? '']);
    const one =
      presence === 'present' && part === undefined && genes.length === 1 && said.length === 1 ? EITHER.exec(said[0] ?? '')?.[0] : undefined;
    if (one === undefined) return unreadTest(genes, said, view);
    return { facts: [openFact(gene, `${gene} ${withEitherShort(one)}`, view, origin)], warnings: [] };
  }
  const decided = presence ?? (lost || (stated && answered && !isCalledNormal(view)) ? 'present' : null);
  if (decided === null) return unreadTest(genes, said.length > 0 ? said : wordings(valueConcept(view.value)), view);
  const texts = [...said, ...tested];
  const meaning =
    decided === 'present' && changes.length === 0 && hgvs.p.length === 0
      ? (changeMeaning([], texts) ?? askedFor(lost ? 'loss' : test.asks))
      : (changeMeaning([], texts) ?? (test.asks === 'loss' || test.asks === 'rearrangement' ? askedFor(test.asks) : null));
  // "ALK: positive" may be a staining, a break or a mutation.
  if (
    test.asks === 'unsaid' &&
    decided === 'present' &&
    !found &&
    meaning === null &&
    !said.some((text) => /mutat|variant|alteration|pathogenic|oncogenic|\bexons?\s*\d|EGFRvIII/i.test(text))
  )
    return {
      facts: [],
      warnings: [unparsed(view.entry, `A test of ${gene} is positive without saying for what and was not used.`)],
      unreadGenes: genes,
    };
  const kind = found && meaning?.kind !== 'indel' ? 'snv' : (meaning?.kind ?? 'other');
  const exon = exonsListed(texts) ?? exonIn(texts);
  const classifications = [...attached.classifications, ...[classificationStated(view)].flatMap((stated) => stated ?? [])];
  const sequence = decided === 'absent' ? sequenceOnly(test, said) : [];
  if (decided === 'present' && part === undefined && !named && fused === null && tested.length > 0) {
    const either = eitherOfName(test, view, said, originInWords(view, [...texts, test.origin ?? asked.origin ?? '']));
    if (either !== null) return { facts: [either], warnings: [] };
  }
  const elsewhere = part === undefined && decided === 'present' && !found ? wordings(valueConcept(view.value)).filter(isElsewhere) : [];
  const fact: VariantFact = {
    id: view.entry.reference,
    gene,
    genes,
    kind,
    presence: decided,
    origin: originInWords(view, [...texts, test.origin ?? asked.origin ?? '']),
    ...(hgvs.c[0] === undefined ? {} : { cHgvs: hgvs.c[0].change }),
    ...(hgvs.p[0] === undefined ? {} : { pHgvs: hgvs.p[0] }),
    ...(hgvs.g[0] === undefined ? {} : { gHgvs: hgvs.g[0] }),
    ...(hgvs.c[0]?.transcript === undefined ? {} : { transcript: hgvs.c[0].transcript }),
    rsIds: [],
    clinvarIds: [],
    names:
      elsewhere.length > 0
        ? elsewhere
        : [
            ...(decided === 'absent' ? namesDenied(test, said, changes) : namesFrom(test, said, changes)),
            ...(decided === 'present' && !found && kind === 'other' ? mutated(test, said) : []),
            ...sequence,
          ].filter((name, _, all) => all.length < 2 || name.trim() !== gene),
    ...(exon === undefined ? {} : { exon }),
    ...(meaning?.copyChange === undefined ? {} : { copyChange: meaning.copyChange }),
    ...(kind === 'fusion' ? { fusion: fusionOf(view, genes, texts, chart.vocabulary.genes) } : {}),
    ...(sequence.length > 0 ? { changeType: SEQUENCE_CHANGE } : meaning === null ? {} : { changeType: meaning.term }),
    classification: oneClassification(classifications.length > 0 ? classifications : said.flatMap(classifiedAs)),
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
  return { facts: [fact], warnings: test.stain === undefined ? [] : [surrogate(view, decided)] };
}

/**
 * VE1 against sequencing: in melanoma 85 % of V600E found, none wrongly, and no V600K (J Cutan Pathol, doi 10.1111/cup.12364); in colorectal carcinoma 71 %,
 * and 26 % stained without it (abstract "not a useful surrogate for genotyping in colorectal adenocarcinoma"; both looked up 2026-11-23).
 */
function surrogate(view: ObservationView, presence: Presence): DataWarning {
  const message =
    presence === 'present'
      ? 'BRAF V600E is shown by a stain (VE1), which stands for the mutation and is no test of the gene: before a drug is chosen by it a molecular test confirms it.'
      : 'The stain for BRAF V600E (VE1) does not see V600K or other changes of BRAF, and misses some V600E: a molecular test rules them out.';
  return unparsed(view.entry, message);
}

/** "EGFR exon 20 insertion/T790M: positive": one of the two, and nobody may take either of them for found. */
function eitherOfName(
  { genes }: TestName,
  view: ObservationView,
  said: readonly string[],
  origin: VariantFact['origin'],
): VariantFact | null {
  const [gene] = genes;
  const name = wordings(view.code)
    .map((text) => withSymbols(exonInEnglish(text)))
    .find((text) => alternativesInName(text) !== null);
  if (gene === undefined || genes.length > 1 || name === undefined || said.some(tellsKind)) return null;
  return openFact(gene, name, view, origin);
}
/** A finding of which the name says that it is one of several. */
function openFact(gene: string, name: string, view: ObservationView, origin: VariantFact['origin']): VariantFact {
  return {
    id: view.entry.reference,
    gene,
    genes: [gene],
    kind: 'other',
    presence: 'present',
    origin,
    rsIds: [],
    clinvarIds: [],
    names: [name],
    classification: oneClassification([classificationStated(view)].flatMap((stated) => stated ?? [])),
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
}
/** A value that names an exon, a fusion or copies says which of them it is. */
const tellsKind = (text: string): boolean => /\bex(?:on)?\s?\d|fusion|rearrang|amplif|\bdel|\bins/i.test(text);

/** Names of what was looked for and not found; a part of the gene that the value alone names is no negative of the gene. */
function namesDenied(test: TestName, said: readonly string[], changes: readonly string[]): readonly string[] {
  const [part, ...more] = said.map((text) => deniedPart(text, test.genes));
  const names = namesFrom(test, said, changes);
  return part !== undefined && part !== null && more.length === 0 && changes.length === 0 ? [part] : names.map(placeDenied);
}

/** "No mutation in exon 2, 3 or 4" as the name of what was looked at: "exon 2, 3 or 4". */
const placeDenied = (name: string): string =>
  name.replace(
    /^(?:no|keine?)\s+(?:\w+\s+)?(?:mutations?|mutationen|variants?|alterations?)\s+(?:(?:was|were)\s+)?(?:detected\s+|found\s+|identified\s+)?in\s+(?=(?:exons?|codons?)\b)/i,
    '',
  );

/** Both partners, when the value names a fusion of the gene asked about. */
function fusedWith(gene: string, said: readonly string[], chart: Chart): readonly string[] | null {
  const partners = partnersInText(said, chart.vocabulary.genes);
  const genes = [partners?.fivePrime, partners?.threePrime].flatMap((partner) => partner ?? []);
  return genes.length === 2 && genes.includes(gene) ? genes : null;
}

/** Origin by component, else by the words of the test and its value. */
function originInWords(view: ObservationView, texts: readonly string[]): VariantFact['origin'] {
  const stated = originOf(view);
  if (stated === 'somatic' || (stated === 'germline' && !texts.some((text) => /\bsomatic\b/i.test(text)))) return stated;
  const germline = texts.some((text) => /\bgerm-?line\b|\bhereditary\b|\binherited\b/i.test(text));
  const somatic = texts.some((text) => /\bsomatic\b|\btumou?r\b|\bct-?DNA\b/i.test(text));
  return germline === somatic ? 'unknown' : germline ? 'germline' : 'somatic';
}

const classifiedAs = (text: string): readonly Classification[] => {
  const found = classificationOf([], [text]);
  return found === null ? [] : [found];
};
