/** Patients who almost have what a row asks for; each must get nothing from it. */
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import type { OncologyKnowledge } from '../../cds-service/knowledge/oncology/types.ts';
import { carrier, sequence, withDisease } from './carriers.ts';
import { fusion, patient, protein, tumour, variant } from './facts.ts';
import { cell, predictiveAB, type Row } from './reference.ts';

export interface NearMissResult {
  readonly total: number;
  readonly kinds: ReadonlyMap<string, number>;
  readonly false: readonly string[];
}
interface NearMiss {
  readonly kind: string;
  readonly facts: PatientFacts;
  /** `none`: no claim of any kind; `row`: nothing from this row; `approved`: nothing called approved; a drug: not this drug as approved. */
  readonly allow: 'none' | 'row' | 'approved' | 'dabrafenib';
}

export function nearMisses(knowledge: OncologyKnowledge): NearMissResult {
  const kinds = new Map<string, number>();
  const wrong: string[] = [];
  let total = 0;
  const judge = (miss: NearMiss, row: string, url: string | null) => {
    kinds.set(miss.kind, (kinds.get(miss.kind) ?? 0) + 1);
    total += 1;
    const { oncology } = matchTherapies(miss.facts, knowledge);
    const all = [...oncology.therapies, ...(oncology.refuted ?? [])];
    const claims = {
      none: all,
      row: all.filter(({ sources }) => url !== null && sources.some((source) => source.url.endsWith(url))),
      approved: oncology.therapies.filter(({ approved }) => approved),
      dabrafenib: oncology.therapies.filter(
        ({ approved, therapy }) => approved && therapy.some(({ name }) => name.toLowerCase() === 'dabrafenib'),
      ),
    }[miss.allow];
    if (claims.length > 0)
      wrong.push(`${miss.kind}: ${row} → ${claims[0]?.therapy.map(({ name }) => name).join('+') ?? ''} ${claims[0]?.because?.[0] ?? ''}`);
  };
  const seen = new Set<string>();
  for (const row of predictiveAB()) {
    const profile = cell(row, 'molecular_profile');
    if (/ AND | OR |NOT /.test(profile)) continue;
    const key = profile;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const miss of missesOf(row))
      judge(
        { ...miss, facts: withDisease(miss.facts, cell(row, 'doid'), cell(row, 'disease')) },
        profile,
        `/evidence_items/${cell(row, 'evidence_id')}`,
      );
  }
  for (const [name, miss] of BY_HAND) judge(miss, name, null);
  return { total, kinds, false: wrong };
}

function missesOf(row: Row): NearMiss[] {
  const profile = cell(row, 'molecular_profile');
  const [gene = '', ...rest] = profile.split(' ');
  const name = rest.join(' ');
  const carried = carrier(profile, 'three-letter', 'somatic').facts;
  const [fact] = carried.variants;
  if (!fact) return [];
  const misses: NearMiss[] = [];
  const changed = (kind: string, allow: NearMiss['allow'], parts: Partial<VariantFact>) =>
    misses.push({ kind, allow, facts: patient({ variants: [{ ...fact, ...parts }] }) });
  // "Not KIT D816V" is what the imatinib label asks for in mastocytosis: absence is the finding there.
  changed('absent', profile === 'KIT D816V' ? 'row' : 'none', { presence: 'absent' });
  changed('no-call', 'none', { presence: 'no-call' });
  changed('benign', 'none', { classification: 'benign' });
  changed('uncertain significance', 'none', { classification: 'vus' });
  if (fact.pHgvs !== undefined) {
    misses.push({
      kind: 'wrong gene',
      allow: 'none',
      facts: patient({ variants: [protein('OR4F5', fact.pHgvs, { classification: 'pathogenic' })] }),
    });
    const silent = /^p\.([A-Z][a-z]{2})(\d+)/.exec(fact.pHgvs);
    if (silent)
      misses.push({
        kind: 'silent',
        allow: 'none',
        facts: patient({ variants: [protein(gene, `p.${silent[1] ?? ''}${silent[2] ?? ''}=`)] }),
      });
  }
  const single = /^([A-Z])(\d+)([A-Z])$/.exec(name);
  if (single) {
    const [, from = '', at = '', to = ''] = single;
    const other = to === 'W' || from === 'W' ? 'M' : 'W';
    misses.push({
      kind: 'other residue',
      allow: 'row',
      facts: patient({ variants: [sequence(gene, `${from}${at}${other}`, 'three-letter', { classification: 'pathogenic' })] }),
    });
    misses.push({
      kind: 'other codon',
      allow: 'row',
      facts: patient({ variants: [sequence(gene, `${from}${Number(at) + 1}${to}`, 'three-letter', { classification: 'pathogenic' })] }),
    });
  }
  if (/amplification/i.test(name)) {
    misses.push({
      kind: 'gain, not amplification',
      allow: 'row',
      facts: patient({ variants: [variant(gene, { kind: 'copy-number', copyChange: 'gain', copyNumber: 3 })] }),
    });
    misses.push({
      kind: 'mutation, not amplification',
      allow: 'row',
      facts: patient({ variants: [protein(gene, 'p.Ala100Val', { classification: 'pathogenic' })] }),
    });
  }
  if (/^(loss|deletion)$/i.test(name))
    misses.push({
      kind: 'one copy lost',
      allow: 'row',
      facts: patient({ variants: [variant(gene, { kind: 'copy-number', copyChange: 'loss', copyNumber: 1 })] }),
    });
  if (/^exon \d+ deletion$/i.test(name))
    misses.push({
      kind: 'insertion, not deletion',
      allow: 'row',
      facts: patient({ variants: [variant(gene, { kind: 'indel', names: [`${gene} ${name.replace(/deletion/i, 'insertion')}`] })] }),
    });
  if (/^exon \d+ insertion$/i.test(name))
    misses.push({
      kind: 'deletion, not insertion',
      allow: 'row',
      facts: patient({ variants: [variant(gene, { kind: 'indel', names: [`${gene} ${name.replace(/insertion/i, 'deletion')}`] })] }),
    });
  if (/::/.test(gene)) {
    const target = gene.split('::').find((part) => part.length > 1) ?? '';
    const partners = gene.split('::').filter((part) => part.length > 1);
    for (const one of partners.slice(-1))
      misses.push({
        kind: 'mutation, not fusion',
        allow: 'row',
        facts: patient({ variants: [protein(one, 'p.Ala100Val', { classification: 'pathogenic' })] }),
      });
    misses.push({ kind: 'fusion of other genes', allow: 'none', facts: patient({ variants: [fusion('OR4F5', 'OR4F16')] }) });
    misses.push({
      kind: 'out-of-frame fusion',
      allow: 'none',
      facts: patient({
        variants: [fusion('KIF5B', target, { fusion: { fivePrime: 'KIF5B', threePrime: target, ordered: true, inFrame: false } })],
      }),
    });
  }
  return misses;
}

