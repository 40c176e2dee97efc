/** How codes are written: by URL or OID, as text or number. */
import { findings } from './collect.ts';
import { below, isObject, type Json } from './json.ts';
import type { Finding, RuleText } from './types.ts';

const CODING = 'FHIR R4, Coding';

export const CODING_RULES = {
  'coding.oid': {
    section: CODING,
    weight: 'advice',
    standard: 'A system that has a URL is named by it: RxNorm by http://www.nlm.nih.gov/research/umls/rxnorm, not by its OID.',
    seenIn: 'Epic',
  },
  'coding.oid-unknown': {
    section: CODING,
    weight: 'note',
    standard: 'system is a URI that the reader knows; a local system is known to its site alone.',
    seenIn: 'Epic: identifiers of its own records',
  },
  'coding.code-type': { section: CODING, weight: 'breaks', standard: 'code is a text, also where it consists of digits.' },
  'coding.system-missing': { section: CODING, weight: 'advice', standard: 'A code without a system has no meaning outside its site.' },
} as const satisfies Record<string, RuleText>;

/** OIDs of systems that Genehook reads as if their URL stood there. */
const KNOWN_OIDS = new Set([
  '2.16.840.1.113883.6.1',
  '2.16.840.1.113883.6.96',
  '2.16.840.1.113883.6.88',
  '2.16.840.1.113883.6.90',
  '2.16.840.1.113883.6.69',
  '2.16.840.1.113883.6.281',
  '2.16.840.1.113883.6.282',
  '2.16.840.1.113883.6.73',
  '2.16.840.1.113883.4.9',
]);
const DEPTH = 12;

export function checkCodings(placed: readonly { readonly resource: Json; readonly at: string }[]): readonly Finding[] {
  const collected = findings(CODING_RULES);
  const visit = (value: unknown, at: string, depth: number): void => {
    if (depth > DEPTH) return;
    if (Array.isArray(value)) (value as unknown[]).forEach((item, index) => visit(item, below(at, index), depth + 1));
    else if (isObject(value))
      for (const [name, member] of Object.entries(value)) {
        const here = below(at, name);
        if (name === 'coding' && Array.isArray(member))
          (member as unknown[]).forEach((coding, index) => checkOne(coding, below(here, index)));
        else if (typeof member === 'object' && member !== null) visit(member, here, depth + 1);
      }
  };
  const checkOne = (coding: unknown, at: string): void => {
    if (!isObject(coding)) return;
    const { system, code } = coding;
    if (code !== undefined && typeof code !== 'string')
      collected.add(
        'coding.code-type',
        `${at}.code`,
        `a ${typeof code}`,
        'ignored',
        'The code was passed over; texts and other codings beside it were read.',
      );
    if (typeof code === 'string' && (system === undefined || system === ''))
      collected.add('coding.system-missing', `${at}.system`, 'missing', 'used', 'The display was read; the code alone identifies nothing.');
    const oid = typeof system === 'string' ? /^(?:urn:oid:)?(\d+(?:\.\d+)+)\/?$/i.exec(system.trim())?.[1] : undefined;
    if (oid === undefined) return;
    if (KNOWN_OIDS.has(oid)) collected.add('coding.oid', `${at}.system`, 'an OID', 'used', 'Read as the URL of that system.');
    else
      collected.add(
        'coding.oid-unknown',
        `${at}.system`,
        'an OID of another system',
        'ignored',
        'The code was passed over; texts and other codings beside it were read.',
      );
  };
  for (const { resource, at } of placed) visit(resource, at, 0);
  return collected.found;
}
