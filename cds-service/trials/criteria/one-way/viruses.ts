/**
 * "HIV-infected participants on effective therapy are eligible", "active hepatitis B (defined as …)", "patients with a history of hepatitis C must have
 * been cured": whatever is asked of carriers, who never had the virus meets it. Never read the other way: what is asked of carriers stays open.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../requirements-together.ts';
import type { ReadingContext } from '../atom.ts';
import { ends } from '../deciding.ts';
import { everyMatch } from '../text/every-match.ts';
import { words } from '../words/vocabulary.ts';
import { atLeast, atMost, OF_SOME, type OneWayReader } from './reader.ts';

const HIV = String.raw`(?:human )?immunodeficiency[- ]virus|human immunodeficiency(?= \(HIV)|HIV(?:[- ]?[12](?:\/2)?)?|acquired immun\w+[- ]?deficiency syndrome|AIDS`;
const HBV = String.raw`anti-?HBV|anti-?HBc|HBV|HBsAg|HBcAb|HBc|hepatitis[- ]B|hep\.? B`;
const HCV = String.raw`anti-?HCV|HCV|hepatitis[- ]C|hep\.? C|hep(?:atitis|\.)? B(?: virus)?(?: \(HBV\))?(?:,| and| or| and\/or|\/)+ ?C\b`;
const ANY = new RegExp(String.raw`\b(?:(${HCV})|(${HBV})|(${HIV}))\b`, 'gi');

/** Words that only ever speak of carriers, of their virus, its tests and its treatment. */
const ABOUT = words(`
  a an the of with at in on is are be been being have has having had must should shall will would may can could to by from for as that who which their they them these those this if when where while so than then
  and or and/or but not no nor without either both any all each such other also only still currently current known unknown previous previously prior past history
  patient patients participant participants subject subjects individual individuals person persons people people's he she his her
  virus viruses viral infection infections infected co-infection coinfection co-infected disease illness carrier carriers status serostatus serology serologic serologically serological seropositive seropositivity seronegative
  positive positivity negative reactive nonreactive non-reactive detected detectable undetectable undetected detection limit limits lower upper quantification quantitation quantitative qualitative quantifiable level levels load loads titer titers count counts below above less more greater equal within range normal
  active inactive chronic acute latent resolved cured cleared untreated treated controlled uncontrolled well poorly stable well-controlled evidence evidenced evident presence present absence documented defined definition meaning indicating indicative suggesting suggestive confirmed confirmatory determined diagnosis diagnosed established
  surface core antigen antigens antibody antibodies ab ag immunoglobulin igm igg anti dna rna deoxyribonucleic ribonucleic acid polymerase chain reaction pcr nucleic assay assays test tests tested testing screening screen screened results result rule serum blood plasma sample
  eligible ineligible eligibility enrolled enroll enrol enrolling enrolment enrollment included excluded allowed permitted considered participate participation acceptable unless except exception exceptions provided indicated required requirement require requires requiring mandated local health authority authorities regulations practice standard care investigator clinically appropriate per protocol study trial
  therapy therapies treatment treatments drug drugs drug-drug medication medications medicines regimen regimens agent agents interaction interactions prohibited concurrent suppressive suppression suppressed antiviral anti-viral antiretroviral anti-retroviral anti-hepatitis anti-hiv highly effective curative art haart cart prophylaxis prophylactic entecavir tenofovir lamivudine
  receiving received receive on off taking completed completion complete undergone undergoing started initiated stopped ongoing continue maintained maintain achieved remain treated adherence
  at least time prior before after since during following first last dose doses day days week weeks month months year years start baseline randomization randomisation registration entry initiation intervention throughout
  cd4 cd4+ cluster differentiation t-cell t-cells t cell cells lymphocyte lymphocytes ul mm mm3 mcl copies ml copies/ml iu/ml iu g l
  opportunistic related defining aids-defining kaposi kaposi's sarcoma multicentric castleman castleman's castlemans's castlemans disease
  syndrome syndromes seroconversion type types note e eg ie i it its because due known sustained response svr virologic virological hiv-infected hiv-positive hiv-seropositive
  hbv-infected hcv-infected hbv-positive hcv-positive
  co-existing coexisting existing concomitant mandatory necessary needed medical review upon visit relevant applicable criterion criteria
`);
/** An inclusion that carriers are spoken of in: what is said of them comes behind. */
const SAID_OF_THEM =
  /\b(?:must|should|are eligible|is eligible|(?:are|is|be) (?:ineligible|excluded|not eligible)|will be (?:eligible|allowed|permitted|enrolled|considered)|(?:are|is|be) (?:allowed|permitted|acceptable|required)|may (?:be|participate|enrol\w*)|can (?:be|participate|enrol\w*)|eligible (?:if|only|provided)|need to|have to|has to)\b/i;
