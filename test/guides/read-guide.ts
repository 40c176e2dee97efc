/** A guide as a list of steps: its fenced shell blocks, each with what the test has to do around it. */
import { readFileSync } from 'node:fs';

export interface Step {
  /** Line of the guide on which the block begins. */
  readonly line: number;
  readonly script: string;
  readonly note: Note;
}

/**
 * From the comment `<!-- test: … -->` before a block, which readers do not see. `background`: a service that goes on; `wait`: until it is ready;
 * `call`: an order and feedback on its card come in first; `stop`: end the service first; `destroyed PATH`: that is gone first; `status N WHY`: the
 * block has to end with this exit code.
 */
export type Note =
  | { readonly kind: 'plain' | 'background' | 'wait' | 'call' | 'stop' }
  | { readonly kind: 'destroyed'; readonly path: string }
  | { readonly kind: 'status'; readonly code: number }
  | { readonly kind: 'needs'; readonly what: 'postgres' }
  | { readonly kind: 'never'; readonly why: string };

export function readGuide(path: string): Step[] {
  return stepsIn(readFileSync(path, 'utf8'));
}

export function stepsIn(text: string): Step[] {
  const steps: Step[] = [];
  let note: Note = { kind: 'plain' };
  let block: { line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (block !== undefined) {
      if (/^```\s*$/.test(line)) {
        steps.push({ line: block.line, script: block.lines.join('\n'), note });
        block = undefined;
        note = { kind: 'plain' };
      } else block.lines.push(line);
      continue;
    }
    const said = /^<!-- test: (.*) -->$/.exec(line)?.[1];
    if (said !== undefined) note = noteOf(said, index + 1);
    else if (/^```sh\s*$/.test(line)) block = { line: index + 1, lines: [] };
    else if (/^```(?:bash|shell|console)?\s*$/.test(line) && !/^```\s*$/.test(line))
      throw new Error(`line ${index + 1}: shell blocks are marked sh`);
    else if (line.trim() !== '' && note.kind !== 'plain')
      throw new Error(`line ${index + 1}: a test comment must stand right before its block`);
  }
  if (block !== undefined) throw new Error(`line ${block.line}: the block does not end`);
  return steps;
}

function noteOf(said: string, line: number): Note {
  const [word = '', ...rest] = said.split(' ');
  const more = rest.join(' ');
  if ((word === 'background' || word === 'wait' || word === 'call' || word === 'stop') && more === '') return { kind: word };
  if (word === 'destroyed' && more !== '') return { kind: 'destroyed', path: more };
  if (word === 'needs' && more === 'postgres') return { kind: 'needs', what: 'postgres' };
  if (word === 'status' && /^\d+ \S/.test(more)) return { kind: 'status', code: Number.parseInt(more, 10) };
  if (word === 'never' && more !== '') return { kind: 'never', why: more };
  throw new Error(`line ${line}: the test does not know "${said}"`);
}
