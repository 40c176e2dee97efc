/** The tumour and what was found in it. Change it together with `types/tumour.ts`. */
import { boolean, list, nullableString, number, oneOf, ref, shape, string } from './words.ts';

const tumour = {
  text: string,
  codes: list(shape({ system: string, code: string })),
  oncotree: nullableString,
  doid: nullableString,
  stage: string,
  evidence: list(ref('evidence')),
};

export const tumourSchema = {
  tumour: shape(tumour, ['stage']),
  otherTumour: shape({ ...tumour, therapies: list(ref('therapy')) }, ['stage']),
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
      specimen: string,
      because: list(string),
      bothWays: shape({ text: string, unsettled: boolean, evidence: list(ref('evidence')) }),
      evidence: list(ref('evidence')),
    },
    ['present', 'cHgvs', 'pHgvs', 'vaf', 'classification', 'specimen', 'because', 'bothWays'],
  ),
  protein: shape(
    {
      gene: string,
      transcript: string,
      length: number,
      exons: list(shape({ exon: number, from: number, to: number })),
      source: ref('citation'),
    },
    ['length'],
  ),
  germline: shape({
    variant: string,
    gene: string,
    name: string,
    text: string,
    source: ref('citation'),
    evidence: list(ref('evidence')),
  }),
  annotation: shape(
    { variant: string, name: string, source: string, lines: list(string), pmids: list(string), version: string, attribution: string },
    ['version'],
  ),
  biomarker: shape(
    {
      kind: string,
      value: { type: ['number', 'string'] },
      comparator: { enum: ['<', '<=', '>=', '>'] },
      unit: string,
      status: string,
      method: string,
      specimen: string,
      evidence: list(ref('evidence')),
    },
    ['comparator', 'unit', 'status', 'method', 'specimen'],
  ),
};
