import type { Requirement } from '../trials/types.ts';

/** A requirement in words, for criteria that came without any. */
export function requirementWords(asked: Requirement): string {
  switch (asked.kind) {
    case 'all':
      return readable(asked.of)
        .map((one) => (one.kind === 'any' ? `(${requirementWords(one)})` : requirementWords(one)))
        .join(' and ');
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
    case 'molecular':
    case 'treated':
      return asked.label;
    case 'procedure':
      return asked.name;
    default:
      return 'ask' in asked && asked.ask !== undefined ? asked.ask : asked.kind;
  }
}
function readable(of: readonly Requirement[]): readonly Requirement[] {
  return of.filter((one) => one.kind !== 'unread' || one.ask !== undefined);
}
