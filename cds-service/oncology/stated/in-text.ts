/** What a diagnosis or an entry of the problem list says of markers, as it would stand in the facts if a result said it. */
import type { BiomarkerFact, TumourFact, VariantFact } from '../../../fhir-profiles/index.ts';
import { isDenied, speltOut } from './spelt-out.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

export interface Statement {
  /** As written, hyphens made alike: "HER2-positive", "EGFR L858R". */
  readonly says: string;
  /** Names by which a label's tests call it: HER2 and ERBB2, each gene of a group. */
  readonly of: readonly string[];
  /** A single change of a gene ("T790M"), which another finding of the gene does not answer. */
  readonly change?: string;
  readonly source: TumourFact['source'];
  /** What would be on file if a result said the same. */
  readonly variants: readonly VariantFact[];
  readonly biomarkers: readonly BiomarkerFact[];
}

const RECEPTOR =
  /(?<![A-Za-z0-9])(HER-?2(?:\/neu)?|ERBB2|ER|Pg?R|HR|(?:o?estrogen|progesterone|hormone)[- ]receptors?|(?:östrogen|progesteron|hormon)-?rezeptor(?:en)?)(?:\s?(?:\/|and|&)\s?(Pg?R|progesterone[- ]receptors?))?[\s(-]{0,2}(positiv|negativ|pos\b|neg\b|\+|[-\u2212](?=[\s,;)/]|$)|ultra-?low|low|amplified|overexpress\w*|3\s?\+)/gi;
const TRIPLE = /\btrip(?:le|el)[- ](negativ|positiv)\w*\b|\b(?:m?TN)BC\b/i;
const INSTABILITY =
  /\b(MSI-?H(?:igh)?|microsatellite instability[- ]high|MSS|microsatellite stable|dMMR|pMMR|mismatch repair[- ](?:deficient|proficient))\b/gi;
/** Of these "positive" tells an alteration; of other genes only words for one do. */
const DRIVERS = new Set(
  'EGFR ALK ROS1 RET NTRK NTRK1 NTRK2 NTRK3 MET KRAS NRAS RAS BRAF BRCA BRCA1 BRCA2 PIK3CA FGFR1 FGFR2 FGFR3 FGFR4 IDH IDH1 IDH2 FLT3 NPM1 KIT PDGFRA ERBB2 HER2 ESR1 TP53 AKT1 PALB2 ATM EZH2'.split(
    ' ',
  ),
);
const CHANGE = String.raw`p?\.?\(?[A-Z]\d{2,4}(?:[A-Z*]|fs|del|dup)\)?|[Ee]x(?:on)?\s?\d{1,2}(?:\s?(?:deletion|insertion|skipping|del|ins)\b)?|ITD|TKD|del19|v-?III`;
const KIND = String.raw`(?: (?:gene|germline|somatic|likely|pathogenic|deleterious|oncogenic))*`;
const STATE = String.raw`positive|negative|[Mm]utat(?:ed|ions?)(?:[- ](?:positive|negative))?|mutant|mutiert|wild[- ]?type?|Wild-?typ|wt\b|rearrange(?:d|ment)|fusion(?:[- ](?:positive|negative))?|translocat\w+|amplifi\w+|altered|variant|\+(?!\d)`;
const LACKING = String.raw`\b(?:[Nn]o|[Ww]ithout|[Nn]on|[Nn]egative for(?: an?)?|[Aa]bsence of(?: an?)?|[Kk]ein\w*|[Oo]hne)[- ]`;
const GENE = new RegExp(
  String.raw`(?<before>${LACKING})?(?<![A-Za-z0-9])(?<gene>[A-Z][A-Z0-9]{1,9})(?![A-Za-z0-9])(?<kind>${KIND})(?:[\s:-]{1,2}(?<change>${CHANGE}))?(?:[\s-]{0,2}(?<state>${STATE}))?(?<missing>\s(?:not (?:detected|found|present|identified)|absent|negative)\b)?`,
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
/** The fusion of the Philadelphia chromosome, by any of its names; "BCR-ABL1-like" is a disease without it. */
const PHILADELPHIA =
  /(?<before>\b(?:no|without|negative for)\s)?(?<name>\bPh(?:iladelphia)?(?:[- ]?chromosome)?|\bBCR[-:/]{1,2}ABL1?|\bt\(9;22\)(?:\(q34(?:\.1)?;q11(?:\.2)?\))?)[\s-]{0,2}(?<state>positive?|negative?|pos\b|neg\b|\+|[-\u2212](?=[\s,;)]|$))/gi;
