/** Which approved choices another finding of the same tumour speaks against: they stay in the report, marked, and are never offered. */
import { said, type TherapyRow } from './reason/index.ts';
import { termsOf } from '../knowledge/oncology/profile-terms.ts';
import { genesOf } from '../knowledge/oncology/notation/term.ts';
import { ingredientName } from '../knowledge/oncology/ingredient.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import { labelOf } from './alteration/class.ts';
import { isBackbone } from './order/ordered-drugs.ts';
import type { OncologyPatient } from './patient.ts';

/** The genes that the labels of a drug speak of, and those through which it is known to act. */
export function targetsOf(ingredient: string, knowledge: OncologyKnowledge): ReadonlySet<string> {
  const own = knowledge.index.approvalsByDrug.get(ingredient) ?? [];
  const known = knowledge.targets.get(ingredient) ?? [];
  // Chemotherapy and hormones have no target in the labels of the drugs beside them.
  if (isBackbone(ingredient)) return new Set(known);
  return new Set([...known, ...own.flatMap(({ profile }) => genesNamed(profile, knowledge))]);
}
function genesNamed(profile: number, knowledge: OncologyKnowledge): readonly string[] {
  return termsOf(knowledge.profiles[profile]?.tree ?? { or: [] }).flatMap(genesOf);
}

/** Labelled by markers alone where it is the directed drug: PIK3CA is what inavolisib beside palbociclib is given for, and no target of palbociclib. */
export function isLabelledByMarkers(ingredient: string, knowledge: OncologyKnowledge): boolean {
  const own = knowledge.index.approvalsByDrug.get(ingredient) ?? [];
  const directed = own.filter(({ therapies }) => therapies[0]?.ingredient === ingredient);
  return directed.length > 0 && directed.every(({ profile }) => genesNamed(profile, knowledge).length === 0);
}

/**
 * The same for a drug whose label asks for the absence of findings alone: it acts as the other drugs of that very label (panitumumab as cetuximab, whose
 * labels name BRAF).
 */
export function targetsOfClass(ingredient: string, knowledge: OncologyKnowledge): ReadonlySet<string> {
  const own = (knowledge.index.approvalsByDrug.get(ingredient) ?? []).filter(({ orderOnly }) => !orderOnly);
  const like = knowledge.approvals.filter(
    (other) =>
      !other.orderOnly &&
      other.therapies.length === 1 &&
      own.some((approval) => {
        const [a, b] = [knowledge.profiles[approval.profile], knowledge.profiles[other.profile]];
        return a !== undefined && a.text === b?.text && termsOf(a.tree).every(({ kind }) => kind === 'wild-type');
      }),
  );
  const drugs = new Set([ingredient, ...like.flatMap(({ therapies }) => therapies.map((therapy) => therapy.ingredient))]);
  return new Set([...drugs].flatMap((drug) => [...targetsOf(drug, knowledge)]));
}

/** A row with the variants that its evidence names closely (not as "any mutation of the gene"). */
export interface NamedRow {
  readonly row: TherapyRow;
  readonly named: ReadonlySet<string>;
  /** The label asks for the absence of a finding only (RAS wild type). */
  readonly onAbsence: boolean;
}

/**
 * Marks each approved sensitivity row that resistance speaks against: evidence in this tumour about one of its drugs alone, by
 * a variant that the approval is not about. In the drug's own target it counts from case reports upwards, or from several preclinical
 * studies or a trusted one (an amplification of that target beside its change: only in treated disease, and not by one study); in another gene at level A only; at level B, where the approval rests on the absence of a finding, it is told with the choice. One
 * preclinical study does not take a choice away: it is told, and the choice comes after others (`isDoubted`). Evidence of a better level
 * that the same drugs work against that very variant takes the mark away.
 */
