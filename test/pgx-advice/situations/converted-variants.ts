/**
 * Variants as converters of VCF write them (place, bases and allelic state in components, often without a gene), and the mitochondrial changes in their
 * several names; DPYD in the words of laboratories that do not write English. Every patient is made up.
 */
import { component, loinc } from '../../reading/resources.ts';
import { line, result, situation, type Situation } from './situation.ts';

const answer = (code: string, display: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
const STATES = {
  het: answer('LA6706-1', 'Heterozygous'),
  hom: answer('LA6705-3', 'Homozygous'),
  hemi: answer('LA6707-9', 'Hemizygous'),
} as const;

/** 48013-7, 69547-8, 69551-0, 81254-5 and 53034-5, as a converter of VCF fills them. */
const converted = (sequence: string, position: number, change: string, state: keyof typeof STATES) => {
  const [ref = '', alt = ''] = change.split('>');
  return result(loinc('69548-6'), {
    valueCodeableConcept: answer('LA9633-4', 'Present'),
    component: [
      component(loinc('48013-7'), {
        valueCodeableConcept: { coding: [{ system: 'http://www.ncbi.nlm.nih.gov/nuccore', code: sequence }] },
      }),
      component(loinc('53034-5'), { valueCodeableConcept: STATES[state] }),
      component(loinc('69547-8'), { valueString: ref }),
      component(loinc('69551-0'), { valueString: alt }),
      component(loinc('92822-6'), { valueCodeableConcept: answer('LA30102-0', '1-based character counting') }),
      component(loinc('81254-5'), { valueRange: { low: { value: position } } }),
    ],
  });
};
const named = (code: string, value: Record<string, unknown>) =>
  result(loinc('69548-6'), { valueCodeableConcept: answer('LA9633-4', 'Present'), component: [component(loinc(code), value)] });

const G6PD_DEFICIENT = [['critical', /G6PD deficient: avoid rasburicase/]] as const;
const NO_AMINOGLYCOSIDE = [['critical', /MT-RNR1 increased risk of aminoglycoside-induced hearing loss: avoid gentamicin/]] as const;
const HALF = [['warning', /DPYD intermediate metabolizer: lower capecitabine dose to 50 %/]] as const;
const CAPECITABINE = ['capecitabine 500 mg'];
const GENTAMICIN = ['gentamicin 240 mg iv'];
const RASBURICASE = ['rasburicase 15 mg'];

const CHANGES: readonly Situation[] = [
  situation('G6PD c.202G>A on GRCh37, hemizygous', [converted('NC_000023.10', 153764217, 'C>T', 'hemi')], RASBURICASE, G6PD_DEFICIENT),
  situation('G6PD c.202G>A on GRCh38, hemizygous', [converted('NC_000023.11', 154536002, 'C>T', 'hemi')], RASBURICASE, G6PD_DEFICIENT),
  situation('G6PD c.563C>T on GRCh37, homozygous', [converted('NC_000023.10', 153762634, 'G>A', 'hom')], RASBURICASE, G6PD_DEFICIENT),
  situation(
    'ABCG2 c.421C>A on GRCh37, homozygous',
    [converted('NC_000004.11', 89052323, 'G>T', 'hom')],
    ['rosuvastatin 40 mg'],
    [['warning', /ABCG2 poor function/]],
  ),
  // The mitochondrial chromosome is counted with m.; converters write it as every other.
  situation('m.1555A>G by place and bases', [converted('NC_012920.1', 1555, 'A>G', 'hom')], GENTAMICIN, NO_AMINOGLYCOSIDE),
  situation('m.1494C>T by place and bases', [converted('NC_012920.1', 1494, 'C>T', 'hom')], GENTAMICIN, NO_AMINOGLYCOSIDE),
  situation('m.827A>G raises no risk, and says nothing of the others', [converted('NC_012920.1', 827, 'A>G', 'hom')], GENTAMICIN, [
    ['info', /MT-RNR1 result could not be interpreted/],
  ]),
  situation(
    'm.1555A>G written with g.',
    [named('81290-9', { valueCodeableConcept: { text: 'NC_012920.1:g.1555A>G' } })],
    GENTAMICIN,
    NO_AMINOGLYCOSIDE,
  ),
  situation(
    'm.1555A>G in SPDI',
    [named('81252-9', { valueCodeableConcept: { text: 'NC_012920.1:1554:A:G' } })],
    GENTAMICIN,
    NO_AMINOGLYCOSIDE,
  ),
  situation('m.1555A>G by its dbSNP id', [line('rs267606617', 'Detected')], GENTAMICIN, NO_AMINOGLYCOSIDE),
  situation('m.1555A>G by its dbSNP id, not detected', [line('MT-RNR1 rs267606617', 'Not detected')], GENTAMICIN, []),
  situation('bases of a mitochondrial position', [line('MT-RNR1 rs267606617', 'A/G')], GENTAMICIN, [
    ['info', /MT-RNR1 result could not be interpreted: gentamicin is not checked/],
  ]),
];

/** What the value "1,5" and the like is read as; each row names the score or the grade of DPYD in another way. */
const SCORES: readonly (readonly [name: string, value: string, card: readonly [string, RegExp] | null])[] = [
  ['DPYD', 'gene activity score 1,5', HALF[0]],
  ['DPYD', 'gene activity score 0,5', ['critical', /DPYD poor metabolizer: avoid capecitabine/]],
  ['DPYD fenotype', 'Gen Activiteit Score 1,5', HALF[0]],
  ['DPD fenotype', 'intermediate metabolizer', HALF[0]],
  ['DPD GAS', '1,5', HALF[0]],
  ['DPD-Aktivitätsscore', '1,0', HALF[0]],
  ['DPD-Genaktivitätsscore', '1,0', HALF[0]],
  ['DPD-Aktivitätsscore', '2,0', null],
  ['DPD-Aktivität', 'vermindert', ['info|warning', /DPYD|DPD/]],
];

const NONE_FOUND = [
  'Absence des variants recherchés (*2A, *13, D949V, HapB3)',
  'Aucun variant détecté parmi *2A, *13, c.2846A>T, HapB3',
  'No se detectan las variantes *2A, *13, c.2846A>T y HapB3',
  'Assenza delle varianti *2A, *13, c.2846A>T e HapB3',
  'Kein Nachweis der Varianten *2A, *13, c.2846A>T und HapB3',
  'Keine der Varianten *2A, *13, c.2846A>T, HapB3 nachgewiesen',
  'Geen van de varianten *2A, *13, c.2846A>T en HapB3 aangetoond',
];
const HETEROZYGOUS = [
  'Variant *2A detected, heterozygous',
  'Présence du variant *2A à l’état hétérozygote',
  'Nachweis der Variante *2A in heterozygoter Form',
  'Presencia de la variante *2A en heterocigosis',
  'Presenza della variante c.2846A>T in eterozigosi',
];
/** One part says there, or says what is not understood: never all absent. */
const NOT_ALL_ABSENT = ['Absence de *13, présence de *2A', 'Aucun des variants *2A, *13 ; c.2846A>T : oui', 'Absence de *13 mais *2A'];

export const CONVERTED_VARIANTS: readonly Situation[] = [
  ...CHANGES,
  ...SCORES.map(([name, value, card]) => situation(`${name}: ${value}`, [line(name, value)], CAPECITABINE, card === null ? [] : [card])),
  ...NONE_FOUND.map((text) => situation(text, [line('DPYD', text)], CAPECITABINE, [], { genes: { DPYD: 'Normal Metabolizer' } })),
  ...HETEROZYGOUS.map((text) => situation(text, [line('DPYD', text)], CAPECITABINE, HALF)),
  ...NOT_ALL_ABSENT.map((text) => situation(text, [line('DPYD', text)], CAPECITABINE, [['info|critical', /DPYD/]])),
];