/** Inherited dispositions that name no single gene, and whose test they bear on. */
const DISPOSITIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\blynch syndrome\b|\bhereditary non-?polyposis (?:colon|colorectal) cancer\b/i,
    ['MSI', 'MMR', 'MLH1', 'MSH2', 'MSH6', 'PMS2', 'EPCAM'],
  ],
  [
    /\bhereditary breast(?: and|\/|-)\s?ovarian cancer(?: syndrome)?\b|\bgenetic susceptibility to (?:malignant neoplasm of |)(?:breast|ovar(?:y|ian))(?: cancer)?\b/i,
    ['BRCA1', 'BRCA2'],
  ],
];
/** No finding that counts. */
const DISMISSED = /\buncertain significance\b|\bVUS\b|\bbenign\b|\bpolymorphism/i;
const INHERITED = /\bcarriers?\b|\bgerm-?line\b|\bhereditary\b|\binherited\b|\bBRCA[12]?[- ]related\b/i;

/** `named`: further genes whose changes decide about a drug. */
export function statementsIn(written: string, source: TumourFact['source'], named: ReadonlySet<string>): Statement[] {
  const text = speltOut(written);
  const genes = genesIn(text, source, named);
  return [
    ...receptorsIn(text, source),
    ...instabilityIn(text, source),
    ...genes,
    ...philadelphiaIn(text, source),
    ...dispositionsIn(text, source).filter(({ of }) => !genes.some((one) => one.of.some((name) => of.includes(name)))),
  ];
}

function receptorsIn(text: string, source: TumourFact['source']): Statement[] {
  const triple = TRIPLE.exec(text);
  if (triple !== null) {
    const status = /^posi/i.test(triple[1] ?? '') ? 'positive' : 'negative';
    const said = `triple-${status}`;
    return ['ER', 'PR', 'HER2'].map((kind) => marker(said, kind, status, source));
  }
  return [...text.matchAll(RECEPTOR)].flatMap(({ 0: whole, 1: written = '', 2: second, 3: state = '', index }) => {
    const kinds = [...kindsOf(written), ...(second === undefined ? [] : kindsOf(second))];
    const denied = isDenied(text, index, index + whole.length);
    // "Not HER2-low" may be either of the others.
    if (denied && !/^(?:posi|pos$|amplif|overexpr)/i.test(state)) return [];
    const status = denied
      ? 'negative'
      : /^(?:neg|[-\u2212])/i.test(state)
        ? 'negative'
        : /^ultra/i.test(state)
          ? 'ultralow'
          : /^low$/i.test(state)
            ? 'low'
            : 'positive';
    // Of "HR positive" it is not told which of the two.
    const own = /^(?:HR|hormon)/i.test(written) && status === 'positive' ? ['ER'] : kinds;
    const name = /^(?:HR|hormon)/i.test(written) ? 'HR' : kinds.join('/');
    return own.map((kind) => ({ ...marker(`${name}-${status}`, kind, status, source), of: kind === 'HER2' ? ['HER2'] : own }));
  });
}
function kindsOf(written: string): readonly string[] {
  if (/^(?:HER|ERBB)/i.test(written)) return ['HER2'];
  if (/^(?:HR|hormon)/i.test(written)) return ['ER', 'PR'];
  return /^p/i.test(written) ? ['PR'] : ['ER'];
}

function instabilityIn(text: string, source: TumourFact['source']): Statement[] {
  return [...text.matchAll(INSTABILITY)].flatMap(({ 0: said, index }) => {
    const repair = /MMR|repair/i.test(said);
    const denied = isDenied(text, index, index + said.length);
    // "Not MSS" may be of either degree; what denies the finding states its absence.
    if (denied && /stable|MSS|proficient|^pMMR/i.test(said)) return [];
    if (denied) return [{ ...marker(`not ${said}`, repair ? 'MMR' : 'MSI', repair ? 'proficient' : 'stable', source), of: ['MSI', 'MMR'] }];
    const status = repair ? (/^p|proficient/i.test(said) ? 'proficient' : 'deficient') : /stable|MSS/i.test(said) ? 'stable' : 'high';
    return [{ ...marker(said, repair ? 'MMR' : 'MSI', status, source), of: ['MSI', 'MMR'] }];
  });
}

