import { isSafeUrl } from '../config/loopback.ts';

/**
 * Optional: annotations of OncoKB for a site that holds its own licence and token. Nothing of OncoKB is shipped with this
 * project and nothing fetched is kept: each call asks anew and hands the answer to its caller, whose licence decides about it.
 * What leaves the site is a gene, a change and an OncoTree code; no patient, no date, no identifier.
 *
 * API: https://www.oncokb.org/swagger-ui/index.html, "Annotations". The address can only be changed to another https host
 * that the site names itself (a mirror behind its own gateway), or to this machine.
 */
export interface OncoKbOptions {
  /** The site's token; without one there is no connector. */
  readonly token: string;
  /** Given by the edge, so that allow-lists, proxies and tests stay there. */
  readonly fetch: (
    url: URL,
    init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
  ) => Promise<OncoKbResponse>;
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
}
export interface OncoKbResponse {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

export type OncoKbQuery =
  | {
      readonly kind: 'mutation';
      readonly gene: string;
      /** One-letter, without `p.`: `L858R`. */ readonly alteration: string;
      readonly oncotree?: string;
    }
  | { readonly kind: 'copy-number'; readonly gene: string; readonly change: 'amplification' | 'deletion'; readonly oncotree?: string }
  | { readonly kind: 'fusion'; readonly five: string; readonly three: string; readonly oncotree?: string };

export interface OncoKbAnnotation {
  readonly oncogenic: string | null;
  readonly effect: string | null;
  readonly highestSensitiveLevel: string | null;
  readonly highestResistanceLevel: string | null;
  readonly treatments: readonly { readonly drugs: readonly string[]; readonly level: string; readonly pmids: readonly string[] }[];
  readonly dataVersion: string | null;
  /** To be shown with every annotation, as OncoKB's terms ask. */
  readonly attribution: string;
}
export type OncoKbResult = { readonly ok: true; readonly annotation: OncoKbAnnotation } | { readonly ok: false; readonly why: string };

const HOME = 'https://www.oncokb.org/api/v1';
export const ONCOKB_HOME = HOME;
export const ONCOKB_ATTRIBUTION = 'OncoKB, Memorial Sloan Kettering Cancer Center; used under the site’s own licence';

/** One alteration at a time. Never throws: a refused token, a slow or broken answer is a reason in words. */
export async function annotateWithOncoKb(query: OncoKbQuery, options: OncoKbOptions): Promise<OncoKbResult> {
  const url = addressOf(query, options.baseUrl ?? HOME);
  if (url === null) return { ok: false, why: 'the OncoKB address is not an https address' };
  if (options.token.trim() === '') return { ok: false, why: 'no OncoKB token is configured' };
  try {
    const answer = await options.fetch(url, {
      headers: { Authorization: `Bearer ${options.token}`, Accept: 'application/json' },
      signal: AbortSignal.timeout(options.timeoutMs ?? 2_000),
    });
    if (answer.status === 401 || answer.status === 403) return { ok: false, why: 'OncoKB refused the token' };
    if (!answer.ok) return { ok: false, why: `OncoKB answered with status ${answer.status}` };
    return { ok: true, annotation: toAnnotation(await answer.json()) };
  } catch {
    return { ok: false, why: 'OncoKB did not answer in time' };
  }
}

function addressOf(query: OncoKbQuery, base: string): URL | null {
  if (!isSafeUrl(base, true)) return null;
  const [path, parameters] = pathOf(query);
  const url = new URL(`${base.replace(/\/+$/, '')}/annotate/${path}`);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  if (query.oncotree !== undefined) url.searchParams.set('tumorType', query.oncotree);
  return url;
}
function pathOf(query: OncoKbQuery): readonly [string, Readonly<Record<string, string>>] {
  switch (query.kind) {
    case 'mutation':
      return ['mutations/byProteinChange', { hugoSymbol: query.gene, alteration: query.alteration }];
    case 'copy-number':
      return ['copyNumberAlterations', { hugoSymbol: query.gene, copyNameAlterationType: query.change.toUpperCase() }];
    case 'fusion':
      return [
        'structuralVariants',
        { hugoSymbolA: query.five, hugoSymbolB: query.three, structuralVariantType: 'FUSION', isFunctionalFusion: 'true' },
      ];
  }
}

/** Takes what is there in the form expected and leaves the rest: a changed answer loses fields, not the call. */
function toAnnotation(raw: unknown): OncoKbAnnotation {
  const body = record(raw);
  const treatments = list(body['treatments']).map((entry) => {
    const treatment = record(entry);
    return {
      drugs: list(treatment['drugs'])
        .map((drug) => text(record(drug)['drugName']))
        .filter((name) => name !== null),
      level: text(treatment['level']) ?? '',
      pmids: list(treatment['pmids'])
        .map(text)
        .filter((pmid) => pmid !== null),
    };
  });
  return {
    oncogenic: text(body['oncogenic']),
    effect: text(record(body['mutationEffect'])['knownEffect']),
    highestSensitiveLevel: text(body['highestSensitiveLevel']),
    highestResistanceLevel: text(body['highestResistanceLevel']),
    treatments: treatments.filter(({ drugs, level }) => drugs.length > 0 && level !== ''),
    dataVersion: text(body['dataVersion']),
    attribution: ONCOKB_ATTRIBUTION,
  };
}
function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
