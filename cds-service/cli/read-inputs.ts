/**
 * Splits a stream of text into JSON inputs: one per line (NDJSON), or documents pretty-printed over many lines, or a mix.
 * Holds one input at a time. An unreadable input becomes a fault with its line; reading goes on behind it.
 */
import { jsonOrUndefined } from '../json-text.ts';

export type Input = { readonly line: number; readonly value: unknown } | { readonly line: number; readonly fault: string };

/** A document over many lines must still fit into memory; a line beyond this is not read. */
const MAX_CHARACTERS = 256 * 1024 * 1024;

export async function* readInputs(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Input> {
  let number = 0;
  let pending: { start: number; lines: string[]; size: number; scan: DocumentScan } | null = null;
  /** After a broken document: lines are passed over until one reads as an input of its own. */
  let lost = false;
  for await (const raw of lines) {
    number += 1;
    const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (pending === null) {
      if (line.trim() === '') continue;
      const value = jsonOrUndefined(line);
      if (value !== undefined) {
        lost = false;
        yield { line: number, value };
        continue;
      }
      if (lost) continue;
      const scan = new DocumentScan();
      if (scan.take(`${line}\n`) === 'open') pending = { start: number, lines: [line], size: line.length, scan };
      else yield { line: number, fault: 'not JSON' };
      continue;
    }
    pending.lines.push(line);
    pending.size += line.length;
    const state = pending.size > MAX_CHARACTERS ? 'broken' : pending.scan.take(`${line}\n`);
    if (state === 'open') continue;
    const done = pending;
    pending = null;
    const value = state === 'closed' ? jsonOrUndefined(done.lines.join('\n')) : undefined;
    if (value !== undefined) {
      yield { line: done.start, value };
      continue;
    }
    yield { line: done.start, fault: 'not JSON' };
    const rest = readableRest(done.lines);
    lost = rest === null;
    if (rest !== null) yield* ownLines(done.lines.slice(rest), done.start + rest);
  }
  if (pending === null) return;
  yield { line: pending.start, fault: 'not JSON: the document does not end' };
  const rest = readableRest(pending.lines);
  if (rest !== null) yield* ownLines(pending.lines.slice(rest), pending.start + rest);
}

/** Index of the first line behind a broken one that is an input of its own; null when the rest is one broken document. */
function readableRest(lines: readonly string[]): number | null {
  const index = lines.findIndex((line, at) => at > 0 && /^\s*[[{]/.test(line) && jsonOrUndefined(line) !== undefined);
  return index === -1 ? null : index;
}

function* ownLines(lines: readonly string[], first: number): Generator<Input> {
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = jsonOrUndefined(line);
    yield value === undefined ? { line: first + at, fault: 'not JSON' } : { line: first + at, value };
  }
}

/**
 * Follows the structure of a JSON document as text arrives. `broken` as soon as it cannot become JSON any more, so that a
 * broken line does not swallow the lines behind it; `closed` when the document is complete.
 */
class DocumentScan {
  private readonly stack: ('{' | '[')[] = [];
  private expects: 'value' | 'first-key' | 'key' | 'colon' | 'more' | 'first-item' = 'value';
  private inString = false;
  private asKey = false;
  private escaped = false;
  private inWord = false;

  take(text: string): 'open' | 'closed' | 'broken' {
    for (let index = 0; index < text.length; index += 1) {
      const character = text[index] ?? '';
      if (!this.step(character)) return 'broken';
      if (this.stack.length === 0 && this.expects === 'more' && !this.inString && !this.inWord)
        return text.slice(index + 1).trim() === '' ? 'closed' : 'broken';
    }
    return 'open';
  }

  private step(character: string): boolean {
    if (this.inString) return this.stepString(character);
    if (this.inWord) {
      if (/[\w.+-]/.test(character)) return true;
      this.inWord = false;
    }
    if (/\s/.test(character)) return true;
    if (character === '"') return this.openString();
    if (character === '{' || character === '[') return this.open(character);
    if (character === '}' || character === ']') return this.close(character);
    if (character === ',') {
      if (this.expects !== 'more') return false;
      this.expects = this.stack.at(-1) === '{' ? 'key' : 'value';
      return true;
    }
    if (character === ':') {
      if (this.expects !== 'colon') return false;
      this.expects = 'value';
      return true;
    }
    if (!/[-\dtfn]/.test(character) || !this.takesValue() || this.stack.length === 0) return false;
    this.inWord = true;
    this.expects = 'more';
    return true;
  }

  private stepString(character: string): boolean {
    if (this.escaped) this.escaped = false;
    else if (character === '\\') this.escaped = true;
    else if (character === '"') {
      this.inString = false;
      this.expects = this.asKey ? 'colon' : 'more';
    } else if (character === '\n') return false;
    return true;
  }

  private openString(): boolean {
    this.asKey = this.expects === 'key' || this.expects === 'first-key';
    if (!this.asKey && (!this.takesValue() || this.stack.length === 0)) return false;
    this.inString = true;
    return true;
  }

  private open(bracket: '{' | '['): boolean {
    if (!this.takesValue()) return false;
    this.stack.push(bracket);
    this.expects = bracket === '{' ? 'first-key' : 'first-item';
    return true;
  }

  private close(bracket: string): boolean {
    const open = this.stack.at(-1);
    const empty = this.expects === (open === '{' ? 'first-key' : 'first-item');
    if ((open === '{') !== (bracket === '}') || open === undefined || (this.expects !== 'more' && !empty)) return false;
    this.stack.pop();
    this.expects = 'more';
    return true;
  }

  private takesValue(): boolean {
    return this.expects === 'value' || this.expects === 'first-item';
  }
}
