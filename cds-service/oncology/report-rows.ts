/** Facts of the oncology part as the report shows them. */
import type { BiomarkerFact, Source, StageFact, TumourFact, VariantFact } from '../../fhir-profiles/index.ts';
import { parseProtein, proteinHgvs } from '../knowledge/oncology/notation/protein.ts';
import { isPromoterChange } from '../knowledge/oncology/notation/promoter.ts';
import type { Biomarker, BothWays, Evidence, Tumour, VariantResult } from '../report/types.ts';
import type { OncologyPatient } from './patient.ts';

export function evidenceOf({ reference, issued, lab }: Source): Evidence {
  return { reference, ...(issued === undefined ? {} : { issued }), ...(lab === undefined ? {} : { lab }) };
}

export function tumourRow(fact: TumourFact): Tumour {
  const stage = latestStage(fact);
  return {
    text: fact.text,
    codes: fact.codes.map(({ system, code }) => ({ system, code })),
    oncotree: fact.oncotree,
    doid: fact.doid,
    ...(stage ? { stage: stage.group ?? stage.text } : {}),
    evidence: [fact.source, ...(stage === undefined || stage.source.reference === fact.source.reference ? [] : [stage.source])].map(
      evidenceOf,
    ),
  };
}

/** The last one that tells a group; of equal days, and of none, the one that stands first. */
function latestStage({ stages }: TumourFact): StageFact | undefined {
  const grouped = stages.filter(({ group }) => group !== undefined);
  const day = ({ source }: StageFact): string => source.issued?.slice(0, 10) ?? '';
  return (grouped.length > 0 ? grouped : stages).reduce<StageFact | undefined>(
    (last, one) => (last === undefined || day(one) > day(last) ? one : last),
    undefined,
  );
}

export function biomarkerRow({ kind, value, comparator, unit, status, method, specimen, source }: BiomarkerFact): Biomarker {
  return {
    kind,
    value,
    ...(comparator === undefined ? {} : { comparator }),
    ...(unit === undefined ? {} : { unit }),
    ...(status === undefined ? {} : { status }),
    ...(method === undefined ? {} : { method }),
    ...(specimen === undefined ? {} : { specimen }),
    evidence: [evidenceOf(source)],
  };
}

export function variantRow(fact: VariantFact, patient: OncologyPatient, bothWays?: BothWays): VariantResult {
  const found = patient.byFact.get(fact);
  const change = found?.alteration.either === true ? undefined : found?.alteration.changes[0];
  const protein = change ? proteinHgvs(change) : fact.pHgvs;
  return {
    id: fact.id,
    gene: fact.gene === '' ? (found?.alteration.genes[0] ?? '') : fact.gene,
    name:
      skippingName(fact, found?.alteration.skippedExon ?? null) ??
      nameOf(
        fact.gene === '' ? { ...fact, gene: found?.alteration.genes[0] ?? '' } : fact,
        change === undefined ? null : proteinHgvs(change),
      ),
    ...(fact.cHgvs === undefined ? {} : { cHgvs: fact.cHgvs }),
    ...(protein === undefined ? {} : { pHgvs: protein }),
    kind: fact.kind,
    origin: fact.origin,
    ...(fact.presence === 'present' || fact.presence === 'absent' ? { present: fact.presence === 'present' } : {}),
    ...(fact.vaf === undefined ? {} : { vaf: fact.vaf }),
    ...(fact.classification === 'unknown' ? {} : { classification: fact.classification }),
    ...(fact.specimen === undefined ? {} : { specimen: fact.specimen }),
    ...(found ? { because: [...reasons(found), ...(bothWays === undefined ? [] : [bothWays.text])] } : {}),
    ...(bothWays === undefined ? {} : { bothWays }),
    evidence: [evidenceOf(fact.source)],
  };
}
function reasons({ alteration, standing }: OncologyPatient['found'][number]): string[] {
  const { exons, effect, skippedExon } = alteration;
  const where = exons === null ? null : exons[0] === exons[1] ? `exon ${exons[0]}` : `exons ${exons[0]}–${exons[1]}`;
  const read = [where, effect === 'unknown' ? null : effect, skippedExon === null ? null : `exon ${skippedExon} skipping`].filter(
    (part) => part !== null,
  );
  return [...(read.length > 0 ? [`read as ${read.join(', ')}`] : []), standing.why];
}

