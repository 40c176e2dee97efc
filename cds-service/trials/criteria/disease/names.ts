/** Names of tumours that stand in criteria without their noun: abbreviations, groups of types, organs in a list ("gastric, ovarian or TNBC"). */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { GAP, type ReadingContext } from '../atom.ts';
import { lookUp } from './lookup.ts';
import { words } from '../words/vocabulary.ts';
import { everyMatch } from '../text/every-match.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

/** Organs and lineages as adjectives or nouns; each is looked up as a cancer. */
const ORGANS =
  /\b(?:lungs?|breast|prostat(?:e|ic)|colon|rectal|rectum|colorectal|gastric|stomach|o?esophag(?:eal|us)|gastro-?(?:o?esophageal)|o?esophagogastric|GEJ|pancrea(?:s|tic)|biliary|bile|hepatobiliary|pancreaticobiliary|liver|hepatic|hepatocellular|kidney|renal|bladder|uroth?elial|urothelium|transitional|ureter(?:al)?|urethra|urinary|genitourinary|GU|gastrointestinal|GI|gyna?ecolog(?:ic|ical)|ovar(?:y|ian|ies)|fallopian|tubal|periton(?:eal|eum)|endometri(?:al|um|oid)|uter(?:ine|us)|cervi(?:x|cal)|vagina(?:l)?|vulva(?:r)?|penile|penis|testi(?:cular|s|cle)|head|neck|oral(?= cavity|[ ,/]*(?:or|and|,|\/))|oropharyn(?:x|geal)|laryn(?:x|geal)|hypopharyn(?:x|geal)|nasopharyn(?:x|geal)|sinonasal|salivary|thyroid|adrenal|adrenocortical|skin|cutaneous|uveal|mucosal|acral|ocular|brain|CNS|spinal|cerebral|thymic|thymus|pleura(?:l)?|bone|soft(?=[- ]tissue sarcoma)|anal|anus|anorectal|appendiceal|appendix|intestin(?:e|al)|bowel|duoden(?:al|um)|ampulla(?:ry)?|neuroendocrine|carcinoids?|germ|hodgkin|myeloid|lymphoid|lymphocytic|lymphoblastic|plasma[- ]cell|histiocytic|mesothelial|squamous|sarcomatoid|merkel|basal|nerve sheath|desmoid|richter|rhabdoid|trophoblastic|amyloid|(?<!non-?)(?<!non )small[- ]cell)\b/gi;
/** What makes of an organ's name something else than a tumour of it. */
const NO_SITE =
  /^(?:[- ](?:marrow|scans?|mri|imaging|resections?|transplant\w*|biops\w+|function\w*|enzymes?|disease|failure|impairment|insufficiency|dialysis|involvement|surgery|symptoms|metast\w+|mets|lesions?|nodules?|only|pain|fractures?|cord|tissue|node|lymph|cytology|differentiation|features|component|surgeon|surgical|oncolog\w+|exam\w*|ultrasound|conserv\w+|density|reconstruction|MR\b|CT\b|dose|medication|therap\w+|agents?|cohort|specialist|center|duct obstruction))/i;
/** Where the organ's own name with "cancer" is not what the table lists. */
const ORGAN_TYPE: Readonly<Record<string, string>> = {
  squamous: 'squamous cell carcinoma', soft: 'soft tissue sarcoma', germ: 'germ cell cancer', hodgkin: 'hodgkin lymphoma', basal: 'basal cell carcinoma',
  merkel: 'merkel cell carcinoma', lymphocytic: 'chronic lymphocytic leukemia', lymphoblastic: 'acute lymphoblastic leukemia', myeloid: 'myeloid neoplasm',
  neuroendocrine: 'neuroendocrine tumor', mucosal: 'mucosal melanoma', acral: 'acral melanoma', uveal: 'uveal melanoma', cutaneous: 'skin cancer', oral: 'oral cavity cancer',
  'plasma cell': 'multiple myeloma', 'plasma-cell': 'multiple myeloma', head: 'head and neck cancer', neck: 'head and neck cancer', gej: 'gastroesophageal junction adenocarcinoma',
  gi: 'gastrointestinal cancer', fallopian: 'fallopian tube cancer', tubal: 'fallopian tube cancer', bile: 'bile duct cancer', brain: 'brain cancer',
  endometrioid: 'endometrial cancer', thymic: 'thymic carcinoma', thymus: 'thymic carcinoma', pleura: 'mesothelioma', pleural: 'mesothelioma', hepatocellular: 'hepatocellular carcinoma',
  adrenocortical: 'adrenocortical carcinoma', anorectal: 'anal cancer', desmoid: 'desmoid tumor', trophoblastic: 'gestational trophoblastic neoplasia', hepatic: 'liver cancer',
}; // prettier-ignore
/** Names for several types of the table; each of them is meant. */
const GROUPS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^small[- ]cell$/, ['small cell lung cancer', 'small cell carcinoma']],
  [/^(?:uroth?elial|transitional)(?:[- ]cell)?$/, ['bladder urothelial carcinoma', 'upper tract urothelial carcinoma', 'urethral urothelial carcinoma']],
  [/^gastro-?o?esophageal|^o?esophagogastric/, ['gastric cancer', 'gastroesophageal junction adenocarcinoma', 'esophageal cancer']],
  [/^(?:hepatobiliary|pancreaticobiliary)$/, ['liver cancer', 'biliary tract cancer', 'pancreatic cancer', 'gallbladder cancer', 'cholangiocarcinoma']],
  [/^gyna?ecolog/, ['ovarian cancer', 'uterine cancer', 'endometrial cancer', 'cervical cancer', 'vulvar cancer', 'vaginal cancer', 'fallopian tube cancer', 'primary peritoneal cancer', 'gestational trophoblastic neoplasia']],
  [/^(?:genitourinary|gu|urinary)$/, ['prostate cancer', 'bladder cancer', 'kidney cancer', 'testicular cancer', 'penile cancer', 'upper tract urothelial carcinoma', 'urethral urothelial carcinoma', 'adrenal cancer']],
  [/^(?:gi|gastrointestinal|bowel|intestin(?:e|al))$/, ['gastrointestinal cancer', 'colorectal cancer', 'gastric cancer', 'esophageal cancer', 'pancreatic cancer', 'liver cancer', 'biliary tract cancer', 'anal cancer', 'small bowel cancer', 'gastrointestinal stromal tumor', 'gastroesophageal junction adenocarcinoma']],
]; // prettier-ignore

