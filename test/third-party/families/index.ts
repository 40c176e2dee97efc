/** All families of cases. */
import type { Family } from '../judge.ts';
import { abstracted, synoptic } from './abstracted.ts';
import { england, taiwanAuthorisation, taiwanNgs } from './asia-and-uk.ts';
import { changeNames } from './change-names.ts';
import { codingAndProtein } from './coding-and-protein.ts';
import { codeAgainstAnswer, codeAgainstName, orderAgainstCode } from './code-against-name.ts';
import { denials } from './denials.ts';
import { osiris } from './france.ts';
import { breastCoreData, lungNetwork, oncologyCoreData, tumourBoards } from './germany.ts';
import { indicators } from './indicators.ts';
import { hl7v2, presence, reportsAlone, researchModels, versions } from './interfaces.ts';
import { allredScores, codonsAlone, olderNames, rasAsAGroup, stainsForChanges, testsThatDisagree } from './laboratory-shorthand.ts';
import { generated, genomeX, staging } from './mcode.ts';
import { inheritedBeside, panelWords, plasma, productRows } from './panels.ts';
import { inOneLine, namesInAnyCase, numbers } from './plain-words.ts';
import { deniedFusions, denialsAsTitles, otherTitles, saidOfChanges, statesInTitles } from './titles.ts';
import { exceptions, registryAnswers } from './registries.ts';
import { setAside } from './set-aside.ts';
import { proteinStains, repairProteins } from './stains.ts';
import { conclusions, findingsInText, outOfForm, tableRows, tables } from './tables.ts';
import { markersInDiagnoses, morphologyAndSite, problemLists } from './tumours.ts';
import { beakerShapes, ctdnaPipeline, foundationXml, mtbParser } from './vendor-reports.ts';

export const FAMILIES: readonly Family[] = [
  changeNames, codingAndProtein, denials, registryAnswers, exceptions, abstracted, synoptic, foundationXml, beakerShapes, mtbParser, ctdnaPipeline,
  genomeX, staging, generated, lungNetwork, tumourBoards, breastCoreData, oncologyCoreData, morphologyAndSite, problemLists, markersInDiagnoses,
  proteinStains, repairProteins, codeAgainstName, codeAgainstAnswer, orderAgainstCode, namesInAnyCase, inOneLine, numbers, otherTitles, statesInTitles, denialsAsTitles, saidOfChanges, deniedFusions,
  osiris, taiwanNgs, taiwanAuthorisation, england, hl7v2, presence, versions, reportsAlone, researchModels, tables, tableRows, findingsInText, outOfForm, conclusions, indicators,
  rasAsAGroup, codonsAlone, olderNames, stainsForChanges, allredScores, testsThatDisagree, setAside, panelWords, productRows, plasma, inheritedBeside,
]; // prettier-ignore
