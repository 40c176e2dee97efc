/** Which genes a variant is in: gene components, else the gene inside HGVS titles and names, else one gene named in a note. */
import { withSymbols } from '../../../codes/gene/spellings.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { rememberedPer } from '../../../remembered.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { componentGenes } from '../../germline/result/stated-genes.ts';
import type { ObservationView } from '../../observation.ts';
import { partnersInText } from '../notation/fusion.ts';
import type { HgvsFound } from '../notation/hgvs.ts';
import { translocationGenes } from '../notation/karyotype.ts';
import type { VariantNames } from './variant-names.ts';
import { valueConcept } from '../../element-value.ts';
import { componentsOf, statedIn } from '../parts/variant-parts.ts';

export interface VariantGenes {
  readonly genes: readonly string[];
  readonly disagreements: readonly string[];
  /** Told, and no reason to leave the result out. */
  readonly doubts?: readonly string[];
  /** Genes that the words of a result name that was not used: they must not look untested. */
  readonly spokenOf?: readonly string[];
}

/** Upper-case words that are also gene symbols but mean something else in a report. */
const NOT_MEANT = new Set([
  'DNA',
  'RNA',
  'NGS',
  'PCR',
  'FISH',
  'IHC',
  'SNV',
  'CNV',
  'MSI',
  'TMB',
  'VAF',
  'WAS',
  'NOT',
  'ALL',
  'SET',
  'REST',
  'IMPACT',
  'CAT',
  'MAX',
  'HGVS',
  'II',
  'III',
  'TIER',
  'ITD',
  'TEST',
  'POS',
  'NEG',
  'INS',
  'DEL',
  'DUP',
  'INV',
  'CNV',
  'BND',
  'TRA',
]);

export function genesOfVariant(view: ObservationView, names: VariantNames, hgvs: HgvsFound, chart: Chart): VariantGenes {
  const table = chart.vocabulary.genes;
  const stated = componentGenes(view, chart);
  if (stated.disagreements.length > 0)
    return { genes: [], disagreements: stated.disagreements, spokenOf: genesSpokenOf(view, hgvs, chart) };
  const titled = [...new Set(hgvs.c.flatMap(({ gene }) => (gene === undefined ? [] : (table.byName(gene) ?? []))))];
  const sequences = sequencesNamed(view, names);
  const ofSequences = [...new Set(sequences.flatMap((accession) => table.byTranscript(accession) ?? []))];
  if (stated.symbols.length > 0) {
    const elsewhere = ofSequences.find((gene) => !stated.symbols.includes(gene));
    // A transcript of the stated gene beside it: the other one was left over.
    const supported = ofSequences.some((gene) => stated.symbols.includes(gene));
    if (elsewhere !== undefined && !supported && stated.symbols.length === 1) {
      const accession = sequences.find((name) => table.byTranscript(name) === elsewhere) ?? '';
      return {
        genes: [],
        disagreements: [`The variant is filed under ${stated.symbols.join(', ')}, but ${accession} is of ${elsewhere}; it was not used.`],
        spokenOf: [...stated.symbols, elsewhere],
      };
    }
    const other = titled.find((gene) => !stated.symbols.includes(gene));
    if (other !== undefined && stated.symbols.length === 1) {
      return {
        genes: [],
        disagreements: [`The variant is filed under ${stated.symbols.join(', ')}, but its name says ${other}; it was not used.`],
        spokenOf: [...stated.symbols, other],
      };
    }
    return { genes: stated.symbols, disagreements: [], doubts: stated.doubts ?? [] };
  }
  if (titled.length > 0) return { genes: titled, disagreements: [] };
  if (ofSequences.length === 1) return { genes: ofSequences, disagreements: [] };
  const partners = partnersInText(names.words, table);
  if (partners !== null) return { genes: [partners.fivePrime, partners.threePrime].flatMap((gene) => gene ?? []), disagreements: [] };
  const translocated = names.iscn === undefined ? [] : translocationGenes(names.iscn);
  if (translocated.length > 0) return { genes: translocated, disagreements: [] };
  for (const text of [...names.words, ...wordings(view.code), ...view.notes.filter((note) => note.length < 200)]) {
    const found = symbolsIn(text, chart);
    if (found.length === 1) return { genes: found, disagreements: [] };
  }
  return { genes: [], disagreements: [] };
}

function genesSpokenOf(view: ObservationView, hgvs: HgvsFound, { vocabulary }: Chart): readonly string[] {
  const words = componentsOf(view, COMPONENT.gene).flatMap(({ value }) => wordings(valueConcept(value)));
  const titled = hgvs.c.flatMap(({ gene }) => gene ?? []);
  return [...new Set([...words, ...titled].flatMap((name) => vocabulary.genes.byName(name) ?? []))];
}

/** Transcripts and proteins that the variant's names are counted on: `NM_005228.5`, `ENST00000275493.7`, `NP_005219.2`. */
function sequencesNamed(view: ObservationView, names: VariantNames): readonly string[] {
  const { codes, words } = statedIn(view, COMPONENT.transcript, COMPONENT.proteinReference);
  return [...codes, ...words, ...names.hgvsTexts].flatMap((text) =>
    text.length > 2000 ? [] : [...text.matchAll(/(?<![A-Za-z0-9])(?:N[MP]_\d+|ENST\d+)(?:\.\d+)?/g)].map(([accession]) => accession),
  );
}

/** Approved symbols written in capitals, each once, in the order of the text. */
export function symbolsIn(text: string, { vocabulary }: Chart): readonly string[] {
  return symbolsNamed(text, vocabulary.genes);
}

export const symbolsNamed = rememberedPer((text, genes: GeneTable): readonly string[] => {
  const found: string[] = [];
  for (const [word] of withSymbols(text)
    .replace(/::|--/g, '  ')
    .matchAll(/(?<![A-Za-z0-9.:_>*-])(?:HLA-)?[A-Z][A-Z0-9]{1,9}(?:-[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g)) {
    if (NOT_MEANT.has(word)) continue;
    const symbol = genes.bySymbol(word) ?? (/\d/.test(word) && word.length > 3 ? genes.byName(word) : null) ?? beforeHyphen(word, genes);
    if (symbol !== null && !found.includes(symbol)) found.push(symbol);
  }
  return found;
});

/** "FLT3-ITD", "ALK-POS": what is joined to a symbol does not hide the gene; "FGFR1-4" is four of them. */
function beforeHyphen(word: string, genes: GeneTable): string | null {
  const [, symbol = ''] = /^([A-Z][A-Z0-9]{2,9}|AR(?=-V\d))-(?!\d+$)/.exec(word) ?? [];
  return symbol === '' || NOT_MEANT.has(symbol) ? null : genes.bySymbol(symbol);
}
