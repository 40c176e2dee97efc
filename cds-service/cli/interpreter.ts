/** What `interpret` runs: the clinical core, with the lines of OncoKB where the site has configured its own token. */
import { readFileSync } from 'node:fs';
import { loadClinic } from '../clinic.ts';
import { readOncoKb } from '../config/config.ts';
import { oncoKbAnnotator } from '../oncokb/index.ts';
import type { Interpreter } from './interpret.ts';

export async function loadInterpreter(): Promise<Interpreter> {
  const { oncoKb, issues } = readOncoKb(process.env, (path) => readFileSync(path, 'utf8'));
  if (issues.length > 0) throw new Error(issues.join('\n'));
  const clinic = await loadClinic();
  if (oncoKb === null) return (input) => clinic.interpret(input);
  const annotate = oncoKbAnnotator(oncoKb);
  return async (input) => annotate(await clinic.interpret(input));
}