const at = (code: string, ...variants: VariantFact[]) => patient({ tumours: [tumour(code)], variants });
/** Cases that need a clinician's eye. */
const BY_HAND: readonly (readonly [string, NearMiss])[] = [
  [
    'BRAF V600E in colorectal cancer: tumour-agnostic label',
    { kind: 'label exception', allow: 'dabrafenib', facts: at('COADREAD', protein('BRAF', 'p.Val600Glu')) },
  ],
  [
    'EGFR L858R in breast cancer',
    { kind: 'sibling tumour for a label', allow: 'approved', facts: at('BRCA', protein('EGFR', 'p.Leu858Arg')) },
  ],
  [
    'BRAF V600E in chronic myeloid leukaemia',
    { kind: 'sibling tumour for a label', allow: 'approved', facts: at('CML', protein('BRAF', 'p.Val600Glu')) },
  ],
  [
    'KRAS G12C in pancreatic cancer',
    { kind: 'sibling tumour for a label', allow: 'approved', facts: at('PAAD', protein('KRAS', 'p.Gly12Cys')) },
  ],
  [
    'IDH1 R132H in glioblastoma',
    { kind: 'sibling tumour for a label', allow: 'approved', facts: at('GB', protein('IDH1', 'p.Arg132His')) },
  ],
  [
    'PIK3CA H1047R in colorectal cancer',
    { kind: 'sibling tumour for a label', allow: 'approved', facts: at('COAD', protein('PIK3CA', 'p.His1047Arg')) },
  ],
  ['FGFR2 fusion in breast cancer', { kind: 'sibling tumour for a label', allow: 'approved', facts: at('BRCA', fusion('FGFR2', 'BICC1')) }],
  [
    'MET amplification in lung cancer',
    {
      kind: 'sibling class for a label',
      allow: 'approved',
      facts: at('NSCLC', variant('MET', { kind: 'copy-number', copyChange: 'amplification' })),
    },
  ],
  ['KRAS G12D in lung cancer', { kind: 'sibling class for a label', allow: 'approved', facts: at('NSCLC', protein('KRAS', 'p.Gly12Asp')) }],
  [
    'somatic BRCA2 in pancreatic cancer',
    {
      kind: 'germline asked by the label',
      allow: 'approved',
      facts: at('PAAD', protein('BRCA2', 'p.Ser1982fs', { classification: 'pathogenic' })),
    },
  ],
  [
    'BRCA1 of unknown origin in breast cancer',
    {
      kind: 'germline asked by the label',
      allow: 'approved',
      facts: at('IDC', protein('BRCA1', 'p.Glu23fs', { origin: 'unknown', classification: 'pathogenic' })),
    },
  ],
  [
    'somatic VHL in kidney cancer',
    {
      kind: 'germline asked by the label',
      allow: 'approved',
      facts: at('CCRCC', protein('VHL', 'p.Arg167Gln', { classification: 'pathogenic' })),
    },
  ],
  [
    'RET fusion label in medullary carcinoma with a RET variant of uncertain significance',
    { kind: 'uncertain significance', allow: 'none', facts: at('THME', protein('RET', 'p.Val804Met', { classification: 'vus' })) },
  ],
  [
    'unclassified missense change of NF1',
    { kind: 'unclassified and unknown', allow: 'none', facts: at('MEL', protein('NF1', 'p.Ala100Val')) },
  ],
  [
    'ERBB2 gain in breast cancer',
    {
      kind: 'sibling class for a label',
      allow: 'approved',
      facts: at('IDC', variant('ERBB2', { kind: 'copy-number', copyChange: 'gain', copyNumber: 3 })),
    },
  ],
];
