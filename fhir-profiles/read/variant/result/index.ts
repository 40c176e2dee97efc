/** A variant Observation (LOINC 69548-6) → one variant fact, or several for pertinent negatives over several genes. */
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { geneOfRsId } from '../../../codes/pgx/rsids.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { readKaryotype } from '../../../codes/genomics/translocations.ts';
import { changeMeaning, type ChangeMeaning } from '../../../codes/genomics/variant-terms.ts';
import type { DataWarning, Presence, TestedGene, VariantFact } from '../../../facts.ts';
import { conflict, quoted, unparsed, type Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { zygosityStated } from '../../zygosity-stated.ts';
import { type Attached } from './attached.ts';
import { changeAndFusionApart } from './change-in-fusion.ts';
import { changesApart } from './changes-apart.ts';
import { contradictingNames } from '../notation/contradicting-names.ts';
import { fusionOf } from '../notation/fusion.ts';
import { changesOfListedGenes, negativesOfListedGenes, type ExaminedGene } from './genes-of-a-list.ts';
import { genesOfVariant } from './variant-genes.ts';
import { genomicPosition, pharmacogeneOfPlace, transcriptPosition } from '../notation/genomic-position.ts';
import { findHgvs } from '../notation/hgvs.ts';
import { alleleFraction, codesIn, exonIn, exonsListed, originOf, quantityOf, statedIn } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';
import { copyChange, kindOf, type KindParts } from './variant-kind.ts';
import { variantNames, type VariantNames } from './variant-names.ts';
import { classificationFor, presenceFor } from './variant-presence.ts';

export interface VariantReading {
  readonly facts: readonly VariantFact[];
  readonly warnings: readonly DataWarning[];
  /** Genes with a result that could not be read: they must not look untested. */
  readonly unreadGenes?: readonly string[];
  /** Genes that the result lists without an answer of their own, with what may be of them. */
  readonly examined?: readonly ExaminedGene[];
  /** These were examined by a stain that screens for a fusion: how it came out. */
  readonly stain?: NonNullable<TestedGene['stain']>;
}

export function readVariant(view: ObservationView, chart: Chart, attached: Attached): VariantReading {
  const negatives = negativesOfListedGenes(view, chart);
  if (negatives !== null) {
    const { facts, warnings, unreadGenes = [] } = readVariant(negatives.view, chart, attached);
    return {
      facts,
      warnings: [...warnings, ...negatives.disagreements.map((message) => conflict(view.entry, message, negatives.spokenOf))],
      unreadGenes: [...unreadGenes, ...negatives.spokenOf],
    };
  }
  const listed = changesOfListedGenes(view, chart);
  const apart = listed?.views ?? changeAndFusionApart(view, chart) ?? changesApart(view, chart);
  if (apart === null) return readOneVariant(view, chart, attached);
  const readings = apart.map((one) => readOneVariant(one, chart, attached));
  const unread = readings.flatMap(({ unreadGenes = [] }) => unreadGenes);
  const genes = (listed?.examined ?? []).map(({ gene }) => gene).join(', ');
  const open =
    listed === null || listed.unowned.length === 0
      ? []
      : [unparsed(view.entry, `Of ${quoted(listed.unowned.join(', '))} it is not told which of ${genes} it is of: look at the report.`)];
  return {
    facts: readings.flatMap(({ facts }, at) => facts.map((fact) => (at === 0 ? fact : { ...fact, id: `${fact.id}#${at}` }))),
    warnings: [...readings.flatMap(({ warnings }) => warnings), ...open],
    ...(unread.length > 0 ? { unreadGenes: unread } : {}),
    ...(listed === null || listed.examined.length === 0 ? {} : { examined: listed.examined }),
  };
}

function readOneVariant(view: ObservationView, chart: Chart, attached: Attached): VariantReading {
  const names = variantNames(view);
  const hgvs = findHgvs([...names.hgvsTexts, ...attached.consequences.flatMap((consequence) => variantNames(consequence).hgvsTexts)]);
  const genomic = genomicPosition(view, hgvs.g[0], [...names.codes, ...names.words]);
  const told = genesOfVariant(view, names, hgvs, chart);
  const { disagreements, spokenOf = [], doubts = [] } = told;
  const placed =
    told.genes.length > 0 || disagreements.length > 0 ? null : (pharmacogeneOfPlace(genomic, hgvs.g[0]) ?? geneOfIds(names.rsIds));
  const genes = placed === null ? told.genes : [placed];
  if (disagreements.length > 0)
    return {
      facts: [],
      warnings: disagreements.map((message) => conflict(view.entry, message, spokenOf)),
      // Pharmacogenes are told by the readers of genotypes.
      unreadGenes: spokenOf.filter((gene) => pgxGene(gene) === null),
    };
  if (view.representation === 'contradicts') {
    const message = 'The GA4GH VRS form of a variant and its protein name disagree; it was not used.';
    return { facts: [], warnings: [conflict(view.entry, message, genes)], unreadGenes: genes };
  }
  const contradiction = contradictingNames(hgvs, names.all);
  if (contradiction !== null && statedPresence(view) !== 'absent') return contradictory(contradiction, genes, view);
  const warnings: DataWarning[] = doubts.map((message) => conflict(view.entry, message, genes));
  const meaning = changeOf(view, names, attached);
  const copies = quantityOf(view, COMPONENT.copyNumber);
  const changed = hgvs.c.length > 0 || hgvs.p.length > 0 || hgvs.g.length > 0;
  const named = changed || genomic !== undefined || names.all.length > 0 || names.rsIds.length > 0 || names.clinvarIds.length > 0;
  const stated = presenceFor(view, attached, meaning, hgvs, genomic, copies, names, named, genes);
  if (view.value?.kind === 'quantity' || (!named && genes.length === 0 && copies === undefined && meaning === null && !names.located)) {
    const what =
      view.value?.kind === 'quantity' ? 'it holds a number, not the presence of a variant' : 'it names neither a gene nor a change';
    return { facts: [], warnings: [unparsed(view.entry, `A variant result was not used because ${what}.`)] };
  }
  if (stated.guessed) {
    warnings.push(unparsed(view.entry, 'A variant is named without saying whether it is present; it is kept as undecided.'));
  }
  for (const text of names.iscn === undefined ? [] : readKaryotype(names.iscn).undecided)
    warnings.push(unparsed(view.entry, `The karyotype names ${text}, whose genes cannot be told from the breakpoints: not interpreted.`));
  const fraction = alleleFraction(view);
  if (fraction.kind === 'implausible')
    warnings.push(unparsed(view.entry, 'The allele fraction of a variant is outside 0 to 100 % and was left out.'));
  if (genes.length === 0 && stated.presence === 'present' && hgvs.c.length > 0)
    warnings.push(unparsed(view.entry, `The variant ${quoted(hgvs.c[0]?.change ?? '')} names no gene: nothing rests on it.`));
  if (!changed && genomic === undefined && (view.representation !== undefined || hasComputedId(view)))
    warnings.push(unparsed(view.entry, 'A variant is given in GA4GH VRS form, from which no change can be read here: look at the report.'));
  const state = statedIn(view, COMPONENT.allelicState);
  if (zygosityStated(state.codes, state.words) === 'disagree')
    warnings.push(conflict(view.entry, `Code and text of the allelic state ${quoted(state.words.join(' / '))} disagree; it was left out.`));
  const fact = assemble({
    view,
    chart,
    attached,
    names,
    hgvs,
    genes,
    meaning,
    copies,
    genomic,
    presence: stated.presence,
    unsaid: stated.unsaid === true,
  });
  if (stated.presence === 'absent' && genes.length > 1 && fact.kind !== 'fusion')
    return { facts: genes.map((gene) => negativeFor(fact, gene)), warnings };
  // One lost or gained stretch over several genes is a change of each.
  if (fact.kind === 'copy-number' && genes.length > 1) return { facts: genes.map((gene, at) => ofOneGene(fact, gene, at)), warnings };
  return { facts: [fact], warnings };
}

/** Names of one variant that cannot both be true: it is used under neither. */
export function contradictory(names: string, genes: readonly string[], view: ObservationView): VariantReading {
  const of = genes.length === 0 ? 'one variant' : `a variant of ${genes.join(', ')}`;
  const message = `The names of ${of} contradict each other (${names}); it was not used: look at the report itself.`;
  return { facts: [], warnings: [conflict(view.entry, message, genes)], unreadGenes: genes };
}

/** The one pharmacogene of dbSNP ids that stand alone. */
function geneOfIds(ids: readonly string[]): string | null {
  const [gene, ...others] = new Set(ids.map(geneOfRsId));
  return others.length > 0 ? null : (gene ?? null);
}

/** `ga4gh:VA.…`: a digest, which does not say what it was made of. */
function hasComputedId(view: ObservationView): boolean {
  return view.components.some(({ value }) => valueConcept(value).codings.some(({ code }) => /^ga4gh:V\w*\./.test(code)));
}

/** "Absent" over several genes: none of them has the variant; it does not speak of a fusion of them. */
function negativeFor(fact: VariantFact, gene: string): VariantFact {
  return { ...fact, id: `${fact.source.reference}#${gene}`, gene, genes: [gene] };
}

function ofOneGene(fact: VariantFact, gene: string, at: number): VariantFact {
  return { ...fact, id: at === 0 ? fact.id : `${fact.id}#${gene}`, gene, genes: [gene] };
}

function changeOf(view: ObservationView, names: VariantNames, attached: Attached): ChangeMeaning | null {
  const own = statedIn(view, COMPONENT.changeType);
  const stated = changeMeaning(own.codes, own.words);
  if (stated !== null && stated.kind !== 'indel') return stated;
  const other = view.components.filter(({ code }) =>
    code.codings.some(({ system, code: type }) => type === 'type' && /copy-number/i.test(system)),
  );
  const marked = changeMeaning(view.interpretation.flatMap(codesIn), [
    ...other.flatMap(({ value }) => wordings(valueConcept(value))),
    ...other.flatMap(({ value }) => codesIn(valueConcept(value))),
  ]);
  const worded = marked ?? changeMeaning([], [...names.words, ...names.interpretations]);
  if (worded !== null) return worded;
  if (stated !== null) return stated;
  // Genomics Reporting files a gain or loss of copies and a fusion as the consequence too (GenomeX: "SO:0001743 copy_number_loss"); a named change is neither.
  if (names.hgvsTexts.length === 0) {
    for (const source of [view, ...attached.consequences]) {
      const effect = statedIn(
        source,
        COMPONENT.molecularConsequence,
        COMPONENT.featureConsequence,
        COMPONENT.functionalAnnotation,
        COMPONENT.aminoAcidChangeType,
      );
      const words = effect.words
        .map((text) => text.replaceAll('_', ' '))
        .filter((text) => /\bcopy number\b|\bamplif|\bfusion\b/i.test(text));
      const found = changeMeaning(effect.codes, words);
      if (found?.kind === 'copy-number' || found?.kind === 'fusion') return found;
    }
  }
  for (const consequence of attached.consequences) {
    const effect = statedIn(consequence, COMPONENT.functionalEffect, COMPONENT.featureConsequence);
    const found = changeMeaning(effect.codes, []);
    if (found?.kind === 'fusion') return found;
  }
  return null;
}

interface Parts extends KindParts {
  readonly attached: Attached;
  readonly presence: Presence;
  readonly unsaid: boolean;
}

function assemble(parts: Parts): VariantFact {
  const { view, chart, attached, names, hgvs, genes, meaning, copies, genomic, presence } = parts;
  const table = chart.vocabulary.genes;
  const kind = kindOf(parts);
  const fusion = kind === 'fusion' ? fusionOf(view, genes, names.words, table) : undefined;
  const all = fusion === undefined ? genes : inFusionOrder(fusion, genes);
  const gene = all[0] ?? '';
  const coding = hgvs.c[0];
  const transcript = statedIn(view, COMPONENT.transcript);
  // A name that says what it is counted on needs no other word for it.
  const counted = /^(?:[NX][MR]_|ENST)/.test(coding?.transcript ?? '') ? coding?.transcript : undefined;
  const stated = counted ?? transcript.codes[0] ?? transcript.words[0] ?? coding?.transcript;
  const regions = statedIn(view, COMPONENT.regionName).words;
  const exon = exonsListed(regions) ?? exonIn([...names.words, ...regions]);
  const fraction = alleleFraction(view);
  const depth = quantityOf(view, COMPONENT.readDepth);
  const change = copyChange(parts, kind);
  const zygosity = zygosityOf(view);
  const consequence = consequenceOf(view, attached);
  const changeType = statedIn(view, COMPONENT.changeType);
  const place = genomic === undefined && hgvs.c.length === 0 ? transcriptPosition(view) : undefined;
  const typed = meaning?.term ?? changeType.words[0] ?? changeType.codes[0];
  return {
    id: view.entry.reference,
    gene,
    genes: all,
    kind,
    presence,
    ...(parts.unsaid ? { undecided: true as const } : {}),
    origin: originOf(view),
    ...(coding === undefined ? {} : { cHgvs: coding.change }),
    ...(hgvs.p[0] === undefined ? {} : { pHgvs: hgvs.p[0] }),
    ...(hgvs.g[0] === undefined ? {} : { gHgvs: hgvs.g[0] }),
    ...(stated === undefined ? {} : { transcript: stated }),
    rsIds: names.rsIds,
    clinvarIds: names.clinvarIds,
    ...(names.iscn === undefined ? {} : { iscn: names.iscn }),
    ...(genomic === undefined ? {} : { genomic }),
    names: [...names.all, ...(place === undefined ? [] : [place]), ...duplicated(gene, changeType.words)],
    ...(exon === undefined ? {} : { exon }),
    ...(copies === undefined ? {} : { copyNumber: copies }),
    ...(change === undefined ? {} : { copyChange: change }),
    ...(fusion === undefined ? {} : { fusion }),
    ...(meaning?.expression === undefined ? {} : { expression: meaning.expression }),
    ...(typed === undefined ? {} : { changeType: typed }),
    ...(consequence === undefined ? {} : { consequence }),
    ...(fraction.kind === 'fraction' ? { vaf: fraction.value } : {}),
    ...(depth === undefined ? {} : { readDepth: depth }),
    ...(presence !== 'present' || zygosity === null || zygosity === 'disagree' || zygosity === 'unknown' ? {} : { zygosity }),
    classification: classificationFor(view, names, attached),
    ...(view.specimen === undefined ? {} : { specimen: view.specimen }),
    source: view.source,
  };
}

/** The allelic state, else what the value says of it: "c.1905+1G>A heterozygous". */
function zygosityOf(view: ObservationView): ReturnType<typeof zygosityStated> {
  const state = statedIn(view, COMPONENT.allelicState);
  if (state.codes.length + state.words.length > 0) return zygosityStated(state.codes, state.words);
  const value = valueConcept(view.value);
  return zygosityStated(codesIn(value), wordings(value));
}

/** "Internal tandem duplication" as the type of the change is its name. */
function duplicated(gene: string, types: readonly string[]): readonly string[] {
  return types.some((type) => /\bITD\b|internal tandem/i.test(type)) ? [`${gene} ITD`] : [];
}

function inFusionOrder(fusion: NonNullable<VariantFact['fusion']>, genes: readonly string[]): readonly string[] {
  const partners = [fusion.fivePrime, fusion.threePrime].flatMap((partner) => partner ?? []);
  return [...new Set([...partners, ...genes])];
}

/** The molecular consequence in words: own component (STU1/2) or the attached Observation (STU3). */
function consequenceOf(view: ObservationView, attached: Attached): string | undefined {
  const codes = [
    COMPONENT.molecularConsequence,
    COMPONENT.featureConsequence,
    COMPONENT.functionalAnnotation,
    COMPONENT.aminoAcidChangeType,
  ] as const;
  for (const source of [view, ...attached.consequences]) {
    const found = statedIn(source, ...codes);
    const term = found.words[0] ?? found.codes[0];
    if (term !== undefined) return term;
  }
  return undefined;
}
