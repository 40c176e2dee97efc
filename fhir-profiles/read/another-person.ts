/** Whether a result is another person's, by what stands beside its subject: `focusCode`, a focus, a specimen or a row that names a donor or a relative. */
import { isControlRow, withoutControls } from '../codes/controls.ts';
import { DONOR, KIN } from '../codes/doubt/index.ts';
import { concept, isRecord, list, records, text, wordings } from './elements.ts';
import { valueConcept, elementValue } from './element-value.ts';
import type { RawResource } from './intake.ts';

/** Relatives and donors, also in German, French, Spanish, Italian and Dutch; samples that are nobody's. */
const ANOTHER = new RegExp(
  [
    String.raw`family history|family member|${DONOR}(?:'s)?|donneu(?:r|se)|donante|donatore|spenderin|spenders?|fetal|foetal|f(?:o)?etus|embryo(?:nic)?|cord blood unit`,
    String.raw`(?:${KIN}|partner|spouse|husband|wife)(?:['’]s|s)?|maternal|paternal`,
    String.raw`(?:positive|negative|QC|quality|internal|cell[- ]line|process) controls?|control (?:sample|specimen|DNA|cell line)`,
  ]
    .map((words) => String.raw`(?<![\p{L}\d-])(?:${words})(?![\p{L}\d])`)
    .join('|'),
  'iu',
);

