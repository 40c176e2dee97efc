/** Every current row of recommendations.tsv found again in the shipped knowledge: action, strength, population, figures. */
import { actionOf, keysOf, strengthOf } from '../../cds-service/knowledge/import/pgx/recommendations.ts';
import { list, readTsv, type TsvRow } from '../../cds-service/knowledge/import/pgx/tsv.ts';
import type { Recommendation } from '../../cds-service/knowledge/pgx/types.ts';
import { type CheckResult, type Miss, referenceDir } from './reference.ts';
import { knowledge } from './results.ts';

const keyText = (when: Recommendation['when']): string =>
  when
    .map((one) => `${one.gene}=${one.value}`)
    .toSorted()
    .join('&');

export function checkRecommendations(): CheckResult {
  const ours = new Map(knowledge.recommendations.map((row) => [`${row.body}|${row.drug}|${row.population}|${keyText(row.when)}`, row]));
  const rows = readTsv(referenceDir, 'recommendations.tsv').filter((row) => row('status') === 'current');
  const misses = rows.flatMap((row) =>
    compare(row, ours.get(`${row('source')}|${row('drug').toLowerCase()}|${row('population')}|${keyText(keysOf(row('genes')))}`)),
  );
  return { name: 'recommendations.tsv: every current row', checked: rows.length, misses };
}

function compare(row: TsvRow, ours: Recommendation | undefined): Miss[] {
  const what = `${row('source')} ${row('drug')} ${row('genes')} (${row('population')})`;
  if (ours === undefined) return [{ what: `${what}: not found` }];
  const misses: Miss[] = [];
  const action = actionOf(row('actionClass'));
  if (ours.action !== action) {
    const meant = row('drug') === 'tamoxifen' && ours.action === 'alternative';
    const reason = 'the sentence says "avoid" of CYP2D6 inhibitors and asks to consider another hormone therapy';
    misses.push({ what: `${what}: ${ours.action} instead of ${action}`, ...(meant ? { reason } : {}) });
  }
  if (ours.strength !== strengthOf(row('strength'))) misses.push({ what: `${what}: strength ${ours.strength}` });
  if (ours.rxnorm !== row('rxnorm')) misses.push({ what: `${what}: RxNorm ${ours.rxnorm}` });
  const also = list(row('alsoAcceptable')).filter(
    (word) => !ours.alsoAcceptable.includes(word === 'counsel' || word === 'clinical-judgement' ? word : actionOf(word)),
  );
  if (also.length > 0 && ours.action === action) misses.push({ what: `${what}: further acts ${also.join(', ')} missing` });
  return [...misses, ...figures(row, ours, what)];
}

/** The table's figures in our terms. A percent is the cut or what remains: one of both must be what the knowledge says remains. */
function figures(row: TsvRow, ours: Recommendation, what: string): Miss[] {
  if (row('figures') === '') return [];
  const raw = JSON.parse(row('figures')) as Record<string, unknown>;
  const { dose } = ours;
  const misses: Miss[] = [];
  const need = (name: string, ok: boolean, reason?: string): void => {
    if (!ok)
      misses.push({
        what: `${what}: ${name} ${JSON.stringify(raw[name])}, ours ${JSON.stringify(dose ?? null)}`,
        ...(reason === undefined ? {} : { reason }),
      });
  };
  const shares = dose?.factorRange ?? (dose?.factor === undefined ? [] : [dose.factor, dose.factor]);
  const near = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) < 0.006;
  const numbers = (value: unknown): number[] =>
    (Array.isArray(value) ? value : [value]).filter((one): one is number => typeof one === 'number');
  const fitsPercent = (values: number[]): boolean => {
    const [low = 0, high = low] = values.map((one) => one / 100);
    const readings: [number, number][] = [
      [low, high],
      [1 - high, 1 - low],
      [1 + low, 1 + high],
    ];
    return readings.some(([a, b]) => near(shares[0], a) && near(shares[1], b));
  };
  const ofPoor = row('drug') === 'hydralazine' ? 'compares with poor metabolizers, not with the standard dose' : undefined;
  if (raw['percentRange'] !== undefined) need('percentRange', fitsPercent(numbers(raw['percentRange'])), ofPoor);
  else if (raw['percent'] !== undefined) need('percent', fitsPercent(numbers(raw['percent'])));
  for (const name of ['percentOfStandard', 'percentOfMaximum'] as const) {
    if (raw[name] !== undefined)
      need(name, fitsPercent(numbers(raw[name])) && (name === 'percentOfMaximum') === (dose?.appliesTo === 'maximum-dose'));
  }
  if (typeof raw['factor'] === 'number') need('factor', near(dose?.factor, raw['factor']));
  if (raw['factorRange'] !== undefined)
    need(
      'factorRange',
      numbers(raw['factorRange']).every((one, i) => near(shares[i], one)),
    );
  if (raw['foldReduction'] !== undefined)
    need('foldReduction', dose?.foldReduction === raw['foldReduction'] && near(dose?.factor, 1 / Number(raw['foldReduction'])));
  if (raw['frequency'] !== undefined) need('frequency', dose?.frequency === raw['frequency']);
  if (raw['maxStartDoseMg'] !== undefined) need('maxStartDoseMg', dose?.maxStartMg === raw['maxStartDoseMg']);
  if (raw['limitDoseMg'] !== undefined) need('limitDoseMg', dose?.limitMg === raw['limitDoseMg']);
  if (raw['maxMgPerKgPerDay'] !== undefined) need('maxMgPerKgPerDay', dose?.maxMgPerKgPerDay === raw['maxMgPerKgPerDay']);
  if (raw['dosesMentioned'] !== undefined) need('dosesMentioned', mentioned(numbersIn(raw['dosesMentioned']), JSON.stringify(dose ?? {})));
  return misses;
}

const numbersIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).map((one) => /\d+(?:\.\d+)?/.exec(String(one))?.[0] ?? '');
/** Every dose that the sentence names is a figure of ours somewhere. */
const mentioned = (doses: readonly string[], ours: string): boolean =>
  doses.every((dose) => new RegExp(`(?<![\\d.])${dose.replace('.', '\\.')}(?![\\d.])`).test(ours));
