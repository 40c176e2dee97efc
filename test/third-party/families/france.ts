/** The French cancer institute's OSIRIS set: changes by chromosome, place and bases, fusions under their own codes. */
import type { Family, ThirdPartyCase } from '../judge.ts';
import { gene, has, loinc, LUNG, MELANOMA, PRESENT, result, SOMATIC, tumour, variantOf, type Gene, type Resource } from '../shapes.ts';

const place = (chromosome: string, position: number, ref: string, alt: string, assembly: string, ...more: readonly Resource[]): Resource =>
  variantOf([
    has('48000-4', loinc(chromosome)),
    has('81254-5', { valueRange: { low: { value: position }, high: { value: position } } }),
    has('62374-4', loinc(assembly)),
    has('69547-8', ref),
    has('69551-0', alt),
    has('48002-0', SOMATIC),
    ...more,
  ]);
const GRCH37 = 'LA14029-5';
const GRCH38 = 'LA26806-2';
const CHR7 = 'LA21260-7';
const CHR12 = 'LA21265-6';
const fusionOf = (...genes: readonly Gene[]): Resource =>
  result(loinc('LA26331-1', 'translocation'), null, { component: genes.map((symbol) => gene(symbol)) });

export const osiris: Family = {
  source: 'OSIRIS of the Institut national du cancer (build.fhir.org/ig/InstitutNationalduCancer/osiris): EX_SNP, EX_Fusion; LOINC answer list LL2938-0',
  cases: [
    { name: 'BRAF V600E by its place on GRCh37, without a gene', chart: [tumour(MELANOMA), place(CHR7, 140453136, 'A', 'T', GRCH37)], orders: { vemurafenib: 'fits' }, finds: ['BRAF p.Val600Glu present'] },
    { name: 'BRAF V600E by its place on GRCh38, without a gene', chart: [tumour(MELANOMA), place(CHR7, 140753336, 'A', 'T', GRCH38)], orders: { vemurafenib: 'fits' }, finds: ['BRAF p.Val600Glu present'] },
    { name: 'EGFR L858R by its place', chart: [tumour(LUNG), place(CHR7, 55259515, 'T', 'G', GRCH37, gene('EGFR'))], orders: { osimertinib: 'fits' } },
    { name: 'KRAS G12C by its place', chart: [tumour(LUNG), place(CHR12, 25398285, 'C', 'A', GRCH37, gene('KRAS'))], orders: { sotorasib: 'fits' } },
    { name: 'the same number on another chromosome is another place', chart: [tumour(MELANOMA), place(CHR12, 140453136, 'A', 'T', GRCH37)], orders: { vemurafenib: 'open/untested' }, finds: ['!Val600'] },
    { name: 'the place alone, its assembly not said', chart: [tumour(MELANOMA), variantOf([has('48000-4', loinc(CHR7)), has('81254-5', { valueRange: { low: { value: 140453136 } } }), has('69547-8', 'A'), has('69551-0', 'T')])], orders: { vemurafenib: 'info: No readable BRAF result' } },
    { name: 'a fusion of STRN and ALK under a code of its own', chart: [tumour(LUNG), fusionOf('ALK', 'STRN')], orders: { alectinib: 'open: ALK was examined' } },
    { name: 'a fusion, its genes beside "Present"', chart: [tumour(LUNG), { ...fusionOf('ALK', 'STRN'), valueCodeableConcept: PRESENT }], orders: { alectinib: 'open: ALK was examined' } },
  ] satisfies readonly ThirdPartyCase[],
}; // prettier-ignore
