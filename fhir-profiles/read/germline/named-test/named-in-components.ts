/**
 * "Gene: DPYD", "Allele: *2A", "Result: Negative" as components with names in words: one question in three parts. Read apart, the allele looks found
 * whatever the answer says. Such an Observation is read as the test of that allele ("DPYD *2A") with its answer.
 */
import { geneOfTestCode } from '../../../codes/pgx/test-codes.ts';
import { COMPONENT, OBSERVATION } from '../../../codes/genomics/genomics-codes.ts';
import { pgxGene } from '../../../codes/pgx/genes.ts';
import { concept, isRecord, records, wordings, type Json } from '../../elements.ts';
import { elementValue, valueConcept } from '../../element-value.ts';
import type { RawResource } from '../../intake.ts';
import { geneOfTest, isOfAnother, namesAlleleAlone } from '../notation/bare-allele.ts';
import { pgxGenesIn, withoutGene } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';

const GENE = /^genes?(?: (?:symbol|name|studied|tested|analy[sz]ed))?$/i;
const ALLELE =
  /^(?:(?:HLA|star|DNA|genetic|gene) )?(?:allele|variant|bio-?marker|marker|mutation|SNP|polymorphism|haplotype|change|target)(?: (?:name|id|tested|analy[sz]ed))?$|^(?:dbSNP )?rs ?(?:ID|number)$/i;
const ANSWER =
  /^(?:(?:test|final|overall|lab(?:oratory)?) )?(?:results?|status|interpretation|finding|outcome|value|call|detected|presence|(?:is ?)?present|positive|found|observed|carrier(?: status)?|zygosity|genotype|allelic state|copies|(?:allele )?copy number|number of copies|conclusion|assessment)\??$|^(?:mutation|variant|allele|change|marker) (?:status|detected|present|found)\??$/i;
/** Observations that say by their code what their parts are. */
const OWN_FORM: ReadonlySet<string> = new Set(Object.values(OBSERVATION));

const DENIED =
  /^(?:negative|neg\.?|not detected|not present|not found|not observed|not identified|undetected|absent|none|no|false|wild[- ]?type|wt|reference|non-?carrier|not a carrier|homozygous (?:reference|wild[- ]?type|normal)|(?:0|zero|no) cop(?:y|ies))\.?$/i;
const FOUND = /^(?:positive|pos\.?|detected|present|found|observed|identified|yes|true|carrier|mutated)\.?$/i;
const ZYGOSITY = /^(?:(?:hetero|homo|hemi)zyg\w+|(?:homo|hetero)plasmic|[12] cop(?:y|ies))\.?$/i;

const textOf = (code: unknown): readonly string[] => wordings(concept(code)).map((words) => words.trim());
const isNamed = (part: Json, pattern: RegExp): boolean => {
  const words = textOf(part['code']);
  return words.length > 0 && words.every((text) => pattern.test(text));
};
const codesOf = (part: Json): readonly string[] => concept(part['code']).codings.map(({ code }) => code);
const said = (part: Json): readonly string[] => wordings(valueConcept(elementValue(part)));

/** The resource itself where it is no question in parts; else a copy that asks and answers in one. */
export function withQuestionInOne(resource: RawResource): RawResource {
  const given = resource['component'];
  if (resource.resourceType !== 'Observation' || !Array.isArray(given)) return resource;
  if (isOfAnother(textOf(resource['code']))) return resource;
  const parts = records(given);
  const inWords = parts.every((part) => codesOf(part).every((code) => code === ''));
  const own = (code: string): boolean =>
    (OWN_FORM.has(code) && !(code === OBSERVATION.variant && inWords)) || geneOfTestCode(code) !== null;
  if (concept(resource['code']).codings.some(({ code }) => own(code))) return resource;
  const genes = parts.filter((part) => isNamed(part, GENE) || codesOf(part).includes(COMPONENT.gene));
  const [named, ...others] = parts.filter(
    (part) => isNamed(part, ALLELE) || codesOf(part).some((code) => HLA_CODES.has(code) && isTyped(part)),
  );
  if (named === undefined && genes.length === 1) return withFinding(resource, parts, genes[0]);
  if (genes.length > 1 || named === undefined || others.length > 0) return resource;
  const gene = geneOf(genes[0], resource) ?? (genes.length === 0 ? typedGene(named) : null);
  const asked = gene === null ? null : askedIn(said(named), gene);
  if (gene === null || asked === null) return resource;
  const answers = parts.filter((part) => part !== named && part !== genes[0] && (isNamed(part, ANSWER) || 'valueBoolean' in part));
  const answer = answerOf(answers, resource);
  if (answer === null) return resource;
  const rest = given.filter((part) => !isRecord(part) || (part !== named && part !== genes[0] && !answers.includes(part)));
  const kept = Object.fromEntries(Object.entries(resource).filter(([key]) => !key.startsWith('value') && key !== 'component'));
  return {
    ...kept,
    resourceType: resource.resourceType,
    code: { text: asked },
    ...answer,
    ...(rest.length === 0 ? {} : { component: rest }),
  };
}