const OF_CARRIERS =
  /^\W*(?:for )?(?:all |any |known )?(?:(?:patients?|participants?|subjects?|individuals?|persons?|people|those)\b|HIV|HBV|HCV|hepatitis|human immuno)/i;
const ABSENT =
  /^\W*(?:(?:patients?|participants?|subjects?|individuals?|must|should|have|has|be|is|are|not have|with|a|documented|known|known to be|test(?:s|ed)?)\s+)*(?:seronegative|negative (?:test |serology |results? |status )*(?:for )?|no (?:known |active |evidence of |history of |current |prior )*|not have |absence of |without |not be )/i;

export const VIRUSES: OneWayReader = {
  needs: ['hiv', 'immunodeficiency', 'hbv', 'hcv', 'hbsag', 'hepatitis b', 'hepatitis c', 'hep b'],
  read(whole, side) {
    if (whole.length > 1_200 || OF_SOME.test(whole) || /\b(?:vaccinat\w+|all patients|everybody)\b/i.test(whole)) return null;
    const text = withoutNotes(whole);
    const named = virusesIn(text);
    const [only] = named;
    if (only === undefined || !everyWordKnown(text) || namesOtherInfection(text)) return null;
    const carrier: Requirement = named.length === 1 ? only : { kind: 'any', of: named };
    if (side === 'exclusion') return /^\W*(?:no|not|without|never|absence|negative|seronegative)\b/i.test(text) ? null : atMost(carrier);
    return ofCarriers(text) ? atLeast([{ kind: 'not', of: carrier }]) : null;
  },
};

/** The other end of a criterion that the first reading left open at one: who never had the viruses is none of those that it speaks of. */
export function withNeverInfected(asked: Requirement, text: string, side: Side, context: ReadingContext): Requirement {
  const [yes, no] = ends(asked);
  if ((side === 'exclusion' ? no : yes) || !VIRUS.test(text)) return asked;
  const read = VIRUSES.read(text, side, context);
  if (read === null || !('of' in read) || !Array.isArray(read.of)) return asked;
  const certain = read.of.filter(({ kind }) => kind !== 'unread');
  return side === 'exclusion' ? { kind: 'all', of: [...certain, asked] } : { kind: 'any', of: [...certain, asked] };
}
const VIRUS = /\bHIV|immunodeficiency[ -]virus|\bHBV|\bHCV|\bHBsAg|hepatitis[ -][BC]\b|\bhep\.? B/i;

/** A diagnosis or an infection of another kind: words that stand beside it are no mere reason. */
const ANOTHER =
  /\b(?:tubercul\w+|cirrho\w+|transplant\w*|malignan\w+|auto-?immune|immunodeficiency(?! virus)|immune[- ]deficien\w+|syphilis|HTLV|CMV|cytomegalo\w+|EBV|bacterial|fungal|pregnan\w+|hepatitis [ADE]\b|HAV|liver disease)\b/i;
const SHUTS =
  /\b(?:ineligible|(?<!not )(?<!not be )excluded|exclusion(?!ary)|not (?:be )?(?:eligible|allowed|permitted|enrol\w*|included)|also|prohibited)\b/i;
const LETS =
  /\b(?:eligible|allowed|permitted|may (?:be|enrol\w*|participate)|can (?:be|enrol\w*|participate)|not (?:be )?exclu\w+|exempt|testing|tested|tests?|screening|screened|not required|appropriate studies|increased risk|interactions)\b/i;
