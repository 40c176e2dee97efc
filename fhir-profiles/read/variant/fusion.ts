/** Fusions: both partners, which is the 5′ one when that can be told, and whether the frame is kept. */
import type { VariantFact } from '../../facts.ts';
import type { GeneTable } from '../../vocabulary.ts';
import { wordings } from '../elements.ts';
import { valueConcept } from '../element-value.ts';
import { geneNamed } from '../gene-named.ts';
import type { ObservationView } from '../observation.ts';

export type Fusion = NonNullable<VariantFact['fusion']>;

/** HGNC's notation for a fusion gene, and the older hyphen or slash when both sides are genes. */
const NOTATION = /(?<![A-Za-z0-9:])([A-Z][A-Z0-9-]{1,14}?)\s?(::|[-/–])\s?([A-Z][A-Z0-9]{1,14})(?![A-Za-z0-9])/g;

interface Partners {
  readonly fivePrime: string | null;
  readonly threePrime: string | null;
  readonly ordered: boolean;
}

/** Partners in a text: `EML4::ALK` is ordered (5′ first); `EML4-ALK` is taken so too when both are genes and a fusion is spoken of. */
export function partnersInText(texts: readonly string[], genes: GeneTable): Partners | null {
  for (const text of texts) {
    for (const [, one = '', sign, two = ''] of text.matchAll(NOTATION)) {
      const five = genes.bySymbol(one) ?? (sign === '::' ? genes.byName(one) : null);
      const three = genes.bySymbol(two) ?? (sign === '::' || /fusion|rearrang|translocation/i.test(text) ? genes.byName(two) : null);
      if (five !== null && three !== null && five !== three) return { fivePrime: five, threePrime: three, ordered: true };
      const oneKnown = genes.byName(one);
      if (oneKnown !== null && three !== null && oneKnown !== three && /fusion|rearrang|translocation/i.test(text))
        return { fivePrime: oneKnown, threePrime: three, ordered: true };
    }
  }
  return null;
}

/** Components that name the 5′ and 3′ gene (German molecular tumour board profiles and others that use these words). */
function partnersInComponents(view: ObservationView, genes: GeneTable): Partners | null {
  const gene = (pattern: RegExp): string | null => {
    for (const component of view.components) {
      const names = [...component.code.codings.map(({ code }) => code), ...wordings(component.code)];
      if (!names.some((name) => pattern.test(name))) continue;
      const named = geneNamed(valueConcept(component.value), genes);
      if (named.kind === 'gene') return named.symbol;
    }
    return null;
  };
  const fivePrime = gene(/^(?:five|5)[-\s]?(?:prime|['′])?[-\s]?(?:partner[-\s])?gene|5['′] (?:partner )?gene/i);
  const threePrime = gene(/^(?:three|3)[-\s]?(?:prime|['′])?[-\s]?(?:partner[-\s])?gene|3['′] (?:partner )?gene/i);
  return fivePrime === null && threePrime === null ? null : { fivePrime, threePrime, ordered: true };
}

/** Text order of the report; with components alone the order is not known. */
export function fusionOf(view: ObservationView, stated: readonly string[], texts: readonly string[], genes: GeneTable): Fusion {
  const named = partnersInComponents(view, genes) ?? partnersInText(texts, genes);
  const frame = texts.some((text) => /\bin[- ]?frame\b/i.test(text))
    ? true
    : texts.some((text) => /\bout[- ]of[- ]frame\b/i.test(text))
      ? false
      : undefined;
  const inFrame = frame === undefined ? {} : { inFrame: frame };
  if (named !== null) return { ...named, ...inFrame };
  const [one = null, two = null] = stated;
  return two === null
    ? { fivePrime: null, threePrime: one, ordered: false, ...inFrame }
    : { fivePrime: one, threePrime: two, ordered: false, ...inFrame };
}

export function hasFusionComponents(view: ObservationView): boolean {
  return view.components.some(({ code }) => code.codings.some((coding) => /^(?:five|three)-prime-gene$/.test(coding.code)));
}
