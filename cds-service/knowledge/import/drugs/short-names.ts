/**
 * Short forms and other names of everyday drugs as wards write them: "TMP/SMX", "pip-tazo", "KCl", "Hartmann's", "co-amilofruse". Each is given for the same
 * substances by at least two public lists (open medication programs of the United States and Britain, the British approved names
 * of combinations, FDA's NDC look-up abbreviations; looked up 2026-11-23). Left out are short forms that stand for two drugs or for something else
 * on a ward (AZT, INH, MS, PCN, levo, dex, mag), and "NS" and "LR" alone: those count in front of an amount (`fhir-profiles/codes/drug/fluids.ts`).
 */
const SINGLE = `
nacl=sodium chloride; normal saline=sodium chloride; kcl=potassium chloride; dextrose=glucose; glukose=glucose; glucosa=glucose; glucosio=glucose; d5w=glucose; d10w=glucose; d50w=glucose;
lactated ringer=lactated ringers; lactated ringer's=lactated ringers; ringer's lactate=lactated ringers; ringers lactate=lactated ringers;
ringer lactate=lactated ringers; ringer-lactate=lactated ringers; ringerlaktat=lactated ringers; ringer-laktat=lactated ringers; ringerlactat=lactated ringers; hartmann's solution=lactated ringers;
hartmanns solution=lactated ringers; hartmann solution=lactated ringers; plasmalyte=multiple electrolytes; plasma-lyte=multiple electrolytes;
sauerstoff=oxygen; oxygene=oxygen; oxigeno=oxygen; ossigeno=oxygen; zuurstof=oxygen;
methylenblau=methylene blue; methyleenblauw=methylene blue; bleu de methylene=methylene blue; azul de metileno=methylene blue; blu di metilene=methylene blue;
methylthioniniumchlorid=methylene blue; thyroxine=levothyroxine; thyroxin=levothyroxine; l-thyroxin=levothyroxine; l-tiroxina=levothyroxine;
insuline=insulin; insulina=insulin; nph insulin=insulin isophane; insulin nph=insulin isophane; regular insulin=insulin, regular; insulin regular=insulin, regular;
vanco=vancomycin; tacro=tacrolimus; pembro=pembrolizumab; vanc=vancomycin; norepi=norepinephrine; bicarb=sodium bicarbonate; sodium bicarb=sodium bicarbonate; mag sulfate=magnesium sulfate; b12=vitamin b12;
prenatal vitamin=multivitamin; prenatal vitamins=multivitamin; txa=tranexamic acid; acido tranexamico=tranexamic acid; acido acetilsalicilico=aspirin`;

const SEVERAL = `
sulfamethoxazole+trimethoprim=tmp smx,tmp smz,smx tmp,smz tmp,tmp-smz,smz-tmp,cotrim,cotrimoxazole,trimethoprim-sulfa,trimethoprim sulfa,co-trimoxazole;
piperacillin+tazobactam=pip-tazo,pip tazo,piptazo,piptaz,pip-taz; amoxicillin+clavulanate=amox-clav,amox clav,amoxiclav,amoxicillin-clav,amoxicillin clav,co-amoxiclav;
abacavir+lamivudine=abc 3tc,abc-3tc; abacavir+dolutegravir+lamivudine=abc 3tc dtg,abc dtg 3tc; acetaminophen+codeine=co-codamol; acetaminophen+dihydrocodeine=co-dydramol; acetaminophen+propoxyphene=co-proxamol; aspirin+codeine=co-codaprin;
carbidopa+levodopa=co-careldopa; benserazide+levodopa=co-beneldopa; amiloride+furosemide=co-amilofruse; amiloride+hydrochlorothiazide=co-amilozide;
atenolol+chlorthalidone=co-tenidone; atropine+diphenoxylate=co-phenotrope; ampicillin+flucloxacillin=co-fluampicil;
acetaminophen+oxycodone=oxycodone-apap; acetaminophen+hydrocodone=hydrocodone-apap`;

const read = (text: string): readonly (readonly [string, readonly string[]])[] =>
  text.split(';').map((line) => {
    const [left = '', right = ''] = line.trim().split('=');
    return [left, right.split(',')];
  });

export const SHORT_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  SINGLE.split(';').map((line): [string, string] => {
    const [name = '', substance = ''] = line.trim().split('=');
    return [name, substance];
  }),
);

/** British names of combinations are written as one word and as two as well: "cocodamol", "co codamol". */
const spellings = (name: string): readonly string[] =>
  name.startsWith('co-') ? [name, `co${name.slice(3)}`, `co ${name.slice(3)}`] : [name];

export const SHORT_COMBINATIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  read(SEVERAL).flatMap(([substances, names]) =>
    names.flatMap(spellings).map((name): [string, readonly string[]] => [name, substances.split('+')]),
  ),
);
