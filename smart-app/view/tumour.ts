/** The tumour view: therapies apart by effect, the strongest evidence first; variants and markers over time. */
import type { Fit, Marker, OtherTumour, PanelReport, Therapy, Variant } from '../data/panel-report.ts';
import type { Language } from '../language/language.tsx';
import { shortProteins } from './protein-name.ts';
import { proteinPosition } from './variant-tracks.ts';
import { bySeverity, type Severity } from './severity.ts';

export type EffectGroup = 'resistance' | 'sensitivity' | 'adverse' | 'unrecognised' | 'refuted';

export function therapyKey(match: Therapy, index: number): string {
  return `${match.therapy.map(({ name }) => name).join('+')}|${match.effect}|${index}`;
}

const CAUTIONED: ReadonlySet<Fit['verdict']> = new Set(['contradicted', 'withdrawn', 'biomarker-negative', 'biomarker-open']);

/** How urgent the fit of an ordered cancer drug is: as loud as its card. One that fits only with a partner that is not there is no "checked". */
export function fitSeverity(fit: Pick<Fit, 'verdict' | 'partners'>): Severity {
  if (CAUTIONED.has(fit.verdict)) return 'caution';
  return asksNothing(fit) ? 'checked' : 'note';
}

/** True when nothing has to be done or known about the order: it fits as it is. */
export function asksNothing({ verdict, partners = [] }: Pick<Fit, 'verdict' | 'partners'>): boolean {
  return verdict === 'fits' && partners.length === 0;
}

/** No label asks for a finding, in none of the tumours on file; where one of them is judged otherwise, that was not said. */
export function noFindingAsked({ verdict, judgedFor }: Pick<Fit, 'verdict' | 'judgedFor'>): boolean {
  return verdict === 'not-covered' && judgedFor === undefined;
}

/** What holds the verdict to a condition: a partner drug that is missing, the tumour that it is for. */
export function fitConditions({ partners, judgedFor }: Pick<Fit, 'partners' | 'judgedFor'>, t: Language['t']): readonly string[] {
  return [
    ...(partners === undefined ? [] : [t('fit.partners', { partners: partners.join(', ') })]),
    ...(judgedFor === undefined ? [] : [t('fit.judged-for', { tumour: judgedFor.tumour, others: judgedFor.beside.join(', ') })]),
  ];
}

/** The words that name the fit: its verdict, unless a partner is missing; of a drug that is taken already it says so. */
export function fitKey(
  fit: Pick<Fit, 'verdict' | 'partners' | 'taken' | 'judgedFor'>,
): 'fit.partner-missing' | 'fit.contradicted-taken' | 'fit.other-tumour' | `fit.${Fit['verdict']}` {
  if (fit.verdict === 'contradicted' && fit.taken === true) return 'fit.contradicted-taken';
  if (fit.verdict === 'not-covered' && !noFindingAsked(fit)) return 'fit.other-tumour';
  return fit.verdict === 'fits' && !asksNothing(fit) ? 'fit.partner-missing' : `fit.${fit.verdict}`;
}

/** What speaks against an order first, an order of which no finding is asked last; two orders of one drug with the same verdict are said once. */
export function fitsInOrder(fits: readonly Fit[]): readonly Fit[] {
  const silent = (fit: Fit) => Number(noFindingAsked(fit));
  const ranked = fits.map((fit) => ({ fit, severity: fitSeverity(fit), name: fit.drug.name }));
  return ranked
    .filter(
      ({ fit }, at) =>
        fits.findIndex((one) => one.drug.name === fit.drug.name && one.verdict === fit.verdict && one.ruleId === fit.ruleId) === at,
    )
    .sort((a, b) => silent(a.fit) - silent(b.fit) || bySeverity(a, b))
    .map(({ fit }) => fit);
}

export interface TherapyRow {
  readonly key: string;
  readonly match: Therapy;
  readonly group: EffectGroup;
  readonly title: string;
}

/**
 * What is seen in this tumour type first, what another finding speaks against after what stands, then by tier and level; of equals, drugs that
 * can be ordered before classes of drugs and compounds that never had a name.
 */
export function therapyRows(report: Pick<PanelReport, 'therapies' | 'refuted'>): readonly TherapyRow[] {
  const listed = report.therapies.map((match, index) => ({
    key: therapyKey(match, index),
    match,
    group: groupOf(match),
    title: therapyTitle(match),
  }));
  const refuted = report.refuted.map((match, index) => ({
    key: `refuted|${therapyKey(match, index)}`,
    match,
    group: 'refuted' as const,
    title: therapyTitle(match),
  }));
  return [...listed, ...refuted].sort(
    (a, b) =>
      Number(isElsewhere(a)) - Number(isElsewhere(b)) ||
      Number(a.match.resisted !== undefined) - Number(b.match.resisted !== undefined) ||
      // Among equals the service's own order stays: line, finding and comparison were weighed there.
      strength(a.match).localeCompare(strength(b.match), 'en') ||
      Number(isUnnamed(a.match)) - Number(isUnnamed(b.match)),
  );
}

/** "Tyrosine kinase inhibitor", "AEE788": not among the drugs that RxNorm has, and not approved. */
function isUnnamed({ therapy, approved }: Therapy): boolean {
  return !approved && therapy.some(({ rxnorm }) => (rxnorm ?? '') === '');
}

