/**
 * Markers that only the diagnosis states: "HER2-positive breast carcinoma", "EGFR-mutated NSCLC", "triple negative". A word in a problem list is no
 * result: it is told, with its day, and decides nothing by itself. What has a result of its own is not listed here.
 */
import { withSymbols } from '../../fhir-profiles/codes/gene/spellings.ts';
import type { BiomarkerFact, PatientFacts, TumourFact, VariantFact } from '../../fhir-profiles/index.ts';
import type { DataWarning } from '../report/types.ts';
import type { OncologyPatient } from './patient.ts';

export interface StatedMarker {
  /** As the diagnosis has it, hyphens made alike: "HER2-positive", "EGFR L858R". */
  readonly says: string;
  /** Names by which a label's tests call it: HER2 and ERBB2, each gene of a group. */
  readonly of: readonly string[];
  readonly source: TumourFact['source'];
  /** What would be on file if a result said the same. */
  readonly variants: readonly VariantFact[];
  readonly biomarkers: readonly BiomarkerFact[];
}

const RECEPTOR =
  /(?<![A-Za-z0-9])(HER-?2(?:\/neu)?|ERBB2|ER|Pg?R|HR|(?:o?estrogen|progesterone|hormone)[- ]receptors?)(?:\s?(?:\/|and|&)\s?(Pg?R|progesterone[- ]receptors?))?[\s(-]{0,2}(positive|negative|pos\b|neg\b|\+|[-\u2212](?=[\s,;)/]|$)|ultra-?low|low|amplified|overexpress\w*|3\s?\+)/gi;
const TRIPLE = /\btriple[- ](negative|positive)\b|\b(?:m?TN)BC\b/i;
const INSTABILITY =
  /\b(MSI-?H(?:igh)?|microsatellite instability[- ]high|MSS|microsatellite stable|dMMR|pMMR|mismatch repair[- ](?:deficient|proficient))\b/gi;
const GENES =
  'EGFR|ALK|ROS1|RET|NTRK[123]?|MET|KRAS|NRAS|RAS|BRAF|BRCA[12]?|PIK3CA|FGFR[1-4]|IDH[12]?|FLT3|NPM1|KIT|PDGFRA|ERBB2|HER2|ESR1|TP53|AKT1|PALB2|ATM|EZH2';
const CHANGE = String.raw`p?\.?\(?[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup)\)?|ex(?:on)?\s?\d{1,2}(?:\s?(?:deletion|insertion|skipping|del|ins)\b)?|ITD|TKD|del19|v-?III`;
const STATE = String.raw`positive|negative|mutat(?:ed|ions?)(?:[- ](?:positive|negative))?|mutant|wild[- ]?type|wt\b|rearrange(?:d|ment)|fusion(?:[- ](?:positive|negative))?|translocat\w+|amplifi\w+|altered|\+(?!\d)`;
const GENE = new RegExp(
  String.raw`(?<before>\b(?:no|without|non)[- ])?(?<![A-Za-z0-9])(?<gene>${GENES})(?![A-Za-z0-9])(?:[\s:-]{1,2}(?<change>${CHANGE}))?(?:[\s-]{0,2}(?<state>${STATE}))?`,
  'g',
);
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  RAS: ['KRAS', 'NRAS'],
  BRCA: ['BRCA1', 'BRCA2'],
  NTRK: ['NTRK1', 'NTRK2', 'NTRK3'],
  IDH: ['IDH1', 'IDH2'],
  HER2: ['ERBB2'],
};
/** "ALK-positive" is a rearrangement. */
const FUSED: ReadonlySet<string> = new Set(['ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3']);
/** "KIT positive", "MET positive": a stain, or nothing that can be told. */
const STAINED: ReadonlySet<string> = new Set(['KIT', 'MET', 'TP53', 'HER2', 'ERBB2', 'PDGFRA']);
const LONGEST = 400;

export function statedMarkers(
  tumour: TumourFact | undefined,
  { conditions, biomarkers }: PatientFacts,
  patient: OncologyPatient,
): StatedMarker[] {
  if (tumour === undefined) return [];
  // Receptor status as a code of its own beside the diagnosis: "Estrogen receptor positive status [ER+]".
  const beside = conditions
    .filter(
      ({ clinicalStatus, text, codes }) =>
        clinicalStatus === 'active' && [text, ...displays(codes)].some((said) => /receptor \w+ status/i.test(said)),
    )
    .map(({ text, codes, source }) => ({ texts: [text, ...displays(codes)], source }));
  const all = [{ texts: [tumour.text, ...displays(tumour.codes)], source: tumour.source }, ...beside].flatMap(({ texts, source }) =>
    texts.filter((text) => text.length <= LONGEST).flatMap((text) => inText(withSymbols(text), source)),
  );
  const measured = new Set<string>(biomarkers.map(({ kind }) => kind));
  const open = all.filter(
    ({ of }) =>
      !of.some(
        (name) =>
          measured.has(name) ||
          patient.tested.has(name) ||
          patient.failed.has(name) ||
          (patient.byGene.get(name) ?? []).some(({ implied }) => !implied),
      ),
  );
  return [...new Map(open.map((one) => [`${one.of.join()} ${one.says}`, one])).values()];
}
const displays = (codes: TumourFact['codes']): string[] => codes.flatMap(({ display }) => display ?? []);

