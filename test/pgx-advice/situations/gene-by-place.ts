/** Variants given by their place alone, and results of DPD in the laboratory's other words: the gene is told, or the result is at least not missed. */
import { component, loinc } from '../../reading/resources.ts';
import { infarction, line, result, situation, type Situation } from './situation.ts';

const answer = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
const HETEROZYGOUS = ['LA6706-1', 'Heterozygous'] as const;
const HOMOZYGOUS = ['LA6705-3', 'Homozygous'] as const;

/** A variant without gene and without coding change: GRCh38 in genomic HGVS, or another system's name of the same place. */
const at = (
  place: string,
  zygosity: readonly [code: string, display: string] = HETEROZYGOUS,
  component_ = '81290-9',
  present = 'LA9633-4',
) =>
  result(loinc('69548-6'), {
    valueCodeableConcept: answer(present, present === 'LA9633-4' ? 'Present' : 'Absent'),
    component: [
      component(loinc(component_), {
        valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: place, display: place }] },
      }),
      ...(present === 'LA9633-4' ? [component(loinc('53034-5'), { valueCodeableConcept: answer(...zygosity) })] : []),
    ],
  });

const CAPECITABINE = ['capecitabine 500 mg'];
const HALF = [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]] as const;
const AVOID = [['critical', /DPYD poor metabolizer: avoid capecitabine/]] as const;
const ASK = [['info', /No DPYD result on file: test before/]] as const;
const UNREAD = [['info', /DPYD result could not be interpreted: capecitabine is not checked/]] as const;
const NEVER = /No DPYD result (?:is )?on file|No DPYD result found/;

const PLACES: readonly Situation[] = [
  situation('DPYD*2A by its place on GRCh38', [at('NC_000001.11:g.97450058C>T')], CAPECITABINE, HALF),
  situation('DPYD*2A by its place, homozygous', [at('NC_000001.11:g.97450058C>T', HOMOZYGOUS)], CAPECITABINE, AVOID),
  situation('DPYD*2A in SPDI', [at('NC_000001.11:97450057:C:T')], CAPECITABINE, HALF),
  situation('a DPYD place that no allele is defined by', [at('NC_000001.11:g.97500000A>C')], CAPECITABINE, UNREAD, { never: NEVER }),
  situation(
    'CYP2C19*2 by its place, homozygous',
    [at('NC_000010.11:g.94781859G>A', HOMOZYGOUS), infarction()],
    ['clopidogrel 75 mg'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
  ),
  situation('DPYD*2A by its place on GRCh37', [at('NC_000001.10:g.97915614C>T')], CAPECITABINE, HALF),
  situation('DPYD*2A by its dbSNP id alone', [at('rs3918290', HETEROZYGOUS, '81255-2')], CAPECITABINE, HALF),
  situation(
    'SLCO1B1*5 on GRCh37, homozygous',
    [at('NC_000012.11:g.21331549T>C', HOMOZYGOUS)],
    ['simvastatin 40 mg'],
    [['warning', /SLCO1B1 poor function/]],
  ),
  situation(
    'CYP2D6*4, homozygous',
    [at('NC_000022.11:g.42128945C>T', HOMOZYGOUS)],
    ['codeine 30 mg'],
    [['warning', /CYP2D6 poor metabolizer: avoid codeine/]],
  ),
  situation('m.1555A>G on the mitochondrial sequence', [at('NC_012920.1:m.1555A>G')], ['gentamicin 240 mg iv'], [['critical', /MT-RNR1/]]),
  // The same number on the older assembly is another place, and a gene of another chromosome begins nowhere near.
  situation('the number of DPYD*2A on GRCh37', [at('NC_000001.10:g.97450058C>T')], CAPECITABINE, ASK),
  situation('a place beside the gene', [at('NC_000001.11:g.97077000C>T')], CAPECITABINE, ASK),
];

const dpd = (name: string, value: string, cards: Situation['cards'], never = true): Situation =>
  situation(`${name}: ${value}`, [line(name, value)], CAPECITABINE, cards, never ? { never: NEVER } : {});

const DPD_WORDS: readonly Situation[] = [
  ...['DPD activity', 'DPYD activity', 'DPD enzyme activity', 'Dihydropyrimidine dehydrogenase activity', 'DPD deficiency'].flatMap(
    (name) => [dpd(name, 'Partial deficiency', HALF), dpd(name, 'Complete deficiency', AVOID), dpd(name, 'see report', UNREAD)],
  ),
  // Measured "low" may be partial or complete (EMA 2020): the safer advice leads.
  dpd('DPD activity', 'Low', [['critical', /DPYD result not exact: avoid capecitabine/]]),
  situation(
    'DPD activity as a number',
    [result({ text: 'DPD activity' }, { valueQuantity: { value: 2.1, unit: 'nmol/min/mg' } })],
    CAPECITABINE,
    UNREAD,
    {
      never: NEVER,
    },
  ),
  ...['Uracilémie', 'Uracile plasmatique', 'Uracil (plasma)', 'Uracil im Plasma'].map((name) =>
    situation(
      name,
      [result({ text: name }, { valueQuantity: { value: 160, unit: 'ng/mL', code: 'ng/mL', system: 'http://unitsofmeasure.org' } })],
      CAPECITABINE,
      [['info', /plasma uracil \(DPD activity\) 160 ng\/mL on file, not interpreted here: judge it/]],
    ),
  ),
];

const HAP_B3: readonly Situation[] = [
  situation(
    'each variant a line, HapB3 found',
    [
      line('DPYD*2A', 'Not detected'),
      line('DPYD*13', 'Not detected'),
      line('DPYD c.2846A>T', 'Not detected'),
      line('DPYD HapB3', 'Detected, heterozygous'),
    ],
    CAPECITABINE,
    HALF,
  ),
  situation(
    'each variant a line, none found',
    ['DPYD*2A', 'DPYD*13', 'DPYD c.2846A>T', 'DPYD HapB3'].map((name) => line(name, 'Not detected')),
    CAPECITABINE,
    [],
    { genes: { DPYD: 'Normal Metabolizer' } },
  ),
  dpd('DPYD haplotype B3', 'heterozygous', HALF),
];

const TYPED: readonly Situation[] = ['B*57:AABC,B*44:XX', 'B*57:AABC, B*44:02'].map((typing) =>
  situation(
    `an NMDP code: ${typing}`,
    [line('HLA-B', typing)],
    ['abacavir 300 mg'],
    [['info', /HLA-B\*57:01 is left open by the typing on file/]],
  ),
);

export const GENE_BY_PLACE: readonly Situation[] = [...PLACES, ...DPD_WORDS, ...HAP_B3, ...TYPED];
