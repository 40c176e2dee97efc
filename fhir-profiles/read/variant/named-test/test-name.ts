/**
 * What a laboratory test asks about by its own name or LOINC code: "KRAS gene mutation analysis", "FLT3-ITD", "BCR-ABL1 p210 quantitative
 * PCR", "ROS1 FISH", "BRAF V600E", 55764-5. Stainings and markers are for the biomarker reader, pharmacogenes for the genotype reader.
 */
import { biomarkerTest, cellMarker, isGeneralStain, silencedPromoter } from '../../../codes/biomarker-tests.ts';
import { testWithSymbols } from '../../../codes/gene/spellings.ts';
import { isMismatchStain } from '../../../codes/mismatch-stain.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { readKaryotype } from '../../../codes/genomics/translocations.ts';
import { exonInEnglish, testInEnglish } from '../../../codes/test-words.ts';
import { otherThing } from '../../../codes/title-of-marker.ts';
import { namesTreatment } from '../../../codes/title-of-treatment.ts';
import { asksPromoterMutation } from '../../../codes/promoter-mutations.ts';
import { tumourTest } from '../../../codes/tumour/test-codes.ts';
import { rememberedPer } from '../../../remembered.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { componentGenes } from '../../germline/result/stated-genes.ts';
import { markersApart } from '../../biomarker/several-markers.ts';
import { changesBeside } from '../result/change-in-fusion.ts';
import { deniesInTitle, withoutDenial } from './denial-as-title.ts';
import { fusionAlone, partnersInText, rearrangedAlone } from '../notation/fusion.ts';
import { groupNamed, listedGenes, membersInFull, testedGenes } from '../notation/gene-groups.ts';
import { screenedByStain, stainedSuppressor } from './protein-stain.ts';
import { SEQUENCING_PRODUCT, withoutProduct } from '../../../codes/sequencing-products.ts';
import type { TestName } from './what-is-asked.ts';
import { withoutShare } from './share-of-change.ts';
import { shortNamesInFull } from '../notation/short-names.ts';
import { withProteinSign } from '../notation/three-letters.ts';
import { withHgvsOfBrca } from './legacy-brca.ts';
import { GENE_AND_METHOD, genesNamed, inPlainWords, isBareGene, partedByBlanks, spoken, transcriptOfBcr } from './written-name.ts';

export type { TestName } from './what-is-asked.ts';

const SEQUENCE_WORDS =
  /\b(?:mutations?|mutated|mutational|mutations?analysen?|mutaci[oó]n(?:es)?|mutazion[ei]|mutatie\w*|hotspots?|variants?|rearrangements?|fusions?|translocations?|amplification|(?:homozygous|deep) deletion|gene analysis|mutation analysis|sequencing|skipping|reversions?|ITD|TKD|internal tandem(?: duplication)?|break-?apart|transcripts?|RT-?PCR|PCR|FISH|(?:tyrosine )?kinase domain)\b|(?<!\p{L})(?:мутаци[яию]|мутаций|mutaatio(?:t|n|ta)?|mutaation)(?!\p{L})|변이|遺伝子変異|変異検査|突变/iu;
/** "PTEN loss", "CDKN2A deletion": the gene is asked for as gone; a deletion with an exon is a change of its own. */
const LOSS_TEST = /\b(?:gene )?(?:loss|deletion)\b(?!.*\bexon\b)/i;
const PROTEIN_TEST =
  /\b(?:antigen|Ag|antibod|immune stain|IHC|immunohisto\w*|receptor status|expression by|burden|instability|copy number\/)/i;
