/** The services to type in, and the permissions that their data need. */
import { typesOf } from '../request-check/index.ts';
import { code, table, text, unknown } from './markdown.ts';
import type { SheetInput, SheetService } from './types.ts';
import type { VendorFacts } from './vendors.ts';

/** What a table shows where the base address is not known. */
export const BASE = '{publicUrl}';

export function addressOf({ publicUrl }: Pick<SheetInput, 'publicUrl'>, path: string): string {
  return `${publicUrl ?? BASE}${path}`;
}

export function servicePart(input: SheetInput, facts: VendorFacts): readonly string[] {
  const offered = input.services.filter(({ hook }) => facts.hooks?.includes(hook) ?? true);
  const others = input.services.filter((service) => !offered.includes(service));
  return [
    '## Services',
    '',
    text(facts.entry),
    '',
    ...facts.notes.map((note) => `- ${text(note)}`),
    '',
    `Base address: ${input.publicUrl === undefined ? unknown('publicUrl of the trust file, or --public-url') : code(input.publicUrl)}`,
    ...offered.flatMap((service) => oneService(input, service)),
    ...(others.length === 0
      ? []
      : [
          '',
          `### Services for hooks that ${text(facts.name)} does not offer publicly`,
          '',
          ...table(
            ['service', 'hook', 'address'],
            others.map(({ id, hook }) => [code(id), code(hook), code(addressOf(input, `/cds-services/${id}`))]),
          ),
        ]),
  ];
}

function oneService(input: SheetInput, service: SheetService): readonly string[] {
  const { id, hook, title, description } = service;
  return [
    '',
    `### ${text(title)}`,
    '',
    text(description),
    '',
    ...table(
      ['field', 'value'],
      [
        ['service id', code(id)],
        ['hook', code(hook)],
        ['address', code(addressOf(input, `/cds-services/${id}`))],
        ['feedback', code(addressOf(input, `/cds-services/${id}/feedback`))],
        ['prefetch', `the ${Object.keys(service.prefetch).length} keys under ${setName(service, input.services)}`],
      ],
    ),
  ];
}

/** Services with the same keys and queries share one table. */
function setName(service: SheetService, all: readonly SheetService[]): string {
  const same = all.filter(({ prefetch }) => JSON.stringify(prefetch) === JSON.stringify(service.prefetch));
  return `"Prefetch of ${same.map(({ id }) => id).join(', ')}"`;
}

/** The keys and queries: once as a table that explains them, once letter by letter for copying. */
export function prefetchPart(input: SheetInput, facts: VendorFacts): readonly string[] {
  const sets = new Map(input.services.map((service) => [setName(service, input.services), service.prefetch]));
  return [
    '## Prefetch',
    '',
    'Keys may be left out: what is missing is read with the token of the call, or said to be not checked. Without genomic and laboratory results alike a call is refused with 412.',
    ...[...sets].flatMap(([name, prefetch]) => [
      '',
      `### ${name.replaceAll('"', '')}`,
      '',
      ...table(
        ['key', 'what for', 'weight', `in ${text(facts.name)}`],
        Object.entries(prefetch).map(([key, query]) => [
          code(key),
          text(input.keys[key]?.label ?? ''),
          weightOf(input, key),
          text(facts.query(key, query)),
        ]),
      ),
      '',
      'Letter by letter (key, then query):',
      '',
      '```text',
      ...Object.entries(prefetch).map(([key, query]) => `${key}\t${query}`),
      '```',
    ]),
  ];
}

function weightOf({ keys }: SheetInput, key: string): string {
  if (keys[key]?.needed === true) return 'at least one of these is needed';
  return keys[key]?.essential === true ? 'important' : 'helps';
}

export function permissionPart(input: SheetInput, facts: VendorFacts): readonly string[] {
  const types = [...new Set(input.services.flatMap(({ prefetch }) => Object.values(prefetch).flatMap(typesOf)))].sort();
  return [
    '## What the CDS client may read',
    '',
    'For the prefetch, and for `fhirAuthorization` where the EHR sends a token. What is not permitted is shown as not checked, never as nothing on file.',
    '',
    ...table(
      ['resource', 'permission'],
      types.map((type) => [code(type), text(facts.permission(type))]),
    ),
    ...(facts.permissionNotes.length === 0 ? [] : ['', ...facts.permissionNotes.map((note) => `- ${text(note)}`)]),
  ];
}
