/**
 * Every approval for a finding, in a patient who carries that finding and each further change that is known to make one of its drugs fail: the
 * choice is not offered, or the label itself names the change. Made from the compiled facts; knows nothing of how they are matched.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchTherapies } from '../../cds-service/oncology/index.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { ApprovalFile, ResistanceFile } from '../../cds-service/knowledge/oncology/files.ts';
import type { Expression } from '../../cds-service/knowledge/oncology/notation/expression.ts';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import { carry, type Carried } from './carriers.ts';
import { clear, patient, tumour } from './facts.ts';
import { shippedOncology } from './knowledge.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(packageRoot(), 'cds-service', 'knowledge', 'data', name), 'utf8'));
const knowledge = shippedOncology();
const { approvals } = read('oncology-approvals.json') as ApprovalFile;
const { resistance } = read('oncology-resistance.json') as ResistanceFile;

/** Leaves that a patient has to carry for one way through the tree; a negated one is a clear gene. */
function way(tree: Expression): { has: string[]; clear: string[] } {
  if (typeof tree === 'string') return { has: [tree], clear: [] };
  if ('not' in tree) return { has: [], clear: way(tree.not).has };
  const parts = 'and' in tree ? tree.and.map(way) : tree.or.slice(0, 1).map(way);
  return { has: parts.flatMap(({ has }) => has), clear: parts.flatMap((part) => part.clear) };
}
const leaves = (tree: Expression): readonly string[] =>
  typeof tree === 'string' ? [tree] : 'not' in tree ? leaves(tree.not) : ('and' in tree ? tree.and : tree.or).flatMap(leaves);
const geneOf = (leaf: string): string => leaf.split(' ')[0] ?? '';
const genes = (leaf: string): readonly string[] => geneOf(leaf).split('::');
const carried = (leaf: string, origin: 'somatic' | 'germline' = 'somatic'): Carried => carry(leaf, 'three-letter', origin);

/** Facts of ours, and CIViC's up to case series about one drug, each with the changes beside the finding of the label. */
const facts = [
  ...resistance.filter(({ level }) => level !== 'D').map(({ drugs, tumours, tree }) => ({ drugs, tumours, changes: leaves(tree) })),
  ...knowledge.evidence.flatMap(({ id, level, supports, effect, therapies, interaction, disease, origin, profile }) => {
    const text = knowledge.profiles[profile]?.text ?? '';
    const single = therapies.length === 1 || interaction === 'substitutes';
    if (id === 0 || !supports || effect !== 'resistance' || !single || level > 'C' || origin !== 'somatic' || / AND | OR |NOT /.test(text))
      return [];
    return [{ drugs: therapies.map(({ ingredient }) => ingredient), tumours: disease.oncotree, changes: [text] }];
  }),
];

function above(code: string): string[] {
  const parent = knowledge.tumours.oncotree.get(code)?.parent ?? null;
  return parent === null ? [code] : [code, ...above(parent)];
}
/** A tumour type of which both hold, the narrower one. */
function shared(ofLabel: readonly string[], ofFact: readonly string[]): string | undefined {
  const agnostic = ofFact.includes('any-solid') || ofLabel.includes('any-solid');
  const pairs = ofLabel.flatMap((label) => ofFact.map((fact) => [label, fact] as const));
  for (const [label, fact] of pairs) {
    if (label === 'any-solid' || fact === 'any-solid') continue;
    if (above(label).includes(fact)) return label;
    if (above(fact).includes(label)) return fact;
  }
  return agnostic ? ([...ofLabel, ...ofFact].find((code) => code !== 'any-solid') ?? 'SARCNOS') : undefined;
}

interface Case {
  readonly name: string;
  readonly facts: PatientFacts;
  readonly drugs: readonly string[];
}
const MARKERS = /^(HER2|ER|PR|HR|PD-L1|TMB|MSI|MMR|HRD|CD\d+|FOLR1|CLDN18\.2)\b|IHC|deletion of/;

function cases(): Case[] {
  const found: Case[] = [];
  for (const approval of approvals.filter(({ orderOnly }) => orderOnly !== true)) {
    const own = way(approval.tree);
    if (own.has.length === 0 || own.has.some((leaf) => MARKERS.test(leaf))) continue;
    for (const fact of facts) {
      if (!fact.drugs.some((drug) => approval.drugs.includes(drug))) continue;
      const type = shared(approval.tumours, fact.tumours);
      if (type === undefined || approval.excludes?.includes(type) === true) continue;
      for (const leaf of fact.changes) {
        // The change that the label is about is no further one; of another gene (NTRK1 beside an NTRK3 fusion) nothing is said.
        if (leaves(approval.tree).some((one) => one === leaf) || /(Mutation|Wildtype)$/.test(leaf)) continue;
        if (!own.has.some((one) => genes(one).includes(geneOf(leaf)) && !one.endsWith('Wildtype'))) continue;
        const origin = approval.origin === 'germline' ? 'germline' : 'somatic';
        const all = [...own.has.map((one) => carried(one, origin)), carried(leaf)];
        found.push({
          name: `${approval.drugs.join(' + ')} (${approval.biomarker}) in ${type}: ${leaf}`,
          drugs: approval.drugs,
          facts: patient({
            tumours: [tumour(type)],
            variants: all.flatMap((one) => one.facts.variants ?? []),
            tested: own.clear.map((one) => clear(geneOf(one))),
          }),
        });
      }
    }
  }
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

describe('no choice beside a change that makes one of its drugs fail', () => {
  const made = cases();
  it('pairs of an approval with a resistance fact are many', () => {
    expect(made.length).toBeGreaterThan(60);
  });

  it.each(made.map((one) => [one.name, one] as const))('%s', (_, { facts, drugs }) => {
    const { therapies } = matchTherapies(facts, knowledge).oncology;
    const key = [...drugs].sort().join();
    const rows = therapies.filter(
      (row) => row.approved && row.effect === 'sensitivity' && row.therapy.map(({ name }) => name.toLowerCase()).sort().join() === key,
    );
    const offered = rows.filter(({ resisted, settingStanding }) => resisted === undefined && settingStanding !== 'against');
    expect(rows.length).toBeGreaterThan(0);
    expect(offered.map(({ variants, because }) => ({ variants, because }))).toEqual([]);
  }); // prettier-ignore
});
