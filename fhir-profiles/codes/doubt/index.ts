/** One vocabulary of denial and doubt, read beside grades, findings, names of diagnoses and alleles. */
export { allelesInDoubt } from './alleles.ts';
export { ASKED, hasNegativeSign, isLeftOpen } from './findings.ts';
export { gradeTurnedRound } from './grades.ts';
export { isDeniedName, isDeniedPlainly, isNamedInDoubt, speaksOfItsTest } from './names.ts';
export { withoutLegend } from './legend.ts';
export { NORMAL_AS_YARDSTICK, saysNormal } from './normal.ts';
export { tickedPart } from './ticked.ts';
export { answerTakenBack, flagLeavesOpen, flagTakesBack, isFirm, isForResearch, noteTakesBack } from './taken-back.ts';
export {
  A_MINUS,
  DONOR,
  HEDGED,
  IN_RELATIVE,
  KIN,
  NO_ELSEWHERE,
  NOT_EXCLUDED,
  RELATIVES,
  RULED_OUT,
  SUSPECTED,
  ASKED_FOR,
  UNRELIABLE,
} from './words.ts';