function genesIn(text: string, source: TumourFact['source'], named: ReadonlySet<string>): Statement[] {
  if (DISMISSED.test(text)) return [];
  const origin = INHERITED.test(text) ? 'germline' : 'unknown';
  const grouped = text.replace(/\bBRCA\s?1(?:\/|\s?(?:and|or)\s?)(?:BRCA\s?)?2\b/g, 'BRCA');
  return [...grouped.matchAll(GENE)].flatMap(({ groups = {} }) => {
    const { before, gene = '', kind = '', change, state = '', missing } = groups as Record<string, string | undefined> & { gene?: string };
    if (!DRIVERS.has(gene) && !named.has(gene)) return [];
    const related = origin === 'germline' && /^BRCA[12]?$/.test(gene);
    if (change === undefined && !related && (state === '' || (STAINED.has(gene) && /^(?:positive|negative|amplifi|\+)/i.test(state))))
      return [];
    if (state === 'variant' && change === undefined && !/pathogenic|deleterious|oncogenic/.test(kind)) return [];
    if (change === undefined && !DRIVERS.has(gene) && /^(?:positive|negative|\+)/i.test(state)) return [];
    const absent = before !== undefined || missing !== undefined || /negative|wild|^wt/i.test(state);
    const genes = entryOf(GROUPS, gene) ?? [gene];
    const fused = /rearrang|fusion|translocat/i.test(state) || (FUSED.has(genes[0] ?? '') && /^(?:positive|negative|\+)/i.test(state));
    const what = change ?? (fused ? 'fusion' : /amplif/i.test(state) ? 'amplification' : 'mutation');
    // One of a group was found, all of it were clear.
    const facts = (absent ? genes : genes.slice(0, 1)).map((symbol): VariantFact => variant(symbol, what, absent, origin, source));
    const words = [gene + kind.replace(' gene', ''), change, state === '+' ? 'positive' : state, missing?.trim()].filter(
      (part) => part !== undefined && part !== '',
    );
    const said = words.length === 1 ? `${gene}-related` : words.join(' ');
    return [
      {
        says: `${before ?? ''}${said}`,
        of: gene === 'HER2' ? ['ERBB2', 'HER2'] : genes,
        ...(change !== undefined && POINT.test(change) && !absent ? { change: change.replace(/^p?\.?\(?|\)$/g, '') } : {}),
        source,
        variants: facts,
        biomarkers: [],
      },
    ];
  });
}
const POINT = /^p?\.?\(?[A-Z]\d{2,4}[A-Z*]\)?$/;

function philadelphiaIn(text: string, source: TumourFact['source']): Statement[] {
  return [...text.matchAll(PHILADELPHIA)].map(({ groups = {} }) => {
    const absent = groups['before'] !== undefined || /^(?:neg|[-\u2212])/i.test(groups['state'] ?? '');
    const name = /^ph/i.test(groups['name'] ?? '') ? 'Philadelphia chromosome' : (groups['name'] ?? '');
    const fact = variant('BCR', 'fusion', absent, 'somatic', source);
    const fused: VariantFact = {
      ...fact,
      id: 'diagnosis#BCR::ABL1',
      genes: ['BCR', 'ABL1'],
      names: absent ? [] : ['BCR::ABL1'],
      fusion: { fivePrime: 'BCR', threePrime: 'ABL1', ordered: true },
    };
    return { says: `${name} ${absent ? 'negative' : 'positive'}`, of: ['BCR', 'ABL1'], source, variants: [fused], biomarkers: [] };
  });
}

function dispositionsIn(text: string, source: TumourFact['source']): Statement[] {
  return DISPOSITIONS.flatMap(([pattern, of]) => {
    const [said] = pattern.exec(text) ?? [];
    return said === undefined ? [] : [{ says: said, of, source, variants: [], biomarkers: [] }];
  });
}

function marker(says: string, kind: string, status: string, source: TumourFact['source']): Statement {
  return { says, of: [kind], source, variants: [], biomarkers: [{ kind, value: status, status, source }] };
}
function variant(gene: string, what: string, absent: boolean, origin: VariantFact['origin'], source: TumourFact['source']): VariantFact {
  const kind = what === 'fusion' ? 'fusion' : what === 'amplification' ? 'copy-number' : 'other';
  return {
    id: `diagnosis#${gene} ${what}`,
    gene,
    genes: [gene],
    kind,
    presence: absent ? 'absent' : 'present',
    origin,
    rsIds: [],
    clinvarIds: [],
    names: absent && kind !== 'fusion' ? [] : [`${gene} ${what}`],
    ...(kind === 'fusion' ? { fusion: { fivePrime: null, threePrime: gene, ordered: false } } : {}),
    ...(kind === 'copy-number' ? { copyChange: 'amplification' as const } : {}),
    classification: origin === 'germline' && !absent ? 'pathogenic' : 'unknown',
    source,
  };
}
