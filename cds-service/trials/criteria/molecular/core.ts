/**
 * A criterion that asks for a finding and for more than was understood: the finding alone decides one way. Inclusion: whoever certainly does not have it
 * is certainly out. Exclusion: whoever certainly does not have it is certainly not excluded. Null wherever the finding may be one of several ways, a
 * condition, an exception, a permission, or the target of a drug.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { contradictory, family, join, plainly, saysNegative, UNREAD, type Side } from '../requirements-together.ts';
import type { Atom } from '../atom.ts';
import { molecularEnough } from './enough.ts';

/** "ii. HER2 positive": a short point of a numbered list without a verb may be one of several groups. */
const OF_A_GROUP =
  /^\W*(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]\s+(?:(?!\b(?:must|should|have|has|had|is|are|confirmed|documented|known|patients?|participants?|subjects?)\b)[^.;:]){1,60}$/i;
/** Words that make of a finding something other than what is asked for. */
const LOOSE =
  /\b(?:if|although|though|likely to|unlikely|usually|often|typically|when|whenever|whether|unless|except\w*|exclud\w*|other than|apart from|aside from|regardless|irrespective|independent(?:ly)? of|may|might|can|could|allowed|permitted|acceptable|(?<!to be )eligible|eligibility|qualif\w*|candidates?|cohorts?|arms?|parts?|phase|groups?|stratum|strata|sub-?(?:study|protocol)\w*|steps?|dose[- ](?:escalation|expansion)|expansion|e\.?g\.?|such as|for example|i\.e|not limited to|for (?:patients|participants|subjects|women|men|those|tumou?rs)|in (?:patients|participants|subjects|women|men|those|case)|status|unknown|not required|optional|prefer\w*|test(?:ing)? (?:for|of)|must be tested|family|relatives?|donors?|child|children|mother|father|siblings?|high[- ]risk|risk|carriers?|should be considered|determine whether|depending|versus|vs|mean(?:s|ing)|trials?|screened|(?:for|to) (?:the )?(?:detect|determin|confirm|assess|analys|evaluat)\w*|equivocal|otherwise|approv\w+ (?:drug|therap|treatment|target)\w*|matched|only|discordan\w*|conver\w*|those|lesions?)\b|\*|^\W*\[/i;
/** "drugs that target KRAS G12C": of the drug, not of the tumour. */
const TARGET =
  /\b(?:target(?:s|ed|ing)?|against|anti|inhibit\w*|directed|directed (?:at|to|against)|specific (?:for|to)|treatments? (?:for|of|targeting)|therap(?:y|ies) (?:for|of|targeting))[- ]*(?:the |an? |any )*$/i;
const FOR_DRUGS =
  /^[- ]*(?:inhibit\w*|targeted|directed|TKIs?|antibod\w*|antagonist\w*|degrad\w*|blockade|agents?|therap\w*|drugs?|vaccin\w*|targets?\b|CAR|signal\w*|pathway)/i;
const MODAL = /\b(?:requires?|must|should|shall|will|needs?|required|has to|have to|are to|is to)\b/i;
/** "Adenocarcinoma patients must not have …", "patients with … must have …": asked of them only. */
const OF_SOME =
  /(?:@[tx]@ (?:patients|participants|subjects|cohort)|\b(?:patients?|participants?|subjects?|those|wom[ae]n|men|females?|males?|individuals|tumou?rs)\s+(?:with|who|whose|having|on|in|that)\b).*\b(?:must|should|needs?|have to|has to|required)\b/i;
const NEGATION = /\b(?:no|not|without|absence|lack\w*|free|never|negative|none|neither|nor|cannot|absent|non|undetect\w*|unmutated)\b/i;
const DENIED =
  /\b(?:no|without|absence of|free of|free from|lack of|lacking|lacks?|negative for|(?:do|does|must|should|is|are) not (?:have|harbou?r|carry|be positive for)|not (?:have|harbou?r|carry))(?: (?:an?|any|the|known|documented|evidence of|presence of|detectable|confirmed|of|activating|sensiti[sz]ing|actionable|targetable|driver|oncogenic|genomic|somatic|previously|identified))*\s*$/i;

/** Words on both sides of an "or" that name two ways of the same thing. */
const SAME = String.raw`(?:histolog\w*|cytolog\w*|patholog\w*|radiolog\w*|clinical\w*|biops\w*|microscop\w*|molecular\w*|tissue|tumou?r|blood|plasma|serum|ctDNA|cfDNA|saliva|primary|metasta\w*|metastatic|recurrent|relapsed|refractory|advanced|unresectable|inoperable|non-?resectable|unresected|resected|locally|regional\w*|local\w*|central\w*|institutional|commercial|academic|NGS|PCR|RT-PCR|qPCR|ddPCR|IHC|ISH|FISH|DISH|CISH|sequencing|immunohistochemistry|hybridi[sz]ation|next-generation|archival|archived|fresh|recently|newly|new|progressive|persistent|incurable|intolerant|intolerance|progressed|progression|equivalent|CLIA|CAP|certified|accredited|approved|validated|men|women|males?|females?|DNA|RNA|exome|genome|assay|test|panel|laborator(?:y|ies)|surgical|surgery|excision|resection|block|slides|visceral|solid|soft|definitive|curative|chemotherapy|radiation|radiotherapy|lobular|ductal|later|greater|more|higher|older|above|clinically|stage|\d[a-z]?|I{1,3}[ABC]?|IV[ABC]?|@e@)`;
const SAME_OR = new RegExp(
  String.raw`(?<![\w@])(${SAME}),? (?:and\/or|or\/and|or) (?:an? |the |by |via |in |from |using |on |with |as |any )*(?=${SAME}(?![\w@]))`,
  'gi',
);
/** Behind the finding: how it was shown, how far the disease has come, what was tried before. */
const TAIL =
  /\b(?:that|which|who|whose|with|after|following|for (?:which|whom)|not (?:amenable|suitable|curable)|amenable|without|as (?:determined|assessed|documented|confirmed|defined|detected|measured|evaluated|identified|demonstrated|per)|determined|assessed|confirmed|documented|detected|identified|defined|measured|evaluated|based on|according to|per|by|using|via|from|in|on|prior to|before|and|previously|having|progressing|requiring|willing|available)\b/i;
const FINDING =
  /mutat|mutant|alterat|aberrat|fusion|amplif|positiv|negativ|express|rearrang|transloc|deficien|\bvariants?\b|delet|\bMSI|\bMSS|wild|cancer|carcinoma|sarcoma|melanoma|glioma|lymphoma|leuk|myeloma|malignan|neoplas|\bdisease with|\bNSCLC|\bhistor|\bdriver|\bgenes?\b|methylat|instab|microsat|protein|absence|\bloss\b|\bhigh\b|\blow\b|[<>≥≤]|@[tm]/i;

/** "With or without PR positivity", "regardless of HER2 status". */
const WHATEVER = /,? ?\(?\b(?:with or without|regardless of|irrespective of|independent of)\b(?:[^.;,()@]|@m\d+@){0,70}\)?/gi;
/** "… and the subject must be …" begins a requirement of its own. */
const AND_MUST = /,? and (?=(?:the )?(?:subjects?|patients?|participants?|tumou?rs?) (?:must|should|has|have)\b|must have\b|must be\b)/gi;
/** In a list of exclusions nothing new. */
const SHUT_OUT =
  /,? *\b(?:are|is|will be|must be|should be) (?:not eligible|ineligible|excluded|not allowed|not permitted)(?: (?:for|from|in) (?:this |the )?(?:current )?(?:study|trial|participation|enrol?lment))?/gi;
/** A sentence of its own about how and when to test. */
const ABOUT_TESTING =
  /([.;)]) *\(?(?:NOTE:? *)?(?:If )?(?:(?:Central |Local |Molecular |Genetic |Genomic |Tumou?r |Screening |Mutation(?:al)? |Additional )*(?:testing|tests?|screening|test results?|results?|documentation|reports?|status|analysis|assessments?)\b|A (?:test|report|copy)\b|(?:An? )?FDA-approved|If (?:the )?(?:IHC|ISH|multiple|more than one)\b)(?![^.;]*\b(?:eligible|unknown|excluded|allowed)\b)[^.;]*[.;)]*/gi;

