/**
 * A patient who carries what a CIViC profile names, made from the profile's own text by rules that know nothing of the
 * matcher: each class of name gives a typical alteration, in several notations.
 */
import type { PatientFacts, VariantFact } from '../../fhir-profiles/index.ts';
import { biomarker, clear, fusion, patient, protein, tumour, variant } from './facts.ts';

export type Notation = 'three-letter' | 'one-letter' | 'name';
export const NOTATIONS: readonly Notation[] = ['three-letter', 'one-letter', 'name'];

const THREE: Readonly<Record<string, string>> = {
  A: 'Ala', R: 'Arg', N: 'Asn', D: 'Asp', C: 'Cys', Q: 'Gln', E: 'Glu', G: 'Gly', H: 'His', I: 'Ile', L: 'Leu', K: 'Lys',
  M: 'Met', F: 'Phe', P: 'Pro', S: 'Ser', T: 'Thr', W: 'Trp', Y: 'Tyr', V: 'Val', '*': 'Ter',
}; // prettier-ignore

/** What one term turns into. */
export interface Carried {
  readonly facts: Partial<PatientFacts>;
  readonly group: string;
}

/** Typical members of classes that need a residue: chosen from the protein, not from the matcher. */
const EXON_MEMBERS: Readonly<Record<string, string>> = {
  'EGFR exon 19 deletion': 'L747_P753delinsS',
  'EGFR exon 19 del': 'E746_A750del',
  'EGFR exon 20 insertion': 'H773_V774insNPH',
  'ERBB2 exon 20 insertion': 'Y772_A775dup',
  'KIT exon 11 mutation': 'V559D',
  'KIT exon 9 mutation': 'A502_Y503dup',
  'KIT exon 13 mutation': 'K642E',
  'KRAS exon 2 mutation': 'G12V',
  'NPM1 exon 11 mutation': 'W288fs',
  'PIK3CA exon 10 mutation': 'E545K',
  'PIK3CA exon 21 mutation': 'H1047R',
  'PDGFRA exon 18 mutation': 'D842V',
  'BRAF exon 15 mutation': 'V600E',
  'CALR exon 9 frameshift': 'L367fs',
  'EGFR rare exon 18-21 mutation': 'G719A',
};
const REGION_MEMBERS: Readonly<Record<string, string>> = {
  'ABL1 tkd mutation': 'F359V',
  'ABL1 p-loop mutation': 'Y253H',
  'ABL1 non-p-loop mutation': 'F317L',
  'ERBB2 kinase domain mutation': 'V777L',
  'TP53 dna binding domain mutation': 'R175H',
  'FLT3 tkd mutation': 'D835Y',
};

