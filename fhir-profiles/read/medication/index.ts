/** Medication orders, statements, administrations and dispenses → MedicationFact. */
import type { DataWarning, MedicationFact } from '../../facts.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { saysEnded } from '../../codes/drug/ended-in-words.ts';
import { ATC, NDC, RXNORM, SNOMED, UNII } from '../../codes/systems.ts';
import { text } from '../elements.ts';
import type { Intake, IntakeResource, Reading } from '../intake.ts';
import { doseOf, isAsNeeded } from '../dose/index.ts';
import { dosageRoute } from '../dose/route.ts';
import { recogniseDrug } from './drug.ts';
import { courseEnd } from './ending.ts';
import { lineOfTherapy, medicationDates, medicationReasons } from './context.ts';
import { namedProduct } from './product.ts';
import { medicationRole } from './role.ts';
import { entryOf } from '../../entry-of.ts';

/** Resource type → the type it is read as; DSTU2 servers say MedicationOrder, DSTU1 MedicationPrescription. */
const TYPES = {
  MedicationRequest: 'MedicationRequest',
  MedicationOrder: 'MedicationRequest',
  MedicationPrescription: 'MedicationRequest',
  MedicationStatement: 'MedicationStatement',
  MedicationAdministration: 'MedicationAdministration',
  MedicationDispense: 'MedicationDispense',
} as const;

/**
 * Reads every medication resource. A drug that is not recognised is a fact with no ingredients and a warning `unknown-drug`:
 * the order is shown and said to be unchecked. Entered-in-error resources never become facts.
 */
export function readMedications(
  intake: Intake,
  context: { readonly asOf: string; readonly vocabulary: Vocabulary },
): Reading<MedicationFact> {
  const facts: MedicationFact[] = [];
  const warnings: DataWarning[] = [];
  for (const [written, type] of Object.entries(TYPES)) {
    for (const entry of intake.ofType(written)) {
      if (text(entry.resource['status'])?.toLowerCase() === 'entered-in-error') {
        warnings.push({ code: 'not-final', message: `${type} was not used because it was entered in error.`, reference: entry.reference });
        continue;
      }
      const read = readOne(entry, type, intake, context);
      facts.push(read.fact);
      warnings.push(...read.warnings.map((warning) => ({ ...warning, reference: entry.reference })));
    }
  }
  return { facts, warnings };
}

function readOne(
  entry: IntakeResource,
  resourceType: MedicationFact['resourceType'],
  intake: Intake,
  context: { readonly asOf: string; readonly vocabulary: Vocabulary },
): { fact: MedicationFact; warnings: readonly DataWarning[] } {
  const { resource } = entry;
  const product = namedProduct(entry, intake);
  const drug = recogniseDrug(product, context.vocabulary.drugs);
  const dates = medicationDates(resource);
  const asked = product.texts.some(saysEnded) ? { ...resource, doNotPerform: true } : resource;
  const { doubt, ...role } = medicationRole({ ...asked, resourceType }, dates.end, context.asOf);
  const route = dosageRoute(resource, drug);
  const dose = doseOf(resource, drug, product.texts);
  const line = lineOfTherapy(resource);
  const ended = courseEnd(entry, intake, role.role, dates.end);
  const intent = text(resource['intent']);
  const name = product.texts[0] ?? product.codes.flatMap(({ display }) => display ?? [])[0] ?? byCodeAlone(product.codes);
  const issued = dates.authored ?? dates.start;
  const fact: MedicationFact = {
    source: { reference: entry.reference, ...(issued === undefined ? {} : { issued }) },
    resourceType,
    ...role,
    text: name,
    ingredients: drug.ingredients,
    codes: product.codes,
    systemic: route.systemic,
    ...medicationReasons(resource, entry, intake),
    ...dates,
    ...(intent === undefined ? {} : { intent }),
    ...(drug.recognisedBy === undefined ? {} : { recognisedBy: drug.recognisedBy }),
    ...(drug.disputed === undefined ? {} : { disputed: drug.disputed }),
    ...(drug.byCodeAndText === undefined ? {} : { readings: drug.byCodeAndText }),
    ...(drug.drugClass === undefined ? {} : { drugClass: drug.drugClass }),
    ...(route.route === undefined ? {} : { route: route.route }),
    ...(drug.doseForm === undefined ? {} : { doseForm: drug.doseForm }),
    ...(drug.strength === undefined ? {} : { strength: drug.strength }),
    ...(dose === null ? {} : { dose }),
    ...(isAsNeeded(resource) ? { asNeeded: true } : {}),
    ...(line === null ? {} : { lineOfTherapy: line }),
    ...(ended === undefined ? {} : { ended }),
  };
  const warnings: DataWarning[] = [];
  if (doubt !== undefined) warnings.push(doubt);
  if (drug.conflict !== undefined) warnings.push({ code: 'conflict', message: drug.conflict });
  if (drug.ingredients.length === 0) {
    const meant = drug.drugClass === undefined ? (context.vocabulary.drugs.suggest?.(name) ?? null) : null;
    warnings.push(
      drug.drugClass === undefined && isCodeAlone(product.texts, product.codes)
        ? { code: 'unknown-drug', message: `The drug is named by a code alone (${name}) that no table here holds; it was not checked.` }
        : unknownDrug(name, drug.drugClass, product.missingMedication, meant),
    );
  } else if (drug.recognisedBy === 'text') {
    const unread = context.vocabulary.drugs.unread?.(name) ?? null;
    if (unread !== null) warnings.push({ code: 'unknown-drug', message: secondDrug(name, unread, drug.ingredients) });
  }
  return { fact, warnings };
}

