/** "Ovarian, fallopian tube or primary peritoneal cancer" names three tumours with one noun. */
const ORGAN = String.raw`(?:epithelial ovarian|ovarian|fallopian tube|tubal|(?:primary )?peritoneal|colon|rectal|breast|lung|gastric|o?esophageal|gastro-?o?esophageal(?: junction)?|GEJ|pancreatic|prostate|bladder|cervical|endometrial)`;
const LINK = String.raw`(?:\s*,\s*(?:and\/or |or |and )?|\s+(?:and\/or|or|and)\s+|\s*\/\s*)`;
/** Another word before the first organ may be meant of all of them: "triple-negative breast or ovarian cancer". */
const BEFORE = String.raw`(?<=^\W*|[,;:(]\s*|\b(?:confirmed|proven|documented|verified|diagnosis of|diagnosed with|have|has|had|with|a|an|the|metastatic|advanced|recurrent|unresectable|persistent|refractory|relapsed|stage [IV]{1,3}[AB]?(?:-[IV]{1,3})?) )`;
const LIST = new RegExp(String.raw`${BEFORE}(${ORGAN}(?:${LINK}${ORGAN})+) (cancers?|carcinomas?|adenocarcinomas?)(?![\w-])`, 'gi');
const LINKS = new RegExp(LINK, 'i');

/** Each with its own noun; what stands before all of them stays where it is. */
export function nounForEach(text: string): string {
  return text.replace(LIST, (_, organs: string, noun: string) => {
    const named = organs.split(LINKS).map((organ) => `${organ.replace(/^primary /i, '').replace(/^tubal$/i, 'fallopian tube')} ${noun}`);
    return `${named.slice(0, -1).join(', ')} or ${named.at(-1) ?? ''}`;
  });
}
