/**
 * Markers that only the diagnosis or the problem list states: "HER2-positive breast carcinoma", "triple negative", an entry "KRAS G12D mutation" or a Z17
 * code beside the tumour. A word in a problem list is no result: it is told, with its day, and decides nothing by itself. What has a result of its own is
 * not listed here.
 */
import type { PatientFacts, TumourFact } from '../../../fhir-profiles/index.ts';
import { withSymbols } from '../../../fhir-profiles/codes/gene/spellings.ts';
import { proteinName } from '../../knowledge/oncology/notation/protein.ts';
import { genesOf } from '../../knowledge/oncology/notation/term.ts';
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';
import type { OncologyKnowledge } from '../../knowledge/oncology/types.ts';
import type { DataWarning } from '../../report/types.ts';
import type { OncologyPatient } from '../patient.ts';
import { entriesBeside, mayStateNow } from './entries.ts';
import { statementsIn, type Statement } from './in-text.ts';

export interface StatedMarker extends Statement {
  /** Words of the diagnosis and codes that belong to it (receptor status), or an entry of its own. */
  readonly by: 'diagnosis' | 'problem list';
}

const LONGEST = 400;

export function statedMarkers(
  tumour: TumourFact | undefined,
  facts: PatientFacts,
  patient: OncologyPatient,
  knowledge: OncologyKnowledge,
): StatedMarker[] {
  const named = decidingGenes(knowledge);
  const read = (texts: readonly string[], source: TumourFact['source'], by: StatedMarker['by']): StatedMarker[] =>
    [...new Set(texts)]
      .filter((text) => text.length <= LONGEST)
      .flatMap((text) => statementsIn(withSymbols(text), source, named).map((one) => ({ ...one, by })));
  const beside = tumour === undefined ? [] : [...tumour.stages.map(({ text }) => text), ...(tumour.notes ?? [])].filter(mayStateNow);
  const own = tumour === undefined ? [] : read([tumour.text, ...displays(tumour.codes), ...beside], tumour.source, 'diagnosis');
  const all = [...own, ...entriesBeside(tumour, facts, knowledge.tumours).flatMap(({ texts, source, by }) => read(texts, source, by))];
  const measured = new Set<string>(facts.biomarkers.map(({ kind }) => kind));
  const open = all.filter((one) => !one.of.some((name) => isAnswered(name, one, measured, patient)));
  return [
    ...new Map(
      open.map((one) => [`${one.of.join()} ${one.biomarkers.map(({ kind }) => kind).join()} ${one.says.toLowerCase()}`, one]),
    ).values(),
  ];
}
/**
 * What the notes of a diagnosis say is on file twice: as read here, and as an unread result of the same Condition, which would be told instead. Where a
 * sentence is read here, it is no unread result.
 */
export function withoutNotedTwice(facts: PatientFacts, knowledge: OncologyKnowledge): PatientFacts {
  const noted = new Map(
    facts.tumours.flatMap((tumour) => (tumour.notes === undefined ? [] : [[tumour.source.reference, tumour] as const])),
  );
  const isNoted = ({ source }: { readonly source: TumourFact['source'] }): boolean => noted.has(source.reference);
  if (!facts.tested.some(isNoted) && !facts.biomarkers.some(isNoted)) return facts;
  const named = decidingGenes(knowledge);
  const read = new Set(
    [...noted.values()].flatMap(({ notes = [], source }) =>
      notes
        .filter(mayStateNow)
        .flatMap((text) =>
          statementsIn(withSymbols(text), source, named).flatMap(({ of }) => of.map((name) => `${source.reference} ${name}`)),
        ),
    ),
  );
  const twice = (name: string, source: TumourFact['source']): boolean => read.has(`${source.reference} ${name}`);
  return {
    ...facts,
    tested: facts.tested.filter(({ gene, source }) => !twice(gene, source)),
    biomarkers: facts.biomarkers.filter(({ kind, source }) => !twice(kind, source)),
  };
}

const displays = (codes: TumourFact['codes']): string[] => codes.flatMap(({ display }) => display ?? []);

/**
 * A result of the marker or gene comes before the words. Another finding of the gene is none of a single change that was entered after it: T790M entered
 * later than the report of L858R.
 */
function isAnswered(name: string, one: Statement, measured: ReadonlySet<string>, patient: OncologyPatient): boolean {
  const all = patient.byGene.get(name) ?? [];
  // What makes the disease needs no word beside its name.
  if (one.variants.some(({ presence, fusion }) => presence === 'present' && fusion?.ordered === true) && all.some(({ implied }) => implied))
    return true;
  const found = all.filter(({ implied }) => !implied);
  const { change, source } = one;
  if (change !== undefined && found.length > 0 && source.issued !== undefined) {
    const entered = source.issued.slice(0, 10);
    const known = [...found.map(({ alteration }) => alteration), ...patient.absent.filter(({ genes }) => genes.includes(name))];
    const later = known.every(({ fact }) => fact.source.issued !== undefined && fact.source.issued.slice(0, 10) < entered);
    const same = known.some(({ changes }) => changes.some((each) => proteinName(each) === change));
    if (later && !same) return false;
  }
  return measured.has(name) || patient.tested.has(name) || patient.failed.has(name) || found.length > 0;
}

const GENES = new WeakMap<OncologyKnowledge, ReadonlySet<string>>();
/** Genes that a label or a resistance of level A or B asks about. */
function decidingGenes(knowledge: OncologyKnowledge): ReadonlySet<string> {
  const known = GENES.get(knowledge);
  if (known !== undefined) return known;
  const { approvals, evidence, profiles } = knowledge;
  const deciding = new Set([
    ...approvals.map(({ profile }) => profile),
    ...evidence.filter(({ level }) => level <= 'B').map(({ profile }) => profile),
  ]);
  const genes = new Set([...deciding].flatMap((at) => (profiles[at] === undefined ? [] : termsOf(profiles[at].tree).flatMap(genesOf))));
  GENES.set(knowledge, genes);
  return genes;
}

/** "HER2-positive by the diagnosis of 2026-05-01", "KRAS G12D mutation by the problem list of 2026-05-01"; where both speak, each with its own. */
export function statedInWords(stated: readonly StatedMarker[]): string {
  const groups = new Map<string, string[]>();
  for (const { says, by, source } of stated) {
    const where = `by the ${by}${ofDay(source)}`;
    groups.set(where, [...(groups.get(where) ?? []), says]);
  }
  return [...groups].map(([where, says]) => `${[...new Set(says)].join(', ')} ${where}`).join(' and ');
}

/** " of 2026-05-01". */
function ofDay({ issued }: TumourFact['source']): string {
  return issued === undefined ? '' : ` of ${issued.slice(0, 10)}`;
}

/** Told once per entry. */
export function statedWarnings(stated: readonly StatedMarker[]): DataWarning[] {
  const bySource = new Map<string, StatedMarker[]>();
  for (const one of stated) bySource.set(one.source.reference, [...(bySource.get(one.source.reference) ?? []), one]);
  return [...bySource.values()].flatMap((all): DataWarning[] => {
    const says = [...new Set(all.map(({ says: said }) => said))].join(', ');
    const [first] = all;
    if (first === undefined) return [];
    return [
      {
        code: 'missing',
        message: `The ${first.by}${ofDay(first.source)} says ${says}; no result of its own is on file: no therapy is matched to it.`,
        reference: first.source.reference,
      },
    ];
  });
}
