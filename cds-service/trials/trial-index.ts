/** Compiled trials, found by the genes and tumour types they name: cost grows with the trials that concern the patient, not with all. */
import { genesOf } from '../knowledge/oncology/notation/term.ts';
import { termsOf } from '../oncology/index.ts';
import type { OncologyKnowledge } from '../knowledge/oncology/types.ts';
import type { CompiledTrial, Requirement, TrialStatus } from '../knowledge/trials/types.ts';
import type { TrialPatient } from './patient.ts';

export interface Candidate {
  readonly trial: CompiledTrial;
  /** An inclusion names a gene or marker in which this patient has a finding. */
  readonly molecular: boolean;
}
export interface TrialIndex {
  readonly size: number;
  get(nctId: string): CompiledTrial | undefined;
  /** The most promising trials that name the patient's tumour type, a type above or below it, or none for certain. */
  candidates(patient: TrialPatient, most: number, wanted: (status: TrialStatus) => boolean): Candidate[];
}

/** Trials whose tumour type could not be read, or that take any: they concern everybody. */
const ANY = '*';
const SOLID = 'solid';
const LIQUID = 'liquid';

export function indexTrials(trials: readonly CompiledTrial[], tumours: OncologyKnowledge['tumours']): TrialIndex {
  const byId = new Map<string, CompiledTrial>();
  for (const trial of trials) byId.set(trial.record.nctId, trial);
  const unique = [...byId.values()];
  /** Postings of the type itself, and of every type above it with a mark. */
  const byTumour = new Map<string, number[]>();
  const byFinding = new Map<string, number[]>();
  unique.forEach((trial, at) => {
    for (const key of tumourKeys(trial, tumours)) add(byTumour, key, at);
    for (const key of findingKeys(trial)) add(byFinding, key, at);
  });
  return {
    size: unique.length,
    get: (nctId) => byId.get(nctId),
    candidates(patient, most, wanted) {
      const score = new Uint8Array(unique.length);
      const touched: number[] = [];
      const reach = (key: string, points: number): void => {
        for (const at of byTumour.get(key) ?? []) {
          if (score[at] === 0) touched.push(at);
          if ((score[at] ?? 0) < points) score[at] = points;
        }
      };
      for (const tumour of patient.tumours) {
        for (const code of [...tumour.oncotree, ...tumour.doid]) {
          reach(code, 6);
          reach(`above ${code}`, 2);
        }
        for (const code of [...tumour.oncotreeAncestors, ...tumour.doidAncestors]) reach(code, 5);
        if (tumour.solid !== false) reach(SOLID, 4);
        if (tumour.solid !== true) reach(LIQUID, 4);
      }
      reach(ANY, 1);
      const found = new Set<number>();
      for (const key of findingsOf(patient)) for (const at of byFinding.get(key) ?? []) if ((score[at] ?? 0) > 0) found.add(at);
      for (const at of found) score[at] = (score[at] ?? 0) + 10;
      const open = touched.filter((at) => wanted(unique[at]?.record.status ?? 'unknown'));
      return highest(open, score, most).flatMap((at) => {
        const trial = unique[at];
        return trial ? [{ trial, molecular: found.has(at) }] : [];
      });
    },
  };
}

/** Places with the highest scores, best first, without sorting all of them. */
function highest(places: readonly number[], score: Uint8Array, most: number): number[] {
  const buckets: number[][] = Array.from({ length: 20 }, () => []);
  for (const at of places) buckets[score[at] ?? 0]?.push(at);
  const out: number[] = [];
  for (let points = buckets.length - 1; points >= 0 && out.length < most; points -= 1) {
    for (const at of buckets[points] ?? []) {
      if (out.length >= most) break;
      out.push(at);
    }
  }
  return out;
}

function tumourKeys({ criteria }: CompiledTrial, tree: OncologyKnowledge['tumours']): Set<string> {
  const keys = new Set<string>();
  for (const { kind, requirement } of criteria) if (kind === 'inclusion') collect(requirement);
  // Where only a text names a type, or one name was not understood, the trial stays in everybody's reach.
  if (keys.size === 0) keys.add(ANY);
  return keys;

  function collect(asked: Requirement): void {
    if (asked.kind === 'all' || asked.kind === 'any') for (const one of asked.of) collect(one);
    if (asked.kind === 'unread' && asked.ask?.startsWith('the tumour type') === true) keys.add(ANY);
    if (asked.kind !== 'tumour') return;
    if (asked.breadth === 'solid' || asked.breadth === 'liquid') keys.add(asked.breadth);
    else if (asked.breadth === 'any') keys.add(ANY);
    const codes = asked.oncotree === null ? (tree.toOncotree.get(asked.doid ?? '') ?? []) : [asked.oncotree];
    for (const code of codes) {
      keys.add(code);
      for (let at = tree.oncotree.get(code)?.parent ?? null; at !== null; at = tree.oncotree.get(at)?.parent ?? null)
        keys.add(`above ${at}`);
    }
    if (asked.doid !== null) keys.add(asked.doid);
  }
}

function findingKeys({ criteria }: CompiledTrial): Set<string> {
  const keys = new Set<string>();
  for (const { kind, requirement } of criteria) if (kind === 'inclusion') collect(requirement);
  return keys;

  function collect(asked: Requirement): void {
    if (asked.kind === 'all' || asked.kind === 'any') for (const one of asked.of) collect(one);
    if (asked.kind !== 'molecular') return;
    for (const term of termsOf(asked.tree)) {
      if (term.kind === 'wild-type') continue;
      if (term.kind === 'marker') {
        if (!['negative', 'stable', 'proficient'].includes(term.status)) keys.add(`marker ${term.marker}`);
      } else for (const gene of genesOf(term)) keys.add(gene);
    }
  }
}

function findingsOf({ oncology, facts }: TrialPatient): Set<string> {
  const keys = new Set<string>();
  for (const [gene, found] of oncology.byGene) if (found.some(({ standing }) => standing.usable && standing.matters)) keys.add(gene);
  for (const { kind, status } of facts.biomarkers)
    if (status === undefined || !['negative', 'stable', 'proficient', 'low', 'indeterminate'].includes(status)) keys.add(`marker ${kind}`);
  return keys;
}

function add(into: Map<string, number[]>, key: string, at: number): void {
  const list = into.get(key);
  if (list) list.push(at);
  else into.set(key, [at]);
}