const LISTED = /^(?:variants?|alleles?|mutations?|changes?) (?:detected|found|identified|reported)$/i;
/** "Gene: DPYD", "Variants detected: c.1905+1G>A (heterozygous)": the genotype of the gene, where nothing else answers. */
function withFinding(resource: RawResource, parts: readonly Json[], head: Json | undefined): RawResource {
  const gene = geneOf(head, resource);
  const [listed, ...others] = parts.filter(
    (part) => part !== head && (isNamed(part, LISTED) || isNamed(part, ANSWER) || 'valueBoolean' in part),
  );
  if (gene === null || listed === undefined || others.length > 0 || !isNamed(listed, LISTED) || elementValue(resource) !== null)
    return resource;
  if (said(listed).every((text) => FOUND.test(text))) return resource;
  const answer = Object.entries(listed).filter(([key]) => key.startsWith('value'));
  const component = parts.filter((part) => part !== listed && part !== head);
  return { ...resource, code: { text: `${gene} genotype` }, ...Object.fromEntries(answer), component };
}

/** Allele name, haplotype: of an HLA allele they are the question, of other genes read where they stand. */
const HLA_CODES: ReadonlySet<string> = new Set([COMPONENT.variation, OBSERVATION.haplotype]);
const isTyped = (part: Json): boolean => said(part).some((text) => hlaAlleles(text).some(({ allele }) => allele.includes(':')));

/** "Allele: HLA-B*57:01" says its gene itself. */
function typedGene(part: Json): string | null {
  const genes = new Set(said(part).flatMap((text) => hlaAlleles(text).flatMap(({ gene }) => gene ?? [])));
  const [gene, ...others] = genes;
  return gene === undefined || others.length > 0 || pgxGene(gene) === null ? null : gene;
}

function geneOf(part: Json | undefined, resource: RawResource): string | null {
  if (part === undefined) return geneOfTest(concept(resource['code']));
  const genes = new Set(said(part).flatMap(pgxGenesIn));
  const [gene, ...others] = genes;
  return gene === undefined || others.length > 0 ? null : gene;
}

/** The test's name in one; null where the value is a pair, several alleles or no allele at all. */
function askedIn(values: readonly string[], gene: string): string | null {
  const [value, ...others] = new Set(values);
  if (value === undefined || others.length > 0) return null;
  const bare = withoutGene(value, gene).replace(/^[\s:]+/, '');
  const own = pgxGene(gene)?.naming === 'hla' ? bare.replace(/^\*?/, '') : bare;
  if (!namesAlleleAlone(own, gene)) return null;
  return pgxGene(gene)?.naming === 'hla' ? `${gene}*${own}` : `${gene} ${own}`;
}

/** Null: nothing answers. Answers that do not go together are one that cannot be told. */
function answerOf(parts: readonly Json[], resource: RawResource): Json | null {
  const value = elementValue(resource);
  if (parts.length === 0 && value !== null && value.kind !== 'boolean' && value.kind !== 'quantity')
    return Object.fromEntries(Object.entries(resource).filter(([key]) => key.startsWith('value')));
  const own = value === null ? [] : [wordOf(resource, true)];
  const words = [...own, ...parts.map((part) => wordOf(part, isNamed(part, ANSWER)))];
  const [only, ...more] = words;
  if (only === undefined) return resource['interpretation'] === undefined ? null : {};
  if (more.length === 0) return { valueString: only };
  const [denied, found, zygosity] = [DENIED, FOUND, ZYGOSITY].map((pattern) => words.filter((word) => pattern.test(word)));
  const known = (denied?.length ?? 0) + (found?.length ?? 0) + (zygosity?.length ?? 0);
  const grades = new Set(zygosity);
  if (known === words.length && (denied?.length ?? 0) === words.length) return { valueString: only };
  if (known === words.length && (denied?.length ?? 0) === 0 && grades.size <= 1) return { valueString: [...grades][0] ?? only };
  return { valueString: 'indeterminate' };
}

function wordOf(part: Json, isAnswer: boolean): string {
  const value = elementValue(part);
  if (value?.kind === 'boolean') return isAnswer ? (value.value ? 'Detected' : 'Not detected') : 'indeterminate';
  const [word = 'indeterminate', ...others] = new Set(said(part));
  const counted = value?.kind === 'quantity' ? String(value.value) : /^[0-2]$/.test(word) ? word : null;
  if (counted !== null) return `${counted} ${counted === '1' ? 'copy' : 'copies'}`;
  return others.every((other) => DENIED.test(other) === DENIED.test(word)) ? word : 'indeterminate';
}