export function molecularCore(text: string, atoms: readonly Atom[], side: Side): Requirement | null {
  if (!atoms.some(({ requirement }) => family(requirement) === 'molecular')) return null;
  return needed(text, atoms, side) ?? molecularEnough(text, atoms, side);
}

function needed(text: string, atoms: readonly Atom[], side: Side): Requirement | null {
  if (text.length > 700 || OF_A_GROUP.test(text)) return null;
  const marks = mark(text, atoms);
  if (marks === null || severalTumours(text, atoms)) return null;
  const marked = (side === 'exclusion' ? marks.replace(SHUT_OUT, ' ') : marks).replace(ABOUT_TESTING, '$1').replace(WHATEVER, ' ');
  if (LOOSE.test(marked)) return null;
  const sentences = (side === 'inclusion' ? marked.replace(AND_MUST, '. ') : marked)
    .split(/(?:[.;](?=\s|$))+/)
    .filter((one) => /\w/.test(one));
  const speaking = sentences.filter((one) => /@m\d/.test(one));
  if (side === 'exclusion' && (speaking.length !== 1 || sentences[0] !== speaking[0] || sentences.length > 2)) return null;
  const read = speaking.map((one) => sentence(one, atoms, side));
  const sure = read.filter((one) => one !== null);
  return sure.length === 0 || (read.length !== sure.length && side === 'exclusion') ? null : join('all', [...sure, UNREAD]);
}

