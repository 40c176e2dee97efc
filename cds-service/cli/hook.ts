/** `genehook hook …`: captured requests on a service or here, and what an analyst needs to connect an EHR. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { loadClinic } from '../clinic.ts';
import { readPart } from '../ehr/chart-part.ts';
import { createFhirReader } from '../ehr/fhir-server.ts';
import { answerHook } from '../hooks/answer.ts';
import { byUrgency, toWireCard } from '../hooks/card-json.ts';
import { addBench } from './hook-bench.ts';
import { isObject, parseHookRequest, type HookRequest } from '../hooks/hook-request.ts';
import { Refusal } from '../hooks/operation-outcome.ts';
import { PREFETCH, type PrefetchKey } from '../hooks/prefetch-keys.ts';
import { serviceById, SERVICES, type ServiceDefinition } from '../hooks/services.ts';

export function registerHook(program: Command): void {
  // Options behind a sub-command are its own: `hook prefetch --service` is not `hook --service`.
  const hook = program
    .enablePositionalOptions()
    .command('hook')
    .description('Try captured hook requests on a running service, or here; and what an analyst needs to connect an EHR.')
    .enablePositionalOptions();
  addBench(hook);
  hook
    .command('prefetch')
    .description('The prefetch table for EHR analysts, as Markdown: some EHRs do not read discovery.')
    .addOption(new Option('--service <id>', 'one service only').choices(SERVICES.map(({ id }) => id)))
    .action(({ service }: { service?: string }) => console.log(prefetchTable(service)));
  hook
    .command('answer')
    .description('Answer a stored hook request from its prefetch alone, and show what became of each key.')
    .argument('<service>', `one of ${SERVICES.map(({ id }) => id).join(', ')}`)
    .argument('<file>', 'the request body as JSON')
    .option('--date <YYYY-MM-DD>', 'day of the call (default: today, UTC)')
    .action(async (id: string, file: string, options: { date?: string }, command: Command) => {
      const service = serviceById(id) ?? command.error(`There is no service "${id}"`);
      const parsed = parseHookRequest(readJson(file, command), service.hook);
      if (!parsed.ok) return command.error(parsed.issues.join('\n'));
      await printAnswer(service, parsed.value, options.date ?? new Date().toISOString().slice(0, 10), command);
    });
}

async function printAnswer(service: ServiceDefinition, request: HookRequest, today: string, command: Command): Promise<void> {
  for (const key of service.keys) console.error(`${key.padEnd(14)} ${stateOf(request, key)}`);
  const reader = createFhirReader();
  try {
    const answer = await answerHook(request, service, { clinic: await loadClinic(), reader, today, signal: AbortSignal.timeout(1_000) });
    const wire = { publicUrl: 'http://localhost', patientId: request.patientId, orders: new Set(answer.orders), newUuid: randomUUID };
    console.log(JSON.stringify({ cards: byUrgency(answer.drafts).map((draft) => toWireCard(draft, wire)) }, null, 2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    command.error(`${error.status}: ${error.diagnostics.join('; ')}`);
  } finally {
    await reader.close();
  }
}

function stateOf({ prefetch }: HookRequest, key: PrefetchKey): string {
  const part = readPart(Object.hasOwn(prefetch, key) ? prefetch[key] : undefined, PREFETCH[key].types);
  if (part.state === 'data' || part.state === 'incomplete') return `${part.state}: ${part.resources.length}`;
  return part.state === 'failed' ? `failed: ${part.why}` : part.state;
}

/** Queries hold `|`, which ends a cell of a table: they stand apart, to be copied as they are. */
function prefetchTable(only?: string): string {
  const services = SERVICES.filter(({ id }) => only === undefined || id === only);
  return services
    .map(({ id, hook, keys }) => {
      const rows = keys.map((key) => `| \`${key}\` | ${PREFETCH[key].label} |`);
      const lines = keys.map((key) => `${key}\t${PREFETCH[key].query}`);
      const table = ['| key | what for |', '| --- | --- |', ...rows];
      return [`## ${id} (${hook})`, '', ...table, '', 'Letter by letter (key, then query):', '', '```text', ...lines, '```'].join('\n');
    })
    .join('\n\n');
}

function readJson(file: string, command: Command): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isObject(value)) return value;
  } catch {
    // Said below, together with a body that is no object.
  }
  return command.error(`${file}: is not a JSON object that can be read`);
}