function inText(text: string, source: TumourFact['source']): StatedMarker[] {
  return [...receptorsIn(text, source), ...instabilityIn(text, source), ...genesIn(text, source)];
}

function receptorsIn(text: string, source: TumourFact['source']): StatedMarker[] {
  const triple = TRIPLE.exec(text);
  if (triple !== null) {
    const status = triple[1]?.toLowerCase() ?? 'negative';
    const said = `triple-${status}`;
    return ['ER', 'PR', 'HER2'].map((kind) => marker(said, kind, status, source));
  }
  return [...text.matchAll(RECEPTOR)].flatMap(([, written = '', second, state = '']) => {
    const kinds = [...kindsOf(written), ...(second === undefined ? [] : kindsOf(second))];
    const status = /^(?:neg|[-\u2212])/i.test(state)
      ? 'negative'
      : /^ultra/i.test(state)
        ? 'ultralow'
        : /^low$/i.test(state)
          ? 'low'
          : 'positive';
    // Of "HR positive" it is not told which of the two.
    const own = /^(?:HR|hormone)/i.test(written) && status === 'positive' ? ['ER'] : kinds;
    const name = /^(?:HR|hormone)/i.test(written) ? 'HR' : kinds.join('/');
    return own.map((kind) => ({ ...marker(`${name}-${status}`, kind, status, source), of: kind === 'HER2' ? ['HER2'] : own }));
  });
}
function kindsOf(written: string): readonly string[] {
  if (/^(?:HER|ERBB)/i.test(written)) return ['HER2'];
  if (/^(?:HR|hormone)/i.test(written)) return ['ER', 'PR'];
  return /^p/i.test(written) ? ['PR'] : ['ER'];
}

function instabilityIn(text: string, source: TumourFact['source']): StatedMarker[] {
  return [...text.matchAll(INSTABILITY)].map(([said]) => {
    const repair = /MMR|repair/i.test(said);
    const status = repair ? (/^p|proficient/i.test(said) ? 'proficient' : 'deficient') : /stable|MSS/i.test(said) ? 'stable' : 'high';
    return { ...marker(said, repair ? 'MMR' : 'MSI', status, source), of: ['MSI', 'MMR'] };
  });
}

function genesIn(text: string, source: TumourFact['source']): StatedMarker[] {
  return [...text.matchAll(GENE)].flatMap(({ groups = {} }) => {
    const { before, gene = '', change, state = '' } = groups as Record<string, string | undefined> & { gene?: string };
    if (change === undefined && (state === '' || (STAINED.has(gene) && /^(?:positive|negative|amplifi|\+)/i.test(state)))) return [];
    const absent = before !== undefined || /negative|wild|^wt/i.test(state);
    const genes = GROUPS[gene] ?? [gene];
    const fused = /rearrang|fusion|translocat/i.test(state) || (FUSED.has(genes[0] ?? '') && /^(?:positive|negative|\+)/i.test(state));
    const what = change ?? (fused ? 'fusion' : /amplif/i.test(state) ? 'amplification' : 'mutation');
    // One of a group was found, all of it were clear.
    const facts = (absent ? genes : genes.slice(0, 1)).map((symbol): VariantFact => variant(symbol, what, absent, source));
    const said = [gene, change, state === '+' ? 'positive' : state].filter((part) => part !== undefined && part !== '').join(' ');
    return [{ says: `${before ?? ''}${said}`, of: gene === 'HER2' ? ['ERBB2', 'HER2'] : genes, source, variants: facts, biomarkers: [] }];
  });
}

function marker(says: string, kind: string, status: string, source: TumourFact['source']): StatedMarker {
  return { says, of: [kind], source, variants: [], biomarkers: [{ kind, value: status, status, source }] };
}
function variant(gene: string, what: string, absent: boolean, source: TumourFact['source']): VariantFact {
  const kind = what === 'fusion' ? 'fusion' : what === 'amplification' ? 'copy-number' : 'other';
  return {
    id: `diagnosis#${gene} ${what}`,
    gene,
    genes: [gene],
    kind,
    presence: absent ? 'absent' : 'present',
    origin: 'unknown',
    rsIds: [],
    clinvarIds: [],
    names: absent && kind !== 'fusion' ? [] : [`${gene} ${what}`],
    ...(kind === 'fusion' ? { fusion: { fivePrime: null, threePrime: gene, ordered: false } } : {}),
    ...(kind === 'copy-number' ? { copyChange: 'amplification' as const } : {}),
    classification: 'unknown',
    source,
  };
}

/** " of 2026-05-01". */
export function ofDay({ issued }: TumourFact['source']): string {
  return issued === undefined ? '' : ` of ${issued.slice(0, 10)}`;
}

/** Told once per diagnosis. */
export function statedWarnings(stated: readonly StatedMarker[]): DataWarning[] {
  const bySource = new Map<string, StatedMarker[]>();
  for (const one of stated) bySource.set(one.source.reference, [...(bySource.get(one.source.reference) ?? []), one]);
  return [...bySource.values()].map((all): DataWarning => {
    const says = [...new Set(all.map(({ says: said }) => said))].join(', ');
    const [first] = all;
    return {
      code: 'missing',
      message: `The diagnosis${first === undefined ? '' : ofDay(first.source)} says ${says}; no result of its own is on file: no therapy is matched to it.`,
      ...(first === undefined ? {} : { reference: first.source.reference }),
    };
  });
}
