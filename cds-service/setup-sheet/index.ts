/** `setupSheet(input)`: what an analyst types into the EHR, as Markdown. Pure: the same input gives the same sheet. */
import { checklistPart, codePart, linkPart, patientPart } from './content-part.ts';
import { text } from './markdown.ts';
import { permissionPart, prefetchPart, servicePart } from './service-part.ts';
import { jwtPart, panelPart, trustPart } from './trust-part.ts';
import type { SheetInput } from './types.ts';
import { VENDORS } from './vendors.ts';

export type { SheetCard, SheetCoding, SheetEhr, SheetInput, SheetKey, SheetPatient, SheetService, Vendor } from './types.ts';
export { VENDORS } from './vendors.ts';

export function setupSheet(input: SheetInput): string {
  const facts = VENDORS[input.vendor];
  const missing = missingFields(input);
  const parts = [
    [
      `# Genehook set-up sheet: ${text(facts.name)}`,
      '',
      `Made by \`genehook setup ${input.vendor}\` from the services that are running code and from the configuration; make it again after every update. What is said of the EHR: ${text(facts.source)}.`,
      ...(missing.length === 0 ? [] : ['', 'Not known yet, and where it is set:', '', ...missing.map((line) => `- ${line}`)]),
    ],
    servicePart(input, facts),
    prefetchPart(input, facts),
    permissionPart(input, facts),
    panelPart(input),
    jwtPart(input, facts),
    trustPart(input, facts),
    linkPart(input),
    codePart(input),
    patientPart(input),
    checklistPart(input, facts),
  ];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}

function missingFields({ vendor, publicUrl, ehrs }: SheetInput): readonly string[] {
  const lines: string[] = [];
  if (publicUrl === undefined) lines.push('the address of the service: `publicUrl` of the trust file, or `--public-url`');
  if (ehrs.length === 0)
    lines.push(
      `issuer, keys and FHIR server of the EHR: an entry with profile \`${vendor}\` in the trust file (\`--config FILE\` or \`GENEHOOK_TRUST\`)`,
    );
  for (const { name, panel, fhirServers } of ehrs) {
    if (panel === undefined) lines.push(`the panel’s client id: \`panel.clientId\` of the entry ${text(name)}`);
    if (fhirServers.length === 0) lines.push(`the FHIR server: \`fhirServers\` of the entry ${text(name)}`);
  }
  return lines;
}