const SENTENCE = /;\s+|\.\s+(?=[A-Z(*\d])|\s(?=(?:NOTE|Note|Exception|EXCEPTION)\b)|\s\*\s/;
const REASON =
  /[,;]?\s(?:because|due to|owing to|given (?:the|that)|since|as (?:there|these|this|they|such|the)|unless|except\w*|with (?:the )?(?:following )?exceptions?|provided)\b[^.;]*/gi;
const BRACKETED = /\((?:the|because|due to|as|unless|except\w*|testing|tests?|need)\b[^()]*\)/gi;

/** Reasons, exceptions, permissions and words on testing take nothing away from who has no virus. */
function withoutNotes(text: string): string {
  const [first = '', ...rest] = text.replace(BRACKETED, (found) => (ANOTHER.test(found) ? found : ' ')).split(SENTENCE);
  const kept = rest.filter((one) => SHUTS.test(one) || !LETS.test(one));
  const bare = (part: string): string =>
    part.replace(REASON, (found, at: number) => (ANOTHER.test(found) || !VIRUS.test(part.slice(0, at)) ? found : ' '));
  return [first, ...kept].map(bare).join('. ');
}

/** True where an inclusion asks something of carriers, or asks that there be none. */
function ofCarriers(text: string): boolean {
  const first = everyMatch(text, ANY)[0]?.index ?? 0;
  if (ABSENT.test(text.slice(0, first + 4))) return true;
  const said = SAID_OF_THEM.exec(text);
  return said !== null && said.index > first && OF_CARRIERS.test(text) && !/\bmust (?:be|have)\b/i.test(text.slice(0, first));
}

function virusesIn(text: string): Requirement[] {
  const names = new Set<string>();
  for (const [, c, b, hiv] of everyMatch(text, ANY)) {
    if (hiv !== undefined) names.add('HIV infection');
    else if (c === undefined && b !== undefined) names.add(onlySurface(text) ? 'hepatitis B surface antigen' : 'hepatitis B');
    else if (c !== undefined) {
      names.add('hepatitis C');
      if (/B/.test(c)) names.add('hepatitis B');
    }
  }
  return [...names].map((name) => ({ kind: 'condition', name, ever: true }));
}
/** "HBsAg-positive participants": nothing but the surface antigen is meant. */
function onlySurface(text: string): boolean {
  return /\bHBsAg|surface antigen/i.test(text) && !/\b(?:core|HBc|HBcAb|DNA|load|chronic|history|active)\b/i.test(text);
}

const THING = String.raw`(?:infections?|illness(?:es)?|diseases?|conditions?|syndromes?)`;
const ANY_THING = new RegExp(String.raw`\b${THING}\b`, 'i');
/** Diseases that these viruses, or what comes of them, are called. */
const THEIRS: readonly RegExp[] = [
  new RegExp(String.raw`QQQ(?:[\s\])-]+(?!or\b|and\b|and\/or\b|QQQ)[\w+/-]+){0,4}[\s\])-]+${THING}`, 'gi'),
  new RegExp(String.raw`${THING} (?:with|by|of|due to|from)\s+(?:[\w/-]+\s+){0,5}QQQ`, 'gi'),
  new RegExp(
    String.raw`\b(?:indicating|indicative of|consistent with|evidence of|suggest\w+(?: of)?|this|the|their|such|co-?|resolved|cleared|stable|castleman'?s?|opportunistic)\s+(?:[\w/-]+\s+){0,3}${THING}`,
    'gi',
  ),
];

/** "Active infection including HIV", "HIV or another infection": more than these viruses is meant. */
function namesOtherInfection(text: string): boolean {
  const bare = text.replace(ANY, ' QQQ ').replace(/\([^()]*\)/g, (inside) => (inside.includes('QQQ') ? ' QQQ ' : ' '));
  return ANY_THING.test(THEIRS.reduce((rest, pattern) => rest.replace(pattern, ' QQQ '), bare));
}

const WORD = /[a-z][a-z'/+-]*/gi;
function everyWordKnown(text: string): boolean {
  const bare = text.replace(ANY, ' ');
  return everyMatch(bare, WORD).every(([word]) => {
    const lower = word.toLowerCase().replace(/^-|[-/+]+$/g, '');
    return ABOUT.has(lower) || lower.split(/[-/]/).every((piece) => piece.length < 2 || ABOUT.has(piece));
  });
}
