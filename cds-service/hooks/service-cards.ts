/** Cards that the service itself says, where no clinical finding can: consent, defect, part of the chart unread. All `info`. */
import { TOPIC_SYSTEM } from '../cards/index.ts';
import type { CardDraft, HookName } from '../cards/types.ts';
import type { ServiceDefinition } from './services.ts';

export function serviceCard(say: { summary: string; detail: string; topic: string; display: string; hook: HookName }): CardDraft {
  return {
    summary: say.summary,
    indicator: 'info',
    detail: say.detail,
    source: { label: 'Genehook', url: '' },
    topic: { system: TOPIC_SYSTEM, code: `${say.topic}${say.hook.replaceAll('-', '')}`, display: say.display },
    kind: 'of-service',
    ruleIds: [`service.${say.topic}`],
    evidence: [],
    suggestions: [],
    overrideReasons: [],
    links: [],
    panelTarget: { view: 'now' },
  };
}

export function consentCard({ hook }: ServiceDefinition): CardDraft {
  return serviceCard({
    summary: 'Genomic guidance is off: a consent on file forbids the use of genomic data',
    detail: 'An active Consent of this patient denies the use of genomic data. Genehook has not interpreted any result for this call.',
    topic: 'consent',
    display: 'Consent forbids genomic use',
    hook,
  });
}

export function failureCard({ hook }: ServiceDefinition): CardDraft {
  return serviceCard({
    summary: 'Genehook could not check this: it failed; no genomic advice was made',
    detail: 'The check failed because of a defect in Genehook. Results on file were not interpreted; the cause is in the service log.',
    topic: 'failed',
    display: 'Check failed',
    hook,
  });
}