export function carry(term: string, notation: Notation, origin: VariantFact['origin']): Carried {
  const [gene = '', ...rest] = term.split(' ');
  const name = rest.join(' ');
  const lower = name.toLowerCase();
  const one = (group: string, fact: VariantFact): Carried => ({ group, facts: { variants: [fact] } });
  const change = (group: string, text: string, parts: Partial<VariantFact> = {}) =>
    one(group, sequence(gene, text, notation, { origin, ...parts }));

  if (/^(TMB|MSI)$/.test(gene)) return marker(term);
  if (/::/.test(gene)) return fused(gene, name, notation);
  if (lower === 'wildtype') return { group: 'wild type', facts: { tested: [clear(gene)] } };
  if (lower.endsWith('translocation')) return one('fusion', variant(gene, { kind: 'fusion', names: [`${gene} rearrangement`] }));
  const member = EXON_MEMBERS[`${gene} ${lower}`];
  if (member !== undefined) return change('exon class', member, { classification: 'pathogenic' });
  const inRegion = REGION_MEMBERS[`${gene} ${lower}`];
  if (inRegion !== undefined) return change('domain class', inRegion, { classification: 'pathogenic' });
  if (lower.startsWith('exon')) return one('exon class', variant(gene, { kind: 'indel', names: [`${gene} ${name}`], origin }));
  if (/^(mutation|alteration)$/.test(lower)) return change('any mutation', 'A100V', { classification: 'likely-pathogenic' });
  if (/^rare mutation$/.test(lower)) return change('any mutation', 'G719A', { classification: 'pathogenic' });
  if (/^(activating mutation|gain-of-function)$/.test(lower)) return change('activating', 'A100V', { classification: 'oncogenic' });
  if (/loss-of-function|deleterious|inactivating|biallelic/.test(lower))
    return change('loss of function', 'Q60*', { classification: 'pathogenic' });
  if (lower.startsWith('frameshift')) return change('loss of function', 'Q60fs', { classification: 'pathogenic' });
  if (/^(itd|internal duplication)$/.test(lower))
    return one(
      'internal duplication',
      variant(gene, { kind: 'indel', names: [notation === 'name' ? `${gene}-ITD` : `${gene} internal tandem duplication`] }),
    );
  if (/^amplification$/.test(lower))
    return one('amplification', copy(gene, notation, { copyChange: 'amplification', copyNumber: 14 }, 'amplification'));
  if (/^(loss|deletion)$/.test(lower)) return one('copy loss', copy(gene, notation, { copyChange: 'deep-loss', copyNumber: 0 }, 'loss'));
  if (/^(egfr)?viii$/.test(lower)) return one('exon class', variant(gene, { kind: 'other', names: ['EGFRvIII'] }));
  if (lower.endsWith('overexpression') && !/exon/.test(lower))
    return one('expression', variant(gene, { kind: 'expression', expression: 'over' }));
  if (lower.endsWith('underexpression')) return one('expression', variant(gene, { kind: 'expression', expression: 'under' }));
  if (/^(p16 )?expression$/.test(lower)) return one('expression', variant(gene, { kind: 'expression', names: [`${gene} ${name}`] }));
  if (lower.startsWith('exon 14 skipping'))
    return one(
      'splice',
      variant(
        gene,
        notation === 'name'
          ? { names: ['METex14'] }
          : { cHgvs: notation === 'one-letter' ? 'c.3082+2T>C' : 'c.2942-2A>G', transcript: 'NM_001127500.3' },
      ),
    );
  if (/^rs\d+$/i.test(name)) return one('rs number', variant(gene, { rsIds: [lower], origin }));
  if (/^rs\d+ homozygosity$/i.test(name))
    return one('rs number', variant(gene, { rsIds: [lower.split(' ')[0] ?? ''], zygosity: 'homozygous', origin }));
  const coding = /c\.[^)]+/.exec(name);
  if (coding && !/^[A-Z]\d/.test(name)) return one('coding', variant(gene, { cHgvs: coding[0], origin }));
  const codons = /^([A-Z])(\d+)(?:\/[A-Z]\d+)?$/.exec(name);
  if (codons)
    return change('codon', `${codons[1] ?? ''}${codons[2] ?? ''}${codons[1] === 'V' ? 'L' : 'V'}`, { classification: 'oncogenic' });
  const other = /^non-([a-z])(\d+)$/.exec(lower);
  if (other) return change('codon', 'G469A', { classification: 'oncogenic' });
  const text = name.replace(/ \(c\..*$/, '');
  if (/^[A-Z]\d+\S*$/.test(text) && toThree(text) !== null) return change('protein change', text.replace(/\/[A-Z]$/, ''));
  return one('name only', variant(gene, { kind: 'other', names: [term], origin }));
}

function marker(term: string): Carried {
  const facts: Readonly<Record<string, ReturnType<typeof biomarker>>> = {
    'TMB High': biomarker('TMB', 22, { unit: '{mutations}/Mb' }),
    'TMB Low': biomarker('TMB', 3, { unit: '{mutations}/Mb' }),
    'TMB H-bTMB': biomarker('TMB', 22, { unit: '{mutations}/Mb', specimen: 'plasma' }),
    'MSI High': biomarker('MSI', 'high', { status: 'high' }),
  };
  const found = facts[term];
  return found
    ? { group: 'marker', facts: { biomarkers: [found] } }
    : { group: 'name only', facts: { variants: [variant('TMB', { kind: 'other', names: [term] })] } };
}

