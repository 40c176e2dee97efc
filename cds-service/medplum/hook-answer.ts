/** Whose fault a failed hook call through Medplum is, told from the shapes in which Medplum passes a Bot's failure on. */
import { isObject } from '../ehr/chart-part.ts';
import { outcomeLines } from './outcome.ts';

export type HookAnswer =
  | { readonly ok: true; readonly cards: readonly unknown[] }
  | { readonly ok: false; readonly where: 'Medplum' | 'the Bot' | 'Genehook'; readonly why: string; readonly advice: string };

/** `status` and `body` of `POST cds-services/<bot>`. */
export function readHookAnswer(status: number, body: unknown): HookAnswer {
  if (status === 200 && isObject(body) && Array.isArray(body.cards)) return { ok: true, cards: body.cards as readonly unknown[] };
  const said = failureText(body);
  const refused = /Genehook refused the call: HTTP (\d+)[^\n]*/.exec(said);
  if (refused !== null) return { ok: false, where: 'Genehook', why: refused[0], advice: adviceFor(Number(refused[1])) };
  const bot = /Genehook Bot: [^\n]*/.exec(said);
  if (bot !== null) return { ok: false, where: 'the Bot', why: bot[0], advice: botAdvice(bot[0]) };
  if (/VM Context bots not enabled|Unsupported bot runtime/i.test(said))
    return {
      ok: false,
      where: 'Medplum',
      why: said,
      advice:
        'On a server of your own set vmContextBotsEnabled to true and defaultBotRuntimeVersion to vmcontext, then run clean and connect again.',
    };
  if (/bots not enabled/i.test(said))
    return { ok: false, where: 'Medplum', why: said, advice: 'A super administrator adds "bots" to the features of the Project.' };
  const why = `HTTP ${status}${said === '' ? '' : ` ${said.split('\n')[0] ?? ''}`}`;
  if (status === 200)
    return { ok: false, where: 'the Bot', why: 'the answer holds no cards', advice: 'Run connect again to deploy the Bots anew.' };
  if (status === 401 || status === 403)
    return { ok: false, where: 'Medplum', why, advice: 'The access policy of the caller must allow reading the Bot.' };
  if (status === 404) return { ok: false, where: 'Medplum', why, advice: 'The Bot is gone or no CDS service any more: run connect again.' };
  if (status === 413)
    return {
      ok: false,
      where: 'Medplum',
      why,
      advice: 'The chart is larger than the server takes in one call (maxJsonSize, 1 MB as shipped).',
    };
  return { ok: false, where: 'Medplum', why, advice: 'The AuditEvents of the Bot in Medplum show its log.' };
}

/** An OperationOutcome; Lambda's `errorMessage`; a log as text. */
function failureText(body: unknown): string {
  if (typeof body === 'string') return body;
  const outcome = outcomeLines(body).join('\n');
  if (outcome !== '') return outcome;
  return isObject(body) && typeof body.errorMessage === 'string' ? body.errorMessage : '';
}

function adviceFor(status: number): string {
  if (status === 401)
    return 'Genehook does not trust these Bots (yet): paste the entry that connect prints into the trust file of the service, or let connect write it (--trust); check the clocks.';
  if (status === 404) return 'The address given to connect (--genehook) is not that of the service: run connect again with the right one.';
  if (status === 412) return 'The chart could not be read: the user who calls must be allowed to read Observations in Medplum.';
  if (status === 413) return 'The chart is larger than the service takes: raise GENEHOOK_BODY_LIMIT_MB.';
  if (status === 429 || status === 503) return 'The service is busy: try again.';
  return 'The log of the service says more, by request id.';
}

function botAdvice(text: string): string {
  if (text.includes('could not be reached'))
    return 'The Medplum server must reach the address given to connect (--genehook): check that the service runs there, and firewalls.';
  return 'Run connect again: it puts key and program of the Bots right.';
}
