/**
 * "Variant name: HLA-B*57:01" in one row, "Result: not detected" in the next: what was looked for and what was found stand apart. The first alone is no
 * finding of the patient; the second is named by it where the order leaves no doubt.
 */
import { pgxGene } from '../codes/pgx/genes.ts';
import { geneOfRsId } from '../codes/pgx/rsids.ts';
import { concept, wordings, type Concept } from './elements.ts';
import { elementValue, valueConcept, type ElementValue } from './element-value.ts';
import { pgxGenesIn } from './germline/notation/gene-in-text.ts';
import { hlaAlleles } from './germline/notation/hla-alleles.ts';
import { rsIdsIn } from './germline/notation/nucleotides.ts';
import type { IntakeResource, RawResource } from './intake.ts';

const WHAT = '(?:variant|allele|marker|mutation|polymorphism|SNP|target|analyte|assay|test|locus)';
const ASKED = new RegExp(
  String.raw`^(?:(?:discrete )?(?:genetic |DNA |HLA )?${WHAT} (?:display )?(?:name|ID|identifier|tested|requested|ordered|assayed|analy[sz]ed|of interest)|(?:genetic |DNA )?${WHAT}|(?:tested|target(?:ed)?|requested|ordered) ${WHAT}|discrete genetic variant|name of (?:the )?${WHAT})$`,
  'i',
);
const ANSWER =
  /^(?:(?:test|final|lab(?:oratory)?|overall|assay|allele|variant|genetic variant) )?(?:result|finding|status|presence|detection|assessment|outcome|answer)s?$|^(?:detected|zygosity|phenotype description|result value)\??$/i;
const ASKED_CODES: ReadonlySet<string> = new Set(['81252-9']);
const ANSWER_CODES: ReadonlySet<string> = new Set(['69548-6']);

/** A row that names what was looked for beside rows that are named by their results. */
export const ASKED_FOR = 'it names what was looked for, and not whether it was found';

/** The pharmacogenes that a row asks for, and tells nothing of. */
export function genesAsked({ code, value }: Row): readonly string[] {
  const said = question(code, value);
  if (said === null) return [];
  const genes = [
    ...pgxGenesIn(said),
    ...hlaAlleles(said).flatMap(({ gene }) => gene ?? []),
    ...rsIdsIn(said).flatMap((id) => geneOfRsId(id) ?? []),
  ];
  return [...new Set(genes)].filter((gene) => pgxGene(gene) !== null);
}

function namesWhatIsAsked(code: Concept): boolean {
  return (
    code.codings.some((coding) => ASKED_CODES.has(coding.code)) ||
    (wordings(code).length > 0 && wordings(code).every((name) => ASKED.test(name.trim())))
  );
}

/** What a row asks: an allele, a place or a test of a gene that matters for drugs, in few words and without an answer of its own. */
function question(code: Concept, value: ElementValue | null): string | null {
  if (value === null || !namesWhatIsAsked(code)) return null;
  const [said, ...others] = wordings(valueConcept(value));
  if (said === undefined || others.length > 0 || said.length > 60 || ANSWERED.test(said)) return null;
  return pgxGenesIn(said).length === 1 || hlaAlleles(said).some(({ gene }) => gene !== null) || rsIdsIn(said).length === 1 ? said : null;
}

/** "Variant: c.1905+1G>A" under "Gene: DPYD". */
function underGene(row: Row, gene: string): Row {
  const [said, ...others] = wordings(valueConcept(row.value));
  if (said === undefined || others.length > 0 || !namesWhatIsAsked(row.code) || pgxGenesIn(said).length > 0) return row;
  return { ...row, value: { kind: 'text', text: `${gene} ${said}` } };
}

const ANSWERED = /\b(?:negative|positive|(?:not )?detected|present|absent|hetero\w*|homo\w*|metaboli[sz]er|carrier)\b|\*\s?\w+\s?\/\s?\*/i;

const isAnswer = (code: Concept, value: ElementValue | null): boolean =>
  value !== null &&
  (code.codings.some((coding) => ANSWER_CODES.has(coding.code)) || wordings(code).some((name) => ANSWER.test(name.trim())));

/** A question that is none of a pharmacogene: what follows answers that one. The asked allele written shorter is the same question. */
function asksAnother(code: Concept, value: ElementValue | null, asked: string | null): boolean {
  if (value === null || !namesWhatIsAsked(code)) return false;
  const plain = (text: string): string => text.replace(/\s+/g, '').toLowerCase();
  return !wordings(valueConcept(value)).some((said) => asked !== null && plain(asked).includes(plain(said)));
}

interface Row {
  readonly code: Concept;
  readonly value: ElementValue | null;
}

/** Of each answer what it answers, by its place in the list; empty where the order is not "asked, answered, asked, answered". */
export function answersIn(rows: readonly Row[]): ReadonlyMap<number, string> {
  const answers = new Map<number, string>();
  const none: ReadonlyMap<number, string> = new Map();
  let asked: string | null = null;
  let answered = true;
  for (const [at, { code, value }] of rows.entries()) {
    const next = question(code, value);
    if (next !== null && next !== asked) {
      if (!answered) return none;
      asked = next;
      answered = false;
    } else if (next === null && asksAnother(code, value, asked)) {
      if (!answered) return none;
      asked = '';
    } else if (next === null && isAnswer(code, value)) {
      if (asked === null) return none;
      if (asked !== '') answers.set(at, asked);
      answered = true;
    }
  }
  return answered ? answers : none;
}

/** The same of rows of a report: each answer under the name of what it answers. `gene`: that of the row which heads them, where one does. */
export function namedByQuestions(rows: readonly IntakeResource[], gene: string | null = null): ReadonlyMap<IntakeResource, RawResource> {
  const observed = rows.filter(({ type, resource }) => type === 'Observation' && resource['component'] === undefined);
  const answers = answersIn(
    observed.map(({ resource }) => {
      const row = { code: concept(resource['code']), value: elementValue(resource) };
      return gene === null ? row : underGene(row, gene);
    }),
  );
  return new Map(
    observed.flatMap((row, at) => {
      const asked = answers.get(at);
      return asked === undefined ? [] : [[row, { ...row.resource, code: { text: asked } }] as const];
    }),
  );
}
