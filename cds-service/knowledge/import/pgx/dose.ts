/**
 * What a guideline's dose figures count. Public tables give "50 %" for a cut as well as for what remains; this reads the
 * sentence and writes the REMAINING share with what it applies to. Only figures leave this file, never the sentence.
 */
import type { DoseFigures } from '../../pgx/types.ts';

type Target = NonNullable<DoseFigures['appliesTo']>;
type Figures = { -readonly [K in keyof DoseFigures]: DoseFigures[K] };

const number = (text: string | undefined): number => Number((text ?? '').replace(',', '.'));
const share = (percent: string | undefined): number => round(number(percent) / 100);
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** Figures of one CPIC recommendation sentence; undefined when it names none. "Other Considerations" are left out. */
export function doseFromText(sentence: string): DoseFigures | undefined {
  const text = (sentence.split(/Other Considerations/i)[0] ?? '').replace(/\s+/g, ' ').replace(/≤ /g, '≤').replace(/≥ /g, '≥');
  const dose: Figures = {};
  shares(text, dose);
  milligrams(text, dose);
  conditions(text, dose);
  return Object.keys(dose).length === 0 ? undefined : dose;
}

function target(words: string): Target {
  if (/maintenance/.test(words)) return 'maintenance-dose';
  if (/lowest/.test(words)) return 'lowest-starting-dose';
  if (/maximum/.test(words)) return 'maximum-dose';
  return /start|initial/.test(words) ? 'starting-dose' : 'standard-dose';
}

/** Remaining shares: cuts are turned round (25–50 % lower → 0.5–0.75). */
function shares(text: string, dose: Figures): void {
  const set = (low: number, high: number, appliesTo: Target): void => {
    if (dose.factor !== undefined || dose.factorRange !== undefined) return;
    dose.appliesTo = appliesTo;
    if (low === high) dose.factor = low;
    else dose.factorRange = [low, high];
  };
  const range = String.raw`(\d+)(?:%)?(?:\s*[-–]\s*(\d+))?\s*%`;
  const match = (pattern: string): RegExpExecArray | null => new RegExp(pattern, 'i').exec(text);

  const remaining = match(
    String.raw`${range} of (?:the )?((?:lowest |standard |recommended |normal )*(?:starting|maintenance|standard) dose)`,
  );
  if (remaining) set(share(remaining[1]), share(remaining[2] ?? remaining[1]), target(remaining[3] ?? ''));

  const cut =
    match(
      String.raw`${range} (?:lower|reduction (?:of|in)|less than) (?:the |a )?((?:recommended |standard |typical |normal )*(?:starting|maintenance|daily|initial) ?dos)`,
    ) ?? match(String.raw`${range} (?:lower) ((?:starting|maintenance) dos)`);
  if (cut) set(round(1 - share(cut[2] ?? cut[1])), round(1 - share(cut[1])), target(cut[3] ?? ''));
  if (cut && /lower maintenance dose/i.test(text) && dose.appliesTo === 'starting-dose') dose.alsoAppliesTo = ['maintenance-dose'];
  const ceiling = match(String.raw`or ${range} of the maximum recommended dose`);
  if (ceiling) dose.maximumFactorRange = [share(ceiling[1]), share(ceiling[2] ?? ceiling[1])];
  const reduce = /reduce (starting|maintenance|daily) dose by (\d+)\s*%/i.exec(text);
  if (reduce) set(round(1 - share(reduce[2])), round(1 - share(reduce[2])), target(reduce[1] ?? ''));

  const raise = match(String.raw`increas(?:e|ing) (?:the )?((?:starting |target |maintenance |daily )*)dose by ${range}`);
  if (raise) {
    set(round(1 + share(raise[2])), round(1 + share(raise[3] ?? raise[2])), target(raise[1] ?? ''));
    if (/%\s*or more/i.test(text)) dose.atLeast = true;
  }
  const times = /increase starting dose (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?) times/i.exec(text);
  if (times) set(number(times[1]), number(times[2]), 'starting-dose');
  const fold = /reduce (?:starting |daily |normal daily )?doses? by (\d+)-fold/i.exec(text);
  if (fold) {
    dose.foldReduction = number(fold[1]);
    set(round(1 / number(fold[1])), round(1 / number(fold[1])), 'starting-dose');
  }
  if (/(?:thrice weekly|3 days\/week|three times (?:a|per) week)/i.test(text) && fold) dose.frequency = '3x/week';
}