/** "Family HLA-B*57:01", "HLA-B*57:01 in family"; "CYP2C gene family" and "familial variant testing" are the patient's. */
const OF_FAMILY =
  /^\W*(?:[Ff]amil(?:y|ie|ia)|[Ff]amille|[Ff]amiglia|[Ff]amília|[Ff]amilial(?!.*\b(?:deficien|disease|syndrome|hyperthermia)))(?:['’]s)?[\s:,–-]+[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*(?![\w-])|\b(?:in|of) (?:the |her |his )?family\W*$|\(family\)\W*$/;

/** "Maternal allele": the patient's own copy, from the mother. */
const OWN_COPY = /\b(?:maternal|paternal)\s+(?:allele|haplotype|copy|chromosome)\b|\b(?:allele|haplotype),?\s*\(?(?:maternal|paternal)\b/gi;

/** The other person that words name; null where they name none. */
export function personNamed(words: string): string | null {
  const [named] = ANOTHER.exec(words.replace(OWN_COPY, ' ')) ?? [];
  return named === undefined ? (OF_FAMILY.test(words) ? 'of the family' : null) : named.toLowerCase();
}

/** "Mother: *2/*2", "Father's tumour: rearranged": one clause that begins with a person. */
const BY_PERSON = /^\W*((?!maternal|paternal)[\p{L}][\p{L}\s'’-]{1,39}?)\s*[:=]\s*\S[^;\n]*$/iu;
/** "*2/*2 (control sample)", "rearranged (donor)". */
const BEHIND_IT =
  /\(\s*((?:positive |negative |QC |quality |internal )?control(?: (?:sample|specimen|DNA|cell line))?|(?:stem[- ]cell |bone marrow )?donor(?:['’]s)?(?: (?:sample|specimen|blood|DNA|cells))?)\s*\)\W*$/i;

/** Whose answer it is, by the answer's own words; null where they name nobody else. Where they speak of the patient too, it is not told apart here. */
export function personAnswering(answer: string): string | null {
  if (answer.length > 120 || /\b(?:patient(?!['’]s)|proband|index case)\b/i.test(answer)) return null;
  const person = BY_PERSON.exec(answer)?.[1] ?? BEHIND_IT.exec(answer)?.[1];
  return person === undefined ? null : personNamed(person);
}
/** The same of a result or one of its parts. */
const personInValue = (element: RawResource | Readonly<Record<string, unknown>>): string | null =>
  wordings(valueConcept(elementValue(element))).flatMap((words) => personAnswering(words) ?? [])[0] ?? null;

/** Parts of a result that answer for somebody else, without that answer; null where there is none. */
export function withoutOthersParts(resource: RawResource): { readonly resource: RawResource; readonly persons: readonly string[] } | null {
  if (resource.resourceType !== 'Observation' || resource['component'] === undefined) return null;
  const persons: string[] = [];
  const component = list(resource['component']).map((part) => {
    const person = isRecord(part) ? personInValue(part) : null;
    if (person === null || !isRecord(part)) return part;
    persons.push(person);
    const kept = Object.fromEntries(Object.entries(part).filter(([name]) => !name.startsWith('value')));
    return { ...kept, dataAbsentReason: { text: 'about another person' } };
  });
  return persons.length === 0 ? null : { resource: { ...resource, component }, persons };
}

const KINSMAN = String.raw`(?:${KIN.replace('relatives?|', '')}|family member|${DONOR})`;
/** Where the name of a tumour's test says it: "Mother: BRCA1 mutation", "BRCA1 (sister)", "BRAF V600E in brother". Of the family's variant the patient is tested. */
const IN_TITLE = new RegExp(
  String.raw`^\W*(?:(?:the |his |her |patient['’]?s )?(?:${KINSMAN}(?:['’]s)?|relative['’]s)|maternal|paternal|family history(?: of)?)(?=\W)|\((?:\w+ )?(?:${KINSMAN}|relative|family)\)\W*$|\b(?:in|of) (?:the |a |an |his |her |patient['’]?s )?(?:${KINSMAN}|relative|family)\W*$`,
  'iu',
);

/** Whose or what the name of a tumour's test says that its result is: a relative, a donor, the laboratory's own control; null for the patient. */
export function notOfPatient(title: string): string | null {
  if (title.length > 200) return null;
  if (isControlRow(withoutControls(title))) return 'the laboratory’s own control';
  const named = /\bsplice\b|\bchimer/i.test(title) ? undefined : IN_TITLE.exec(title.replace(OWN_COPY, ' '))?.[0];
  return named === undefined ? null : `another person (${named.replace(/^\W+|\W+$/g, '').toLowerCase()})`;
}

const FOCUS_CODE = 'http://hl7.org/fhir/StructureDefinition/observation-focusCode';
/** Rows that say whose result it is. */
const WHOSE =
  /^(?:tested (?:person|individual|subject)|person tested|(?:subject|person) of (?:the )?(?:test|result)|relation(?:ship)?(?: to (?:the )?patient)?)$/i;
/** A note that says where the sample came from; one that mentions a relative says nothing of that. */
const OF_SAMPLE =
  /^(?:this is (?:the |a )?)?(?:results?|specimen|sample|blood|DNA|typing|genotype)s?\s+(?:is |was |are |were )?(?:taken |obtained |collected )?(?:of|from)\s+(?:the |a |an |his |her )?(?:[\p{L}-]+\s){0,3}?(\p{L}+)\W*$/iu;

/** Labels of lines in a value that say whose result, or whose sample, it is. */
const WHOSE_LINE =
  /^(?:subject|specimen(?: source)?|sample(?: source)?|source|tested (?:person|individual|subject)|person tested|relation(?:ship)?(?: to (?:the )?patient)?)$/i;

/** Among the lines of one value: "SUBJECT: mother", "SPECIMEN: donor", "NOTE: Results of the mother." */
function personInLines(value: string): string | null {
  const lines = value.length > 4000 ? [] : value.split('\n');
  if (lines.length < 2) return null;
  for (const line of lines) {
    const at = line.indexOf(':');
    const label = line.slice(0, Math.max(at, 0)).trim();
    const said = line.slice(at + 1).trim();
    if (said.length > 80) continue;
    const person = personNamed(WHOSE_LINE.test(label) ? said : (OF_SAMPLE.exec(said)?.[1] ?? ''));
    if (person !== null) return person;
  }
  return null;
}

/** Whose result an Observation is, as far as something else than its subject, its title and the resource in its focus says it; null for the patient. */
export function personBeside(resource: RawResource): string | null {
  const answering = personInValue(resource);
  if (answering !== null) return answering;
  const [inLines] = wordings(valueConcept(elementValue(resource))).flatMap((words) => personInLines(words) ?? []);
  if (inLines !== undefined) return inLines;
  for (const extension of records(resource['extension'])) {
    if (extension['url'] !== FOCUS_CODE) continue;
    const focus = concept(extension['valueCodeableConcept']);
    const said = wordings(focus);
    // The code alone says that somebody or something else is meant, and not whom.
    if (said.length === 0 && focus.codings.length > 0) return 'named by a code alone';
    const [person] = said.flatMap((words) => personNamed(words) ?? []);
    if (person !== undefined) return person;
  }
  for (const focus of list(resource['focus'])) {
    if (!isRecord(focus)) continue;
    if (/(?:^|\/)FamilyMemberHistory\//.test(text(focus['reference']) ?? '')) return 'of the family history';
    const person = personNamed(text(focus['display']) ?? '');
    if (person !== null) return person;
  }
  const specimen = isRecord(resource['specimen']) ? personNamed(text(resource['specimen']['display']) ?? '') : null;
  if (specimen !== null) return specimen;
  for (const part of records(resource['component'])) {
    if (!wordings(concept(part['code'])).some((name) => WHOSE.test(name.trim()))) continue;
    const [person] = wordings(valueConcept(elementValue(part))).flatMap((words) => personNamed(words) ?? []);
    if (person !== undefined) return person;
  }
  const answersItself = elementValue(resource) !== null || resource['component'] !== undefined;
  for (const note of records(resource['note'])) {
    const answered = answersItself ? null : personAnswering(text(note['text']) ?? '');
    if (answered !== null) return answered;
    for (const sentence of (text(note['text']) ?? '').split(/(?<=[.;])\s+|\n+/)) {
      const person = personNamed(OF_SAMPLE.exec(sentence.trim())?.[1] ?? '');
      if (person !== null) return person;
    }
  }
  return null;
}
