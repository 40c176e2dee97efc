/** HLA: which risk alleles a result shows to be present or absent. A complete typing without an allele means negative; one allele alone does not. */
import type { GermlineCall } from '../../../fhir-profiles/index.ts';
import type { PgxGene } from '../../knowledge/pgx/types.ts';
import { openReading, type Reading } from './reading.ts';

/** Risk alleles that the knowledge asks about for this gene: '*57:01'. */
function riskAlleles(gene: PgxGene): string[] {
  const named = Object.keys(gene.alleles).map((name) => /^\*\d+:\d+/.exec(name)?.[0] ?? '');
  return [...new Set(named.filter((name) => name !== ''))];
}

type Status = 'positive' | 'negative';

/** Status of every risk allele that the call decides; null when the call is none of HLA's kinds. */
export function readHla(gene: PgxGene, call: GermlineCall): Reading | null {
  if (call.kind === 'diplotype') {
    const typed = call.haplotypes.map((haplotype) => haplotype.units.map((unit) => unit.written ?? unit.allele).join('+'));
    return typing(gene, typed, true);
  }
  if (call.kind === 'single-allele')
    return typing(
      gene,
      call.haplotype.units.map((unit) => unit.written ?? unit.allele),
      false,
    );
  if (call.kind === 'ambiguous') return ambiguous(gene, call.options);
  if (call.kind === 'allele-presence') return presence(gene, call.allele, call.present);
  if (call.kind === 'variant') return call.notation.length === 0 ? null : presence(gene, call.notation[0] ?? '', call.present);
  return null;
}

function typing(gene: PgxGene, typed: readonly string[], complete: boolean): Reading {
  const statuses: string[] = [];
  const leftOpen: string[] = [];
  for (const risk of riskAlleles(gene)) {
    const matches = typed.map((name) => compare(name, risk));
    if (matches.includes('same')) statuses.push(status(risk, 'positive'));
    else if (complete && matches.every((match) => match === 'other')) statuses.push(status(risk, 'negative'));
    else if (matches.includes('open')) leftOpen.push(risk);
  }
  const notes = leftOpen.map((risk) => `The typing is not fine enough to tell ${risk}.`);
  const unasked = !complete && statuses.length + leftOpen.length === 0;
  if (!complete) notes.push('Only one allele was reported; alleles not named are not known to be absent.');
  const diplotype = typed.map(twoFields).toSorted().join('/');
  return {
    ...hlaReading(gene, statuses, notes, complete ? diplotype : null),
    ...(unasked ? { ofOtherAlleles: true } : {}),
    ...(leftOpen.length === 0 ? {} : { leftOpen }),
  };
}

function ambiguous(gene: PgxGene, options: readonly string[]): Reading {
  const readings = options.map((option) => typing(gene, option.split('/'), option.includes('/')));
  const shared = (readings[0]?.alleleStatus ?? []).filter((one) =>
    readings.every((reading) => reading.alleleStatus?.includes(one) === true),
  );
  const reading = hlaReading(
    gene,
    shared,
    ['Several typings are possible; only what holds for all of them is used.'],
    options.join(' or '),
  );
  const leftOpen = riskAlleles(gene).filter(
    (risk) =>
      !shared.some((one) => one.startsWith(`${risk} `)) &&
      options.some((option) => option.split('/').some((name) => compare(name, risk) !== 'other')),
  );
  return { ...reading, options, ...(leftOpen.length === 0 ? {} : { leftOpen }) };
}

function presence(gene: PgxGene, allele: string, present: boolean): Reading | null {
  const statuses: string[] = [];
  for (const risk of riskAlleles(gene)) {
    const match = compare(allele, risk);
    if (match === 'same' || (match === 'open' && !present)) statuses.push(status(risk, present ? 'positive' : 'negative'));
  }
  const unasked = statuses.length === 0;
  const notes = unasked ? [`${twoFields(allele)} is no allele that the knowledge has advice for.`] : [];
  // "HLA-B*27:05 positive" leaves *57:01 as unknown as before; a group that is positive leaves it open.
  const coarse = riskAlleles(gene).some((risk) => compare(allele, risk) === 'open');
  return { ...hlaReading(gene, statuses, notes, null), ...(unasked && !coarse ? { ofOtherAlleles: true } : {}) };
}

function hlaReading(gene: PgxGene, alleleStatus: readonly string[], notes: readonly string[], diplotype: string | null): Reading {
  return {
    ...openReading(gene.symbol, 'allele-presence'),
    state: alleleStatus.length > 0 ? 'called' : 'indeterminate',
    diplotype,
    alleleStatus,
    notes,
    ...(diplotype === null ? {} : { genotype: diplotype }),
  };
}

const status = (risk: string, word: Status): string => `${risk} ${word}`;

/** 'open' when the name is too coarse (or an ambiguity code) to tell whether it is the risk allele. */
function compare(name: string, risk: string): 'same' | 'other' | 'open' {
  const parts = fields(name);
  const [family, protein] = fields(risk);
  if (parts[0] !== family) return parts[0] === undefined || parts[0] === '' ? 'open' : 'other';
  const second = parts[1];
  if (second === undefined || !/^\d+$/.test(second)) return 'open';
  if (/N$/i.test(name.trim())) return 'open';
  return Number(second) === Number(protein) ? 'same' : 'other';
}

/** '*57:01:01G' → ['57', '01']; old names without colon ('*5701') are read as two fields. */
function fields(name: string): string[] {
  const bare = name.replace(/^(?:HLA-)?[ABC]?[*w]?/i, '').replace(/[A-Z]$/i, (suffix) => (/[NLSCAQGP]/i.test(suffix) ? '' : suffix));
  const old = /^(\d{2})(\d{2,3})$/.exec(bare);
  const parts = old ? [old[1] ?? '', old[2] ?? ''] : bare.split(':');
  return parts.map((part, i) => (i === 0 ? part.replace(/^0+(?=\d)/, '') : part)).slice(0, 2);
}

const twoFields = (name: string): string => {
  const [family = '', protein] = fields(name);
  return `*${family.padStart(2, '0')}${protein === undefined ? '' : `:${protein}`}`;
};
