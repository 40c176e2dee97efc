/**
 * The model card: the 31 source attributes that 45 CFR 170.315(b)(11)(iv)(B) asks of a predictive intervention, plus the figures.
 * Everything quantitative is taken from the training artefact; a missing attribute is printed as missing, never left out.
 */
import type { ModelArtefact } from '../artefact.ts';
import { DESCRIPTIONS, NO_INFORMATION, type Description } from './card-text.ts';
import { figureTables } from './card-figures.ts';

export interface CardAttribute {
  readonly number: number;
  readonly group: string;
  readonly name: string;
  readonly text: string;
}
export interface ModelCard {
  readonly attributes: {
    readonly model: string;
    readonly version: string;
    readonly sha256: string;
    readonly attributes: readonly CardAttribute[];
  };
  readonly markdown: string;
}

/** Group and short name of each of the 31 attributes, in the rule's order. */
const ATTRIBUTES: readonly (readonly [
  group: string,
  name: string,
  key: Exclude<keyof Description, 'abstains'> | 'missing' | 'figures' | 'training',
])[] = [
  ['Details and output', 'Developer and contact', 'developer'],
  ['Details and output', 'Funding of the technical implementation', 'funding'],
  ['Details and output', 'Value that comes out', 'output'],
  ['Details and output', 'Kind of output', 'outputKind'],
  ['Purpose', 'Intended use', 'intendedUse'],
  ['Purpose', 'Intended patients', 'intendedPatients'],
  ['Purpose', 'Intended users', 'intendedUsers'],
  ['Purpose', 'Role in the decision', 'role'],
  ['Cautioned out-of-scope use', 'Uses warned against', 'outOfScope'],
  ['Cautioned out-of-scope use', 'Known risks and limitations', 'limits'],
  ['Development and inputs', 'Inclusion and exclusion criteria', 'training'],
  ['Development and inputs', 'Equity variables used as input', 'equityInputs'],
  ['Development and inputs', 'Make-up of the training data', 'demographics'],
  ['Development and inputs', 'Relevance to the place of use', 'relevance'],
  ['Fairness process', 'How the output was made fair', 'fairness'],
  ['Fairness process', 'How bias was managed', 'bias'],
  ['External validation process', 'Data source of external validation', 'missing'],
  ['External validation process', 'Who did it', 'missing'],
  ['External validation process', 'Make-up of the external data', 'missing'],
  ['External validation process', 'How it was done', 'missing'],
  ['Quantitative performance', 'Validity in data of the same source', 'figures'],
  ['Quantitative performance', 'Fairness in data of the same source', 'fairnessFigures'],
  ['Quantitative performance', 'Validity in data of a different source', 'missing'],
  ['Quantitative performance', 'Fairness in data of a different source', 'missing'],
  ['Quantitative performance', 'Evaluations of use on outcomes', 'missing'],
  ['Ongoing maintenance', 'Monitoring of validity', 'monitoring'],
  ['Ongoing maintenance', 'Validity in local data', 'missing'],
  ['Ongoing maintenance', 'Monitoring of fairness', 'fairnessMonitoring'],
  ['Ongoing maintenance', 'Fairness in local data', 'missing'],
  ['Update and continued validation', 'Updating', 'updating'],
  ['Update and continued validation', 'Correction when risks are found', 'correction'],
];

export function writeCard(artefact: ModelArtefact): ModelCard {
  const description = DESCRIPTIONS[artefact.id];
  if (description === undefined) throw new Error(`no card text for model ${artefact.id}`);
  const attributes = ATTRIBUTES.map(([group, name, key], i) => ({ number: i + 1, group, name, text: textOf(key, description, artefact) }));
  const { id, version, sha256 } = artefact;
  return { attributes: { model: id, version, sha256, attributes }, markdown: markdownOf(artefact, attributes) };
}

function textOf(key: (typeof ATTRIBUTES)[number][2], description: Description, artefact: ModelArtefact): string {
  if (key === 'missing') return NO_INFORMATION;
  if (key === 'figures') return description.headline(artefact);
  if (key === 'training') return `${description.cohort} ${trainingText(artefact)}`;
  const text = description[key];
  return typeof text === 'function' ? text(artefact) : text;
}

function trainingText({ training }: ModelArtefact): string {
  const excluded = Object.entries(training.excluded).map(([why, count]) => `${count}: ${why}`);
  return `${training.rows} rows read, ${training.used} used to fit. Left out: ${excluded.length > 0 ? excluded.join('; ') : 'none'}.`;
}

function markdownOf(artefact: ModelArtefact, attributes: readonly CardAttribute[]): string {
  const { training } = artefact;
  const lines = [
    `# Model card: ${artefact.id} ${artefact.version}`,
    '',
    `Predicts ${artefact.target} (${artefact.unit}). Decision support for clinicians; not a medical device; never a reason for a card by itself.`,
    '',
    `Model file SHA-256 \`${artefact.sha256}\`, ONNX opset ${training.opset}. Training file SHA-256 \`${training.dataHash}\` (rows are not distributed). ${training.method}.`,
    '',
    '## The 31 source attributes',
    '',
    '| # | group | attribute | |',
    '| --- | --- | --- | --- |',
    ...attributes.map(({ number, group, name, text }) => `| ${number} | ${group} | ${name} | ${text} |`),
    '',
    ...figureTables(artefact),
    '## Where the model abstains',
    '',
    ...Object.entries(artefact.ranges).map(([name, { low, high, unit }]) => `- ${name} below ${low} or above ${high} ${unit}`),
    ...(DESCRIPTIONS[artefact.id]?.abstains ?? []).map((reason) => `- ${reason}`),
    ...Object.entries(artefact.categories).map(([name, values]) => `- ${name} other than ${values.join(', ')}`),
    `- ${artefact.distance.names.join(', ')} together further from the training patients than 99.5 % of them`,
    '',
  ];
  return `${lines.join('\n').trim()}\n`;
}
