/**
 * A change of the kinase named together with the fusion that made it: "BCR-ABL1 T315I", "EML4-ALK fusion with G1202R". The residue is counted on the
 * kinase. Found, it is there beside the fusion; not found, nothing is said of the fusion, and the answer may not be taken for one.
 */
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { CHANGED_IN_FUSION } from '../../../codes/genomics/kinase-fusions.ts';
import type { GeneTable } from '../../../vocabulary.ts';
import type { Chart } from '../../chart.ts';
import { wordings } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';
import { partnersInText, withoutFusion } from '../notation/fusion.ts';
import { testedTogether } from '../notation/gene-groups.ts';
import { componentsOf } from '../parts/variant-parts.ts';
import { statedPresence } from '../parts/stated-presence.ts';

const RESIDUE = '(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|[ACDEFGHIKLMNPQRSTVWY])';
/** An exchange of one residue, or of one base of the coding sequence; the junction of a fusion ("E13A20", "c.1_1751::…") is neither. */
const CHANGE = new RegExp(
  String.raw`(?<![A-Za-z0-9.])(?:p\.\(?)?${RESIDUE}\d{2,4}(?:${RESIDUE}|del|ins|dup)(?![a-z0-9])|(?<![A-Za-z0-9])c\.\d{2,5}[ACGT]>[ACGT]`,
  'g',
);
const LONGEST = 200;

/** The changes that words name, the fusion taken away. */
export function changesBeside(written: string, genes: GeneTable): readonly string[] {
  if (written.length > LONGEST) return [];
  return [...new Set([...withoutFusion(written, genes).matchAll(CHANGE)].map(([change]) => change.replace('(', '')))];
}

/** The partner on which the residues of its changes are counted; null where that is not one of the two alone. */
export function changedPartner(partners: readonly string[]): string | null {
  const [one, ...others] = partners.filter((gene) => CHANGED_IN_FUSION.has(gene));
  return others.length > 0 ? null : (one ?? null);
}

/** A variant assessment that names both, as one assessment of the change and, where it was found, one of the fusion; else null. */
export function changeAndFusionApart(view: ObservationView, { vocabulary: { genes } }: Chart): readonly ObservationView[] | null {
  const named = [
    valueConcept(view.value),
    ...componentsOf(view, COMPONENT.gene, COMPONENT.variation).map(({ value }) => valueConcept(value)),
  ].flatMap(wordings);
  const fused = named.filter((text) => text.length <= LONGEST).find((text) => partnersOf(text, genes) !== null);
  const partners = fused === undefined ? null : partnersOf(fused, genes);
  const kinase = partners === null ? null : changedPartner(partners);
  if (partners === null || kinase === null) return null;
  const slots = componentsOf(view, COMPONENT.pHgvs, COMPONENT.cHgvs).flatMap(({ value }) => wordings(valueConcept(value)));
  const listed = [...slots, ...named].some((text) => changesBeside(text, genes).length > 0);
  if (!listed) return null;
  const words = (text: string): string =>
    partnersOf(text, genes) === null ? text : `${kinase} ${withoutFusion(text, genes)}`.replace(/\s+/g, ' ').trim();
  const [said] = wordings(valueConcept(view.value));
  const change: ObservationView = {
    ...view,
    value: said === undefined || words(said) === said ? view.value : { kind: 'text', text: words(said) },
    components: view.components.map((component) => {
      const [text] = wordings(valueConcept(component.value));
      return text === undefined || words(text) === text ? component : { ...component, value: { kind: 'text', text: words(text) } };
    }),
  };
  const presence = statedPresence(view);
  if (presence !== null && presence !== 'present') return [change];
  const NAMES: readonly string[] = [COMPONENT.gene, COMPONENT.variation, COMPONENT.pHgvs, COMPONENT.cHgvs, COMPONENT.gHgvs];
  const fusion: ObservationView = {
    ...view,
    value: { kind: 'text', text: `${partners.join('::')} fusion` },
    components: view.components.filter(({ codes }) => !NAMES.some((code) => codes.has(code))),
  };
  return [change, fusion];
}

function partnersOf(text: string, genes: GeneTable): readonly string[] | null {
  const found = partnersInText([`${text} fusion`], genes);
  const both = [found?.fivePrime, found?.threePrime].flatMap((gene) => gene ?? []);
  // "EGFR/ALK" is a list.
  return both.length < 2 || testedTogether(both) ? null : both;
}
