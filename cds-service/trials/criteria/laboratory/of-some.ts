/**
 * Limits that bind some patients only: a direct bilirubin where the total is too high, another INR under anticoagulation, another limit in Gilbert's
 * syndrome. Who misses a limit beside such words may be one of them; who keeps the first limit keeps what is asked.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { join, UNREAD, type Side } from '../requirements-together.ts';
import { ends } from '../deciding.ts';
import { OF_SOME as OF_A_PART } from '../one-way/reader.ts';

/** What is left of `asked` by the words that stand in the same criterion. */
export function boundToSome(asked: Requirement, text: string, side: Side): Requirement {
  let read = asked;
  if (side === 'inclusion') {
    if (DIRECT_WAY.test(text) && FOR_SOME.test(text) && !OF_A_PART.test(text)) read = byTotalOrDirect(read, !OTHER_LAB.test(text));
    if (ANTICOAGULATED.test(text) && CLOTTING_WORD.test(text)) read = atLeastFor(read, CLOTTING);
    if (labsIn(read).some(({ lab }) => COUNTS.includes(lab)) && ends(read)[0] && asksUnsupported(text)) read = join('all', [read, UNREAD]);
  }
  // "In three successive measurements": one electrocardiogram does not show it.
  return SEVERAL_TRACINGS.test(text) && /\bQT/i.test(text) ? openFor(read, side) : read;
}

const COUNTS: readonly string[] = ['haemoglobin', 'platelets', 'neutrophils', 'leukocytes'];
const GIVEN = String.raw`(?:(?:blood|platelet|red[- ]cell|RBC|PRBC|whole|partial|packed|product)s? )*(?:transfus\w+|growth[- ]factors?(?: support)?|G-?CSF|filgrastim|erythropoie\w+|EPO)`;
/** "Transfusions not allowed", "untransfused": the value must hold without, and a record seldom says so. */
const ASKS_UNSUPPORTED = new RegExp(
  String.raw`\bun-?(?:transfused|supported)\b|\b(?:transfusion|support|growth[- ]factor)[- ](?:in)?(?:independen\w+|free)\b|\b(?:no|not|without|absence of|free of) [^.;≥≤<>]{0,70}?\b${GIVEN}|\b${GIVEN}[^.;()≥≤<>]{0,60}\b(?:(?:not|never) (?:be )?(?:allowed|permitted|acceptable|given|received|administered|within|used|in the)|prohibited|excluded|forbidden)`,
  'i',
);
const LETS_SUPPORT =
  /\b(?:with or without|not (?:an? )?(?:exclu\w+|required|restrict\w+)|no (?:limit|restriction|requirement)\w*|regardless|irrespective)\b/i;
const asksUnsupported = (text: string): boolean => ASKS_UNSUPPORTED.test(text) && !LETS_SUPPORT.test(text);