const REARRANGEMENT_WORDS = /rearrang|fusion|translocation|break-?apart|transcript/i;
/** A panel's result that is a fusion and nothing else. */
const PANEL_WORDS = /\bNGS\b|\bsequencing\b|\bpanel\b|\bmolecular (?:pathology|profil\w+)\b/i;
/** Genes whose in-situ test looks for a break; of the others (ERBB2, MET) it counts copies. */
const BREAK_APART = new Set([
  'ALK',
  'ROS1',
  'RET',
  'NTRK1',
  'NTRK2',
  'NTRK3',
  'FGFR2',
  'PDGFRA',
  'PDGFRB',
  'KMT2A',
  'EWSR1',
  'SS18',
  'TFE3',
  'NRG1',
]);
/** The antibody binds the mutant protein alone (clone H09): a stain for it is a test of the change. */
const MUTANT_IDH1_STAIN = /\bIDH-?1\b.*\bR132H\b.*\b(?:IHC|immun\w*|stain\w*)\b|\b(?:IHC|immun\w*|stain\w*)\b.*\bIDH-?1\b.*\bR132H\b/i;
/** The antibody VE1 binds BRAF V600E alone. */
const MUTANT_BRAF_STAIN =
  /\bBRAF\b.*\b(?:VE-?1\b|V600E\b.*\b(?:IHC|immun\w*|stain\w*))|\bVE-?1\b.*\b(?:BRAF|IHC|immun\w*|stain\w*|antibody)\b|\b(?:immun\w*|stain|antibody)\b.*\bVE-?1\b|^\W*(?:anti-?)?VE-?1\W*$/i;
