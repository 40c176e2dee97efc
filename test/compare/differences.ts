/**
 * `node --import tsx test/compare/differences.ts OLD.json NEW.json [--expected FILE] [--show N]`: the cases that two versions answer differently,
 * grouped by kind of change, the harmful kinds first. Ends with 1 when a harmful change is not expected. FILE lists those that are:
 * `[{ "kind": "card gone", "cases": "part of the ids", "reason": "why it is right" }]`.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { changeOf, HARMFUL, HARMLESS, isHarmful, type Kind, type Recording } from './change.ts';
import { shown } from './oracle.ts';

interface Expected {
  readonly kind: Kind;
  readonly cases: string;
  readonly reason: string;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { expected: { type: 'string' }, show: { type: 'string', default: '20' } },
});
const [oldFile, newFile] = positionals;
if (oldFile === undefined || newFile === undefined) throw new Error('usage: differences.ts OLD.json NEW.json [--expected FILE] [--show N]');
const [before, after] = [read<Recording>(oldFile), read<Recording>(newFile)];
const expected = values.expected === undefined ? [] : read<readonly Expected[]>(values.expected);
const faulty = expected.filter(
  ({ kind, cases, reason }) => ![kind, cases, reason].every((part) => typeof part === 'string' && part !== ''),
);
if (faulty.length > 0) throw new Error(`${values.expected ?? ''}: every entry names "kind", "cases" and "reason"`);

const groups = new Map<Kind, string[]>();
let both = 0;
for (const [id, is] of Object.entries(after)) {
  const was = before[id];
  if (was === undefined) continue;
  both += 1;
  const kind = changeOf(was, is);
  if (kind !== null) groups.set(kind, [...(groups.get(kind) ?? []), id]);
}
let unexpected = 0;
for (const kind of [...HARMFUL, ...HARMLESS]) {
  const ids = groups.get(kind) ?? [];
  if (ids.length === 0) continue;
  const reasonOf = (id: string) => expected.find((entry) => entry.kind === kind && id.includes(entry.cases))?.reason;
  const open = ids.filter((id) => reasonOf(id) === undefined);
  if (isHarmful(kind)) unexpected += open.length;
  print(
    `${isHarmful(kind) ? 'HARMFUL ' : ''}${kind}: ${String(ids.length)}${open.length < ids.length ? `, ${String(ids.length - open.length)} of them expected` : ''}`,
  );
  for (const reason of new Set(ids.map(reasonOf).filter((known) => known !== undefined))) print(`  expected: ${reason}`);
  for (const id of open.slice(0, Number(values.show))) {
    const [was, is] = [before[id], after[id]];
    if (was === undefined || is === undefined) continue;
    print(`  ${id}`);
    for (const fault of is.violations) print(`    ! ${fault}`);
    print(`    was ${shown(was)}`);
    print(`    is  ${shown(is)}`);
  }
  if (open.length > Number(values.show)) print(`  … and ${String(open.length - Number(values.show))} more`);
}
const alone = (one: Recording, other: Recording): number => Object.keys(one).filter((id) => other[id] === undefined).length;
print(
  `${String(both)} cases in both, ${String(alone(before, after))} in the first alone, ${String(alone(after, before))} in the second alone`,
);
if (both === 0) throw new Error('the two recordings have no case in common');
if (unexpected > 0) {
  print(`${String(unexpected)} harmful changes are not expected`);
  process.exitCode = 1;
}
