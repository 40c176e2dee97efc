/** How codes and code systems are written. */
import { each, isRecord, mapped, mappedTexts, shuffled, type Transformation } from '../transformation.ts';

const OIDS: Readonly<Record<string, string>> = {
  'http://loinc.org': '2.16.840.1.113883.6.1',
  'http://snomed.info/sct': '2.16.840.1.113883.6.96',
  'http://www.nlm.nih.gov/research/umls/rxnorm': '2.16.840.1.113883.6.88',
  'http://hl7.org/fhir/sid/icd-10-cm': '2.16.840.1.113883.6.90',
  'http://www.genenames.org': '2.16.840.1.113883.6.281',
  'http://varnomen.hgvs.org': '2.16.840.1.113883.6.282',
};

const inSystems = (name: string, change: (system: string) => string): Transformation =>
  each(name, (resource) => mappedTexts(resource, (text, key) => (key === 'system' ? change(text) : text)));

const inCodings = (name: string, change: (coding: Readonly<Record<string, unknown>>) => unknown): Transformation =>
  each(name, (resource) => mapped(resource, (node) => (node['code'] !== undefined && node['system'] !== undefined ? change(node) : node)));

const known = (system: string): boolean => Object.hasOwn(OIDS, system);

/** The tumour's codings are listed as they are written: the unknown one among them. */
function unknownCoding(name: string, place: (codings: readonly unknown[], unknown: unknown) => unknown): Transformation {
  const unknown = { system: 'https://laboratory.example.org/codes', code: 'X-17' };
  return {
    ...each(name, (resource) =>
      mapped(resource, (node) => (Array.isArray(node['coding']) ? { ...node, coding: place(node['coding'], unknown) } : node)),
    ),
    reading: ({ report, ...rest }) => {
      const { tumour } = report.oncology;
      if (tumour === undefined) return { report, ...rest };
      const codes = tumour.codes.filter(({ code }) => code !== unknown.code);
      return { ...rest, report: { ...report, oncology: { ...report.oncology, tumour: { ...tumour, codes } } } };
    },
  };
}

export const CODES: readonly Transformation[] = [
  inSystems('systems as urn:oid', (system) => (known(system) ? `urn:oid:${OIDS[system] ?? ''}` : system)),
  inSystems('systems as bare OIDs', (system) => (known(system) ? (OIDS[system] ?? '') : system)),
  inSystems('systems as URN:OID in capitals', (system) => (known(system) ? `URN:OID:${OIDS[system] ?? ''}` : system)),
  inSystems('systems with a slash at the end', (system) => (/^https?:/.test(system) ? `${system}/` : system)),
  inSystems('systems with https', (system) => system.replace(/^http:/, 'https:')),
  inSystems('systems with spaces around', (system) => ` ${system} `),
  inSystems('hosts of systems in capitals', (system) =>
    system.replace(/^(https?:\/\/)([^/]+)/, (_, scheme: string, host: string) => scheme + host.toUpperCase()),
  ),
  inCodings('codings with a version and userSelected', (coding) => ({ version: '2.78', userSelected: true, ...coding })),
  inCodings('codes with spaces around', (coding) => ({ ...coding, code: ` ${String(coding['code'])} ` })),
  each('codings in another order', (resource, random) =>
    mapped(resource, (node) => (Array.isArray(node['coding']) ? { ...node, coding: shuffled(node['coding'], random) } : node)),
  ),
  unknownCoding('an unknown coding before the others', (codings, unknown) => [unknown, ...codings]),
  unknownCoding('an unknown coding behind the others', (codings, unknown) => [...codings, unknown]),
  each('every coding twice', (resource) =>
    mapped(resource, (node) =>
      Array.isArray(node['coding']) ? { ...node, coding: [...(node['coding'] as unknown[]), ...(node['coding'] as unknown[])] } : node,
    ),
  ),
  each(
    'no displays',
    (resource) =>
      mapped(resource, (node) => {
        if (!isRecord(node) || node['code'] === undefined || node['display'] === undefined) return node;
        const { display: _display, ...rest } = node;
        return rest;
      }),
    'quieter',
  ),
  each(
    'no texts of concepts',
    (resource) =>
      mapped(resource, (node) => {
        if (!Array.isArray(node['coding']) || node['text'] === undefined) return node;
        const { text: _text, ...rest } = node;
        return rest;
      }),
    'quieter',
  ),
  each(
    'no codings, text alone',
    (resource) =>
      mapped(resource, (node) => {
        if (!Array.isArray(node['coding'])) return node;
        const first = (node['coding'] as Record<string, unknown>[])[0];
        const { coding: _coding, ...rest } = node;
        return { text: first?.['display'] ?? first?.['code'], ...rest };
      }),
    'quieter',
  ),
  each(
    'no systems',
    (resource) =>
      mapped(resource, (node) => {
        if (node['code'] === undefined || node['system'] === undefined) return node;
        const { system: _system, ...rest } = node;
        return rest;
      }),
    'quieter',
  ),
];