/** Absolute doses in mg a day, caps and floors. */
function milligrams(text: string, dose: Figures): void {
  const cap = /prescribe ≤(\d+(?:\.\d+)?) ?mg/i.exec(text);
  if (cap) dose.maxStartMg = number(cap[1]);
  const limit = /limit dose to <(\d+) ?mg/i.exec(text);
  if (limit) dose.limitMg = number(limit[1]);
  const atMost = /limit dose to ≤(\d+) ?mg/i.exec(text);
  if (atMost) dose.maxDailyMg = number(atMost[1]);
  const perKg = /not exceed (\d+(?:\.\d+)?) ?mg\/kg\/day/i.exec(text);
  if (perKg) dose.maxMgPerKgPerDay = number(perKg[1]);
  const most = /maximum recommended dose of (\d+) ?mg/i.exec(text) ?? /titrate up to (\d+) ?mg total daily/i.exec(text);
  if (most) dose.maxDailyMg = number(most[1]);
  const start =
    /(?:decreased dose of|standard dosing \(|standard dose \(|dosing \(tamoxifen |initiate with a dose of) ?(\d+)(?: or (\d+))? ?mg\/day/i.exec(
      text,
    ) ?? /total daily dose of (\d+) to (\d+) ?mg/i.exec(text);
  if (start) {
    const [a, b] = [number(start[1]), number(start[2] ?? start[1])];
    dose.startMgPerDay = [Math.min(a, b), Math.max(a, b)];
  }
  const floor = /starting total daily dose of at least (\d+) ?mg/i.exec(text);
  if (floor) {
    dose.startMgPerDay = [number(floor[1]), number(floor[1])];
    dose.atLeast = true;
  }
  const kg = /initiate with a dose of (\d+(?:\.\d+)?) ?mg\/kg/i.exec(text);
  if (kg) dose.startMgPerKgPerDay = number(kg[1]);
  const next =
    /increase (?:dose )?to (\d+(?:\.\d+)?) ?mg(\/kg)?\/day/i.exec(text) ??
    /higher but FDA approved tamoxifen dose \((\d+) ?mg\/day/i.exec(text) ??
    /higher dose tamoxifen \((\d+) ?mg\/day/i.exec(text);
  if (next) dose[next[2] === '/kg' ? 'targetMgPerKgPerDay' : 'targetMgPerDay'] = number(next[1]);
  const from = /especially for (\d+) ?mg dose/i.exec(text);
  if (from) dose.cautionFromMgPerDay = number(from[1]);
  const caution =
    /especially (?:for|with) (?:pravastatin )?doses? >(\d+) ?mg/i.exec(text) ?? /daily (?:\w+ )?doses of (\d+) ?mg or more/i.exec(text);
  if (caution) dose.cautionAboveMgPerDay = number(caution[1]);
}

/** When the figure holds at all. */
function conditions(text: string, dose: Figures): void {
  const from = [...text.matchAll(/≥(\d+(?:\.\d+)? ?mg\/(?:kg|m2)\/day)/g)].map((found) => found[1] ?? '');
  if (from.length > 0) dose.ifStandardAtLeast = from;
  if (/chronic therapy \(>12 weeks\)/i.test(text)) dose.onlyIf = 'chronic therapy of more than 12 weeks, once it works';
  if (/H\. pylori/i.test(text)) dose.onlyIf = 'treatment of H. pylori infection or erosive oesophagitis';
  if (/first dose, use typical initial or loading dose/i.test(text)) dose.onlyIf = 'doses after a usual first or loading dose';
  const relative =
    dose.factor !== undefined || dose.factorRange !== undefined || dose.limitMg !== undefined || dose.maxDailyMg !== undefined;
  if (relative && /\bif (?:[\w-]+ ){1,5}(?:is|are) (?:warranted|clinically appropriate)|for tertiary amines/i.test(text))
    dose.onlyIf = 'the drug is used all the same';
  if (dose.targetMgPerDay !== undefined && /aromatase inhibitor (?:use is|therapy)|contraindications to aromatase/i.test(text))
    dose.onlyIf = 'an aromatase inhibitor is contraindicated';
}

/** Figures of tables that give no sentence (DPWG): percentOfStandard and factor are remaining shares already. */
export function doseFromFigures(json: string): DoseFigures | undefined {
  if (json === '') return undefined;
  const raw = JSON.parse(json) as Record<string, unknown>;
  const dose: Figures = {};
  const put = (value: unknown, scale: number, appliesTo: Target): void => {
    if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number') {
      dose.factorRange = [round(value[0] / scale), round(value[1] / scale)];
    } else if (typeof value === 'number') dose.factor = round(value / scale);
    else return;
    dose.appliesTo = appliesTo;
  };
  put(raw['percentOfStandard'], 100, 'standard-dose');
  put(raw['percentOfMaximum'], 100, 'maximum-dose');
  put(raw['factor'], 1, 'standard-dose');
  put(raw['factorRange'], 1, 'standard-dose');
  if (Array.isArray(raw['dosesMentioned'])) dose.mentioned = raw['dosesMentioned'].map(String);
  return Object.keys(dose).length === 0 ? undefined : dose;
}