/** Abbreviations that are no tumours; a gene symbol is known as such. */
const NO_TYPE = words(`
  er pr hr ar her2 her-2 her2neu her2+ hr+ er+ pd pd-1 pd-l1 pdl1 ctla ctla-4 aj ajcc uicc who figo tnm asco cap asco-cap clia ihc fish ish cish nos ngs pcr rt-pcr dna rna ctdna cfdna hpv ebv
  ct mri pet fdg fdg-pet pet/ct us eus nccn esmo eano rano recist irecist pcwg pcwg3 imwg iwcll lugano cheson elN eln ipss ipss-r ipi flipi mipi imdc mskcc bclc msi msi-h mss mmr dmmr pmmr tmb hrd brca cps tps
  ii iii iv iia iib iic iiia iiib iiic iva ivb ivc ia ib ic iiic1 iiic2 iiia1 iiia2 iib-iiia i ecog kps uln anc psa adt soc fda ema eu nci ctep or and with not no the all of in to only
  tki tkis ici icis car car-t cart bcg hct asct allohct auto-sct sct rt crt ccrt sbrt tace rfa turbt turp cr cr1 cr2 pr1 sd mrd ned btk btki bcl2 cdk4 cdk6 parp parpi vegf vegfr egfrm ras raf idh idh1 idh2
  ighv del t13 mbl cd19 cd20 cd22 cd30 cd38 bcma gprc5d psma sstr fap folr1 trop2 trop-2 cldn18 cldn18.2 muc1 mage-a4 ny-eso-1 hla hla-a hcv hbv hiv nsabp rtog swog eortc cog ich gcp icf irb 
  ph ph+ bcr-abl bcr-abl1 g12c g12d v600e v600 t790m l858r nos gcb abc non-gcb ki-67 gleason isup grade gg us usa mpmri b-raf ms pi-rads bi-rads dcis lcis n0 n1 n2 n3 m0 m1 t1 t2 t3 t4 nx mx
  ast alt ldh hgb bp sma sma/celiac smv pv bsc ti pfs os dfs efs nadir crs hipec io sd ie ihc3+ ihc2+ aua eau cns1 cns2 cns3 iasl iaslc tt tnbm lh lhrh gnrh ldt pt ptt inr cea ca ca19-9 ca125 gcig afp hcg
  ai aromatase nact nac nsai serd serm cdk4/6 cdk4/6i tcr-t tcr act tils who/icc icc elnet lirads li-rads tdm1 t-dxd folfox folfirinox capox gnp gem pembro avelumab
`);
/** Endings of diseases. What ends so and is no tumour type. */
const DISEASE_WORD =
  /\b[a-z'-]*(?:omas?|omata|a?emias?|plasias?|cytosis|cytoses|osis|oses|pathy|pathies|penia|gammopathy|fibrosis|vera|fungoides|mole|adenomas?|naevus|nevus|polyps?|polyposis|syndromes?|disorders?|castleman\S*|paget\S*|barrett\S*|bowen\S*|lentigo)\b/gi;
const NO_DISEASE_TYPE =
  /^(?:.*diagnos[ie]s|prognosis|.*metastas[ie]s|necrosis|cirrhosis|thrombos[ie]s|anaemia|anemia|.*tumou?rs?|.*neoplasms?|symptoma|coma|doses?|overdoses?|purposes?|purpose|those|whose|close|lose|loses|chooses?|expose|leukopenia|.*cytopenia|neutropenia|microscopy|neuropathy|viremia|.*glyc[a]?emia|hyperplasia|trauma|.*glyc?emia|stenos[ie]s|sepsis|analys[ie]s|stoma|hematoma|diplomas?|mutation\w*|academia|media|criteri\w+|anaplasia)$/i;

/**
 * Types that the words left over may mean. Null: something there may be a type that is not known. `text`: what was recognised is replaced by gaps.
 */
export function groupOrType(text: string, context: ReadingContext): Requirement[] | null {
  const found: Requirement[] = [];
  // "renal cell carcinoma (RCC)": the short form of what stands before it.
  const defined = new Set<string>();
  // "largest basal diameter (LBD)": the letters that the words before it begin with.
  for (const [, before = '', short = ''] of text.matchAll(/((?:[\w'-]+[ /-]){2,7})[([]([A-Za-z]{2,6})s?[)\]]/g)) {
    const letters = before
      .split(/[ /-]+/)
      .map((word) => word.charAt(0))
      .join('')
      .toLowerCase();
    if (letters.endsWith(short.toLowerCase())) defined.add(short.toLowerCase());
  }
  let rest = text.replace(
    new RegExp(String.raw`${GAP}\s*(?:cell|cells)?\s*[([]\s*([A-Za-z/-]{2,9}?)s?\s*(?:[,;][^()[\]]*)?[)\]]`, 'g'),
    (_, short: string) => {
      defined.add(short.toLowerCase());
      return GAP;
    },
  );
  rest = rest.replace(
    /\b(?:metasta\w+ (?:to|in|of|from) (?:the )?(?:[\w-]+(?:,? (?:and\/or|or|and) |, ))*[\w-]+|(?:[\w-]+(?:,? (?:and\/or|or|and) |, ))*(?<!or |and |, )[\w-]+ metasta[st][ei]s)\b/gi,
    ' ',
  );
  for (const { 0: word, index } of everyMatch(rest, ORGANS)) {
    const [before, after] = [rest.slice(0, index), rest.slice(index + word.length)];
    if (NO_SITE.test(after)) continue;
    // "Squamous or non-squamous": no type of its own.
    if (/^squamous/i.test(word) && (/non-?$/i.test(before) || /^(?:,? (?:and|or|and\/or) |\/)non/i.test(after) || before.includes('(')))
      continue;
    const types = typesOf(word.toLowerCase(), context);
    if (types === null) return null;
    found.push(...types);
  }
  for (const [word] of everyMatch(rest, DISEASE_WORD)) {
    if (NO_DISEASE_TYPE.test(word)) continue;
    const type = lookUp(word, context);
    if (type === null) return null;
    found.push(type);
  }
  if (
    /\b(?:Castleman|Paget|Barrett|Bowen|Erdheim|Rosai|Langerhans|Sezary|Sézary|Waldenstr\w+|Richter|Lynch|Cowden|Li-Fraumeni|von Hippel)/i.test(
      rest,
    )
  )
    return null;
  const shouted = !/[a-z]{3}/.test(text);
  for (const [word] of rest.matchAll(/(?<![\w.])[A-Za-z]{0,2}(?:[A-Z][A-Z0-9+/-]*){2,}s?(?![\w])/g)) {
    const lower = word.toLowerCase().replace(/s$/, '');
    if (shouted || defined.has(lower) || NO_TYPE.has(word.toLowerCase()) || NO_TYPE.has(lower)) continue;
    if (lower.split(/[/+-]/).every((piece) => piece === '' || NO_TYPE.has(piece) || defined.has(piece) || isGene(piece, context))) continue;
    if (/^(?:c|p|yp|yc|r)?T[0-4x](?:is|a)?|^[IVX]+[ABC]?\d?(?:-[IVX]+[ABC]?\d?)?$|^N[0-3x+]|^\d/i.test(word)) continue;
    return null;
  }
  return found;
}

/** An organ's adjective in a list before the noun: "breast, ovarian or prostate cancer". */
export function isOrgan(word: string): boolean {
  ORGANS.lastIndex = 0;
  return ORGANS.exec(word)?.[0].length === word.length;
}

function isGene(name: string, context: ReadingContext): boolean {
  return context.genes.get(name.toUpperCase()) !== undefined;
}

function typesOf(organ: string, context: ReadingContext): Requirement[] | null {
  const group = GROUPS.find(([pattern]) => pattern.test(organ))?.[1];
  if (group) return group.flatMap((name) => lookUp(name, context) ?? []);
  const type = lookUp(entryOf(ORGAN_TYPE, organ) ?? `${organ} cancer`, context);
  return type === null ? null : [type];
}
