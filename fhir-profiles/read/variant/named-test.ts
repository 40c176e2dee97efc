/**
 * Laboratory tests named after one gene's alteration and filed without genomic codes: "KRAS gene mutation analysis: p.G12C detected",
 * "ALK rearrangement by FISH: negative". Recognised by their own words; a number or an unclear word gives no variant.
 */
import { changeMeaning } from '../../codes/variant-terms.ts';
import { pgxGene } from '../../codes/pgx-genes.ts';
import type { VariantFact } from '../../facts.ts';
import { quoted, unparsed, type Chart } from '../chart.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import type { ObservationView } from '../observation.ts';
import { oneClassification, type Attached } from './attached.ts';
import { fusionOf, partnersInText } from './fusion.ts';
import { findHgvs } from './hgvs.ts';
import { exonIn, originOf, presenceInWords, statedPresence } from './variant-parts.ts';
import type { VariantReading } from './variant.ts';
import { symbolsIn } from './variant-genes.ts';

const TEST_WORDS =
  /\b(?:mutations?|mutated|variants?|rearrangements?|fusions?|translocations?|amplification|gene analysis|mutation analysis|sequencing|skipping|ITD)\b/i;
const PROTEIN_TEST =
  /\b(?:antigen|Ag|antibod|immune stain|IHC|immunohisto|receptor status|expression by|burden|instability|copy number\/)/i;

export function namesTumourVariant(view: ObservationView, chart: Chart): boolean {
  const words = wordings(view.code);
  if (!words.some((text) => TEST_WORDS.test(text) && !PROTEIN_TEST.test(text))) return false;
  const genes = testGenes(view, chart);
  return genes.length === 1 || (genes.length === 2 && partnersInText(words, chart.vocabulary.genes) !== null);
}

function testGenes(view: ObservationView, chart: Chart): readonly string[] {
  // "EML4-ALK fusion" names two genes; read as words it would be one unknown name.
  const partners = partnersInText(wordings(view.code), chart.vocabulary.genes);
  if (partners !== null) return [partners.fivePrime, partners.threePrime].flatMap((gene) => gene ?? []);
  return [...new Set(wordings(view.code).flatMap((text) => symbolsIn(text, chart)))];
}

export function readNamedVariantTest(view: ObservationView, chart: Chart, attached: Attached): VariantReading {
  const value = valueConcept(view.value);
  const said = wordings(value);
  const tested = wordings(view.code);
  const genes = testGenes(view, chart);
  const presence = statedPresence(view);
  const hgvs = findHgvs([...said, ...tested]);
  const changes = said.flatMap(proteinChanges);
  const [gene = ''] = genes;
  // Pharmacogene tests are read as genotypes; what cannot be read there is said there.
  if (genes.every((symbol) => pgxGene(symbol) !== null) && hgvs.c.length === 0) return { facts: [], warnings: [] };
  const found = hgvs.c.length > 0 || hgvs.p.length > 0 || changes.length > 0;
  const decided = presence ?? (found ? 'present' : null);
  if (decided === null) {
    const what = said[0] === undefined ? 'has no readable value' : `says ${quoted(said[0])}`;
    return { facts: [], warnings: [unparsed(view.entry, `A test of ${gene} ${what} and was not used.`)] };
  }
  const texts = [...said, ...tested];
  const meaning = changeMeaning([], texts);
  const kind = found && meaning?.kind !== 'indel' ? 'snv' : (meaning?.kind ?? 'other');
  const exon = exonIn(texts);
  const fact: VariantFact = {
    id: view.entry.reference,
    gene,
    genes,
    kind,
    presence: decided,
    origin: originOf(view),
    ...(hgvs.c[0] === undefined ? {} : { cHgvs: hgvs.c[0].change }),
    ...(hgvs.p[0] === undefined ? {} : { pHgvs: hgvs.p[0] }),
    ...(hgvs.g[0] === undefined ? {} : { gHgvs: hgvs.g[0] }),
    ...(hgvs.c[0]?.transcript === undefined ? {} : { transcript: hgvs.c[0].transcript }),
    rsIds: [],
    clinvarIds: [],
    names: namesFrom(tested, said, changes),
    ...(exon === undefined ? {} : { exon }),
    ...(meaning?.copyChange === undefined ? {} : { copyChange: meaning.copyChange }),
    ...(kind === 'fusion' ? { fusion: fusionOf(view, genes, texts, chart.vocabulary.genes) } : {}),
    ...(meaning === null ? {} : { changeType: meaning.term }),
    classification: oneClassification(attached.classifications),
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
  return { facts: [fact], warnings: [] };
}

const CHANGE =
  /(?<![A-Za-z0-9.])[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:_[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:del|dup|ins|delins)[ACDEFGHIKLMNPQRSTVWY]*|[ACDEFGHIKLMNPQRSTVWY*]|fs|del|dup)(?![A-Za-z0-9])/g;

/** "G12C", "V600E", "L747_P753delinsS" standing alone in a result text. */
function proteinChanges(text: string): readonly string[] {
  return [...text.matchAll(CHANGE)].map(([change]) => change);
}

/** Names of the change: single changes in the value; else the test's own name when it names one ("exon 19 deletion"). */
function namesFrom(tested: readonly string[], said: readonly string[], changes: readonly string[]): readonly string[] {
  const descriptive = said.filter((words) => words.split(/\s+/).length > 1 || presenceInWords(words) === null);
  return [
    ...new Set([
      ...changes,
      ...descriptive,
      ...tested.filter((words) => /\bexon|\b[A-Z]\d{2,4}[A-Z]\b|fusion|rearrang|amplif/i.test(words) || proteinChanges(words).length > 0),
    ]),
  ];
}