/** Exon 13 joined to exon 15 of one gene is called by the exon between them. */
function skippingName({ kind, gene }: VariantFact, exon: number | null): string | null {
  return kind === 'fusion' && exon !== null && gene !== '' ? `${gene} exon ${exon} skipping` : null;
}

const PRESENCE_ALONE =
  /^(?:(?:not )?(?:detected|present|identified|found)|positive|negative|absent|mutated|wild[- ]?type|rearranged|amplified|insufficient\b.*|failed\b.*)(?:[,;:. ].*)?$/i;

/** Names for machines (SPDI, VCF, HGVS with its reference, VRS identifiers, raw JSON): a change that was read from them is called by its own name. */
const NOTATION = /^(?:N[CGMPR]_\d|ENS[TP]\d|(?:chr)?(?:\d{1,2}|[XY])[-:]\d|ga4gh:|[{[])/i;

/** `EGFR p.Leu858Arg`, `EML4::ALK fusion`, `FLT3 ITD`; a result without a change of its own is called by its gene. */
function nameOf(fact: VariantFact, read: string | null): string {
  const protein = fact.pHgvs === undefined ? null : parseProtein(fact.pHgvs);
  if (fact.kind === 'fusion' && fact.fusion) {
    const { fivePrime, threePrime } = fact.fusion;
    if (fivePrime !== null && threePrime !== null) return `${fivePrime}::${threePrime} fusion`;
    if ((fivePrime ?? threePrime) !== null) return `${fivePrime ?? threePrime ?? ''} fusion`;
  }
  if (fact.kind === 'fusion' && fact.genes.length > 0) return `${fact.gene} fusion`;
  if (protein ?? fact.pHgvs) return `${fact.gene} ${protein ? proteinHgvs(protein) : (fact.pHgvs ?? '')}`.trim();
  if (fact.copyChange !== undefined && fact.copyChange !== 'neutral') return `${fact.gene} ${fact.copyChange}`.trim();
  const exons = fact.gHgvs === undefined ? undefined : fact.names.flatMap((name) => exonsChanged(name) ?? [])[0];
  if (exons !== undefined) return `${fact.gene} ${exons}`.trim();
  const named = fact.names.find((name) => !PRESENCE_ALONE.test(name) && !NOTATION.test(name));
  if (named !== undefined) return withGene(named.replace(/\s+(?:detected|positive|identified|present)\.?$/i, ''), fact.gene);
  const written = fact.names.find((name) => NOTATION.test(name) && !/^[{[]/.test(name));
  return `${fact.gene} ${read ?? fact.cHgvs ?? fact.gHgvs ?? fact.iscn ?? written ?? 'variant'}`.trim();
}
/** `NM_007294.3(BRCA1):exon13_to_exon15del` → "exon 13 to 15 deletion": what a reader knows it by, not the place on the chromosome. */
function exonsChanged(name: string): string | null {
  const [, from, to, change] =
    /(?:^|:)ex(?:on)?\s?(\d{1,3})(?:(?:_to_|_|-)(?:ex(?:on)?\s?)?(\d{1,3}))?(del|dup)(?:etion|lication)?$/i.exec(name) ?? [];
  if (from === undefined || change === undefined) return null;
  return `exon ${from}${to === undefined || to === from ? '' : ` to ${to}`} ${change.toLowerCase() === 'del' ? 'deletion' : 'duplication'}`;
}
function withGene(name: string, gene: string): string {
  if (gene !== '' && name.startsWith(`${gene}:`) && /^[cgp]\./.test(name.slice(gene.length + 1))) return name.replace(':', ' ');
  // "RAS mutation": of KRAS or NRAS.
  if (gene === '' || name.toUpperCase().includes(gene.toUpperCase()) || /^RAS\b/.test(name)) return name;
  if (isPromoterChange(gene, name)) return `${gene} promoter ${name.trim()}`;
  const change = /^[A-Z]\d+/.test(name) ? parseProtein(name) : null;
  return `${gene} ${change && change.kind !== 'codon' ? proteinHgvs(change) : /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name}`;
}
