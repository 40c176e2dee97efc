/**
 * Laboratory tests named after one gene's alteration and filed without genomic codes: "KRAS gene mutation analysis: p.G12C detected",
 * "ALK rearrangement by FISH: negative". Recognised by their own words; a number or an unclear word gives no variant.
 */
import { findingsInEnglish } from '../../../codes/finding-words.ts';
import { SEQUENCE_CHANGE } from '../../../codes/genomics/variant-terms.ts';
import type { VariantFact } from '../../../facts.ts';
import { conflict, quoted, type Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { type Attached } from '../result/attached.ts';
import { answeredDenial } from './denial-as-title.ts';
import { hasForeignWord } from './foreign-words.ts';
import { partnersInText } from '../notation/fusion.ts';
import { isYesOrNo, toldOfTheTest } from '../../germline/named-test/about-the-test.ts';
import { proteinChanges } from './names.ts';
import { isOneOfRas, oneOfRas } from './one-of-ras.ts';
import { readProteinStain, readScreeningStain } from './protein-stain.ts';
import { testName, type TestName } from './test-name.ts';
import { severalChanges } from '../notation/several-changes.ts';
import { answersByPlace } from './answers-by-place.ts';
import { isOpenOfChange, spokenParts, type SpokenPart } from './spoken-parts.ts';
import { symbolsIn } from '../result/variant-genes.ts';
import { statedPresence } from '../parts/stated-presence.ts';
import { type VariantReading } from '../result/index.ts';
import { readOne, unreadTest } from './one-answer.ts';
import { hasUnclearHeading, spokenOf } from './spoken-value.ts';

export function namesTumourVariant(view: ObservationView, chart: Chart): boolean {
  return testName(view, chart) !== null && !listsCoverage(view);
}

/** Genes of the tumour that the test asks about, by its code or its name. */
export const genesOfNamedTest = (view: ObservationView, chart: Chart): readonly string[] => testName(view, chart)?.genes ?? [];

/** "KRAS variants tested: G12C, G12D": what was looked for is not what was found. */
function listsCoverage(view: ObservationView): boolean {
  const said = view.value?.kind === 'boolean' ? [String(view.value.value)] : wordings(valueConcept(view.value));
  if (said.length === 0) return false;
  const told = toldOfTheTest(wordings(view.code).join(' '), said.join(' '));
  // "BRAF V600E result reviewed": yes.
  return told === 'coverage' || (told === 'remark' && said.every(isYesOrNo));
}

export function readNamedVariantTest(view: ObservationView, chart: Chart, attached: Attached): VariantReading {
  const test = testName(view, chart);
  if (test === null) return { facts: [], warnings: [] };
  // Whose the sample is that checks the assay, or a patient's course, the title does not say.
  if (wordings(view.code).some((name) => CONTROL_SAMPLE.test(name)))
    return unreadTest(test.genes, wordings(valueConcept(view.value)), view);
  if (test.asks === 'protein') return readProteinStain(test.genes, view);
  if (test.asks === 'disputed') {
    const [gene = '', another] = test.genes;
    const message =
      another === undefined
        ? `A result with the code of a test of ${gene} is titled ${quoted(wordings(view.code)[0] ?? '')}; it was not used.`
        : `Code and name of a result stand for different genes (${test.genes.join(', ')}); it was not used.`;
    return { facts: [], warnings: [conflict(view.entry, message)], unreadGenes: test.genes };
  }
  if (test.asks === 'screen') return readScreeningStain(test.genes, view);
  const denial = answeredDenial(view, test.genes);
  if (denial === 'unclear') return unreadTest(test.genes, wordings(valueConcept(view.value)), view);
  if (denial === 'absent' && test.group !== true) return readOne(test, view, chart, attached, NOTHING_FOUND);
  const unclear = (text: string): boolean => hasForeignWord(text, chart.vocabulary.genes);
  const byPlace = spokenOf(view)
    .map((text) => (test.genes.length === 1 ? answersByPlace(text, test.genes[0] ?? '') : null))
    .find((answers) => answers !== null);
  if (byPlace === 'unclear' || hasUnclearHeading(view)) return unreadTest(test.genes, wordings(valueConcept(view.value)), view);
  if (byPlace?.length === 1) return readOne(test, view, chart, attached, byPlace[0]);
  const parts = eachChangeApart(byPlace ?? spokenParts(spokenOf(view), unclear), view, unclear);
  if (parts?.every(({ text }) => YES_OR_NO.test(text)) === true)
    return unreadTest(
      test.genes,
      parts.map(({ text }) => text),
      view,
    );
  if (parts !== null) return readParts(test, parts, view, chart, attached);
  if (test.group === true) return readGroup(test, view, chart, attached, denial === 'absent' ? NOTHING_FOUND : undefined);
  const other = otherGeneNamed(test, view, chart);
  return readOne(other === null ? test : { ...test, genes: [other], words: [], asks: 'unsaid' }, view, chart, attached);
}

const CONTROL_SAMPLE = /\bcontrol (?:sample|DNA|specimen|material)\b|\bKontrollprobe\b/i;
/** What "Yes" says under a title that denies. */
const NOTHING_FOUND: SpokenPart = { text: 'Negative', presence: 'absent' };
/** "Positive in 2019, negative in 2026" says both of the same. */
const YES_OR_NO = /^\W*(?:positive|negative|(?:not )?(?:detected|present|found)|absent)\b(?:\s|in|on|at|of|\W|\d)*$/i;

/** "T790M and L858R detected" are two findings, beside a finding that is not there as well as alone. */
function eachChangeApart(
  parts: readonly SpokenPart[] | null,
  view: ObservationView,
  unclear: (text: string) => boolean,
): readonly SpokenPart[] | null {
  const apart = (text: string): readonly SpokenPart[] | null =>
    severalChanges(text)?.map((one) => ({ text: one, presence: 'present' })) ?? null;
  if (parts !== null) return parts.flatMap((part) => (part.presence === 'present' ? (apart(part.text) ?? [part]) : [part]));
  const presence = statedPresence(view);
  return presence === 'present' || (presence === null && !spokenOf(view).some(unclear))
    ? (spokenOf(view)
        .map(apart)
        .find((found) => found !== null) ?? null)
    : null;
}

/** What is found and what is not, each for the gene that its part names; a part that cannot be given to one gene leaves the whole unread. */
function readParts(test: TestName, parts: readonly SpokenPart[], view: ObservationView, chart: Chart, attached: Attached): VariantReading {
  const said = parts.filter((part) => part.presence === 'present' || part.presence === 'absent' || isOpenOfChange(part));
  const facts: VariantFact[] = [];
  const named = new Set(said.flatMap(({ text }) => symbolsIn(text, chart)));
  const left = test.genes.filter((gene) => !named.has(gene));
  // "Detected; T790M not detected" under the name of L858R: the first answers the name, and the rest is of something else.
  const titled = said.some(({ presence, text }) => presence === 'present' && BARE_FINDING.test(text));
  if (titled && said.some(({ presence, text }) => presence === 'absent' && deniesAsked(test, text)))
    return unreadTest(
      test.genes,
      parts.map(({ text }) => text),
      view,
    );
  for (const [at, part] of said.flatMap((one) => eachGeneDenied(test, one, chart)).entries()) {
    const symbols = [...new Set(symbolsIn(part.text, chart))];
    // "BTK/PLCG2: C481S; PLCG2 wild type": a change without a gene is of the one that no other part names.
    const apart = test.genes.length > 1 && symbols.length === 0 && left.length === 1 && proteinChanges(part.text).length > 0;
    const named = apart ? left : symbols.filter((gene) => test.genes.includes(gene));
    // "EGFR L858R, TP53 R175H": a part that names another gene alone is of that one.
    const beside = symbols.length === 1 && named.length === 0;
    const genes = apart ? named : beside ? symbols : test.group === true ? named : test.genes;
    if (test.group === true && genes.length !== 1)
      return unreadTest(
        test.genes,
        parts.map(({ text }) => text),
        view,
      );
    const elsewhere = !genes.some((gene) => test.genes.includes(gene));
    const words =
      part.presence === 'present'
        ? BARE_FINDING.test(part.text)
          ? test.words
          : []
        : titled || elsewhere || isOpenOfChange(part)
          ? []
          : test.words;
    const asked: TestName = apart || elsewhere ? { ...test, genes, words: [], asks: 'unsaid' } : { ...test, genes, words };
    const reading = readOne(asked, view, chart, attached, part);
    if (reading.unreadGenes !== undefined)
      return unreadTest(
        test.genes,
        parts.map(({ text }) => text),
        view,
      );
    for (const fact of reading.facts) {
      const id = at === 0 ? fact.id : `${fact.id}#${at}`;
      const named = fact.pHgvs !== undefined || fact.names.some((name) => PROTEIN_CHANGE.test(name) || EXON_CHANGE.test(name));
      if (fact.presence === 'present' || named) facts.push({ ...fact, id });
      // "No mutation in codon 61" beside a finding is no negative of the gene; "NRAS: not detected" is one of NRAS.
      else if (test.group === true) facts.push({ ...fact, id, names: [] });
    }
  }
  return { facts, warnings: [] };
}

/** "NRAS and BRAF wild type", "RAS negative" under the name of a list of genes: one denial for each of them, where nothing narrows it. */
function eachGeneDenied({ group, genes }: TestName, part: SpokenPart, chart: Chart): readonly SpokenPart[] {
  if (group !== true || part.presence !== 'absent') return [part];
  const symbols = [...new Set(symbolsIn(part.text, chart))];
  const named = symbols.length === 0 && RAS.test(part.text) ? ['KRAS', 'NRAS'] : symbols;
  const plain = named.length > 1 && named.every((gene) => genes.includes(gene)) && PLAIN_DENIAL.test(part.text.replace(SYMBOLS, ' '));
  return plain ? named.map((gene) => ({ ...part, text: `${gene} wild type` })) : [part];
}
const RAS = /(?<![A-Za-z])RAS(?![A-Za-z0-9])/;
const SYMBOLS = /\b[A-Z][A-Z0-9-]{2,7}\b/g;
const PLAIN_DENIAL =
  /^(?:[\s,;:/&.+-]|\b(?:and|or|nor|both|neither|are|were|is|was|no|not|in|of|genes?|mutations?|variants?|detected|found|identified|mutated|wild|type|wt|negative|absent)\b)+$/i;

/** The answer to what the test's own name asks, and no word more. */
const BARE_FINDING = /^\W*(?:positive|(?:is |was )?(?:detected|present|found|identified)|mutated|mutant)\W*$/i;
/** The change that the test's name asks for, denied beside a "detected" of it. */
function deniesAsked({ words }: TestName, text: string): boolean {
  const asked = words.flatMap((name) => [...proteinChanges(name), EXON_CHANGE.exec(name)?.[0].toLowerCase() ?? []].flat());
  return [...proteinChanges(text), EXON_CHANGE.exec(text)?.[0].toLowerCase()].some(
    (change) => change !== undefined && asked.includes(change),
  );
}

/** "Exon 14 skipping not detected" beside an amplification is an answer of its own. */
const EXON_CHANGE = /\bexon \d{1,2} (?:deletion|insertion|skipping)\b/i;
const PROTEIN_CHANGE = /^[A-Z]\d{1,4}[A-Z*]$/;

/** "ROS1 rearranged" as the value of a test of ALK: a gene that the value names alone owns what is said of it. */
function otherGeneNamed({ genes }: TestName, view: ObservationView, chart: Chart): string | null {
  const named = [...new Set(spokenOf(view).flatMap((text) => symbolsIn(text, chart)))];
  const [one] = named;
  if (
    one === undefined ||
    named.length > 1 ||
    genes.includes(one) ||
    spokenOf(view).some((text) => partnersInText([text], chart.vocabulary.genes) !== null)
  )
    return null;
  return spokenOf(view).some((text) => FOUND_OF_GENE.test(text)) ? one : null;
}
const FOUND_OF_GENE =
  /(?<![A-Za-z0-9])(?:p\.|c\.)?[A-Z]\d{1,4}[A-Za-z*]|\bre-?arranged\b|\bre-?arrangement\b|\bfusion\b|\bamplifi|\bmutat|\bex(?:on)?\s?\d|\bvIII\b|\b(?:ITD|TKD|PTD)\b/;

/** "RAS: wild type" is a negative of each gene; a finding is of the gene that the value names. */
function readGroup(test: TestName, view: ObservationView, chart: Chart, attached: Attached, part?: SpokenPart): VariantReading {
  const said = spokenOf(view);
  const partners = partnersInText(said, chart.vocabulary.genes);
  const fused = [partners?.fivePrime, partners?.threePrime].flatMap((gene) => gene ?? []);
  if (fused.some((gene) => test.genes.includes(gene)))
    return readOne({ genes: fused, words: [`${fused.join('::')} fusion`], asks: 'rearrangement' }, view, chart, attached);
  const named = [...new Set(said.flatMap((text) => symbolsIn(text, chart)))].filter((gene) => test.genes.includes(gene));
  const presence = part?.presence ?? statedPresence(view);
  if (presence === 'absent' && (named.length === 0 || named.length === test.genes.length)) {
    const readings = test.genes.map((gene) => readOne({ ...test, genes: [gene] }, view, chart, attached, part));
    const facts = readings.flatMap(({ facts: own }) =>
      own.map((fact) => {
        const names = fact.changeType === SEQUENCE_CHANGE ? [`${fact.gene} mutation`] : [];
        return { ...fact, id: `${fact.id}#${fact.gene}`, names };
      }),
    );
    return { facts, warnings: [] };
  }
  const [gene] = named;
  if (named.length === 0 && isOneOfRas(test, presence, said.map(findingsInEnglish))) return oneOfRas(test, view);
  if (named.length === 1 && gene !== undefined) return readOne({ ...test, words: [], genes: [gene] }, view, chart, attached);
  return unreadTest(test.genes, said, view);
}
