/** Narrow schemas of the two pharmacogenomic knowledge files: enough that the core can trust every field it reads. */
const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const figure = { type: 'number' } as const;
const figures = { type: 'array', items: figure, minItems: 2, maxItems: 2 } as const;
const object = (properties: Record<string, unknown>, required: readonly string[] = Object.keys(properties)): object => ({
  type: 'object',
  properties,
  required,
});
const array = (items: object): object => ({ type: 'array', items });
const map = (values: object): object => ({ type: 'object', additionalProperties: values });

export const actionWords = [
  'avoid',
  'alternative',
  'decrease-dose',
  'increase-dose',
  'monitor',
  'test-first',
  'standard',
  'no-recommendation',
] as const;

const header = object({
  id: text,
  version: text,
  date: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` },
  licence: text,
  sources: array(object({ label: text, url: text, date: text, licence: text })),
});

const dose = {
  type: 'object',
  properties: {
    factor: figure,
    factorRange: figures,
    appliesTo: { enum: ['starting-dose', 'standard-dose', 'maximum-dose', 'lowest-starting-dose', 'maintenance-dose'] },
    alsoAppliesTo: texts,
    maximumFactorRange: figures,
    maxStartMg: figure,
    maxDailyMg: figure,
    limitMg: figure,
    foldReduction: figure,
    frequency: text,
    maxMgPerKgPerDay: figure,
    startMgPerDay: figures,
    startMgPerKgPerDay: figure,
    targetMgPerDay: figure,
    targetMgPerKgPerDay: figure,
    atLeast: { type: 'boolean' },
    ifStandardAtLeast: texts,
    onlyIf: text,
    cautionAboveMgPerDay: figure,
    cautionFromMgPerDay: figure,
    maxPiecesPerDay: figure,
    mentioned: texts,
    longActing: array(object({ usualMg: figure, mg: figure, every: text })),
  },
  additionalProperties: false,
} as const;

const recommendation = object(
  {
    body: { enum: ['CPIC', 'DPWG', 'FDA'] },
    drug: text,
    rxnorm: text,
    population: text,
    strength: { enum: ['strong', 'moderate', 'optional', 'none'] },
    action: { enum: actionWords },
    alsoAcceptable: { type: 'array', items: { enum: [...actionWords, 'counsel', 'clinical-judgement'] } },
    dose,
    alternatives: texts,
    tags: texts,
    guideline: text,
    asOf: text,
    keys: array({
      type: 'array',
      prefixItems: [text, { enum: ['phenotype', 'activity-score', 'allele-status', 'genotype'] }],
      minItems: 2,
      items: false,
    }),
    values: array(texts),
  },
  ['body', 'drug', 'strength', 'action', 'guideline', 'asOf', 'keys', 'values'],
);

const gene = object(
  {
    symbol: text,
    hgnc: text,
    method: { enum: ['function-pair', 'activity-score', 'genotype', 'allele-presence', 'variant'] },
    ploidy: { enum: ['autosomal', 'x-linked', 'mitochondrial'] },
    alleles: map(
      object({ function: text, activity: figure, activityAtLeast: { type: 'boolean' }, asOf: text, names: texts }, ['function', 'asOf']),
    ),
    rules: array(object({ functions: { ...texts, minItems: 1, maxItems: 2 }, phenotype: text, scores: texts }, ['functions', 'phenotype'])),
    scores: map(text),
    phenotypes: texts,
    positions: array(
      object({ rsId: text, hgvs: text, ref: text, alts: texts, carriers: map(texts), either: texts }, ['hgvs', 'ref', 'alts', 'carriers']),
    ),
    test: object({ code: text, display: text, source: text }),
  },
  ['symbol', 'hgnc', 'method', 'alleles', 'rules', 'phenotypes'],
);

export const guidelineSchema = object(
  {
    header,
    genes: map(gene),
    drugs: array(object({ name: text, rxnorm: text, atc: texts, guidance: texts }, ['name', 'rxnorm', 'guidance'])),
    guidelines: array(
      object({
        id: text,
        body: { enum: ['CPIC', 'DPWG', 'FDA'] },
        title: text,
        url: text,
        pmids: texts,
        genes: texts,
        drugs: texts,
        asOf: text,
      }),
    ),
    recommendations: array(recommendation),
    pairs: array(object({ gene: text, drug: text, cpicLevel: text, status: text, fdaLabel: text })),
    fda: array(object({ kind: { enum: ['label', 'association'] }, drug: text, genes: texts, url: text })),
    gaps: array(object({ kind: text, genes: texts, drug: text, items: texts, text, source: text }, ['kind', 'genes', 'text', 'source'])),
  },
  ['header', 'genes', 'drugs', 'guidelines', 'recommendations', 'pairs'],
);

export const clinicalSchema = object(
  {
    header,
    perpetrators: array(object({ drug: text, rxnorm: text, gene: text, effect: { enum: ['inhibitor', 'inducer'] } })),
    preTests: array(object({ drug: text, rxnorm: text, gene: text, indications: texts })),
    alternatives: array(object({ drug: text, named: text, options: array(object({ name: text, rxnorm: text })) })),
    cautions: array(object({ drug: text, rxnorm: text, severity: { enum: ['contraindicated', 'caution'] } })),
    indications: array(object({ id: text, label: text, snomed: texts, icd10: texts, text: texts })),
    strengths: array(object({ rxnorm: text, name: text })),
    usualDoses: array(
      object({ drug: text, highestPerDay: figure, lowestStartPerDay: figure, unit: { enum: ['mg', 'mg/kg', 'mg/m2'] } }, ['drug', 'unit']),
    ),
  },
  ['header', 'perpetrators', 'preTests', 'alternatives', 'cautions', 'indications', 'strengths'],
);
