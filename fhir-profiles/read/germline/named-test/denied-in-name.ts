/**
 * Tests of a pharmacogene whose own name denies what it tests for: "HLA-B*57:01 negative", "No G6PD deficiency". "Yes" affirms the denial; of every other
 * answer it cannot be told whether it is to the name or to the test. Such an Observation, or part of one, is given the name without the denial and an
 * answer that says as much, before any reader sees it.
 */
import { concept, isRecord, wordings, type Json } from '../../elements.ts';
import { elementValue, valueConcept } from '../../element-value.ts';
import type { RawResource } from '../../intake.ts';
import { pgxGenesIn } from '../notation/gene-in-text.ts';
import { hlaAlleles } from '../notation/hla-alleles.ts';

const DENIAL =
  /\bnegative\b|\bneg\b\.?|\b(?:not|un)-?\s?(?:detected|present|found|carried|identified)\b|\babsent\b|\babsence of\b|^\s*no\s+(?!function\b|call\b|\d)(?:evidence of\s+)?|\bfree of\b|\bnon-?carrier\b|\b(?:excluded|ruled out)\b/gi;
/** "Positive/negative", "detected or not": the name lists the answers. */
const BOTH = /\bpositive\b|\bpos\b|\bnegative control\b|(?<!\bnot |\bun)(?:\bdetected|\bpresent)\b/i;
const YES = /^(?:yes|y|true|confirmed|correct|ja|oui|s[ií])[\s.]*$/i;
const YES_CODES: ReadonlySet<string> = new Set(['LA33-6', '373066001', 'Y']);
/** The name may say the result over again: "HLA-B*57:01 negative: not detected"; not so "No HLA-B*57:01: negative". */
const REPEATED = /^(?:negative|neg|not (?:detected|found|present|identified)|undetected|absent)[\s.]*$/i;
const NONE = /^\s*no\s|\b(?:absence of|free of)\b/i;
/** Neither assent nor denial. */
const UNCLEAR = 'the name of the test and its answer cannot be told apart';

/** The resource itself where no name in it denies. */
export function withoutDenialInName(resource: RawResource): RawResource {
  if (resource.resourceType !== 'Observation') return resource;
  const own = asked(resource) ?? resource;
  const components = resource['component'];
  if (!Array.isArray(components)) return own as RawResource;
  const parts = components.map((part: unknown) => (isRecord(part) ? (asked(part) ?? part) : part));
  return (parts.some((part, at) => part !== components[at]) ? { ...own, component: parts } : own) as RawResource;
}

function asked(element: Json): Json | null {
  const code = concept(element['code']);
  const names = wordings(code);
  if (!names.some(denies)) return null;
  const value = elementValue(element);
  if (value === null) return null;
  const answer = valueConcept(value);
  const said = value.kind === 'boolean' ? [String(value.value)] : wordings(answer);
  const affirmed =
    (said.length > 0 && said.every((text) => YES.test(text.trim()))) || answer.codings.some((coding) => YES_CODES.has(coding.code));
  const repeated = said.length > 0 && said.every((text) => REPEATED.test(text.trim())) && !names.some((name) => NONE.test(name));
  const kept = Object.fromEntries(Object.entries(element).filter(([key]) => !key.startsWith('value') && key !== 'interpretation'));
  const coding = code.codings.map((one) => ({ ...one, ...(one.display === undefined ? {} : { display: plain(one.display) }) }));
  const text = code.text === undefined ? undefined : plain(code.text);
  return { ...kept, code: { coding, ...(text === undefined ? {} : { text }) }, valueString: affirmed || repeated ? 'Negative' : UNCLEAR };
}

function denies(name: string): boolean {
  if (pgxGenesIn(name).length === 0 && hlaAlleles(name).length === 0) return false;
  return name.search(DENIAL) >= 0 && !BOTH.test(name.replace(DENIAL, ' '));
}

const plain = (name: string): string =>
  name
    .replace(DENIAL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s,:(-])[\s,:(-]+$/, '')
    .trim();