/** "TNBC, ovarian cancer, MSI-H colorectal cancer": the finding belongs to one of them. */
function severalTumours(text: string, atoms: readonly Atom[]): boolean {
  const tumours = atoms.filter(({ requirement }) => {
    if (requirement.kind === 'tumour') return requirement.breadth !== 'any';
    return requirement.kind === 'all' && requirement.of.some(({ kind }) => kind === 'tumour');
  });
  return tumours.some((one, at) => {
    const next = tumours[at + 1];
    return next !== undefined && /,|;|\/|\b(?:or|and|patients|participants|subjects|those)\b/i.test(text.slice(one.end, next.start));
  });
}

/** `@m3@` a finding, `@t@` a tumour type, `@e@` stage or extent, `@x@` anything else that was recognised. Null: a finding is what a drug aims at. */
function mark(text: string, atoms: readonly Atom[]): string | null {
  let out = '';
  let at = 0;
  for (const [index, { start, end, requirement }] of atoms.entries()) {
    const kind = family(requirement);
    if (kind === 'molecular' && (TARGET.test(text.slice(0, start)) || FOR_DRUGS.test(text.slice(end)))) return null;
    const sign = kind === 'molecular' ? `m${index}` : kind === 'tumour' ? 't' : kind === 'extent' ? 'e' : 'x';
    out += `${text.slice(at, start)} @${sign}@ `;
    at = end;
  }
  return out + text.slice(at);
}