/** "BCR-ABL1 kinase domain mutation analysis", "ABL resistance mutation". */
const ABL_DOMAIN = /\bABL1?\b.*\b(?:kinase domain|KD\b|resistan\w* mutation|mutation(?:al)? (?:analysis|testing|screen\w*|status))/i;
/** "BCR-ABL1 mutation". */
const NAMED_MUTATION = /\bmutations?\b/i;
/** Stain or mutation test alike: the residue is the same in all genes of histone H3, of which H3-3A stands for them here as in the label. */
const H3_K27M = /\bH3(?:\.[13])?[\s-]?(?:p\.)?\(?K2[78]M\b/i;
/** The D5F3 stain is the companion test of ALK inhibitors: positive is what their labels call ALK-positive. */
const ALK_STAIN = /^(?=.*\bALK\b).*\bD5F3\b/im;
const NAMED_CHANGE =
  /(?:^|\s)p?\.?[ACDEFGHIKLMNPQRSTVWY]\d{2,4}(?:[ACDEFGHIKLMNPQRSTVWY]|[A-Z]?fs\S*|\*|(?:_[A-Z]\d{2,4})?(?:del|dup|ins)\S*)(?![A-Za-z0-9])|\bp\.\(?[A-Z][a-z]{2}\d{1,4}|\bcodon \d{2,4}|\bexons?\s*\d{1,2}\b|EGFR\s?v(?:III|3)\b/i;

/** What tests that count a gene's copies may be called without its name. */
const OF_COPIES =
  /\b(?:genes?|genetic|genomic|amplif\w*|duplication|cop(?:y|ies)|numbers?|ratio|signals?|probes?|dual|molecular|DNA|CEP ?17)\b/gi;

/** "MET c.3082+1G>T", "BRCA1 c.5266dup". */
const CODING_CHANGE = /(?<![A-Za-z0-9])c\.[*-]?\d/;
/** "Exon-19-Deletion nachgewiesen". */
const EXON_CHANGE = /\bexon[- ]?\d{1,2}[- ]?(?:deletion|insertion|skipping)\b/i;
/** A value that begins with a change of the protein: "L858R detectada", "p.Gly12Cys". */
const CHANGE_FIRST = /^\s*(?:p\.\(?[A-Z][a-z]{2}\d{1,4}[A-Z*]|(?:p\.)?[ACDEFGHIKLMNPQRSTVWY]\d{2,4}[ACDEFGHIKLMNPQRSTVWY*](?![A-Za-z0-9]))/;

const names = new WeakMap<ObservationView, { readonly of: Chart; readonly name: TestName | null }>();

function originNamed(written: readonly string[]): NonNullable<TestName['origin']> | null {
  const said = written.map(inPlainWords);
  const germline = said.some((text) => /\bgerm-?line\b|\bhereditary\b|\binherited\b/i.test(text));
  const somatic = said.some((text) => /\bsomatic\b/i.test(text));
  return germline === somatic ? null : germline ? 'germline' : 'somatic';
}
/** Null for everything that is no test of a tumour gene. Asked by several readers, worked out once. */
export function testName(view: ObservationView, chart: Chart): TestName | null {
  const known = names.get(view);
  if (known !== undefined && known.of === chart) return known.name;
  const named = nameOfTest(view, chart);
  const origin = originNamed(wordings(view.code));
  const name = named === null || origin === null ? named : { ...named, origin };
  names.set(view, { of: chart, name });
  return name;
}

/** Names that say nothing of a tumour's genes, whatever the value. */
const isPlain = rememberedPer((joined, genes: GeneTable): boolean => {
  const own = joined.split(BETWEEN);
  return (
    !own.some((text) =>
      [ALK_STAIN, ABL_DOMAIN, MUTANT_IDH1_STAIN, MUTANT_BRAF_STAIN, H3_K27M, REARRANGEMENT_WORDS, PANEL_WORDS, SEQUENCING_PRODUCT].some(
        (one) => one.test(text),
      ),
    ) &&
    own.every(
      (text) => readKaryotype(text).fusions.length === 0 && screenedByStain(text) === null && genesNamed(text, genes).length === 0,
    ) &&
    stainedSuppressor(own) === null &&
    groupNamed(own) === null &&
    listedGenes(own, genes) === null &&
    partnersInText(own.map(spoken), genes) === null
  );
});
const BETWEEN = '\u0000';

/** "EGFR: >60" in capitals is the kidney's, not the gene's. */
function isFiltrationRate(written: readonly string[], said: readonly string[]): boolean {
  return (
    written.length > 0 &&
    written.every((text) => /^EGFR\W*$/i.test(text.trim())) &&
    said.some((text) => /^\s*[<>≤≥=]*\s*\d+(?:[.,]\d+)?\s*(?:m?L\/.*)?$/i.test(text))
  );
}

function nameOfTest(view: ObservationView, chart: Chart): TestName | null {
  const coded = [...view.codes].map(tumourTest).find((test) => test !== undefined);
  const written = wordings(view.code);
  const said = wordings(valueConcept(view.value));
  // "Immune stain study" with ALK as the gene studied is an ALK stain.
  const [studied, another] = isGeneralStain(view.codes, written) ? componentGenes(view, chart).symbols : [];
  const named = studied === undefined || another !== undefined ? written : [`${studied} IHC`];
  const own = named.map((text) =>
    shortNamesInFull(
      inPlainWords(
        withProteinSign(
          testWithSymbols(
            testInEnglish(withoutShare(withoutDenial(partedByBlanks(withHgvsOfBrca(membersInFull(text, chart.vocabulary.genes), null))))),
            said,
          ),
        ).replace(GENE_AND_METHOD, '$1 '),
      ),
    ),
  );
  const ofGenes = coded !== undefined && ['mutation', 'rearrangement', 'amplification', 'change'].includes(coded.asks);
  const otherwise = ofGenes ? written.flatMap((text) => genesNamed(text, chart.vocabulary.genes)) : [];
  // The code of an EGFR test under the name "ALK rearrangement": which of the two was tested cannot be told.
  if (ofGenes && otherwise.length > 0 && !otherwise.some((gene) => coded.genes.includes(gene)))
    return { genes: [...new Set([...coded.genes, ...otherwise])], words: [], asks: 'disputed' };
  // "Quality control" under the code of HER2 by in-situ hybridisation; the marker's own codes are held to their titles in the same way.
  const copies = coded?.asks === 'amplification' && coded.genes.includes('ERBB2');
  if (
    copies &&
    otherThing(
      ['HER2'],
      written.map((text) => text.replace(OF_COPIES, ' ')),
    ) !== null
  )
    return { genes: coded.genes, words: [], asks: 'disputed' };
  if (ofGenes) return { genes: coded.genes, words: [...own, coded.name], asks: coded.asks };
  if (written.length > 0 && written.every(namesTreatment)) return null;
  if (isPlain(own.join(BETWEEN), chart.vocabulary.genes) || isFiltrationRate(written, said)) return null;
  // "HR status" is no test of the gene of that symbol.
  if (markersApart(written, said) !== null || cellMarker(written, said) !== null || silencedPromoter(written, said) !== null) return null;
  // The clone may stand with the method or the value: "ALK IHC", "Positive (clone D5F3)".
  if (ALK_STAIN.test([...own, ...said, ...wordings(view.method)].join(' ')))
    return { genes: ['ALK'], words: ['ALK rearrangement'], asks: 'rearrangement' };
  // Beside the fusion that makes the disease its kinase domain is tested for what resists: a change there, not the fusion.
  if (own.some((text) => ABL_DOMAIN.test(text))) return { genes: ['ABL1'], words: [], asks: 'mutation' };
  const philadelphia = own.flatMap((text) => readKaryotype(text).fusions)[0];
  if (philadelphia !== undefined) {
    const changed = own.filter((text) => changesBeside(text, chart.vocabulary.genes).length > 0 || NAMED_MUTATION.test(text));
    return { genes: philadelphia, words: [...changed, `${philadelphia.join('::')} fusion`], asks: 'rearrangement' };
  }
  if (own.some((text) => MUTANT_IDH1_STAIN.test(text))) return { genes: ['IDH1'], words: ['IDH1 R132H'], asks: 'change' };
  if (own.some((text) => MUTANT_BRAF_STAIN.test(text)) || (own.some((text) => /\bBRAF\b/.test(text)) && said.some((text) => /\bVE-?1\b/i.test(text)))) return { genes: ['BRAF'], words: ['BRAF V600E'], asks: 'change', stain: 'VE1' }; // prettier-ignore
  const screened = [...own, `${own[0] ?? ''} ${stainSaid(view, said)}`].map(screenedByStain).find((genes) => genes !== null);
  if (screened !== undefined && screened !== null) return { genes: screened, words: [], asks: 'screen' };
  if (own.some((text) => H3_K27M.test(text))) return { genes: ['H3-3A'], words: ['H3-3A K27M'], asks: 'change' };
  const stained = stainedSuppressor(own);
  if (stained !== null) return { genes: [stained], words: [], asks: 'protein' };
  if (own.some((text) => PROTEIN_TEST.test(text)) || isMismatchStain(written, said)) return null;
  const group = testedGenes(own.map(withoutProduct), chart.vocabulary.genes);
  if (group !== null && view.value !== null) return { genes: group.genes, words: own, asks: group.asks, group: true };
  const partners = partnersInText(own.map(withoutProduct).map(spoken), chart.vocabulary.genes);
  if (partners !== null) {
    const genes = [partners.fivePrime, partners.threePrime].flatMap((gene) => gene ?? []);
    if (genes.length !== 2) return null;
    // "CD55/CD59: 98 %", "FLT1/PGF: 25": a number under two symbols is a ratio of proteins, as long as nothing speaks of a fusion.
    if (view.value?.kind === 'quantity' && own.every((text) => text.includes('/') && !spoken(text).endsWith('fusion') && !REARRANGEMENT_WORDS.test(text) && !OF_MOLECULES.test(text))) return null; // prettier-ignore
    const fusion = genes.join('::');
    const transcripts = fusion === 'BCR::ABL1' ? own.flatMap((text) => transcriptOfBcr(text) ?? []) : [];
    // Only where each name says the same one is it the one that was looked for.
    const [transcript] = new Set(transcripts).size === 1 ? transcripts : [];
    return { genes, words: [...own, `${fusion}${transcript === undefined ? '' : ` ${transcript}`} fusion`], asks: 'rearrangement' };
  }
  const genes = [...new Set(own.flatMap((text) => genesNamed(text, chart.vocabulary.genes)))];
  // "Gene fusion: CD74::ROS1": a test for any fusion, whose value names the one found and nothing else.
  const found =
    genes.length === 0 && own.some((text) => REARRANGEMENT_WORDS.test(text) || PANEL_WORDS.test(text) || SEQUENCING_PRODUCT.test(text))
      ? fusionAlone(said, chart.vocabulary.genes)
      : null;
  if (found !== null) return { genes: found, words: [`${found.join('::')} fusion`], asks: 'rearrangement' };
  const broken =
    genes.length === 0 && own.some((text) => REARRANGEMENT_WORDS.test(text) || PANEL_WORDS.test(text) || SEQUENCING_PRODUCT.test(text))
      ? rearrangedAlone(said)
      : null;
  if (broken !== null) return { genes: [broken], words: [`${broken} rearrangement`], asks: 'rearrangement' };
  // "Gene fusion: MET(13)-MET(15)".
  if (genes.length === 0 && said.length > 0 && own.some((text) => REARRANGEMENT_WORDS.test(text) || PANEL_WORDS.test(text) || SEQUENCING_PRODUCT.test(text)) && said.every((text) => /^MET exon 14 skipping$/i.test(exonInEnglish(text).trim()))) return { genes: ['MET'], words: [], asks: 'unsaid' }; // prettier-ignore
  const [gene] = genes;
  if (genes.length !== 1 || gene === undefined) return null;
  const sequence = own.some(
    (text) => SEQUENCE_WORDS.test(text) || asksPromoterMutation(text) || (LOSS_TEST.test(text) && !NAMED_CHANGE.test(text)),
  );
  // In whatever language the name is: what names a single change of its one gene is a test of it.
  const names =
    pgxGene(gene) === null &&
    (own.some((text) => CODING_CHANGE.test(text)) || said.some((text) => CHANGE_FIRST.test(text) || EXON_CHANGE.test(exonInEnglish(text))));
  const denied = pgxGene(gene) === null && view.value !== null && deniesInTitle(written);
  if (!sequence && !names && !denied && !own.some((text) => NAMED_CHANGE.test(text)) && !isBareGene(own, gene, view, chart)) return null;
  // A marker's own test ("HER2 FISH", "MSI") stays with the markers.
  if (
    biomarkerTest(
      view.code.codings.map(({ code }) => code),
      written,
    ) !== null &&
    !own.some((text) => /mutation|variant|sequenc/i.test(text))
  )
    return null;
  return { genes, words: own, asks: asksOf(own, gene) };
}

/** "ALK" by the method "Immunohistochemistry", or "IHC positive". */
function stainSaid(view: ObservationView, said: readonly string[]): string {
  return [...wordings(view.method), ...said].find((text) => /\bIHC\b|\bimmunohisto|\bimmunhisto|\bimmunostain/i.test(text)) ?? '';
}

function asksOf(words: readonly string[], gene: string): TestName['asks'] {
  const all = words.join(' | ');
  if (/amplif/i.test(all)) return 'amplification';
  if (LOSS_TEST.test(all) && !NAMED_CHANGE.test(all)) return 'loss';
  if (REARRANGEMENT_WORDS.test(all) || (/\bFISH\b/.test(all) && BREAK_APART.has(gene))) return 'rearrangement';
  if (NAMED_CHANGE.test(all) || /\bITD\b|\bTKD\b|internal tandem|skipping/i.test(all)) return 'change';
  return /mutat|variant|sequenc|gene analysis|変異|突变/i.test(all) ? 'mutation' : 'unsaid';
}

/** What counts fusions by their molecules. */
const OF_MOLECULES = /\bPCR\b|\bFISH\b|\bRNA\b|\bNGS\b|karyo|cytogenet|\bt\(|\bIS\b/i;
