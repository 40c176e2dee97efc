/** JSON Schema (2020-12) of PatientReport, served at GET /schemas/patient-report.json. Change it together with `types.ts`. */

const string = { type: 'string' } as const;
const nullableString = { type: ['string', 'null'] } as const;
const boolean = { type: 'boolean' } as const;
const number = { type: 'number' } as const;
const list = (items: object) => ({ type: 'array', items });
const oneOf = (...values: (string | null)[]) => ({ enum: values });
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

/** An object whose members are all described; `optional` names those that may be missing. */
function shape(properties: Record<string, object>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const ACTIONS = ['avoid', 'alternative', 'decrease-dose', 'increase-dose', 'monitor', 'test-first', 'standard', 'no-recommendation'];

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
      knowledge: list(shape({ id: string, version: string, date: string, licence: string })),
      pgx: shape({ genes: list(ref('gene')), drugs: list(ref('drugAdvice')), untested: list(ref('untested')) }),
      oncology: shape(
        {
          tumour: ref('tumour'),
          variants: list(ref('variant')),
          biomarkers: list(ref('biomarker')),
          therapies: list(ref('therapy')),
          refuted: list(ref('therapy')),
          orders: list(ref('orderFit')),
          emerging: list(ref('emerging')),
          germline: list(ref('germline')),
        },
        ['tumour', 'refuted', 'orders', 'emerging', 'germline'],
      ),
      trials: list(ref('trial')),
      predictions: list(ref('prediction')),
      warnings: list(shape({ code: string, message: string, reference: string }, ['reference'])),
    },
    ['inputId'],
  ),
  $defs: {
    evidence: shape({ reference: string, issued: string, lab: string }, ['issued', 'lab']),
    citation: shape({ label: string, url: string, pmid: string, version: string }, ['pmid', 'version']),
    drug: shape({ name: string, rxnorm: string }),
    order: shape(
      {
        reference: string,
        status: string,
        text: string,
        systemic: { type: ['boolean', 'null'] },
        ingredients: list(shape({ name: string, rxnorm: nullableString })),
        dose: shape({ amount: number, unit: string, perDay: number, route: string }, ['perDay', 'route']),
      },
      ['dose'],
    ),
    gene: shape(
      {
        gene: string,
        diplotype: nullableString,
        phenotype: nullableString,
        activityScore: nullableString,
        basis: oneOf('diplotype', 'phenotype', 'variants', 'allele-presence'),
        adjusted: shape({ phenotype: string, activityScore: nullableString, because: list(string) }),
        state: oneOf('called', 'indeterminate', 'conflict'),
        functions: list(string),
        rule: shape({ text: string, source: ref('citation') }),
        notes: list(string),
        evidence: list(ref('evidence')),
      },
      ['adjusted', 'functions', 'rule', 'notes'],
    ),
    drugAdvice: shape(
      {
        drug: ref('drug'),
        order: string,
        genes: list(shape({ gene: string, phenotype: nullableString, activityScore: nullableString })),
        action: oneOf(...ACTIONS),
        alsoAcceptable: list(oneOf(...ACTIONS)),
        dose: shape(
          {
            factor: number,
            percent: { type: 'array', prefixItems: [number, number], minItems: 2, maxItems: 2 },
            text: string,
            suggested: shape({ amount: number, unit: string, product: shape({ rxnorm: string, display: string }), count: number }, [
              'product',
              'count',
            ]),
          },
          ['factor', 'percent', 'suggested'],
        ),
        alternatives: list(shape({ name: string, rxnorm: string, ok: boolean, why: string }, ['why'])),
        strength: oneOf('strong', 'moderate', 'optional', 'none'),
        population: string,
        source: ref('citation'),
        implication: string,
        text: string,
        ruleId: string,
        otherPositions: list(shape({ body: string, action: oneOf(...ACTIONS), text: string, source: ref('citation') })),
        urgency: oneOf('critical', 'warning', 'info', 'none'),
        populationKnown: boolean,
        coverage: oneOf('not-tested', 'unreadable', 'conflict', 'not-covered'),
        orderComplies: boolean,
        phenoconversion: list(
          shape({
            gene: string,
            before: shape({ phenotype: nullableString, activityScore: nullableString }),
            after: shape({ phenotype: string, activityScore: nullableString }),
            by: list(shape({ name: string, reference: string, draft: boolean })),
            actionBefore: oneOf(...ACTIONS),
          }),
        ),
        evidence: list(ref('evidence')),
      },
      [
        'order',
        'alsoAcceptable',
        'dose',
        'implication',
        'otherPositions',
        'urgency',
        'populationKnown',
        'coverage',
        'orderComplies',
        'phenoconversion',
      ],
    ),
    untested: shape(
      {
        gene: string,
        drug: ref('drug'),
        order: string,
        test: shape({ system: string, code: string, display: string }),
        source: ref('citation'),
        text: string,
        allele: string,
        requirement: oneOf('required', 'recommended', 'consider'),
        populationKnown: boolean,
      },
      ['text', 'allele', 'requirement', 'populationKnown'],
    ),
    tumour: shape(
      {
        text: string,
        codes: list(shape({ system: string, code: string })),
        oncotree: nullableString,
        doid: nullableString,
        stage: string,
        evidence: list(ref('evidence')),
      },
      ['stage'],
    ),
    variant: shape(
      {
        id: string,
        gene: string,
        name: string,
        cHgvs: string,
        pHgvs: string,
        kind: oneOf('snv', 'indel', 'copy-number', 'fusion', 'expression', 'other'),
        origin: oneOf('somatic', 'germline', 'unknown'),
        present: boolean,
        vaf: number,
        classification: string,
        because: list(string),
        evidence: list(ref('evidence')),
      },
      ['cHgvs', 'pHgvs', 'vaf', 'classification', 'because'],
    ),
    namedDrug: shape({ name: string, rxnorm: string }, ['rxnorm']),
    orderFit: shape(
      {
        order: string,
        drug: ref('namedDrug'),
        verdict: oneOf('fits', 'contradicted', 'biomarker-negative', 'biomarker-not-tested', 'better-option', 'not-covered'),
        biomarker: string,
        tests: list(string),
        variants: list(string),
        because: list(string),
        alternatives: list(shape({ therapy: list(ref('namedDrug')), because: string, source: ref('citation') })),
        sources: list(ref('citation')),
        ruleId: string,
        evidence: list(ref('evidence')),
      },
      ['biomarker', 'tests'],
    ),
    emerging: shape({
      variant: string,
      gene: string,
      name: string,
      since: string,
      after: list(string),
      therapies: list(ref('namedDrug')),
      text: string,
      sources: list(ref('citation')),
      evidence: list(ref('evidence')),
    }),
    germline: shape({
      variant: string,
      gene: string,
      name: string,
      text: string,
      source: ref('citation'),
      evidence: list(ref('evidence')),
    }),
    biomarker: shape(
      {
        kind: string,
        value: { type: ['number', 'string'] },
        unit: string,
        status: string,
        method: string,
        evidence: list(ref('evidence')),
      },
      ['unit', 'status', 'method'],
    ),
    therapy: shape(
      {
        therapy: list(shape({ name: string, rxnorm: string }, ['rxnorm'])),
        effect: oneOf('sensitivity', 'resistance', 'adverse', 'reduced-sensitivity'),
        level: oneOf('A', 'B', 'C', 'D', 'E'),
        tier: oneOf('I-A', 'I-B', 'II-C', 'II-D'),
        approved: boolean,
        tumourMatch: oneOf('same', 'ancestor', 'any-solid', 'other'),
        variants: list(string),
        sources: list(ref('citation')),
        interaction: oneOf('combination', 'substitutes', 'sequential'),
        escat: string,
        because: list(string),
        conflicting: list(ref('citation')),
      },
      ['interaction', 'escat', 'because', 'conflicting'],
    ),
    trial: shape(
      {
        nctId: string,
        title: string,
        phase: string,
        status: string,
        verdict: oneOf('eligible', 'possible', 'ineligible'),
        criteria: list(
          shape({ text: string, kind: oneOf('inclusion', 'exclusion'), verdict: oneOf('met', 'not-met', 'unknown'), because: string }),
        ),
        molecular: boolean,
        nextBest: string,
        url: string,
        asRecorded: string,
      },
      ['molecular', 'nextBest', 'url', 'asRecorded'],
    ),
    prediction: shape(
      {
        model: string,
        version: string,
        target: string,
        value: { type: ['number', 'null'] },
        unit: string,
        interval: { anyOf: [{ type: 'null' }, { type: 'array', prefixItems: [number, number], minItems: 2, maxItems: 2 }] },
        contributions: list(shape({ feature: string, value: string, contribution: number })),
        abstained: string,
        drugs: list(string),
        card: string,
        comparisons: list(shape({ name: string, value: number, unit: string, source: ref('citation') })),
        notes: list(string),
      },
      ['abstained', 'drugs', 'comparisons', 'notes'],
    ),
  },
} as const;
