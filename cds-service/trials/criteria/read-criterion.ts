/**
 * Reads one criterion into a requirement. Recognised stretches become atoms; what stands between them decides how they belong together
 * ("and", "or", "no"), and whatever is left over keeps the criterion partly open: leftovers can make it unknown, never certain.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { Atom, ReadingContext, Recogniser } from './atom.ts';
import { readableText } from './clean-text.ts';
import { DISEASE } from './disease.ts';
import { laboratory } from './laboratory.ts';
import { MOLECULAR } from './molecular.ts';
import { PATIENT_STATE } from './patient-state.ts';
import { TREATMENT, withoutWindow } from './treatment.ts';

const RECOGNISERS: readonly Recogniser[] = [...TREATMENT, laboratory, ...PATIENT_STATE, ...MOLECULAR, ...DISEASE];
const GAP = '\u0001';
export const UNREAD: Requirement = { kind: 'unread' };

/** Settled at the visit, not in a chart. */
const SOFT =
  /\b(?:informed consent|consent form|willing(?:ness)?|able to (?:comply|understand|swallow|provide|give|read|complete|tolerate)|ability to (?:comply|understand|swallow|provide|read)|agree(?:s|ment)? to|contracepti(?:on|ve)|abstinence|abstain|investigator'?s? (?:opinion|judge?ment|discretion)|(?:opinion|judge?ment|discretion) of the (?:\w+ )?investigator|life expectancy|expected survival|tissue (?:sample|block|available|specimen)|(?:archival|fresh|biopsy) (?:tumou?r )?(?:tissue|sample|material)|compliance|geographic|legally authorized|insurance|language|telephone|internet|smartphone)\b/i;

/** Words that make a criterion hold under conditions, for some patients, or in a way only a person can weigh. */
const CONDITIONAL =
  /\b(?:unless|except(?:ion|ions|ing)?|excluding|other than|if|when(?:ever)?|while|cohorts?|arms?|parts?|sub-?stud(?:y|ies)|phase|groups?|stratum|strata|escalation|expansion|provision|samples?|specimens?|biops(?:y|ies)|collected|archival|consented|about to|subsequently|previously (?:healthy|enrolled)|enrolled|allowed|permitted|acceptable|eligible|ineligible|excluded|note|regardless|irrespective|whether|whose|may|can|cannot|family|relatives?|caregivers?|partner|donors?|spouse|at risk|high risk|risk (?:of|for|factors?)|suspected|either of|in (?:patients|participants|subjects|women|men|those|case)|for (?:patients|participants|subjects|women|men|those)|respectively|only|such as|e\.g\.?|eg|including|i\.e\.?|defined|considered|prophyla\w+|curative|remission|combination|planned|candidates?|healthy|volunteers?|survivors?|children|parents?|must not|not be|not required|not applicable|provided)\b/i;
/** "Patients with HCC must have …": the disease is the condition, not what is asked. */
const SUBJECT =
  /^(?:all |for )?(?:patients?|participants?|subjects?|women|men|females?|males?|individuals?|those|persons?|adults?)\b.{0,160}?\b(?:must|should|are required|is required|need|needs|have to|has to|will|who (?:have|has|had|are|were|progress|received))\b/i;

const SENTENCE_BOILERPLATE: readonly RegExp[] = [
  /\b(?:men|males?)(?: (?:and|or|and\/or|&) |\/)(?:non-?pregnant )?(?:wom[ae]n|females?)\b|\b(?:wom[ae]n|females?)(?: (?:and|or|and\/or|&) |\/)(?:men|males?)\b|\b(?:of )?(?:either|any|both) (?:sex(?:es)?|genders?)\b/gi,
  /\b(?:must|should|will|need to|has to|have to) (?:have|be|has|show|demonstrate)\b(?! no\b| not\b)/gi,
  /\b(?:histolog\w*|cytolog\w*|patholog\w*|radiolog\w*|molecular\w*|biopsy|microscopic\w*|clinical\w*)(?:(?:,? (?:and\/or|or|and) |\/|, |[- ])(?:histolog\w*|cytolog\w*|patholog\w*|radiolog\w*|molecular\w*|biopsy|microscopic\w*|clinical\w*))*[- ]+(?:confirmed|proven|documented|verified|diagnosed|confirmation|diagnosis|evidence|established|determined)(?: (?:and|or) (?:confirmed|documented))?/gi,
  /\((?:AJCC|UICC|TNM|appendix|see|per|according to|by|as per|ECOG|PS|RECIST|CTCAE|NCI|FIGO|WHO)[^()]{0,60}\)/gi,
  /\((?:[A-Za-z0-9+/-]{1,10})\)/g,
  /\b(?:at|prior to|before|within \d+ (?:days|weeks)(?: (?:of|prior to|before))?) (?:the )?(?:time of |first dose(?: of study (?:drug|treatment|intervention))?|screening|enrol?lment|registration|randomi[sz]ation|study entry|baseline|day 1|cycle 1 day 1|C1D1)(?: (?:visit|into the study))?/gi,
  /\b(?:as (?:determined|assessed|measured|detected|documented|demonstrated) by|determined by|detected by|assessed by|confirmed by|documented by|by) (?:a |an |the )?(?:local |central |validated |accredited |certified |CLIA[- ]certified |standard )*(?:laboratory|lab|NGS|next[- ]generation sequencing|IHC|immunohistochemistry|FISH|PCR|sequencing|testing|tests?|assays?)(?: testing| tests?| assays?)?\b/gi,
  /\b(?:at|on|by) (?:the )?time of (?:signing|informed consent|consent|enrol?lment|screening)(?: (?:the )?(?:informed )?consent(?: form)?(?: \(ICF\))?)?/gi,
];
const FILLER = new Set(
  'a an the of with at in on is are be being been have has having had must should patient patients participant participants subject subjects individuals individual person persons diagnosis diagnosed diagnoses diagnostic documented document known history confirmed confirm proven disease status state evidence presence present positive presents who that which any active current currently count level levels value adequate defined as follows following meeting harboring harbouring carrying bearing expressing tumor tumour tumors carcinoma cancer for their his her treated treatment therapy therapies received receive receiving prior previous previously to by from systemic gene genes mutation mutations old age aged years inclusive type patients- this study performance score scale criterion criteria documentation written eligible disease- histology local testing test tests results result serum blood normal range institutional limits limit x time times first dose screening enrollment enrolment registration regimen agent agents exposure'.split(
    ' ',
  ),
);
/** Filler that only means nothing beside other things than treatment. */
const TREATMENT_FILLER = new Set([
  'one',
  '1',
  '≥',
  '≥1',
  'prior',
  'previous',
  'previously',
  'treated',
  'treatment',
  'therapy',
  'therapies',
  'received',
  'receive',
  'receiving',
  'systemic',
  'exposure',
  'regimen',
  'agent',
  'agents',
  'history',
]);

const NEGATION =
  /\b(?:no|not|without|absence of|free of|free from|never|lack of|lacking|negative for|none|neither|nor|cannot|denies|absent)\b/gi;

export interface ReadCriterion {
  readonly requirement: Requirement;
  readonly hard: boolean;
  /** Kinds of what was recognised; for the coverage figures. */
  readonly atoms: readonly Atom[];
}

export function readCriterion(text: string, context: ReadingContext): ReadCriterion {
  const readable = readableText(text);
  if (readable.length > 3_000) return { requirement: UNREAD, hard: true, atoms: [] };
  const atoms = findAtoms(readable, context);
  const soft = SOFT.test(readable);
  if (atoms.length === 0) return { requirement: UNREAD, hard: !soft, atoms };
  const asked = whatIsAsked(readable, atoms);
  return {
    requirement: asked,
    hard: !soft || atoms.some(({ requirement }) => requirement.kind !== 'pregnant' && requirement.kind !== 'breastfeeding'),
    atoms,
  };
}

function findAtoms(text: string, context: ReadingContext): Atom[] {
  const taken: Atom[] = [];
  // What one recogniser has claimed, the later ones see as a gap.
  let left = text;
  const lower = text.toLowerCase();
  for (const recognise of RECOGNISERS) {
    if (recognise.needs !== undefined && !recognise.needs.some((word) => lower.includes(word))) continue;
    for (const atom of recognise(left, context)) {
      if (left.slice(atom.start, atom.end).includes(GAP)) continue;
      taken.push(atom);
      left = left.slice(0, atom.start) + GAP.repeat(atom.end - atom.start) + left.slice(atom.end);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

function whatIsAsked(text: string, atoms: readonly Atom[]): Requirement {
  const open = mentionedOnly(atoms);
  const bare = masked(text, atoms);
  const firstAtom = atoms[0]?.start ?? 0;
  const subject = SUBJECT.exec(text);
  if (
    subject &&
    subject[0].length > firstAtom &&
    !/^(?:all |for )?(?:\w+) (?:must|should|will|need|needs|have to|has to)\b/i.test(subject[0])
  )
    return open;
  if (CONDITIONAL.test(bare) || /@[^@]{0,80}:|\[[^\]]*@|^\W*[IVX]{1,4}\.\s/.test(bare.replace(/@\d+@/g, '@'))) return open;
  if (hardToPlace(text, atoms)) return open;
  const parts = bare.split(/(?:[.;](?=\s|$))+/).filter((part) => part.trim() !== '');
  if (parts.length > 1 && atoms.some(({ requirement }) => requirement.kind === 'tumour')) return open;
  const read = parts.map((part) => clause(part, atoms));
  if (read.some((one) => one === null)) return open;
  const asked = read.filter((one) => one !== null);
  return join('all', asked);
}

const WINDOW = /(?:[≤<]|within)\s*(?:the (?:last|past) )?\d+\s*(?:days?|weeks?|months?|years?)|half-li/i;
const HISTORY = /\b(?:history|ever|never|previous(?:ly)?|prior|exposure|discretion|lesions?)\b/i;

/**
 * What the parts say alone is not what they say together: treatment "for metastatic disease" (it may have been given before it spread), treatment
 * within a time, a tumour of the past, several stages with "and".
 */
function hardToPlace(text: string, atoms: readonly Atom[]): boolean {
  const has = (...kinds: readonly string[]): boolean =>
    atoms.some(({ requirement }) => kinds.includes(requirement.kind === 'not' ? requirement.of.kind : requirement.kind));
  const treated = has('treated', 'lines');
  if (treated && has('extent', 'stage', 'tumour')) return true;
  if (
    treated &&
    WINDOW.test(text) &&
    !atoms.some(({ requirement }) => requirement.kind === 'treated' && requirement.withinDays !== undefined)
  )
    return true;
  if (has('tumour', 'extent') && HISTORY.test(text)) return true;
  return atoms.filter(({ requirement }) => requirement.kind === 'stage').length > 1;
}

/** Mentioned, but not in a way that was understood: unknown whatever the patient has. */
function mentionedOnly(atoms: readonly Atom[]): Requirement {
  const asked = atoms.map(({ requirement }) => requirement);
  return { kind: 'all', of: [{ kind: 'any', of: [...asked, UNREAD] }, UNREAD] };
}

/** The text with `@n@` for the nth atom and without phrases that say nothing about the patient. */
function masked(text: string, atoms: readonly Atom[]): string {
  let out = '';
  let at = 0;
  atoms.forEach((atom, index) => {
    out += `${text.slice(at, atom.start)} @${index}@ `;
    at = atom.end;
  });
  out += text.slice(at);
  for (const pattern of SENTENCE_BOILERPLATE) out = out.replace(pattern, (phrase) => (phrase.includes('@') ? phrase : ' '));
  return atoms.some(({ requirement }) => requirement.kind === 'treated' && requirement.withinDays !== undefined) ? withoutWindow(out) : out;
}

type Token = { readonly kind: 'atom'; readonly of: Requirement } | { readonly kind: 'or' | 'and' | 'comma' | 'words' };

/** Null: not understood how the parts belong together. */
function clause(part: string, atoms: readonly Atom[]): Requirement | null {
  const negations = [...part.matchAll(NEGATION)];
  if (negations.length > 1) return null;
  const [negation] = negations;
  if (!negation) return group(part, atoms);
  const before = part.slice(0, negation.index);
  const after = group(part.slice(negation.index + negation[0].length), atoms);
  if (after === null) return null;
  // "EGFR mutation not known": a negation behind everything turns what stands before it.
  if (!/@/.test(part.slice(negation.index))) return null;
  const turned: Requirement = { kind: 'not', of: after };
  if (!/@/.test(before))
    return /\bor\b/i.test(before)
      ? null
      : /^(?:must|should|do|does|did|have|has|had|patients?|participants?|subjects?|\W)*$/i.test(
            before.replace(/\b(?:women|men|and|who|are|is|evidence|be)\b/gi, ''),
          )
        ? turned
        : join('all', [turned, UNREAD]);
  const first = group(before.replace(/\b(?:and|but)\s*$/i, ''), atoms);
  return first === null || /\bor\s*$/i.test(before) ? null : join('all', [first, turned]);
}

function group(part: string, atoms: readonly Atom[]): Requirement | null {
  const treats =
    /@\d+@/.test(part) &&
    [...part.matchAll(/@(\d+)@/g)].some(([, n]) => ['treated', 'lines', 'not'].includes(atoms[Number(n)]?.requirement.kind ?? ''));
  const tokens: Token[] = [];
  for (const [word] of part.matchAll(/@\d+@|and\/or|\/|,|[^\s,/@]+/g)) {
    const lower = word === '≥' ? word : word.toLowerCase().replace(/^[^\w@+]+|[^\w@+]+$/g, '');
    const n = /^@(\d+)@$/.exec(word);
    const atom = n ? atoms[Number(n[1])] : undefined;
    if (atom) tokens.push({ kind: 'atom', of: atom.requirement });
    else if (word === '/' || word === 'and/or' || lower === 'or') tokens.push({ kind: 'or' });
    else if (word === ',') tokens.push({ kind: 'comma' });
    else if (lower === 'and' || lower === '&') tokens.push({ kind: 'and' });
    else if (lower === '' || (TREATMENT_FILLER.has(lower) ? treats : FILLER.has(lower))) continue;
    else if (tokens.at(-1)?.kind !== 'words') tokens.push({ kind: 'words' });
  }
  while (['comma', 'and', 'or'].includes(tokens[0]?.kind ?? '')) {
    if (tokens[0]?.kind === 'or') return null;
    tokens.shift();
  }
  while (['comma', 'and'].includes(tokens.at(-1)?.kind ?? '')) tokens.pop();
  if (tokens.at(-1)?.kind === 'or') return null;
  return arrange(tokens);
}

/** "A or B C" is (A or B) C only where A and B are of one kind; other mixtures of "and" and "or" are left open. */
function arrange(tokens: readonly Token[]): Requirement | null {
  const hasOr = tokens.some(({ kind }) => kind === 'or');
  const value = (token: Token): Requirement => (token.kind === 'atom' ? token.of : UNREAD);
  const leaves = tokens.filter(({ kind }) => kind === 'atom' || kind === 'words');
  if (!hasOr) {
    // Two tumour types with "and" are alternatives, or two groups of patients.
    const types = new Set(leaves.map(value).flatMap((one) => (one.kind === 'tumour' ? [one.oncotree ?? one.doid ?? one.name] : [])));
    return types.size > 1 ? null : join('all', leaves.map(value));
  }
  const separated = tokens.every((token, at) => {
    const next = tokens[at + 1];
    return !next || !isLeaf(token) || !isLeaf(next);
  });
  if (separated && !tokens.some(({ kind }) => kind === 'and')) return join('any', leaves.map(value));
  const groups: Requirement[] = [];
  let run: Requirement[] = [];
  let linked = false;
  for (const token of tokens) {
    if (isLeaf(token)) {
      if (!linked && run.length > 0) {
        groups.push(join('any', run));
        run = [];
      }
      run.push(value(token));
      linked = false;
    } else if (token.kind === 'or') linked = true;
    else if (token.kind === 'comma' && run.length > 0) {
      linked = commaListEndsInOr(tokens, token);
      if (!linked) return null;
    }
  }
  if (run.length > 0) groups.push(join('any', run));
  const sound = groups.every((one) => one.kind !== 'any' || new Set(one.of.map(family)).size === 1);
  return sound ? join('all', groups) : null;
}
/** In "A, B or C D" the commas count as "or"; in "A, B" they do not. */
function commaListEndsInOr(tokens: readonly Token[], comma: Token): boolean {
  for (let at = tokens.indexOf(comma) + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'or') return true;
    if (token?.kind === 'and') return false;
    if (token && isLeaf(token) && tokens[at + 1] && isLeaf(tokens[at + 1] ?? token)) return false;
  }
  return false;
}
function isLeaf({ kind }: Token): boolean {
  return kind === 'atom' || kind === 'words';
}
/** Extent and stage speak of the same thing; so do all molecular findings. */
function family(requirement: Requirement): string {
  if (requirement.kind === 'extent' || requirement.kind === 'stage' || requirement.kind === 'unread') return 'extent';
  if (requirement.kind === 'pregnant' || requirement.kind === 'breastfeeding') return 'pregnancy';
  if (requirement.kind === 'all' || requirement.kind === 'any') return family(requirement.of[0] ?? UNREAD);
  return requirement.kind === 'not' ? family(requirement.of) : requirement.kind;
}

/** One level less where a list has one member; equal members once. */
export function join(kind: 'all' | 'any', of: readonly Requirement[]): Requirement {
  const seen = new Map(of.map((one) => [one.kind === 'unread' ? `unread ${one.ask ?? ''}` : JSON.stringify(one), one]));
  const members = [...seen.values()];
  const [only] = members;
  return members.length === 1 && only ? only : { kind, of: members };
}