function fused(pair: string, name: string, notation: Notation): Carried {
  const [a = '', b = ''] = pair.split('::');
  const breaks = /e\d+::e\d+/.exec(name)?.[0];
  const five = a === 'v' || a === '?' ? 'KIF5B' : a;
  const three = b === 'v' || b === '?' ? 'BICC1' : b;
  const group = a === 'v' || b === 'v' || b === '?' ? 'fusion, any partner' : 'fusion';
  if (breaks !== undefined)
    return { group, facts: { variants: [variant(a, { genes: [a, b], kind: 'fusion', names: [`${a}::${b} ${breaks}`] })] } };
  const text = { 'three-letter': null, 'one-letter': `${five}-${three} fusion`, name: `${five}/${three}` }[notation];
  const fact =
    text === null ? fusion(five, three) : variant(a.length > 1 ? five : three, { genes: [five, three], kind: 'fusion', names: [text] });
  return { group, facts: { variants: [fact] } };
}

function copy(gene: string, notation: Notation, parts: Partial<VariantFact>, word: string): VariantFact {
  return notation === 'name'
    ? variant(gene, { kind: 'copy-number', names: [`${gene} ${word}`] })
    : variant(gene, { kind: 'copy-number', ...parts });
}

/** One sequence change in the notation asked for. */
export function sequence(gene: string, text: string, notation: Notation, parts: Partial<VariantFact>): VariantFact {
  const short = text.replace(/DEL/g, 'del').replace(/INS/g, 'ins').replace(/DUP/g, 'dup').replace(/FS/g, 'fs');
  if (notation === 'name') return variant(gene, { names: [`${gene} ${short}`], ...parts });
  const long = toThree(short);
  return protein(gene, notation === 'three-letter' && long !== null ? long : `p.${short}`, parts);
}
function toThree(text: string): string | null {
  const match = /^([A-Z*])(\d+)(?:_([A-Z])(\d+))?(.*)$/.exec(text.replace('>', 'delins'));
  if (!match) return null;
  const [, from = '', start = '', to, end, rest = ''] = match;
  const tail = /^([A-Z])?fs.*$/i.test(rest)
    ? 'fs'
    : rest
        .replace(/del(?!ins)[A-Z]+$/i, 'del')
        .replace(/dup[A-Z]+$/i, 'dup')
        .replace(
          /(^|ins)([A-Z*]+)$/,
          (_, head: string, letters: string) => head + [...letters].map((letter) => THREE[letter] ?? letter).join(''),
        );
  const range = to === undefined ? '' : `_${THREE[to] ?? to}${end ?? ''}`;
  return `p.${THREE[from] ?? from}${start}${range}${tail.replace(/^DEL/, 'del').replace(/^DUP/, 'dup')}`;
}

// ------------------------------------------------------------------ whole profiles

/** All AND parts, the first OR part, and a negative report for NOT; `null` when the text has a shape this maker does not know. */
export function carrier(profile: string, notation: Notation, origin: VariantFact['origin']): { facts: PatientFacts; groups: string[] } {
  const groups: string[] = [];
  let facts = patient();
  for (const part of profile.split(/ AND (?![^(]*\))/)) {
    const choice = part.replace(/^\( /, '').replace(/ \)$/, '').split(' OR ')[0] ?? '';
    if (choice.startsWith('NOT ')) {
      const term = choice.slice(4);
      const gene = term.split(' ')[0] ?? '';
      facts = merged(facts, { tested: [clear(gene)] });
      groups.push('negated');
      continue;
    }
    const carried = carry(choice, notation, origin);
    facts = merged(facts, carried.facts);
    groups.push(carried.group);
  }
  return { facts, groups };
}
function merged(a: PatientFacts, b: Partial<PatientFacts>): PatientFacts {
  return {
    ...a,
    variants: [...a.variants, ...(b.variants ?? [])],
    tested: [...a.tested, ...(b.tested ?? [])],
    biomarkers: [...a.biomarkers, ...(b.biomarkers ?? [])],
  };
}

/** Diseases that CIViC leaves without a code, as a tumour type a chart would have. */
const UNCODED: Readonly<Record<string, string>> = {
  'Solid Tumor': 'SARCNOS',
  'Solid Tumors, Advanced': 'SARCNOS',
  Glioma: 'DIFG',
  'B-cell Non-Hodgkin Lymphoma': 'FL',
};

export function withDisease(facts: PatientFacts, doid: string, name: string): PatientFacts {
  return { ...facts, tumours: [doid === '' ? tumour(UNCODED[name] ?? null) : tumour(null, { doid: `DOID:${doid}`, text: name })] };
}
