/** The service's answer to `POST report`: one JSON document, or one line of JSON per part as it gets ready. Both lead to the same report. */
import { asList, asNumber, asRecord, asText } from './read-values.ts';

export type Draft = Readonly<Record<string, unknown>>;

/** Raised by an `error` line: the service could not finish. `status` is what the answer would have had before its first line; null where none is told. */
export class ReportFault extends Error {
  override readonly name = 'ReportFault';
  readonly status: number | null;

  constructor(message: string, status: number | null = null) {
    super(message);
    this.status = status;
  }
}

/**
 * Adds one line to the draft. A line names its part in `section` and carries it under that name (`{"section":"pgx","pgx":…}`).
 * `source` lines tell which part of the chart was read; `done` closes the report with its date, hash and knowledge; a document
 * without `section` is `{report, sources}` or the report itself. What is not known is kept and read, or not, later.
 */
export function addLine(draft: Draft, line: unknown): Draft {
  const fields = asRecord(line);
  const section = asText(fields.section);
  const rest = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'section'));
  if (section === 'error' || (section === '' && fields.resourceType === 'OperationOutcome'))
    throw new ReportFault(faultText(fields), asNumber(fields.status));
  if (section === 'source') return { ...draft, sources: [...asList(draft.sources), fields.source] };
  if (section === 'done') return { ...draft, ...rest, complete: true };
  if (section === '' && fields.report !== undefined)
    return { ...draft, ...asRecord(fields.report), sources: fields.sources, complete: true };
  if (section === '') return { ...draft, ...fields, complete: true };
  return { ...draft, ...rest };
}

/** Reads an answer's body and hands out the draft after each line. What is no JSON ends it with a SyntaxError. */
export async function* readBody(response: Response): AsyncGenerator<Draft> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('ndjson') || response.body === null) {
    yield addLine({}, await response.json());
    return;
  }
  let draft: Draft = {};
  for await (const text of linesOf(response.body)) {
    draft = addLine(draft, JSON.parse(text));
    yield draft;
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim() !== '') yield line;
    if (done) return;
  }
}

function faultText(fields: Draft): string {
  const [issue] = asList(fields.issue);
  const error = asRecord(fields.error);
  return asText(asRecord(issue).diagnostics) || asText(error.message) || asText(fields.message);
}
