/** The same content in other elements: contained or referred to, one element or a list, words or codes, one Observation or several. */
import type { Json, Resource } from '../charts.ts';
import { bundleOf, each, isRecord, mapped, whole, type Transformation } from '../transformation.ts';

const GENE_STUDIED = '48018-6';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const key = ({ resourceType, id }: Resource): string => `${resourceType}/${id}`;

function medicationOf({ medicationCodeableConcept }: Resource, id: string): Json {
  return { resourceType: 'Medication', id, code: medicationCodeableConcept };
}

function without(resource: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));
}

const hasCode = (element: unknown, code: string): boolean =>
  isRecord(element) &&
  isRecord(element['code']) &&
  list(element['code']['coding']).some((coding) => isRecord(coding) && coding['code'] === code);

export const SHAPES: readonly Transformation[] = [
  whole('drugs as Medications of their own', ({ resources, orders }) =>
    bundleOf(
      resources.flatMap((resource) =>
        resource['medicationCodeableConcept'] === undefined || orders.includes(resource.id)
          ? [resource]
          : [
              { ...without(resource, 'medicationCodeableConcept'), medicationReference: { reference: `Medication/${resource.id}-drug` } },
              medicationOf(resource, `${resource.id}-drug`),
            ],
      ),
    ),
  ),
  each('drugs as contained Medications', (resource) =>
    resource['medicationCodeableConcept'] === undefined
      ? resource
      : {
          ...without(resource, 'medicationCodeableConcept'),
          contained: [...list(resource['contained']), medicationOf(resource, 'drug')],
          medicationReference: { reference: '#drug' },
        },
  ),
  each('one element where a list belongs', (resource) =>
    mapped(resource, (node) =>
      Object.fromEntries(
        Object.entries(node).map(([name, value]) => [
          name,
          Array.isArray(value) && value.length === 1 && ['coding', 'category', 'component', 'dosageInstruction', 'result'].includes(name)
            ? (value as unknown[])[0]
            : value,
        ]),
      ),
    ),
  ),
  each('statuses in capitals', (resource) =>
    typeof resource['status'] === 'string' && resource.resourceType === 'Observation'
      ? { ...resource, status: resource['status'].toUpperCase() }
      : resource,
  ),
  each('quantities with the unit in words beside the code', (resource) =>
    mapped(resource, (node) =>
      node['value'] !== undefined && node['code'] !== undefined && typeof node['value'] === 'number' ? { ...node, unit: 'as coded' } : node,
    ),
  ),
  each('quantities without a code of the unit', (resource) =>
    mapped(resource, (node) =>
      typeof node['value'] === 'number' && node['unit'] !== undefined && node['code'] !== undefined
        ? without(node, 'code', 'system')
        : node,
    ),
  ),
  each(
    'results as texts',
    (resource) =>
      mapped(resource, (node, name) => {
        const value = node['valueCodeableConcept'];
        if (resource.resourceType !== 'Observation' || !isRecord(value) || name === 'extension') return node;
        const words = value['text'] ?? list(value['coding']).flatMap((coding) => (isRecord(coding) ? list(coding['display']) : []))[0];
        return typeof words === 'string' ? { ...without(node, 'valueCodeableConcept'), valueString: words } : node;
      }),
    'quieter',
  ),
  each(
    'results as one Coding',
    (resource) =>
      mapped(resource, (node) => {
        const value = node['valueCodeableConcept'];
        const codings = isRecord(value) ? list(value['coding']) : [];
        return codings.length === 1 ? { ...without(node, 'valueCodeableConcept'), valueCodeableConcept: codings[0] } : node;
      }),
    'quieter',
  ),
  each('no categories', (resource) => (resource.resourceType === 'Observation' ? without(resource, 'category') : resource)),
  each(
    'no links to specimen, encounter, performer and order',
    (resource) => without(resource, 'encounter', 'performer', 'basedOn', 'requester'),
    'quieter',
  ),
  whole('no reports', ({ resources }) => bundleOf(resources.filter(({ resourceType }) => resourceType !== 'DiagnosticReport')), 'quieter'),
  whole(
    'every result in a second source',
    ({ resources }) =>
      bundleOf([
        ...resources,
        ...resources
          .filter(({ resourceType }) => resourceType === 'Observation')
          .map((resource) => ({ ...resource, id: `${resource.id}-imported`, performer: [{ display: 'Outside records' }] })),
      ]),
    'quieter',
  ),
  {
    ...whole('results of another patient', ({ resources }) =>
      bundleOf([
        ...resources,
        ...resources
          .filter(({ resourceType }) => resourceType !== 'Patient' && resourceType !== 'Medication')
          .map((resource) => ({ ...resource, id: `${resource.id}-other`, subject: { reference: 'Patient/somebody-else' } })),
      ]),
    ),
    // That they were left out is told.
    reading: ({ report, cards }) => ({
      cards,
      report: {
        ...report,
        warnings: report.warnings.filter(({ code, reference }) => code !== 'wrong-patient' || reference?.endsWith('-other') !== true),
      },
    }),
  },
  whole('a panel that has every result as its member', ({ resources, patientId }) =>
    bundleOf([
      ...resources,
      {
        resourceType: 'Observation',
        id: 'panel',
        status: 'final',
        code: { text: 'Panel' },
        subject: { reference: `Patient/${patientId}` },
        hasMember: resources.filter(({ resourceType }) => resourceType === 'Observation').map((resource) => ({ reference: key(resource) })),
      },
    ]),
  ),
  each(
    'the gene named in the code and not in a component',
    (resource) => {
      const gene = list(resource['component']).find((component) => hasCode(component, GENE_STUDIED));
      const value = isRecord(gene) && isRecord(gene['valueCodeableConcept']) ? gene['valueCodeableConcept'] : {};
      const coded = list(value['coding'])[0];
      const symbol = (isRecord(coded) ? coded['display'] : undefined) ?? value['text'];
      if (resource.resourceType !== 'Observation' || typeof symbol !== 'string' || !hasCode(resource, '84413-4')) return resource;
      return {
        ...resource,
        code: { text: `${symbol} genotype` },
        component: list(resource['component']).filter((component) => component !== gene),
      };
    },
    'quieter',
  ),
];