const CLOTTING = ['INR', 'PT', 'aPTT'];
const CLOTTING_WORD = /\bINR\b|PTT\b|\bprothrombin\b|\bthromboplastin\b|normali[sz]ed ratio/i;
const ANTICOAGULATED = /anti-?coagul|warfarin|coumadin|coumarin|\bheparin|vitamin K antagonist|therapeutic range/i;
const DIRECT_WAY =
  /bilirubin\b[^]*?(?:[.;,(]|\bor\b|\bwith\b)[^]*?\b(?:direct|conjugated) bilirubin\b|bilirubin\b[^]*?[.;][^]*?\bbilirubin \(direct\)/i;
const FOR_SOME = /gilbert|\b(?:patients?|subjects?|participants?|those|individuals) (?:with|who|whose)\b|\bif\b|\bwhen\b|\bor\b/i;
const OTHER_LAB = /\b(?:ALT|AST|transaminases?|aminotransferases?|ALP|alkaline|creatinine|clearance|GFR|platelets?|neutrophils?|ANC|albumin|ha?emoglobin|INR|LDH)\b/i; // prettier-ignore
const SEVERAL_TRACINGS = /\b(?:successive|consecutive|separate|repeat\w*)\b/i;

/** "Total ≤ 1.5 x ULN; direct ≤ ULN for subjects with a total above it": the total within its limit is enough; above it, the direct one may be within its own. */
function byTotalOrDirect(asked: Requirement, alone: boolean): Requirement {
  const total = strictest(asked);
  if (total === null) return asked;
  const way = join('any', [total, UNREAD]);
  if (alone && namesOnly(asked, ['bilirubin', 'direct-bilirubin'])) return way;
  return mapped(asked, (one) =>
    one.kind !== 'lab' || !['bilirubin', 'direct-bilirubin'].includes(one.lab) || (one.bound !== 'max' && one.bound !== 'below')
      ? null
      : way,
  );
}
function strictest(asked: Requirement): Requirement | null {
  let found: Extract<Requirement, { kind: 'lab' }> | null = null;
  for (const one of labsIn(asked)) {
    if (one.lab !== 'bilirubin' || (one.bound !== 'max' && one.bound !== 'below')) continue;
    if (found !== null && found.uln !== one.uln) return null;
    if (found === null || one.value < found.value) found = one;
  }
  return found;
}
function namesOnly(asked: Requirement, labs: readonly string[]): boolean {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.every((one) => namesOnly(one, labs));
  return asked.kind === 'unread' || asked.kind === 'condition' || (asked.kind === 'lab' && labs.includes(asked.lab));
}
function labsIn(asked: Requirement): Extract<Requirement, { kind: 'lab' }>[] {
  if (asked.kind === 'all' || asked.kind === 'any') return asked.of.flatMap(labsIn);
  return asked.kind === 'lab' ? [asked] : [];
}

/** `change` gives what stands for a requirement, or null for what stays. */
function mapped(asked: Requirement, change: (one: Requirement) => Requirement | null): Requirement {
  const other = change(asked);
  if (other !== null) return other;
  return asked.kind === 'all' || asked.kind === 'any' ? { ...asked, of: asked.of.map((one) => mapped(one, change)) } : asked;
}
function atLeastFor(asked: Requirement, labs: readonly string[]): Requirement {
  return mapped(asked, (one) => (one.kind === 'lab' && labs.includes(one.lab) ? join('any', [one, UNREAD]) : null));
}
function openFor(asked: Requirement, side: Side): Requirement {
  return mapped(asked, (one) => (one.kind === 'lab' && one.lab === 'QTc' ? join(side === 'inclusion' ? 'any' : 'all', [one, UNREAD]) : null)); // prettier-ignore
}

interface Line {
  readonly kind: Side;
  readonly text: string;
}

/** A line that speaks of some of the patients: "If on anticoagulant therapy: …", "Subjects with Gilbert's syndrome: …". */
const SPEAKS_OF_SOME =
  /^[\W\d]*(?:if|for|in|when|where|exceptions?|except|unless|notes?|this applies|(?:patients?|subjects?|participants?|those|individuals?) (?:with|who|on|receiving|taking|having|whose))\b/i;
const WHO_THEY_ARE =
  /gilbert|anti-?coagul|warfarin|coumadin|\bheparin|(?:liver|hepatic|bone|marrow)[- ](?:metast|mets\b|involv|disease)|hyperbilirubin/i;
const GROUPS: readonly (readonly [labs: readonly string[], words: RegExp])[] = [
  [['bilirubin', 'direct-bilirubin'], /bilirubin|gilbert/i],
  [['ALT', 'AST'], /\bALT\b|\bAST\b|transaminase|aminotransferase|SG[OP]T/i],
  [['ALP'], /\bALP\b|alkaline phosphatase/i],
  [CLOTTING, /\bINR\b|PTT\b|\bPT\b|prothrombin|anti-?coagul|warfarin/i],
  [['platelets'], /\bplatelet/i],
  [['neutrophils'], /neutrophil|\bANC\b/i],
  [['haemoglobin'], /ha?emoglobin/i],
];
const LIMIT = /[≥≤<>]|=</;
const ALLOWS = /[≥≤<>]|=<|\brange|permitted|allowed|eligible|\bappl(?:y|ies)\b|exempt/i;
/** So far above a line on some patients stands the limit that it is an exception to. */
const ABOVE = 3;

/** What is asked in the line at `at`, where it, or a line beneath it, is meant for some patients. */
export function besideLinesOfSome(asked: Requirement, at: number, lines: readonly Line[]): Requirement {
  const own = lines[at];
  if (own?.kind !== 'inclusion' || labsIn(asked).length === 0) return asked;
  if (SPEAKS_OF_SOME.test(own.text) && WHO_THEY_ARE.test(own.text)) return join('any', [asked, UNREAD]);
  let read = asked;
  for (const [n, below] of lines.slice(at + 1, at + 1 + ABOVE).entries()) {
    if (below.kind !== 'inclusion') break;
    if (!SPEAKS_OF_SOME.test(below.text) || !WHO_THEY_ARE.test(below.text) || !ALLOWS.test(below.text)) continue;
    const named = GROUPS.filter(([, words]) => words.test(below.text));
    for (const [labs] of named) read = atLeastFor(read, labs);
    // "If the liver is involved: ≤ 3 x ULN" names no value: it is the one above.
    if (n === 0 && named.length === 0 && LIMIT.test(below.text)) read = join('any', [read, UNREAD]);
  }
  return read;
}
