/** Approved choices as a card names them: one line per directed drug, its chemotherapy or hormone partners joined, in the report's order. */
import { reasonsOf } from '../oncology/index.ts';
import type { PatientReport, TherapyMatch } from '../report/types.ts';

export interface Choice {
  /** Directed drugs, lower case: `osimertinib`, `amivantamab with lazertinib`; `amivantamab with chemotherapy` where no label has it alone. */
  readonly name: string;
  /** The same with its partners: `osimertinib alone, or with pemetrexed and carboplatin or cisplatin`. */
  readonly text: string;
  /** The label's line or setting as the detail says it; `on file` where the chart shows it. */
  readonly setting?: string;
  /** The same where the chart does not show it: part of the advice, in the first line too. */
  readonly condition?: string;
  readonly rows: readonly TherapyMatch[];
}

/** Drugs that accompany directed ones: chemotherapy, hormones, anti-angiogenic antibody. */
const PARTNERS = new Set([
  'carboplatin', 'cisplatin', 'oxaliplatin', 'pemetrexed', 'paclitaxel', 'docetaxel', 'gemcitabine', 'irinotecan', 'fluorouracil', 'capecitabine',
  'cytarabine', 'daunorubicin', 'idarubicin', 'azacitidine', 'letrozole', 'anastrozole', 'exemestane', 'tamoxifen', 'fulvestrant', 'abiraterone',
  'enzalutamide', 'bevacizumab', 'ramucirumab', 'prednisone',
]); // prettier-ignore

/**
 * Approved, not spoken against by another finding (in this report or by emerging resistance), and not ruled out by the line of therapy. A
 * regimen that two labels give (its own tumour and any solid tumour) is named once.
 */
export function approvedChoices({ oncology }: PatientReport): Choice[] {
  const failing = new Map<string, Set<string>>();
  for (const { therapies, variant } of oncology.emerging ?? []) {
    for (const { name } of therapies) failing.set(name.toLowerCase(), (failing.get(name.toLowerCase()) ?? new Set()).add(variant));
  }
  const fails = ({ therapy, variants }: TherapyMatch) =>
    therapy.some(({ name }) => {
      const by = failing.get(name.toLowerCase());
      return by !== undefined && !variants.some((id) => by.has(id));
    });
  const offered = oncology.therapies.filter(
    (row) => row.approved && row.effect === 'sensitivity' && row.resisted === undefined && row.settingStanding !== 'against' && !fails(row),
  );
  // Preclinical doubt alone takes a choice off the card only where another is left.
  const sure = offered.filter((row) => !reasonsOf(row).some(({ kind }) => kind === 'doubt'));
  const groups = new Map<string, TherapyMatch[]>();
  for (const row of sure.length > 0 ? sure : offered) {
    const key = directed(row).join('+');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map(toChoice);
}

/** Of these choices the one whose directed drugs are all taken now: `osimertinib`, `dabrafenib and trametinib`; null where none is. */
export function choiceTaken(
  choices: readonly Choice[],
  { orders, taken = [] }: PatientReport,
): { readonly choice: Choice; readonly drugs: string } | null {
  const now = new Set(
    [...orders.filter(({ status }) => status === 'active'), ...taken.filter(({ role }) => role === 'current')].flatMap(({ ingredients }) =>
      ingredients.map(({ name }) => name.toLowerCase()),
    ),
  );
  for (const choice of choices) {
    const [first] = choice.rows;
    const own = first === undefined ? [] : names(first).filter((drug) => !PARTNERS.has(drug));
    if (own.length > 0 && own.every((drug) => now.has(drug))) return { choice, drugs: anyOrAll(own, 'and') };
  }
  return null;
}

function names({ therapy }: TherapyMatch): string[] {
  return therapy.map(({ name }) => name.toLowerCase());
}
function directed(row: TherapyMatch): string[] {
  const own = names(row).filter((name) => !PARTNERS.has(name));
  return own.length > 0 ? own : names(row);
}

function toChoice(rows: readonly TherapyMatch[]): Choice {
  const [first] = rows;
  if (!first) throw new Error('a choice has at least one row');
  // A later label of the same regimen (any solid tumour, a further line) adds nothing to the first.
  const regimens = [...new Map(rows.map((row) => [names(row).sort().join('+'), row])).values()];
  const leading = rows.filter(({ setting }) => setting === first.setting);
  const partners = regimens
    .filter((row) => row.setting === undefined || leading.some((other) => other.setting === row.setting) || leading.length === rows.length)
    .map((row) => names(row).filter((drug) => PARTNERS.has(drug) && !directed(first).includes(drug)));
  return {
    name: inFull(directed(first), partners),
    text: withPartners(directed(first), partners),
    ...(first.setting === undefined ? {} : { setting: settingOf(first) }),
    ...(first.setting === undefined || rows.some(isFree) ? {} : { condition: first.setting }),
    rows,
  };
}

/** A label without a line, or one whose line the chart shows. */
function isFree({ setting, settingStanding }: TherapyMatch): boolean {
  return setting === undefined || settingStanding === 'shown';
}
function settingOf({ setting = '', settingStanding }: TherapyMatch): string {
  return settingStanding === 'shown' ? `${setting}: on file` : setting;
}

/** `a`, `a with b`, `a with b and c`. */
function together([first = '', ...rest]: readonly string[]): string {
  return rest.length === 0 ? first : `${first} with ${anyOrAll(rest, 'and')}`;
}
function anyOrAll(items: readonly string[], word: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

const ENDOCRINE = new Set(['letrozole', 'anastrozole', 'exemestane', 'tamoxifen', 'fulvestrant']);
const NOT_CHEMOTHERAPY = new Set([...ENDOCRINE, 'abiraterone', 'enzalutamide', 'bevacizumab', 'ramucirumab', 'prednisone']);
/** The short name says when no label has the drugs alone: `amivantamab with chemotherapy`, `talazoparib with enzalutamide`. */
function inFull(drugs: readonly string[], partners: readonly (readonly string[])[]): string {
  if (partners.length === 0 || partners.some((list) => list.length === 0)) return together(drugs);
  const all = partners.flat();
  if (!all.some((drug) => NOT_CHEMOTHERAPY.has(drug))) return together([...drugs, 'chemotherapy']);
  // That a CDK4/6 inhibitor goes with a hormone needs no word in the first line.
  if (all.every((drug) => ENDOCRINE.has(drug))) return together(drugs);
  const [first = []] = partners;
  return together([...drugs, ...first.filter((drug) => partners.every((list) => list.includes(drug)))]);
}

/** `osimertinib alone, or with pemetrexed and carboplatin or cisplatin`; `encorafenib and cetuximab, alone or with fluorouracil`. */
function withPartners(drugs: readonly string[], partners: readonly (readonly string[])[]): string {
  const some = partners.filter((list) => list.length > 0);
  if (some.length === 0) return together(drugs);
  const common = (some[0] ?? []).filter((drug) => some.every((list) => list.includes(drug)));
  const rests = some.map((list) => list.filter((drug) => !common.includes(drug)));
  const options = anyOrAll(
    [...new Set(rests.map((list) => anyOrAll(list, 'and')))].filter((text) => text !== ''),
    'or',
  );
  const joined = anyOrAll(
    [...common, options].filter((text) => text !== ''),
    'and',
  );
  const alone = some.length < partners.length;
  return drugs.length > 1
    ? `${anyOrAll(drugs, 'and')}, ${alone ? 'alone or ' : ''}with ${joined}`
    : `${together(drugs)} ${alone ? 'alone, or ' : ''}with ${joined}`;
}
