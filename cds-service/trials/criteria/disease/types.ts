/** Every tumour type that a text may mean: those recognised, organs and abbreviations beside them. Null where the list may be longer. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { GAP, type Atom, type ReadingContext } from '../atom.ts';
import { groupOrType } from './names.ts';
import { tumourTypes } from './index.ts';
import { isTissue } from './tissue.ts';

/** Words that may let other tumours in than those named. */
const WIDENING =
  /\b(?:others?|another|any|various|several|similar|related|equivalent|similarly|different|unknown|multiple|(?<=\b(?:or|and|include|including|,) ?)all)\s+(?!than\b)(?:[\w/-]+\s+){0,4}?(?:cancers?|malignanc(?:y|ies)|tumou?rs?|neoplasms?|types?|histolog(?:y|ies)|subtypes?|sub-types|disorders?|diagnos[ei]s|diseases?(?! progression)|conditions?|indications?|sites?|entities)\b|\b(?:histology|tumou?r|cancer)[- ]agnostic|\bbasket\b|\bpan-?(?:tumou?r|cancer)\b/i;
/** Examples of a class: the class decides, if it was recognised as one. */
const EXAMPLES = /(?:\bnot limited to\b|\be\.?g\b|\bsuch as\b|\bexamples?\b)[^.;]{0,60}@|@[^.;]{0,60}(?:\betc\b|\bamong others\b)/i;
/** A bare noun in a list is a type as wide as can be. */
const BARE =
  /(?:\b(?:or|and|and\/or|versus)\b|[,/])\s*(?:(?:advanced|metastatic|malignant|solid|primary|invasive|high-grade|aggressive|refractory|recurrent|progressive|rare|gynaecologic|gynecologic|GI|GU)\s+)*(?:cancers?|malignanc(?:y|ies)|neoplasms?|tumou?rs?)\b(?!\s*(?:tissue|sample|specimen|cells?|size|board|block|biops|lesion|type|progression|center|centre|institute|grade|stage|staging|node|therap|treatment|burden|markers?|is|must|should|has|not|that|which|may|can))/i;

/** What may take the place of the diagnosis without being a tumour. */
const INSTEAD =
  /\bor (?:(?:an?|the|are|is|be|to|who|being) )*(?:undergo\w*|scheduled|planned|planning|receiving|at (?:high |increased )?risk|(?:current|former|heavy) smok\w+|history|suspected|individuals|persons|people|(?:patients|participants|subjects|those|women|men) (?:with|who|at|undergoing))\b|\bor (?:[\w-]+ ){0,3}(?:cysts?|nodules?|mass(?:es)?|effusions?|infections?|ascites|cirrhosis|hepatitis|pancreatitis|colitis|nephrectomy|mastectomy|surgery|lesions? (?:with|of) (?:\w+ )?(?:malignant|potential|risk|uncertain|unknown))\b/i;

/** Codes of drugs and names of studies are no tumours. */
const plainTitle = (title: string): string =>
  title
    .replace(/(?<!\S)\S*\d\S*/g, (code) => ' '.repeat(code.length))
    .replace(/\([A-Z][A-Za-z-]*\)\.?$/, (name) => ' '.repeat(name.length));

/** Tumours that a title names as such: "melanoma", not the liver of "liver-directed therapy". */
export function tumoursInTitle(title: string, context: ReadingContext): Requirement[] {
  return tumourTypes(plainTitle(title), context).flatMap(({ requirement }) => tumoursIn(requirement));
}

/** The tumour types that a trial's title names; null where it names none, or may mean more than those. */
export function namesInTitle(title: string, context: ReadingContext): Requirement[] | null {
  const plain = plainTitle(title);
  const atoms = tumourTypes(plain, context);
  const types = atoms.length === 0 ? null : typesNamed(plain, atoms, context);
  return types === null || types.length === 0 ? null : types;
}

/** Every tumour type that the text may mean; null when it may mean one that cannot be looked up. */
export function typesNamed(text: string, atoms: readonly Atom[], context: ReadingContext): Requirement[] | null {
  const types: Requirement[] = [];
  const loose: Requirement[] = [];
  let rest = text;
  for (const { start, end, requirement } of atoms) {
    if (requirement.kind === 'other-malignancy') return null;
    const named = tumoursIn(requirement);
    (named.every(isTissue) && ofThat(text.slice(0, start), text.slice(end)) ? loose : types).push(...named);
    rest = rest.slice(0, start) + GAP.repeat(end - start) + rest.slice(end);
  }
  const bare = rest.replaceAll(GAP, '@');
  if (WIDENING.test(bare) || INSTEAD.test(bare) || BARE.test(bare.replace(/@+/g, '@'))) return null;
  if (EXAMPLES.test(bare) && !types.some((type) => type.kind === 'tumour' && type.breadth !== null)) return null;
  const further = groupOrType(rest, context);
  if (further === null) return null;
  return [...types, ...further, ...(types.length + further.length === 0 ? loose : [])];
}

/** "lung cancer (adenocarcinoma)", "adenocarcinoma histology", "adenocarcinoma arising from the colon": the tissue of a tumour named beside it. */
function ofThat(before: string, after: string): boolean {
  const bracket = /[([][^()[\]]*$/.exec(before);
  if (bracket && /(?:cancer|carcinoma|tumou?r|NSCLC|neoplasm|malignancy)s?(?: \([A-Za-z]+\))?\s*$/i.test(before.slice(0, bracket.index)))
    return true;
  if (/^\s*(?:histolog|component|sub-?type|type|differentiation|features|cell type)/i.test(after)) return true;
  return /^\s*(?:(?:primarily )?(?:originating|arising|originated)\s+(?:from|in)|of)\s/i.test(after);
}

function tumoursIn(asked: Requirement): Requirement[] {
  if (asked.kind === 'tumour') return [asked];
  if (asked.kind === 'any' || asked.kind === 'all') return asked.of.flatMap(tumoursIn);
  return [];
}
