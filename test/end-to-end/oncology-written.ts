/** Facts of a tumour written down as FHIR, in components, in words and as tests named after the change. */
import type { BiomarkerFact, PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import { component, gene, loinc, observation, snomed, words, type Resource } from '../reading/resources.ts';

export type Style = 'components' | 'words' | 'named test';
export const STYLES: readonly Style[] = ['components', 'words', 'named test'];

const SEQUENCE_ONTOLOGY = 'http://www.sequenceontology.org';
const PRESENT = loinc('LA9633-4', 'Present');
const ABSENT = loinc('LA9634-2', 'Absent');
const said = (code: string, value: unknown) => component(loinc(code), { valueCodeableConcept: value });
const CLASSES: Readonly<Partial<Record<VariantFact['classification'], unknown>>> = {
  pathogenic: loinc('LA6668-3', 'Pathogenic'),
  'likely-pathogenic': loinc('LA26332-9', 'Likely pathogenic'),
  oncogenic: words('Oncogenic'),
  'likely-oncogenic': words('Likely oncogenic'),
};

/** Null where the style has no form for one of the facts. `absent` turns every finding into its own negative. */
export function written(facts: PatientFacts, style: Style, ids: ReadonlyMap<string, string>, absent = false): readonly Resource[] | null {
  const found: Resource[] = [];
  for (const [at, fact] of facts.variants.entries()) {
    const resource = variantIn(fact, `v${at}`, style, ids, absent);
    if (resource === null) return null;
    found.push(resource);
  }
  for (const [at, tested] of facts.tested.entries())
    found.push(
      observation(`t${at}`, loinc('69548-6'), {
        valueCodeableConcept: ABSENT,
        component: [gene(`HGNC:${ids.get(tested.gene) ?? ''}`, tested.gene)],
      }),
    );
  for (const [at, fact] of facts.biomarkers.entries()) found.push(markerIn(fact, `b${at}`, style, absent));
  return found;
}

function variantIn(fact: VariantFact, id: string, style: Style, ids: ReadonlyMap<string, string>, absent: boolean): Resource | null {
  if (fact.kind === 'expression') return style === 'components' ? expressionIn(fact, id, ids, absent) : null;
  if (style === 'components') return inComponents(fact, id, ids, absent);
  const text = inWords(fact);
  if (text === null) return null;
  const source = component(loinc('48002-0'), { valueCodeableConcept: sourceClass(fact) });
  const significance = CLASSES[fact.classification];
  const more = { component: [source, ...(significance === undefined ? [] : [said('53037-8', significance)])] };
  if (style === 'named test')
    return observation(id, words(text), {
      valueCodeableConcept: absent ? snomed('260415000', 'Not detected') : snomed('260373001', 'Detected'),
      ...more,
    });
  return observation(id, loinc('69548-6'), { valueString: absent ? `${text}: not detected` : text, ...more });
}

function inComponents(fact: VariantFact, id: string, ids: ReadonlyMap<string, string>, absent: boolean): Resource {
  const hgvs = (code: string, text: string) => said(code, { coding: [{ system: 'http://varnomen.hgvs.org', code: text, display: text }] });
  const change = (code: string, display: string) => said('48019-4', { coding: [{ system: SEQUENCE_ONTOLOGY, code, display }] });
  const significance = CLASSES[fact.classification];
  const parts = [
    ...fact.genes.map((symbol) => gene(`HGNC:${ids.get(symbol) ?? ''}`, symbol)),
    said('48002-0', sourceClass(fact)),
    ...(fact.pHgvs === undefined ? [] : [hgvs('48005-3', fact.pHgvs)]),
    ...(fact.cHgvs === undefined ? [] : [hgvs('48004-6', `${fact.transcript === undefined ? '' : `${fact.transcript}:`}${fact.cHgvs}`)]),
    ...fact.rsIds.map((rs) => said('81255-2', { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/snp', code: rs }] })),
    ...fact.names.map((name) => said('81252-9', words(name))),
    ...(fact.fusion === undefined ? [] : [change('SO:0001565', 'gene_fusion')]),
    ...(fact.copyChange === undefined
      ? []
      : [fact.copyChange === 'amplification' ? change('SO:0001742', 'copy_number_gain') : change('SO:0001743', 'copy_number_loss')]),
    ...(fact.copyNumber === undefined ? [] : [component(loinc('82155-3'), { valueQuantity: { value: fact.copyNumber } })]),
    ...(fact.zygosity === 'homozygous' ? [said('53034-5', loinc('LA6705-3', 'Homozygous'))] : []),
    ...(significance === undefined ? [] : [said('53037-8', significance)]),
  ];
  return observation(id, loinc('69548-6'), { valueCodeableConcept: absent ? ABSENT : PRESENT, component: parts });
}

function sourceClass(fact: VariantFact): unknown {
  return fact.origin === 'germline' ? loinc('LA6683-2', 'Germline') : loinc('LA6684-0', 'Somatic');
}

function inWords(fact: VariantFact): string | null {
  const [name] = fact.names;
  const [rs] = fact.rsIds;
  if (name !== undefined)
    return fact.genes.some((symbol) => name.includes(symbol)) ? name.replace(/^(\S+) (?=\1)/, '') : `${fact.gene} ${name}`;
  if (fact.fusion !== undefined) return `${fact.fusion.fivePrime ?? ''}::${fact.fusion.threePrime ?? ''} fusion`;
  if (fact.copyChange !== undefined) return `${fact.gene} ${fact.copyChange === 'amplification' ? 'amplification' : 'homozygous deletion'}`;
  if (fact.pHgvs !== undefined) return `${fact.gene} ${fact.pHgvs}`;
  if (fact.cHgvs !== undefined)
    return fact.transcript === undefined ? `${fact.gene} ${fact.cHgvs}` : `${fact.transcript}(${fact.gene}):${fact.cHgvs}`;
  return rs === undefined ? null : `${fact.gene} ${rs}`;
}

/** As a finding named so; a stain by itself is no variant assessment. */
function expressionIn(fact: VariantFact, id: string, ids: ReadonlyMap<string, string>, absent: boolean): Resource {
  const word = fact.expression === 'under' ? 'underexpression' : fact.expression === 'over' ? 'overexpression' : 'expression';
  const [name] = fact.names;
  return observation(id, loinc('69548-6'), {
    valueCodeableConcept: absent ? ABSENT : PRESENT,
    component: [gene(`HGNC:${ids.get(fact.gene) ?? ''}`, fact.gene), said('81252-9', words(name ?? `${fact.gene} ${word}`))],
  });
}

function markerIn(fact: BiomarkerFact, id: string, style: Style, absent: boolean): Resource {
  const plasma = fact.specimen === 'plasma' ? { specimen: { display: 'Plasma' } } : {};
  if (fact.kind === 'TMB') {
    const value = absent ? 2 : Number(fact.value);
    return style === 'words'
      ? observation(id, words('Tumor mutational burden'), { valueString: `${value} mut/Mb`, ...plasma })
      : observation(id, loinc('94076-7'), { valueQuantity: { value, unit: 'Mut/Mb', code: '1/1000000{Base}' }, ...plasma });
  }
  return style === 'words'
    ? observation(id, words('Microsatellite instability'), { valueString: absent ? 'MSS' : 'MSI-H' })
    : observation(id, loinc('81695-9'), { valueCodeableConcept: absent ? loinc('LA14122-8', 'Stable') : loinc('LA26203-2', 'MSI-H') });
}
