/**
 * Brands of Germany, France, Britain, Australia, India and Japan for drugs that a recommendation or an enzyme's inhibition is about, and a few that stand
 * beside them on every list. Each is given for the same substances by at least two public lists made independently (open programs and questionnaires of
 * those countries, looked up 2026-11-23). Left out: names of which only one list was found (Somac, Endone), and what is an everyday word (Pan, Dolo).
 */
const ABROAD = `
fluvoxamine=fevarin; nortriptyline=nortrilen; doxepin=aponal; trimipramine=stangyl; amitriptyline=endep; venlafaxine=efexor; trazodone=trittico;
escitalopram=nexito; haloperidol=serenace; amisulpride=solian; paliperidone=xeplion; clobazam=frisium,urbanyl;
valproic acid=ergenyl,orfiril,depakine,convulex,epilim,episenta; phenytoin=eptoin; tramadol=tramundin,tramazac; carvedilol=dilatrend; metoprolol=met xl;
acenocoumarol=acitrom; warfarin=uniwarfin,warf; clopidogrel=clopilet,clopitab,deplatt; atorvastatin=storvas,atorva; rosuvastatin=rosuvas;
aspirin=ecosprin; aspirin+atorvastatin=ecosprin av; omeprazole=omez; rabeprazole=razo; pantoprazole=pantocid; lansoprazole=takepron;
ondansetron=ondem,emeset; dihydrocodeine=dhc continus; metoclopramide=perinorm; azathioprine=imurek; tolterodine=detrusitol; acetaminophen=crocin; metformin=glycomet`;

/** Everyday US brands of wards and medicine cabinets: each beside its substance in at least two public lists (looked up 2026-11-23). */
const EVERYDAY = `
triamcinolone=kenalog; methylprednisolone=depo-medrol; hydrocortisone=solu-cortef; onabotulinumtoxina=botox; bismuth subsalicylate=pepto-bismol;
dextromethorphan+guaifenesin=robitussin dm; calcium carbonate=tums`;

/** US brands of cancer drugs, biosimilars among them: each beside its nonproprietary name in at least two public lists (looked up 2026-11-23). */
const OF_CANCER = `
nivolumab+relatlimab=opdualag; pirtobrutinib=jaypirca; tebentafusp=kimmtrak; glofitamab=columvi; epcoritamab=epkinly; polatuzumab vedotin=polivy;
enfortumab vedotin=padcev; selumetinib=koselugo; ripretinib=qinlock; fedratinib=inrebic; azacitidine=vidaza; rituximab=ruxience,truxima,riabni;
trastuzumab=hercessi; bevacizumab=vegzelma,alymsys; avutometinib=avmapki; defactinib=fakzynja; avutometinib+defactinib=avmapki fakzynja`;

/** Brand → substances. */
export const FURTHER_BRANDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `${ABROAD};${EVERYDAY};${OF_CANCER}`.split(';').flatMap((line) => {
    const [substances = '', brands = ''] = line.trim().split('=');
    return brands.split(',').map((brand): [string, readonly string[]] => [brand, substances.split('+')]);
  }),
);
