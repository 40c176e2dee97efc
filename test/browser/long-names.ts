/** Charts as hospitals have them where words are long: names, drugs, laboratories and problems in German and Spanish. */
import { loadCases, type SandboxCase } from '../../fixtures/sandbox/chart/cases.ts';
import type { Resource } from '../../fixtures/sandbox/chart/resource.ts';

const PERSON = {
  family: 'Freifrau von Hohenlohe-Schillingsfürst-Oberrheinpfalzgrafenweiler',
  given: ['María de los Ángeles', 'Wilhelmine-Friederike'],
};
const LABORATORY =
  'Arbeitsgemeinschaft für Arzneimittelstoffwechseluntersuchungen und Tumorgenomsequenzierung, Universitätsklinikum Schleswig-Holstein';
const PROBLEM =
  'Arzneimittelunverträglichkeitsreaktionsverdacht mit Nebennierenrindenunterfunktion, otorrinolaringología y electroencefalografista pendiente';
/** A drug's text as a hospital's catalogue has it. */
export const LONG_DRUG =
  'Hydrochlorothiazid-Acetylsalicylsäure-Kombinationsfilmtabletten mit veränderter Wirkstofffreisetzung 12,5 mg/100 mg, comprimidos recubiertos';

/** The cases of the fixtures with longer words in every place that a hospital fills; codes, dates and ids stay. */
export function longNamedCases(): SandboxCase[] {
  return loadCases().map((known) => ({
    ...known,
    title: `${known.title}: Stoffwechselgeschwindigkeitsbestimmung vor Arzneimitteltherapie`,
    resources: known.resources.map(lengthened),
  }));
}

function lengthened(resource: Resource): Resource {
  switch (resource.resourceType) {
    case 'Patient':
      return { ...resource, name: [PERSON] };
    case 'Organization':
      return { ...resource, name: LABORATORY };
    case 'Condition':
      return { ...resource, code: withText(resource['code'], PROBLEM) };
    case 'AllergyIntolerance':
      return { ...resource, code: withText(resource['code'], PROBLEM) };
    case 'MedicationRequest':
    case 'MedicationStatement':
      return { ...resource, medicationCodeableConcept: withText(resource['medicationCodeableConcept'], LONG_DRUG) };
    default:
      return resource;
  }
}

function withText(concept: unknown, text: string): unknown {
  return typeof concept === 'object' && concept !== null ? { ...concept, text } : concept;
}
