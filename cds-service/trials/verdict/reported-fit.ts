/** Single properties of a reported alteration against what a clause asks: yes, no, or open where the report does not tell. */
import { parseProtein, proteinName } from '../../knowledge/oncology/notation/protein.ts';
import type { CopyCall } from '../../knowledge/trials/types.ts';
import type { Effect } from '../../oncology/index.ts';
import type { Reported } from './reported.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export type Fit = 'yes' | 'no' | 'open';
const fit = (is: boolean): Fit => (is ? 'yes' : 'no');

export function fitsChange(asked: string, { changes, either }: Reported): Fit {
  const wanted = parseProtein(asked);
  if (wanted === null) return 'open';
  if (changes.length === 0) return 'open';
  const named = changes.some((change) => proteinName(change) === proteinName(wanted));
  return named && either ? 'open' : fit(named);
}

/** `V600`: one residue replaced by one other; a stop, a frameshift or a deletion is no wildcard of it. */
export function fitsCodon(asked: string, { changes, effect }: Reported): Fit {
  const [, from = '', position = ''] = /^([A-Z*]?)(\d+)/.exec(asked) ?? [];
  if (changes.length === 0) return effect === 'unknown' || effect === 'missense' ? 'open' : 'no';
  return fit(
    changes.some(
      (change) =>
        change.kind === 'missense' && change.start === Number(position) && (from === '' || change.from === '' || change.from === from),
    ),
  );
}

/** Classes of the Mutation Annotation Format, in the words of the therapy part; what is not listed is not told by any report. */
const EFFECTS: Readonly<Record<string, readonly Effect[]>> = {
  MISSENSE_MUTATION: ['missense'],
  NONSENSE_MUTATION: ['nonsense'],
  FRAME_SHIFT_DEL: ['frameshift'],
  FRAME_SHIFT_INS: ['frameshift'],
  FRAMESHIFT: ['frameshift'],
  IN_FRAME_DEL: ['in-frame deletion'],
  IN_FRAME_INS: ['in-frame insertion', 'in-frame duplication'],
  SPLICE_SITE: ['splice'],
  TRANSLATION_START_SITE: ['start-lost'],
  START_CODON_SNP: ['start-lost'],
  SILENT: ['silent'],
  "5'FLANK": ['promoter'],
};
const TOLD: readonly Effect[] = Object.values(EFFECTS).flat();

export function fitsClass(asked: readonly string[], one: Reported): Fit {
  const fits = asked.map((name) => stated(plainClass(name), one.fact) ?? ofClass(plainClass(name), one));
  return fits.includes('yes') ? 'yes' : fits.every((each) => each === 'no') ? 'no' : 'open';
}
const plainClass = (text: string | undefined): string =>
  (text ?? '')
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
/** Some reports state the class itself; null where this one does not. */
function stated(name: string, { consequence, changeType }: Reported['fact']): Fit | null {
  const given = [consequence, changeType].map(plainClass).filter((text) => /^(?:FRAME_SHIFT_|IN_FRAME_|\w+_MUTATION$|SPLICE_(?:SITE|REGION)$|TRANSLATION_)/.test(text)); // prettier-ignore
  return given.length === 0
    ? null
    : fit(given.includes(name) || (name === 'FRAMESHIFT' && given.some((text) => text.startsWith('FRAME_SHIFT_'))));
}
function ofClass(name: string, { effect, coding, changes, fact }: Reported): Fit {
  if (name === 'NONSTOP_MUTATION')
    return stop(
      changes.length > 0,
      changes.some(({ kind }) => kind === 'extension'),
      fact.consequence,
    );
  if (name === 'SPLICE_REGION') return /splice.region/i.test(fact.consequence ?? '') ? 'yes' : effect === 'unknown' ? 'open' : 'no';
  const wanted = entryOf(EFFECTS, name);
  if (wanted === undefined || effect === 'unknown') return 'open';
  if (!wanted.includes(effect)) {
    // Two bases of one codon: some annotators call it missense, others a substitution in frame.
    return effect === 'in-frame substitution' && (name === 'MISSENSE_MUTATION' || name.startsWith('IN_FRAME')) ? 'open' : fit(!TOLD.includes(effect) && effect !== 'in-frame substitution'); // prettier-ignore
  }
  if (effect !== 'frameshift' || name === 'FRAMESHIFT') return 'yes';
  const bases = coding.map(({ change }) => change.netBases).find((net) => net !== null && net !== 0);
  return bases === undefined || bases === null ? 'open' : fit(bases < 0 === (name === 'FRAME_SHIFT_DEL'));
}
function stop(told: boolean, extended: boolean, consequence: string | undefined): Fit {
  return extended || /stop.lost|nonstop/i.test(consequence ?? '') ? 'yes' : told ? 'no' : 'open';
}

export function fitsExon(asked: readonly number[], { exons }: Reported): Fit {
  return exons === null ? 'open' : fit(asked.some((exon) => exon >= exons[0] && exon <= exons[1]));
}

/** How many copies a call means; a loss without a count may be of one copy or of both. */
export function fitsCopies(asked: readonly CopyCall[], one: Reported): Fit {
  const fits = asked.map((call) => ofCall(call, one));
  return fits.includes('yes') ? 'yes' : fits.every((each) => each === 'no') ? 'no' : 'open';
}
function ofCall(call: CopyCall, { copy, fact }: Reported): Fit {
  const { copyNumber, copyChange, names } = fact;
  const said = names.join(' ');
  const lost = copy === 'loss' || copy === 'deletion' || copyChange === 'loss' || copyChange === 'deep-loss';
  const single =
    /heterozyg|hemizyg|single[- ]copy|one copy|shallow|LOH/i.test(said) || (lost && copyNumber !== undefined && copyNumber >= 0.5);
  const both = !single && (copyChange === 'deep-loss' || copy === 'deletion' || (copyNumber !== undefined && copyNumber < 0.5));
  switch (call) {
    case 'amplification':
      return copy === 'amplification' ? 'yes' : copy === 'gain' || copyChange === 'gain' ? 'open' : 'no';
    case 'gain':
      return copy === 'gain' || (copyChange === 'gain' && copy !== 'amplification') ? 'yes' : copy === 'amplification' ? 'open' : 'no';
    case 'loss':
      return fit(lost);
    case 'homozygous-deletion':
      return !lost ? 'no' : both ? 'yes' : single ? 'no' : 'open';
    case 'heterozygous-deletion':
      return !lost ? 'no' : single ? 'yes' : both ? 'no' : 'open';
  }
}

/** The order of partners says nothing: reports write either first. */
export function fitsPartner(genes: readonly string[], partner: string, { partners, fact }: Reported): Fit {
  if (partners === null) return 'no';
  const others = partners.filter((gene) => !genes.includes(gene));
  if (partner === 'intergenic') return /intergenic/i.test(fact.names.join(' ')) ? 'yes' : others.length > 0 ? 'no' : 'open';
  if (genes.includes(partner)) {
    const { fivePrime, threePrime } = fact.fusion ?? {};
    return others.length > 0 ? 'no' : fivePrime !== null && fivePrime !== undefined && fivePrime === threePrime ? 'yes' : 'open';
  }
  return others.includes(partner) ? 'yes' : others.length > 0 ? 'no' : 'open';
}
