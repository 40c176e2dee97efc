/**
 * Titles that name a treatment by its target: "HER2 therapy", "Prior HER2-directed therapy", "RAS inhibitor", "HER2 vaccine". Yes or no, positive or
 * negative under them tell whether it was given or how it worked, never what a test of the target found.
 */
const AGENT =
  /(?<![\p{L}])(?:inhibit(?:ors?|ion|oren?|eurs?)|inhibi(?:dor(?:es)?|tore|tori)|vaccin(?:es?|ations?)|block(?:ers?|ade)|blocking|antagonists?|agonists?|degraders?|TKIs?|CAR-?T)(?![\p{L}])/iu;
const TREATMENT =
  /(?<![\p{L}])(?:(?:immuno|chemo)?therap(?:y|ies|ie|ien|ia)|th[ée]rapies?|treatments?|traitements?|behandlung(?:en)?|terapias?|tratamientos?|medications?|drugs?|agents?)(?![\p{L}])/iu;
/** What was tested and how: such a title is a test's, though it tells what for. */
const OF_A_TEST =
  /\b(?:status|IHC|[FCSD]?ISH|NGS|PCR|immunohisto\w*|immun\w*stain\w*|stain\w*|express\w*|mutation\w*|mutated|rearrang\w*|fusions?|amplifi\w*|variants?|tests?|testing|assays?|analysis|panel|sequencing|scores?|results?|levels?|biomarkers?|markers?|genotyp\w*|cop(?:y|ies)|resist\w*|sensitiv\w*|TPS|CPS|22C3|CDx)\b/i;
/** "HER2 before therapy", "EGFR (post-treatment)": when the sample was taken, or what for, behind the name of what was tested. */
const WHEN =
  /\p{Lu}[\p{Lu}\d].*?(?:\b(?:before|after|prior to|during|under|following|for|vor|nach|unter|für|avant|apr[èe]s|sous|pre|post)\b|\b(?:pre|post)(?=[a-z]))/u;

export function namesTreatment(title: string): boolean {
  if (title.length > 200) return false;
  const text = title.replace(/_/g, ' ');
  if (!AGENT.test(text) && !TREATMENT.test(text)) return false;
  if (/\bresponse to\b/i.test(text)) return true;
  return !OF_A_TEST.test(text) && !WHEN.test(text);
}
