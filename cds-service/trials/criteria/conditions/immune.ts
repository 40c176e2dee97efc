/** Infections, immune diseases, transplants. */
import type { Comorbidity } from './listed-disease.ts';

const AUTOIMMUNE =
  'rheumatoid arthritis|systemic lupus|\\bSLE\\b|systemic sclerosis|scleroderma|dermatomyositis|polymyositis|sj[oö]gren|crohn|ulcerative colitis|inflammatory bowel disease|multiple sclerosis|myasthenia gravis|guillain|autoimmune hepatitis|ankylosing spondylitis|giant cell arteritis|granulomatosis with polyangiitis';

export const INFECTION_AND_IMMUNITY: readonly Comorbidity[] = [
  {
    name: 'HIV infection',
    needs: 'hiv|immunodeficiency virus',
    words: String.raw`(?:human immunodeficiency virus(?: \(HIV\))?(?: infection)?|HIV(?:[- ]?1(?:\/2| (?:or|and) (?:HIV-?)?2)?)?)(?:[- ]positiv(?:e|ity)|[- ]infection)?(?: status)?(?: \(HIV\)(?: infection)?)?(?: or AIDS|\/AIDS|(?: or |\/)acquired immun(?:e|o)[- ]?deficiency syndrome(?: \(AIDS\))?)?`,
    recorded: /\bhiv\b|human immunodeficiency virus|\bAIDS\b/i,
    icd10: /^B20|^Z21/,
  },
  {
    name: 'hepatitis B surface antigen',
    needs: 'surface antigen|hbsag',
    words: String.raw`(?:positive )?(?:test (?:results? )?for )?(?:hepatitis B (?:virus )?(?:\(HBV\) )?surface antigen(?: \(HBsAg\))?|HBsAg)(?:[- ]?(?:positiv(?:e|ity)|reactive|\+|\[?\(?\+\)?\]?))`,
    recorded: /\bhepatitis b surface antigen positive|\bHBsAg positive/i,
    icd10: null,
    result: { kinds: ['HBsAg'], only: true },
  },
  {
    name: 'hepatitis B',
    needs: 'hepatitis b|hbv',
    words: String.raw`(?:chronic |infection with |viral )*(?:hepatitis B(?: virus)?(?: \(HBV\))?|HBV)(?: infection)?`,
    recorded: /\b(?:chronic|active)\b.{0,20}\bhepatitis b\b|\bhepatitis b\b.{0,30}\b(?:chronic|active|carrier|infection)/i,
    icd10: /^B18\.?[01]/,
    result: { kinds: ['HBsAg'] },
  },
  {
    name: 'hepatitis C RNA',
    needs: 'hcv rna|hepatitis c virus rna|hepatitis c rna',
    words: String.raw`(?:detectable |positive )?(?:hepatitis C(?: virus)?(?: \(HCV\))?|HCV)[- ](?:RNA|ribonucleic acid)(?: \(RNA\))?(?: (?:positive|detected|detectable|\[qualitative\]))`,
    recorded: /\bHCV RNA positive/i,
    icd10: null,
    result: { kinds: ['HCV-RNA'], only: true },
  },
  {
    name: 'hepatitis C',
    needs: 'hepatitis c|hcv',
    words: String.raw`(?:chronic |infection with |viral )*(?:hepatitis C(?: virus)?(?: \(HCV\))?|HCV)(?: infection)?`,
    recorded: /\b(?:chronic|active)\b.{0,20}\bhepatitis c\b|\bhepatitis c\b.{0,30}\b(?:chronic|active|infection)/i,
    icd10: /^B18\.?2/,
    result: { kinds: ['HCV-RNA'] },
  },
  {
    name: 'tuberculosis',
    needs: 'tubercul|tb',
    words: String.raw`(?:active )?(?:tuberculosis(?: \((?:TB|Bacillus tuberculosis|Mycobacterium tuberculosis|TB; Bacillus tuberculosis)\))?|TB)(?: infection)?`,
    recorded: /^(?!.*latent).*\btubercul(?:osis|ous)/i,
    icd10: /^A1[5-9]/,
  },
  {
    name: 'progressive multifocal leukoencephalopathy',
    needs: 'multifocal leuk',
    words: String.raw`progressive multifocal leukoencephalopathy(?: \(PML\))?`,
    recorded: /multifocal leuk/i,
    icd10: /^A81\.?2/,
  },
  {
    name: 'autoimmune disease',
    needs: 'autoimmune|auto-immune',
    words: String.raw`auto-?immune (?:diseases?|disorders?|conditions?|illness(?:es)?)`,
    recorded: new RegExp(AUTOIMMUNE, 'i'),
    icd10: /^M0[56]|^M3[24]|^K5[01]|^G35|^G70\.?0|^K75\.?4/,
  },
  {
    name: 'inflammatory bowel disease',
    needs: 'inflammatory bowel',
    words: String.raw`inflammatory bowel diseases?(?: \(IBD\))?`,
    recorded: /inflammatory bowel disease|crohn|ulcerative colitis/i,
    icd10: /^K5[01]/,
  },
  { name: "Crohn's disease", needs: 'crohn', words: "Crohn'?s?'? disease|Crohn's", recorded: /crohn/i, icd10: /^K50/ },
  { name: 'ulcerative colitis', needs: 'ulcerative colitis', words: 'ulcerative colitis', recorded: /ulcerative colitis/i, icd10: /^K51/ },
  {
    name: 'rheumatoid arthritis',
    needs: 'rheumatoid',
    words: 'rheumatoid arthritis',
    recorded: /rheumatoid arthritis/i,
    icd10: /^M0[56]\.?[089]/,
  },
  {
    name: 'systemic lupus erythematosus',
    needs: 'lupus',
    words: String.raw`(?:systemic )?lupus(?: erythematosus)?(?: \(SLE\))?`,
    recorded: /systemic lupus/i,
    icd10: /^M32/,
  },
  { name: 'multiple sclerosis', needs: 'multiple sclerosis', words: 'multiple sclerosis', recorded: /multiple sclerosis/i, icd10: /^G35/ },
  { name: 'myasthenia gravis', needs: 'myasthen', words: 'myasthenia gravis', recorded: /myasthenia gravis/i, icd10: /^G70\.?0/ },
  {
    name: 'Guillain-Barré syndrome',
    needs: 'guillain',
    words: String.raw`Guillain[- ]?Barr[eé] syndrome`,
    recorded: /guillain/i,
    icd10: /^G61\.?0/,
  },
  { name: 'sarcoidosis', needs: 'sarcoid', words: 'sarcoidosis', recorded: /sarcoidosis/i, icd10: /^D86/ },
  {
    name: 'immunodeficiency',
    needs: 'immunodeficien|immune deficien|immunodefic',
    words: String.raw`(?<!primary |congenital |acquired |secondary )(?:immunodeficiency|immune[- ]deficiency)(?: (?:syndromes?|disorders?|diseases?))?(?! virus)`,
    recorded: /immunodeficiency(?! virus)/i,
    icd10: /^D8[0-3]/,
  },
  {
    name: 'primary immunodeficiency',
    needs: 'immunodeficien|immune deficien',
    words: String.raw`(?:active )?(?:primary|congenital) (?:immunodeficiency|immune[- ]deficiency)(?: (?:syndromes?|disorders?|diseases?))?`,
    recorded: /primary immun\w+[- ]deficien|severe combined immun|common variable immun|agammaglobulin/i,
    icd10: /^D8[123]/,
  },
  {
    name: 'acute infection',
    needs: 'a treated acute infection',
    words: 'a treated acute infection',
    recorded:
      /^(?!.*\b(?:chronic|latent|carrier|coloni[sz]|interstitial|organi[sz]ing|aspiration risk|eosinophilic|radiation)\b).*(?:\bpneumonia\b|sepsis|septic[ae]+mia|bacter[ae]+mia|fung[ae]+mia|candid[ae]+mia|cellulitis|pyelonephritis|urinary tract infection|osteomyelitis|endocarditis|\babscess\b|empyema|bacterial meningitis|bacterial peritonitis)/i,
    icd10: null,
  },
  {
    name: 'graft-versus-host disease',
    needs: 'graft',
    words: String.raw`(?:acute (?:or|and|and\/or) chronic )?graft[- ](?:versus|vs\.?|v)[- ]host disease(?: \(GVHD\))?|GVHD`,
    recorded: /graft.{0,3}(?:versus|vs).{0,3}host/i,
    icd10: /^D89\.?81/,
  },
  {
    name: 'organ transplant',
    needs: 'organ transplant|organ allograft',
    words: String.raw`(?:allogeneic |allogenic )?(?:solid )?organ (?:transplant(?:ation|s)?|allografts?)`,
    recorded: /(?:kidney|renal|liver|hepatic|heart|cardiac|lung|pancreas) transplant/i,
    // Titles: `procedures.ts`.
    icd10: /^Z94\.?(?:[0-4]|8[23])/,
    past: /^Z94\.?(?:[0-4]|8[23])/,
  },
];
