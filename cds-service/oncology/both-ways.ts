/**
 * The same change of the tumour found by one result and not found by another: what each specimen said, and when. Which of them leaves the finding
 * open is decided by what was examined and when: circulating tumour DNA without it rules nothing out (labels of plasma companion tests ask for
 * tissue then), and a change found after an earlier test without it is the newer state of the tumour. What a later or equally old test of
 * tissue no longer shows is not settled.
 */
import { shedInto, SPECIMEN_NOT_ON_FILE, type ShedInto } from '../../fhir-profiles/codes/specimen-kinds.ts';
import type { PatientFacts, Source, VariantFact } from '../../fhir-profiles/index.ts';
import type { BothWays } from '../report/types.ts';
import { readAlteration, type Alteration } from './alteration/index.ts';
import { isSequence, labelOf } from './alteration/class.ts';
import { fits } from './alteration/fits/index.ts';
import { wildTypeGene, type Found, type OncologyPatient } from './patient.ts';
import { evidenceOf } from './report-rows.ts';

/** A result that did not find something. */
interface Absence {
  readonly source: Source;
  readonly specimen: string | undefined;
  /** What was looked for; null: the gene as a whole. */
  readonly sought: Alteration | null;
  readonly gene: string;
  readonly fusions: boolean;
}

/** By id of the variant that was found. Several results that did not find it give one row: the one that leaves most open, the latest of them. */
export function saidBothWays(facts: PatientFacts, patient: OncologyPatient): ReadonlyMap<string, BothWays> {
  const absences = absencesOf(facts, patient);
  if (absences.length === 0) return new Map();
  const found = patient.found.filter(
    ({ implied, standing, alteration }) => !implied && standing.usable && alteration.fact.origin !== 'germline',
  );
  return new Map(
    found.flatMap((one): [string, BothWays][] => {
      const same = found.filter(({ alteration }) => isSame(alteration, one.alteration));
      const latest = same.map(({ alteration }) => alteration.fact).toSorted(byDay)[0] ?? one.alteration.fact;
      // What the diagnosis itself tells stays true in remission: chronic myeloid leukaemia without the transcript responds.
      const byDiagnosis =
        one.alteration.fusion !== null && (patient.byGene.get(one.alteration.genes[0] ?? '') ?? []).some(({ implied }) => implied);
      const rows = absences
        .filter((absence) => concerns(absence, one, patient))
        .map((absence) => rowOf(absence, latest, patient, byDiagnosis))
        .toSorted((a, b) => Number(b.unsettled) - Number(a.unsettled) || dayOf(b.evidence[0]).localeCompare(dayOf(a.evidence[0])));
      return rows[0] === undefined ? [] : [[one.alteration.fact.id, rows[0]]];
    }),
  );
}

function absencesOf(facts: PatientFacts, { genes }: OncologyPatient): Absence[] {
  const specimens = new Map(facts.variants.map(({ source, specimen }) => [source.reference, specimen]));
  const named = facts.variants
    .filter(
      ({ presence, origin, names }) => presence === 'absent' && origin !== 'germline' && !names.some((name) => OF_THE_REST.test(name)),
    )
    .flatMap((fact): Absence[] => {
      const gene = wildTypeGene(fact, genes);
      const sought = readAlteration(fact, genes);
      const fusions = fact.kind === 'fusion' || sought?.classes.some(({ kind }) => kind === 'fusion') === true;
      const made = { source: fact.source, specimen: fact.specimen, fusions };
      return gene !== null ? [{ ...made, sought: null, gene }] : sought === null ? [] : [{ ...made, sought, gene: sought.genes[0] ?? '' }];
    });
  const fusionTests = new Set(
    facts.variants.flatMap(({ presence, kind, source }) => (presence === 'absent' && kind === 'fusion' ? [source.reference] : [])),
  );
  const clear = facts.tested
    .filter(({ negative, origin }) => negative && origin !== 'germline')
    .map(({ gene, source }) => ({
      source,
      specimen: specimens.get(source.reference),
      sought: null,
      gene: genes.symbol(gene) ?? gene,
      fusions: fusionTests.has(source.reference),
    }));
  return [...named, ...clear];
}

/** "EGFR, other variants: not detected" is said beside what was found. */
const OF_THE_REST = /\b(?:other|additional|further|remaining|rest of|weitere|andere|autres?|otras?|altre)\b/i;

/** A gene without sequence changes says nothing of its copies or its fusions. */
function concerns({ sought, gene, fusions, source }: Absence, one: Found, patient: OncologyPatient): boolean {
  const { alteration } = one;
  if (!alteration.genes.includes(gene) || alteration.fact.source.reference === source.reference) return false;
  if (sought === null) return alteration.fusion !== null ? fusions : !fusions && isSequence(alteration);
  if (isSame(alteration, sought)) return true;
  return sought.classes.some((term) => {
    if (term.kind === 'marker' || term.kind === 'wild-type' || term.kind === 'named') return false;
    return fits(term, one, patient) !== null;
  });
}
function isSame(a: Alteration, b: Alteration): boolean {
  return a.genes.some((gene) => b.genes.includes(gene)) && labelOf(a) === labelOf(b);
}

function rowOf({ source, specimen, sought }: Absence, found: VariantFact, patient: OncologyPatient, byDiagnosis: boolean): BothWays {
  const shed = shedWhere(specimen, patient, source);
  const [before, after] = [dayOf(found.source), dayOf(source)];
  // Lines of one day are of one panel as a rule: "nothing" for the gene is nothing beside what its other line found. A rearrangement is looked for by
  // tests of its own (stain and in situ hybridisation), which may say different things on one day.
  const ofOnePanel = sought === null && found.kind !== 'fusion';
  const later = before === '' || after === '' || (ofOnePanel ? after > before : after >= before);
  const where = [whereOf(found.specimen, shedWhere(found.specimen, patient, found.source)), whereOf(specimen, shed)];
  const [here = '', there = ''] = where[0] === where[1] ? [] : where;
  const text = `found${here}${on(before)}, not found${there}${on(after)}${shed === null ? '' : ', which does not rule it out'}`;
  return { text, unsettled: later && shed === null && !byDiagnosis, evidence: [evidenceOf(source)] };
}
/** As the negative results of the patient were sorted; a plasma result that found something is no negative one. */
function shedWhere(specimen: string | undefined, { inBlood }: OncologyPatient, { reference }: Source): ShedInto | null {
  return inBlood.get(reference) ?? shedInto(specimen ?? '');
}
function whereOf(specimen: string | undefined, shed: ShedInto | null): string {
  if (specimen === undefined) return '';
  return shed !== null ? ` in ${shed}` : specimen === SPECIMEN_NOT_ON_FILE ? ` in a specimen that is not on file` : ' in tissue';
}
const on = (day: string): string => (day === '' ? ' on a day that is not on file' : ` ${day}`);
const dayOf = (source: { readonly issued?: string } | undefined): string => source?.issued?.slice(0, 10) ?? '';
const byDay = (a: VariantFact, b: VariantFact): number => dayOf(b.source).localeCompare(dayOf(a.source));
