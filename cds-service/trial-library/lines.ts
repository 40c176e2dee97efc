/** Lines of files or of standard input as they arrive, with bounded memory. */
import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** `-` is standard input. Rejects when the file cannot be read. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1024 * 1024 });
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = decoder.write(chunk);
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      parts.push(text.slice(from, end));
      yield parts.length === 1 ? (parts[0] ?? '') : parts.join('');
      parts = [];
      from = end + 1;
    }
    if (from < text.length) parts.push(text.slice(from));
  }
  const rest = parts.join('') + decoder.end();
  if (rest !== '') yield rest;
}