export function markResisted(
  rows: readonly NamedRow[],
  patient: OncologyPatient,
  knowledge: OncologyKnowledge,
  untreated: boolean,
): TherapyRow[] {
  const against = rows
    .filter(({ row: { effect, tumourMatch } }) => (effect === 'resistance' || effect === 'reduced-sensitivity') && tumourMatch !== 'other')
    .map((match) => ({ ...match, ids: new Set(match.row.variants) }));
  const genes = new Map(patient.found.map(({ alteration }) => [alteration.fact.id, alteration.genes]));
  const amplifications = new Set(
    patient.found.flatMap(({ alteration }) =>
      alteration.copy === 'amplification' || alteration.copy === 'gain' ? [alteration.fact.id] : [],
    ),
  );
  const names = new Map(patient.found.map(({ alteration }) => [alteration.fact.id, nameOfAlteration(alteration)]));
  return rows.map(({ row, onAbsence, named: ownNames }) => {
    if (!row.approved || row.effect !== 'sensitivity') return row;
    const own = new Set(row.variants);
    // A change that the label covers only as "a mutation of the gene" and the evidence by its name is a further one: RET G810R beside M918T.
    const further = ({ row: match, named, ids }: (typeof against)[number]) => {
      if (match.variants === row.variants) return [];
      const beside = row.variants.some((other) => !ids.has(other));
      return match.variants.filter((id) => !own.has(id) || (named.has(id) && !ownNames.has(id) && beside));
    };
    for (const { name } of row.therapy) {
      const drug = ingredientName(name);
      // Of chemotherapy and hormones only what clinical studies show in their own target: aromatase inhibitors with an ESR1 mutation.
      const backbone = isBackbone(drug);
      if (backbone && !knowledge.targets.has(drug)) continue;
      const targets = targetsOfClass(drug, knowledge);
      const onTarget = (ids: readonly string[]) => ids.some((id) => genes.get(id)?.some((gene) => targets.has(gene)));
      const [strongest] = against
        .filter(({ row: match }) => aboutDrug(match, drug) || sameDrugs(match, row))
        .map((match) => ({ match: match.row, by: further(match) }))
        .filter(({ by }) => by.length > 0)
        .filter(({ match, by }) => onTarget(by) || match.level === 'A' || (onAbsence && match.tier === 'I-B'))
        .filter(
          ({ match, by }) =>
            (backbone ? onTarget(by) && match.tier <= 'I-B' : match.level <= 'D') && !worksAgainst(by, row, rows, match.level),
        )
        .sort((a, b) => a.match.level.localeCompare(b.match.level) || Number(isThin(a.match)) - Number(isThin(b.match)));
      if (strongest === undefined) continue;
      const { match } = strongest;
      const by = strongest.by.map((id) => names.get(id) ?? id);
      const kind = match.effect === 'resistance' ? 'resistance' : 'reduced sensitivity';
      const failing = {
        finding: [...new Set(by)].join(', '),
        text: `${kind} to ${drug} is reported (level ${match.level}${match.level === 'D' ? ', preclinical' : ''})`,
      };
      const told = { ...row, because: [...row.because, said(`Also reported: ${failing.finding}: ${failing.text}`)] };
      // Off the target, where the label asks for the absence of other findings alone (PIK3CA or PTEN beside RAS wild type): told with the choice.
      if (match.level !== 'A' && !onTarget(strongest.by)) return told;
      // The mutated gene is often amplified from the start: what was seen under treatment, or in one preclinical study, re-orders nothing.
      const ownGenes = new Set(row.variants.flatMap((id) => genes.get(id) ?? []));
      const amplified = strongest.by.every((id) => amplifications.has(id) && (genes.get(id) ?? []).some((gene) => ownGenes.has(gene)));
      if (amplified && (untreated || isThin(match))) return told;
      return isThin(match)
        ? { ...row, because: [...row.because, { kind: 'doubt', ...failing }] }
        : { ...row, resisted: { kind: 'resisted', ...failing } };
    }
    return row;
  });
}

/** A single preclinical study without a high rating. */
function isThin({ level, sources }: TherapyRow): boolean {
  return level === 'D' && sources.length < 2 && !sources.some(({ label }) => /rating [45]/.test(label));
}

/** Preclinical resistance only. */
export function isDoubted({ because }: TherapyRow): boolean {
  return because.some(({ kind }) => kind === 'doubt');
}

function aboutDrug({ therapy, interaction }: TherapyRow, drug: string): boolean {
  return (therapy.length === 1 || interaction === 'substitutes') && therapy.some(({ name }) => ingredientName(name) === drug);
}
function sameDrugs(a: TherapyRow, b: TherapyRow): boolean {
  const key = ({ therapy }: TherapyRow) =>
    therapy
      .map(({ name }) => ingredientName(name))
      .sort()
      .join('+');
  return key(a) === key(b);
}
/** A label, or evidence of a better level that names the variant closely, says that these drugs do act on one of these variants. */
function worksAgainst(variants: readonly string[], of: TherapyRow, rows: readonly NamedRow[], level: string): boolean {
  return rows.some(
    ({ row, named }) =>
      row.effect === 'sensitivity' &&
      row.tumourMatch !== 'other' &&
      (row.approved || row.level < level) &&
      sameDrugs(row, of) &&
      variants.some((id) => named.has(id)),
  );
}

/** Approved rows that evidence from case series upwards names for a further finding in the drug's target. */
export function namedForFurtherFinding({ row, named }: NamedRow, rows: readonly NamedRow[]): boolean {
  if (!row.approved || row.variants.length === 0) return false;
  if ([...named].some((id) => !row.variants.includes(id))) return true;
  return rows.some(
    (another) =>
      another.row !== row &&
      another.row.effect === 'sensitivity' &&
      another.row.level <= 'B' &&
      another.row.tumourMatch !== 'other' &&
      sameDrugs(another.row, row) &&
      [...another.named].some((id) => !row.variants.includes(id)),
  );
}

/** `EGFR p.Cys797Ser`. */
export function nameOfAlteration(alteration: OncologyPatient['found'][number]['alteration']): string {
  const change = labelOf(alteration);
  const [gene = ''] = alteration.genes;
  return change.includes(gene) ? change : `${gene} ${change}`.trim();
}
