/** The schema of the report, put together from that of its parts. */
import { commonSchema } from './schema/common.ts';
import { medicationSchema } from './schema/medication.ts';
import { pgxSchema } from './schema/pgx.ts';
import { predictionSchema } from './schema/prediction.ts';
import { therapySchema } from './schema/therapy.ts';
import { trialsSchema } from './schema/trials.ts';
import { tumourSchema } from './schema/tumour.ts';
import { boolean, list, oneOf, ref, shape, string } from './schema/words.ts';

/** JSON Schema (2020-12) of PatientReport, served at GET /schemas/patient-report.json. Change it together with `types.ts`. */
export const patientReportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://genehook.org/schemas/patient-report.json',
  title: 'PatientReport',
  description: 'What Genehook found for one patient: the one document that the panel shows and the command line prints.',
  ...shape(
    {
      reportVersion: { const: '1' },
      inputId: string,
      patient: shape({ id: string, birthDate: string, sex: oneOf('male', 'female', 'other', 'unknown') }, ['birthDate', 'sex']),
      asOf: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
      inputHash: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      orders: list(ref('order')),
      taken: list(ref('takenDrug')),
      knowledge: list(shape({ id: string, version: string, date: string, licence: string })),
      pgx: shape({ genes: list(ref('gene')), drugs: list(ref('drugAdvice')), untested: list(ref('untested')) }),
      oncology: shape(
        {
          tumour: ref('tumour'),
          otherTumours: list(ref('otherTumour')),
          variants: list(ref('variant')),
          biomarkers: list(ref('biomarker')),
          therapies: list(ref('therapy')),
          refuted: list(ref('therapy')),
          orders: list(ref('orderFit')),
          earlier: list(ref('earlierDrug')),
          emerging: list(ref('emerging')),
          germline: list(ref('germline')),
          annotations: list(ref('annotation')),
          proteins: list(ref('protein')),
        },
        ['tumour', 'otherTumours', 'refuted', 'orders', 'earlier', 'emerging', 'germline', 'annotations', 'proteins'],
      ),
      trials: list(ref('trial')),
      trialSearch: ref('trialSearch'),
      predictions: list(ref('prediction')),
      warnings: list(
        shape(
          {
            code: string,
            message: string,
            reference: string,
            genes: list(string),
            pending: list(string),
            document: boolean,
            unfetched: boolean,
            drugGenes: boolean,
            genomic: boolean,
            about: oneOf('several-patients', 'several-primaries'),
          },
          ['reference', 'genes', 'pending', 'document', 'unfetched', 'drugGenes', 'genomic', 'about'],
        ),
      ),
    },
    ['inputId', 'taken', 'trialSearch'],
  ),
  $defs: {
    ...commonSchema,
    ...medicationSchema,
    ...pgxSchema,
    ...tumourSchema,
    ...therapySchema,
    ...trialsSchema,
    ...predictionSchema,
  },
} as const;