/** Known from another tumour type only: after everything that was seen in this one, and apart from it. */
export function isElsewhere({ match, group }: Pick<TherapyRow, 'match' | 'group'>): boolean {
  return match.tumourMatch === 'other' && group !== 'refuted' && group !== 'unrecognised';
}

/** "Breast carcinoma, stage IIA". */
export function otherTumourName({ text, stage }: OtherTumour, t: Language['t']): string {
  return [text, stage === undefined ? '' : t('tumour.stage', { stage })].filter(Boolean).join(', ');
}

export function therapyTitle({ therapy, interaction }: Therapy): string {
  const joint = interaction === 'substitutes' ? ' / ' : interaction === 'sequential' ? ' → ' : ' + ';
  return therapy.map(({ name }) => name).join(joint);
}

function groupOf({ effect }: Therapy): EffectGroup {
  return effect === 'reduced-sensitivity' ? 'resistance' : effect;
}

function strength({ tier, level }: Therapy): string {
  return `${tier || 'Z'}${level || 'Z'}`;
}

export type Findings = Pick<PanelReport, 'variants' | 'biomarkers'>;

/** Names of what a match rests on: its variants, which the report names by id, and the markers whose results are its evidence. */
export function findingNames(match: Therapy, { variants, biomarkers }: Findings): readonly string[] {
  const names = match.variants.map((id) => {
    const variant = variants.find((candidate) => candidate.id === id);
    return variant === undefined ? id : variantTitle(variant);
  });
  const references = new Set((match.evidence ?? []).map(({ reference }) => reference).filter((reference) => reference !== ''));
  const markers = biomarkers.filter(({ evidence }) => evidence.some(({ reference }) => references.has(reference)));
  return [...new Set([...names, ...markers.map(markerFinding)])];
}

/** "<", "≥": what stands before the number of a marker. */
export function signOf({ comparator }: Pick<Marker, 'comparator'>): string {
  return (comparator ?? '').replace('<=', '≤').replace('>=', '≥');
}

/** "MSI-H", "TMB 41 mutations/Mb": the value alone where it names its marker. */
function markerFinding(marker: Marker): string {
  const value = `${signOf(marker)}${marker.value} ${plainUnit(marker.unit ?? '')}`.trim();
  return value.toLowerCase().startsWith(marker.kind.toLowerCase()) ? value : `${markerTitle(marker)} ${value}`;
}

/** The gene before the name, unless the name has it: "EGFR L858R", "EML4::ALK". Protein changes in their short form. */
export function variantTitle({ gene, name: written }: Pick<Variant, 'gene' | 'name'>): string {
  const name = shortProteins(written);
  const words = [...name.toUpperCase().split(/[^A-Z0-9-]+/), ...name.toUpperCase().split(/[^A-Z0-9]+/)];
  return gene === '' || words.includes(gene.toUpperCase()) ? name : `${gene} ${name}`.trim();
}

/** Markers of one kind together, the newest result first; kinds in the order of the report. */
export function newestFirst(markers: readonly Marker[]): readonly Marker[] {
  const kinds = [...new Set(markers.map(markerTitle))];
  const issued = (marker: Marker) => marker.evidence[0]?.issued ?? '';
  return kinds.flatMap((kind) =>
    markers.filter((marker) => markerTitle(marker) === kind).sort((a, b) => issued(b).localeCompare(issued(a))),
  );
}

export function markerTitle({ kind, method }: Marker): string {
  return method === undefined ? kind : `${kind} (${method})`;
}

/** `{mutations}/Mb` → "mutations/Mb": UCUM annotations without their braces. */
export function plainUnit(unit: string): string {
  return unit === '1' ? '' : unit.replace(/[{}[\]]/g, '');
}

export interface OtherChanges {
  readonly kind: Exclude<Variant['kind'], 'snv' | 'indel'>;
  readonly variants: readonly Variant[];
}

/** Present changes that have no place along a protein: fusions, copy numbers, expression and the rest, each once. */
export function otherChanges(variants: readonly Variant[]): readonly OtherChanges[] {
  const kinds = ['fusion', 'copy-number', 'expression', 'other', 'unrecognised'] as const;
  return kinds
    .map((kind) => {
      const found = new Map<string, Variant>();
      for (const variant of variants)
        if (variant.kind === kind && variant.present === true && proteinPosition(variant.pHgvs ?? variant.name) === null)
          found.set(variantTitle(variant), variant);
      return { kind, variants: [...found.values()] };
    })
    .filter((entry) => entry.variants.length > 0);
}

/** Neither a tumour nor anything that only a tumour has. */
export function hasNoTumour({
  tumour,
  variants,
  biomarkers,
  therapies,
  refuted,
  fits,
  earlier,
  otherTumours,
}: Pick<PanelReport, 'tumour' | 'variants' | 'biomarkers' | 'therapies' | 'refuted' | 'fits' | 'earlier' | 'otherTumours'>): boolean {
  return tumour === null && [variants, biomarkers, therapies, refuted, fits, earlier, otherTumours].every(({ length }) => length === 0);
}
