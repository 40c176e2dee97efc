/** The one door: a captured call and an answer against CDS Hooks 2.0, in words that name the field. Pure; no value is repeated. */
import { ANSWER_RULES } from './answer.ts';
import { CODING_RULES } from './codings.ts';
import { checkContext, CONTEXT_RULES } from './context.ts';
import { findings } from './collect.ts';
import { checkEnvelope, ENVELOPE_RULES } from './envelope.ts';
import { checkHttp, HTTP_RULES } from './http.ts';
import { isObject, kindOf } from './json.ts';
import { ORDER_RULES } from './orders.ts';
import { PREFETCH_RULES } from './prefetch-rules.ts';
import { checkPrefetch } from './prefetch.ts';
import { checkResources, RESOURCE_RULES } from './resources.ts';
import { checkToken, TOKEN_RULES } from './token.ts';
import type { CheckSetting, Finding, HookCall, RuleText, Weight } from './types.ts';

export { checkAnswer } from './answer.ts';
export { typesOf } from './prefetch.ts';
export type {
  CheckedService,
  CheckSetting,
  Complaint,
  Finding,
  Handling,
  HookCall,
  HttpCall,
  PartRead,
  RuleText,
  ServiceReading,
  Weight,
} from './types.ts';

/** Every rule about requests, by id. */
export const REQUEST_RULES: Readonly<Record<string, RuleText>> = {
  ...HTTP_RULES,
  ...TOKEN_RULES,
  ...ENVELOPE_RULES,
  ...CONTEXT_RULES,
  ...PREFETCH_RULES,
  ...RESOURCE_RULES,
  ...ORDER_RULES,
  ...CODING_RULES,
};
export const RESPONSE_RULES: Readonly<Record<string, RuleText>> = ANSWER_RULES;

const RANK: Readonly<Record<Weight, number>> = { breaks: 0, advice: 1, note: 2 };

/** Findings of one call, refusals first, then by weight. An unreadable call is a finding, never an exception. */
export function checkRequest(call: HookCall, setting: CheckSetting): readonly Finding[] {
  const { body, http } = call;
  const found: Finding[] = [];
  if (http !== undefined) {
    found.push(...checkHttp(http, setting));
    if (http.headers !== undefined) found.push(...checkToken(http.headers['authorization'] ?? '', body, setting));
  }
  const read = setting.readAsService(body, setting.service);
  if (isObject(body))
    found.push(
      ...checkEnvelope(body, setting),
      ...checkContext(body, setting, read),
      ...checkPrefetch(body, setting, read),
      ...checkResources(body, setting, read),
    );
  else {
    const collected = findings(ENVELOPE_RULES);
    collected.add('body.object', '$', kindOf(body), 'refused', 'The call was refused with 400.');
    found.push(...collected.found);
  }
  const looked = isObject(body) && !read.concernsAnOrder ? found.map(notLookedAt) : found;
  return looked.toSorted((a, b) => Number(b.handling === 'refused') - Number(a.handling === 'refused') || RANK[a.weight] - RANK[b.weight]);
}

/** Without an order to check the prefetch is not looked at. */
function notLookedAt(finding: Finding): Finding {
  if (!finding.where.startsWith('$.prefetch') || finding.rule === 'prefetch.shape') return finding;
  return {
    ...finding,
    handling: 'ignored',
    what: 'Not looked at: the call has no order of this patient to check.',
  };
}