const CODE_NAMES: Readonly<Record<string, string>> = {
  [NDC]: 'NDC',
  [SNOMED]: 'SNOMED CT',
  [RXNORM]: 'RxNorm',
  [ATC]: 'ATC',
  [UNII]: 'UNII',
};

/** "NDC 0406-0484-01", "pzn code 06312077": what an order without any words can be shown as. */
function byCodeAlone(codes: MedicationFact['codes']): string {
  const [first] = codes;
  if (first === undefined) return '';
  const code = first.code.trim();
  const name = entryOf(CODE_NAMES, first.system);
  return name === undefined ? `${nameInAddress(first.system)}code ${code}` : `${name} ${code}`;
}

/** The name that the address of a code system ends in: `http://fhir.de/CodeSystem/ifa/pzn`; a host alone, where there is no more. Numbers name nothing to a reader. */
function nameInAddress(system: string): string {
  const name = /^https?:\/\/(?:[^/?#]+\/)*([^/?#]{2,30})\/?$/i.exec(system)?.[1] ?? '';
  return /^[a-z][a-z0-9._-]*$/i.test(name) ? `${name} ` : '';
}

const isCodeAlone = (texts: readonly string[], codes: MedicationFact['codes']): boolean =>
  texts.length === 0 && codes.length > 0 && codes.every(({ display }) => display === undefined);

function secondDrug(name: string, unread: string, ingredients: MedicationFact['ingredients']): string {
  const shown = name.length > 120 ? `${name.slice(0, 117)}…` : name;
  return `"${unread}" in "${shown}" was not recognised; if it is a drug, it was not checked: only ${ingredients.map((one) => one.name).join(', ')} was.`;
}

function unknownDrug(name: string, drugClass: string | undefined, missing: boolean, meant: string | null): DataWarning {
  const shown = name.length > 120 ? `${name.slice(0, 117)}…` : name;
  if (drugClass !== undefined) {
    return { code: 'unknown-drug', message: `Only a drug class is given (${drugClass}); no single drug could be checked.` };
  }
  if (shown === '') {
    return {
      code: 'unknown-drug',
      message: missing
        ? 'The medication that this entry refers to is not in the data; the drug was not checked.'
        : 'This medication entry names no drug; nothing was checked.',
    };
  }
  const question = meant === null ? '' : ` Did it mean ${meant}?`;
  return { code: 'unknown-drug', message: `The drug "${shown}" was not recognised; it was not checked.${question}` };
}
