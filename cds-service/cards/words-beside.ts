/** What an order says beside the drug: shown, never read, where it names no drug of its own. */

/** The instruction, else the note, else the narrative. */
export function wordsBeside(order: unknown): string {
  if (!isRecord(order)) return '';
  const instructions = listOf(order['dosageInstruction']).flatMap((one) => textIn(one, 'text') ?? textIn(one, 'patientInstruction') ?? []);
  const notes = listOf(order['note']).flatMap((one) => (typeof one === 'string' ? one : (textIn(one, 'text') ?? [])));
  const narrative = textIn(order['text'], 'div')
    ?.slice(0, LONGEST)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return instructions[0] ?? notes[0] ?? narrative ?? '';
}

const LONGEST = 2_000;

function textIn(holder: unknown, name: string): string | undefined {
  const said = isRecord(holder) ? holder[name] : undefined;
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
