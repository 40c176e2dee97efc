/**
 * Adds OncoKB's annotations to a finished report, for the panel and the command line of a site that has its own licence.
 * Off unless a token is configured. Never on the way of a hook: a card rests on what ships with the product alone.
 * The report itself is never changed by it: no therapy, order or card reads these lines.
 */
import {
  annotateWithOncoKb,
  ONCOKB_ATTRIBUTION,
  ONCOKB_HOME,
  type OncoKbAnnotation,
  type OncoKbOptions,
  type OncoKbQuery,
  type OncoKbResult,
} from './api.ts';
import { parseProtein, proteinName } from '../knowledge/oncology/notation/protein.ts';
import type { ExternalAnnotation, PatientReport, VariantResult } from '../report/index.ts';

export interface OncoKbSite {
  readonly token: string;
  /** The one address that is asked; absent = OncoKB itself. */
  readonly baseUrl?: string;
}
export type Annotate = (report: PatientReport) => Promise<PatientReport>;

/** Findings asked about for one patient, and all of them together. */
const MOST_ASKED = 20;
const DEADLINE_MS = 1_500;
/** Answers live in memory for this long, so that a panel opened twice asks once. */
const KEEP_MS = 10 * 60_000;
const MOST_KEPT = 500;

export interface AnnotatorParts {
  readonly fetch?: OncoKbOptions['fetch'];
  readonly now?: () => number;
  readonly deadlineMs?: number;
}

export function oncoKbAnnotator(
  site: OncoKbSite,
  { fetch = ask, now = Date.now, deadlineMs = DEADLINE_MS }: AnnotatorParts = {},
): Annotate {
  const kept = new Map<string, { readonly until: number; readonly annotation: OncoKbAnnotation }>();
  const remember = (key: string, annotation: OncoKbAnnotation) => {
    if (kept.size >= MOST_KEPT) for (const old of [...kept.keys()].slice(0, MOST_KEPT / 10)) kept.delete(old);
    kept.set(key, { until: now() + KEEP_MS, annotation });
  };
  const annotationOf = async (query: OncoKbQuery): Promise<OncoKbResult> => {
    const key = JSON.stringify(query);
    const known = kept.get(key);
    if (known !== undefined && known.until > now()) return { ok: true, annotation: known.annotation };
    kept.delete(key);
    const result = await annotateWithOncoKb(query, {
      token: site.token,
      baseUrl: site.baseUrl ?? ONCOKB_HOME,
      timeoutMs: deadlineMs,
      fetch,
    });
    if (result.ok) remember(key, result.annotation);
    return result;
  };

  return async (report) => {
    const asked = report.oncology.variants.flatMap((variant) => {
      const query = queryOf(variant, report.oncology.tumour?.oncotree ?? undefined);
      return query === null ? [] : [{ variant, query }];
    });
    if (asked.length === 0) return report;
    const answers = await Promise.all(
      asked.slice(0, MOST_ASKED).map(async ({ variant, query }) => ({ variant, result: await annotationOf(query) })),
    );
    const annotations = answers.flatMap(({ variant, result }) => (result.ok ? [lineOf(variant, result.annotation)] : []));
    const reasons = [...new Set(answers.flatMap(({ result }) => (result.ok ? [] : [result.why])))];
    const failed = answers.length - annotations.length;
    const unasked = asked.length - answers.length;
    const warnings = [
      ...(failed === 0
        ? []
        : [`OncoKB annotations are missing for ${findings(failed)}: ${reasons.join('; ')}. Nothing else of this report rests on OncoKB.`]),
      ...(unasked === 0 ? [] : [`OncoKB was not asked about ${findings(unasked)}: it is asked about ${MOST_ASKED} for each patient.`]),
    ];
    return {
      ...report,
      oncology: { ...report.oncology, ...(annotations.length === 0 ? {} : { annotations }) },
      warnings: [...report.warnings, ...warnings.map((message) => ({ code: 'external-source', message }))],
    };
  };
}

const findings = (count: number) => (count === 1 ? '1 finding' : `${count} findings`);

/** Gene, change and tumour type of one somatic finding; null for what the API has no question for. */
function queryOf(variant: VariantResult, oncotree: string | undefined): OncoKbQuery | null {
  if (variant.present !== true || variant.origin === 'germline') return null;
  const type = oncotree === undefined ? {} : { oncotree };
  const partners = /^([A-Z0-9-]+)::([A-Z0-9-]+)\b/.exec(variant.name);
  if (variant.kind === 'fusion')
    return partners === null ? null : { kind: 'fusion', five: partners[1] ?? '', three: partners[2] ?? '', ...type };
  if (variant.kind === 'copy-number') {
    const change = /amplif/i.test(variant.name) ? 'amplification' : /deletion|deep loss/i.test(variant.name) ? 'deletion' : null;
    return change === null ? null : { kind: 'copy-number', gene: variant.gene, change, ...type };
  }
  const change = variant.pHgvs === undefined ? null : parseProtein(variant.pHgvs);
  return change === null ? null : { kind: 'mutation', gene: variant.gene, alteration: proteinName(change), ...type };
}

function lineOf(variant: VariantResult, annotation: OncoKbAnnotation): ExternalAnnotation {
  const { oncogenic, effect, treatments, dataVersion } = annotation;
  const heading = [oncogenic, effect].filter((part) => part !== null).join(', ');
  const levels = treatments.map(({ drugs, level }) => `${drugs.join(' + ')}: ${level.replace('LEVEL_', 'level ')}`);
  return {
    variant: variant.id,
    name: variant.name,
    source: 'OncoKB',
    lines: [heading === '' ? 'OncoKB says nothing about its effect' : heading, ...new Set(levels)].slice(0, 30),
    pmids: [...new Set(treatments.flatMap(({ pmids }) => pmids).filter((pmid) => /^\d{1,9}$/.test(pmid)))].slice(0, 50),
    ...(dataVersion === null ? {} : { version: dataVersion }),
    attribution: `${ONCOKB_ATTRIBUTION}. Fetched for this report; not shipped with Genehook and not stored.`,
  };
}

const LARGEST_ANSWER = 1_000_000;

/** No redirects: the token goes to the configured address only. */
const ask: OncoKbOptions['fetch'] = async (url, init) => {
  const answer = await fetch(url, { ...init, redirect: 'error' });
  return {
    ok: answer.ok,
    status: answer.status,
    async json() {
      const text = await answer.text();
      if (text.length > LARGEST_ANSWER) throw new Error('too large');
      return JSON.parse(text) as unknown;
    },
  };
};
