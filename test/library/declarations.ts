/**
 * Reads the declaration files that the compiler emits: which names a module exports, each with its docstring and its text.
 * Small on purpose: it knows the shapes that `tsc` writes, not the whole language.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Declaration {
  readonly name: string;
  readonly kind: 'function' | 'interface' | 'type' | 'const' | 'class';
  /** Without the comment marks; empty when there is none. */
  readonly doc: string;
  /** As emitted, without `export` and `declare`. */
  readonly text: string;
  readonly module: string;
}

/** Everything that a module makes public, its re-exports followed, in the order of the file. */
export function exportsOf(path: string): Declaration[] {
  const text = readFileSync(path, 'utf8');
  const found: Declaration[] = [];
  for (const { statement, doc } of statementsIn(text)) {
    const again = /^export (?:type )?(\*|\{[^}]*\}) from '([^']+)';?$/s.exec(statement);
    if (again !== null) {
      const from = exportsOf(join(dirname(path), again[2]?.replace(/\.ts$/, '.d.ts') ?? ''));
      found.push(...(again[1] === '*' ? from : chosen(again[1] ?? '', from)));
      continue;
    }
    const own = /^export (?:declare )?(?:abstract )?(function|interface|type|const|class) (\w+)/.exec(statement);
    if (own === null) continue;
    found.push({
      name: own[2] ?? '',
      kind: own[1] as Declaration['kind'],
      doc,
      text: statement.replace(/^export (?:declare )?/, ''),
      module: path,
    });
  }
  return found;
}

function chosen(list: string, from: readonly Declaration[]): Declaration[] {
  return list
    .replace(/[{}]/g, '')
    .split(',')
    .map((item) => item.trim().replace(/^type /, ''))
    .filter((name) => name !== '')
    .map((name) => {
      const declaration = from.find((candidate) => candidate.name === name);
      if (declaration === undefined) throw new Error(`${name} is exported but not declared where it comes from`);
      return declaration;
    });
}

/** Statements at the top level, each with the docstring right before it. */
function* statementsIn(text: string): Generator<{ statement: string; doc: string }> {
  let doc = '';
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const gap = /^\s+/.exec(rest)?.[0];
    const comment = /^\/\*[\s\S]*?\*\/|^\/\/[^\n]*/.exec(rest)?.[0];
    if (gap !== undefined) at += gap.length;
    else if (comment !== undefined) {
      if (comment.startsWith('/**')) doc = docText(comment);
      at += comment.length;
    } else {
      const length = statementLength(rest);
      yield { statement: rest.slice(0, length).trim(), doc };
      doc = '';
      at += length;
    }
  }
}

/** Up to the `;` outside all brackets, or the closing brace of an interface or class. */
function statementLength(text: string): number {
  const block = /^(?:export )?(?:declare )?(?:interface|class|abstract class|namespace|enum)\b/.test(text);
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const skipped = /^(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|=>)/.exec(
      text.slice(at, at + 5000),
    )?.[0];
    if (skipped !== undefined) {
      at += skipped.length - 1;
      continue;
    }
    const character = text[at] ?? '';
    if ('{([<'.includes(character)) depth += 1;
    else if ('})]>'.includes(character)) {
      depth -= 1;
      if (depth === 0 && character === '}' && block) return at + 1;
    } else if (character === ';' && depth === 0) return at + 1;
  }
  return text.length;
}

function docText(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}
