import type { Requirement } from '../../trials/types.ts';

/** A requirement in words, for criteria that came without any. */
export function requirementWords(asked: Requirement): string {
  switch (asked.kind) {
    case 'all':
      return `${asked.arm === undefined ? '' : `${asked.arm}: `}${allWords(asked.of)}`;
    case 'any':
      return asked.of.map((one) => (one.kind === 'all' ? `(${requirementWords(one)})` : requirementWords(one))).join(' or ');
    case 'not':
      return asked.of.kind === 'all' || asked.of.kind === 'any'
        ? `not (${requirementWords(asked.of)})`
        : `not ${requirementWords(asked.of)}`;
    case 'age':
      return `age ${[asked.min === undefined ? '' : `≥ ${asked.min}`, asked.above === undefined ? '' : `> ${asked.above}`, asked.max === undefined ? '' : `≤ ${asked.max}`, asked.below === undefined ? '' : `< ${asked.below}`].filter(Boolean).join(', ')}`;
    case 'sex':
      return asked.sex;
    case 'tumour':
      return asked.name;
    case 'hla':
      return asked.alleles.join(' or ');
    case 'molecular':
    case 'variant':
      return asked.label;
    case 'marker-value':
      return `${asked.marker} ${SIGNS[asked.bound]} ${asked.value}${asked.marker === 'TMB' ? '/Mb' : ' %'}`;
    case 'mismatch-repair':
      return asked.deficient ? 'MSI high or mismatch repair deficient' : 'microsatellites stable or mismatch repair proficient';
    case 'performance':
      return `${asked.scale} ${[asked.min === undefined ? '' : `≥ ${asked.min}`, asked.max === undefined ? '' : `≤ ${asked.max}`].filter(Boolean).join(', ')}`;
    case 'treated':
      return `earlier treatment with ${asked.label}`;
    case 'procedure':
    case 'condition':
      return asked.name;
    case 'taking':
      return `taking ${asked.label}`;
    case 'allergy':
      return `allergy to ${asked.label}`;
    case 'extent':
      return `${asked.extent} disease`;
    case 'tnm':
      return [...(asked.t ?? []), ...(asked.n ?? []), ...(asked.m ?? [])].join(', ');
    case 'stage':
      return `stage ${asked.groups.join(', ')}`;
    default:
      return 'ask' in asked && asked.ask !== undefined ? asked.ask : asked.kind;
  }
}
function allWords(of: readonly Requirement[]): string {
  return readable(of)
    .map((one) => (one.kind === 'any' ? `(${requirementWords(one)})` : requirementWords(one)))
    .join(' and ');
}
const SIGNS = { min: '≥', max: '≤', above: '>', below: '<', equal: '=' } as const;

function readable(of: readonly Requirement[]): readonly Requirement[] {
  return of.filter((one) => one.kind !== 'unread' || one.ask !== undefined);
}