function sentence(marked: string, atoms: readonly Atom[], side: Side): Requirement | null {
  let plain = marked
    .replace(/\s+/g, ' ')
    .replace(/\( ?@e@ ?\)/g, ' ')
    .replace(/\b(?:one|1|two) or more(?: of)?\b/gi, ' ')
    .replace(/\s+/g, ' ');
  plain = plain.replace(/@e@((?:,? (?:and\/or|or|and|\/)? ?@e@)+)/g, '@e@');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(SAME_OR, '');
  }
  const first = plain.search(/@m\d/);
  const run =
    /^@m\d+@(?:\s*(?:\(?(?:,|;|\/|\band\/or\b|\bor\b|\band\b|\ban?\b|\bany\b|\bthe\b|\bin\b|\bknown\b)\s*)*@m\d+@\)?)*/.exec(
      plain.slice(first),
    )?.[0] ?? '';
  const [before, after] = [plain.slice(0, first), plain.slice(first + run.length)];
  if (/@m\d/.test(after)) return null;
  const members = [...run.matchAll(/@m(\d+)@/g)].flatMap(([, n]) => atoms[Number(n)]?.requirement ?? []);
  if (OF_SOME.test(before)) return null;
  const denied = DENIED.exec(before);
  const found = together(run, members, side, denied !== null);
  if (found === null) return null;
  if (denied && /negative/i.test(denied[0]) && saysNegative(found)) return null;
  const rest = denied ? before.slice(0, denied.index) : before;
  if (/\b(?:includ\w*|such as|due to|caused by|associated with|because of|related to)\b/i.test(rest)) return null;
  if (/\b(?:loss of|lost|low|reduced|decreased|conver\w+ (?:to|from))\s*$/i.test(rest)) return null;
  if (NEGATION.test(rest) || /\bor\b|\beither\b|\/|:/i.test(rest) || /\b(?:prior|previous\w*|history|past)\b/i.test(rest)) return null;
  if (denied && (side === 'exclusion' || /\bor\b|,/.test(after.slice(0, after.search(TAIL) + 1 || undefined)))) return null;
  if (MODAL.test(after) || /:/.test(after) || !tailIsHarmless(after)) return null;
  if (side === 'exclusion' && /\b(?:use|uses|using|treat\w*|therap\w*|receiv\w*|exposure|exposed)\b/i.test(rest)) return null;
  if (
    side === 'exclusion' &&
    (/,/.test(after.replace(/, (?=which|that|as |including|based|per |by |determined|confirmed|and who)/g, ' ')) ||
      /,.*\band\b/.test(rest) ||
      /@[tx]@\s*,/.test(rest))
  )
    return null;
  return denied ? { kind: 'not', of: found } : found;
}

/** An "or" behind the finding is harmless only where something stands between that shows it to speak of another thing, and no finding follows. */
function tailIsHarmless(after: string): boolean {
  if (/^\s*[/-]/.test(after)) return false;
  const near = /^\s*(?:\S+\s+){0,3}?\S*/.exec(after)?.[0] ?? '';
  if (NEGATION.test(near) && !/@t@/.test(near.slice(0, near.search(NEGATION)))) return false;
  if (/\b(?:not|no|without|never)\b[^.;]*\b(?:detect|present|found|mutat|harbou?r|identif)/i.test(after)) return false;
  for (const { index } of after.matchAll(/\b(?:or|and\/or|either)\b/gi)) {
    if (!TAIL.test(after.slice(0, index)) || FINDING.test(after.slice(index))) return false;
  }
  return !/\/\s*@|@\s*\//.test(after);
}

/** Several findings: alternatives with "or"; with "and" only stainings of one tumour, which are looked at together. */
function together(run: string, members: readonly Requirement[], side: Side, denied: boolean): Requirement | null {
  if (denied) return join('any', members.map(plainly));
  if (members.length === 1) return members[0] ?? null;
  const links = run.replace(/@m\d+@/g, ' ');
  if (/\bor\b/i.test(links) && !/\band\b(?!\/or)/i.test(links)) return join('any', members);
  if (contradictory(members)) return null;
  const stains = members.every((one) => one.kind === 'molecular' && /^(?:ER|PR|HR|HER2) /.test(one.label));
  if (stains && !/\bor\b/i.test(links)) return join('all', members);
  return side === 'exclusion' && /,/.test(links) && !/\band\b/i.test(links) ? join('any', members) : null;
}
