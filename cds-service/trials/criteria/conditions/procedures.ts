/**
 * Procedures by which trials include or exclude: how a record names them (text and displays), and the status codes of ICD-10-CM that say that one was done
 * (Z94 transplanted organ and tissue status: 0 kidney, 1 heart, 2 lung, 3 heart and lungs, 4 liver, 81 bone marrow, 82 intestine, 83 pancreas, 84 stem cells;
 * littleden.blog and icd10codingpro.com, FY 2026, looked up 2026-11-21). Reading them in criteria: `treatment/therapy-items.ts`.
 */
export interface NamedProcedure {
  readonly name: string;
  readonly recorded: RegExp;
  /** A record that only speaks of it. */
  readonly not?: RegExp;
  readonly icd10?: RegExp;
}

const PLAN =
  /\b(?:plan(?:ning|ned)?|simulation|consult\w*|referral|education|evaluation|counsel\w*|assessment|history|follow[- ]?up|refus\w+|declined|simulat\w+|schedul\w+)\b/i;
const CELLS = String.raw`(?:stem cells?|bone marrow|marrow|ha?e?matopoietic|hemopoietic|haemopoietic|cord blood|HSCT|HCT|SCT|BMT)`;
const MAJOR = String.raw`(?:major surg\w+|craniotomy|thoracotomy|laparotomy|pneumonectomy|(?:bi)?lobectomy|(?:hemi|procto|proctosigmoid)?colectomy|gastrectomy|o?esophagectomy|pancreat(?:ectomy|ic?oduodenectomy|oduodenectomy)|whipple|hepatectomy|nephrectomy|cystectomy|prostatectomy|hysterectomy|oophorectomy|mastectomy|splenectomy|debulking|cytoreductive surgery|arthroplasty|(?:hip|knee|joint) replacement|coronary artery bypass|CABG|valve replacement|amputation|spinal fusion|laminectomy|pelvic exenteration|abdominoperineal resection|anterior resection)`;

export const PROCEDURES: readonly NamedProcedure[] = [
  {
    name: 'radiotherapy',
    recorded:
      /\b(?:(?:tele|brachy|chemo)?radio-?therapy|(?:chemo)?radiation (?:therapy|treatment|oncology)|chemoradiation|irradiation|radiosurgery|brachytherapy|external beam|stereotactic (?:body|ablative)|SBRT|SABR|IMRT|VMAT|proton (?:beam|therapy))\b/i,
    not: PLAN,
  },
  { name: 'whole-brain radiotherapy', recorded: /\bwhole[- ]brain (?:radio|radiation|irradiation)|\bWBRT\b/i, not: PLAN },
  {
    name: 'brain radiotherapy',
    recorded:
      /\b(?:whole[- ]brain|cranial|intracranial|brain|cerebral) (?:\w+ ){0,2}(?:radio-?therapy|radiation|irradiation|radiosurgery)|\b(?:radio-?therapy|radiation(?: therapy)?|irradiation|radiosurgery) (?:of|to) (?:the )?(?:whole )?(?:brain|cranium)\b|\bWBRT\b/i,
    not: PLAN,
  },
  { name: 'major surgery', recorded: new RegExp(String.raw`\b${MAJOR}\b`, 'i'), not: new RegExp(String.raw`${PLAN.source}|biops`, 'i') },
  {
    name: 'surgery',
    recorded: new RegExp(
      String.raw`\b(?:${MAJOR}|surgery|surgical (?:procedure|resection|excision|removal)|\w+ectomy|resection|lumpectomy)\b`,
      'i',
    ),
    not: new RegExp(String.raw`${PLAN.source}|biops|radiosurgery|endoscop`, 'i'),
  },
  {
    name: 'allogeneic stem cell transplant',
    recorded: new RegExp(
      String.raw`\ballo(?:gene?ic)?\b.{0,40}${CELLS}|${CELLS}.{0,40}\ballo(?:gene?ic)?\b|\ballo-?(?:HSCT|HCT|SCT|BMT)\b`,
      'i',
    ),
    not: new RegExp(String.raw`${PLAN.source}|harvest|donor search|typing|collection`, 'i'),
  },
  {
    name: 'autologous stem cell transplant',
    recorded: new RegExp(
      String.raw`\bautologous\b.{0,40}${CELLS}|${CELLS}.{0,40}\bautologous\b|\b(?:auto-?(?:HSCT|HCT|SCT|BMT)|ASCT)\b`,
      'i',
    ),
    not: new RegExp(String.raw`${PLAN.source}|harvest|mobili[sz]|collection`, 'i'),
  },
  {
    name: 'stem cell transplant',
    recorded: new RegExp(String.raw`${CELLS}.{0,40}\b(?:transplant\w*|graft\w*|infusion)|\b(?:HSCT|HCT|ASCT|BMT)\b`, 'i'),
    not: new RegExp(String.raw`${PLAN.source}|harvest|mobili[sz]|collection|donor`, 'i'),
    icd10: /^Z94\.?8[14]/,
  },
  {
    name: 'solid organ transplant',
    recorded:
      /\b(?:kidney|renal|liver|hepatic|heart|cardiac|lung|pancrea\w*|intestin\w*|organ)(?:[ -](?:and|or|allo|homo)?[ -]?\w{0,10}){0,2}[ -]?(?:allo|homo)?transplant\w*|\btransplant(?:ation)? of (?:the )?(?:kidney|liver|heart|lung|pancreas)/i,
    not: new RegExp(String.raw`${PLAN.source}|donor|donation|biops|wait\w*|nephrectomy for`, 'i'),
    icd10: /^Z94\.?(?:[0-4]|8[23])/,
  },
  { name: 'CAR T-cell infusion', recorded: /\bchimeric antigen receptor|\bCAR[- ]?T\b/i, not: PLAN },
  { name: 'splenectomy', recorded: /\bsplenectomy\b/i, not: PLAN },
  { name: 'prostatectomy', recorded: /\bprostatectomy\b/i, not: PLAN },
  { name: 'nephrectomy', recorded: /\bnephrectomy\b/i, not: PLAN },
  { name: 'gastrectomy', recorded: /\bgastrectomy\b/i, not: PLAN },
  { name: 'cystectomy', recorded: /(?:^|[^e])\bcystectomy\b/i, not: PLAN },
  { name: 'mastectomy', recorded: /\bmastectomy\b/i, not: PLAN },
  { name: 'orchiectomy', recorded: /\borchi(?:d)?ectomy\b/i, not: PLAN },
  {
    name: 'blood transfusion',
    recorded: /\btransfusion\b/i,
    not: new RegExp(String.raw`${PLAN.source}|platelet|thrombocyt|plasma|cryoprecip|albumin|granulocyt|immunoglob`, 'i'),
  },
  { name: 'chemoembolisation', recorded: /\bchemo-?emboli[sz]ation|\bTACE\b/i, not: PLAN },
  { name: 'radioembolisation', recorded: /\bradio-?emboli[sz]ation|\bTARE\b|\bSIRT\b|Y-?90/i, not: PLAN },
];
