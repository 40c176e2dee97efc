/**
 * Names that RxNorm's sample does not carry: other spellings, other countries' names, abbreviations, brands, classes.
 *
 * Sources (looked up 2026-11): INN / BAN / USAN differences from the table of the Palliative Care Formulary (2016, palliativedrugs.com) and
 * the WHO INN lists; biosimilar and conjugate names, trial codes and FOLFIRI from the project's notation list; US brand names from FDA
 * labels as repeated in public formulary and teaching lists. Names only: no text was taken over.
 */

/** One ingredient under another name. The right side is the RxNorm ingredient name. */
export const SAME_AS: Readonly<Record<string, string>> = {
  // International non-proprietary and British names
  paracetamol: 'acetaminophen',
  apap: 'acetaminophen',
  salbutamol: 'albuterol',
  adrenaline: 'epinephrine',
  adrenalin: 'epinephrine',
  noradrenaline: 'norepinephrine',
  pethidine: 'meperidine',
  pethidin: 'meperidine',
  glibenclamide: 'glyburide',
  glibenclamid: 'glyburide',
  suxamethonium: 'succinylcholine',
  'suxamethonium chloride': 'succinylcholine',
  dextropropoxyphene: 'propoxyphene',
  rifampicin: 'rifampin',
  ciclosporin: 'cyclosporine',
  cyclosporin: 'cyclosporine',
  mesalazine: 'mesalamine',
  lignocaine: 'lidocaine',
  lidocain: 'lidocaine',
  frusemide: 'furosemide',
  furosemid: 'furosemide',
  aciclovir: 'acyclovir',
  chlorphenamine: 'chlorpheniramine',
  clomethiazole: 'chlormethiazole',
  dexamfetamine: 'dextroamphetamine',
  dexamphetamine: 'dextroamphetamine',
  amfetamine: 'amphetamine',
  dicycloverine: 'dicyclomine',
  amobarbitone: 'amobarbital',
  phenobarbitone: 'phenobarbital',
  'glyceryl trinitrate': 'nitroglycerin',
  levomepromazine: 'methotrimeprazine',
  hyoscine: 'scopolamine',
  torasemide: 'torsemide',
  'acetylsalicylic acid': 'aspirin',
  acetylsalicylsaure: 'aspirin',
  asa: 'aspirin',
  ass: 'aspirin',
  hydroxycarbamide: 'hydroxyurea',
  tioguanine: 'thioguanine',
  '6-thioguanine': 'thioguanine',
  dosulepin: 'dothiepin',
  cefalexin: 'cephalexin',
  amoxycillin: 'amoxicillin',
  benzylpenicillin: 'penicillin g',
  phenoxymethylpenicillin: 'penicillin v',
  oestradiol: 'estradiol',
  ethinylestradiol: 'ethinyl estradiol',
  norethisterone: 'norethindrone',
  calcitriolum: 'calcitriol',
  colecalciferol: 'cholecalciferol',
  dipyrone: 'metamizole',
  metamizol: 'metamizole',
  novaminsulfon: 'metamizole',
  quinacrine: 'mepacrine',
  nitrofurazone: 'nitrofural',
  sulfamethazine: 'sulfadimidine',
  phytomenadione: 'vitamin k',
  phytonadione: 'vitamin k',
  'vitamin k1': 'vitamin k',
  'ascorbic acid': 'vitamin c',
  'tolonium chloride': 'toluidine blue',
  'methylthioninium chloride': 'methylene blue',
  'folinic acid': 'leucovorin',
  'calcium folinate': 'leucovorin',
  cannabidiolum: 'cannabidiol',
  // Old names, chemical prefixes and abbreviations
  '5-fu': 'fluorouracil',
  '5fu': 'fluorouracil',
  '5 fu': 'fluorouracil',
  '5-fluorouracil': 'fluorouracil',
  '5-fluoruracil': 'fluorouracil',
  fluoruracil: 'fluorouracil',
  '6-mp': 'mercaptopurine',
  '6mp': 'mercaptopurine',
  '6-mercaptopurine': 'mercaptopurine',
  '6-tg': 'thioguanine',
  mtx: 'methotrexate',
  hctz: 'hydrochlorothiazide',
  tpm: 'topiramate',
  bcnu: 'carmustine',
  ccnu: 'lomustine',
  dtic: 'dacarbazine',
  valproate: 'valproic acid',
  'sodium valproate': 'valproic acid',
  'valproate sodium': 'valproic acid',
  valproinsaure: 'valproic acid',
  divalproex: 'divalproex sodium',
  'semisodium valproate': 'divalproex sodium',
  'valproate semisodium': 'divalproex sodium',
  mycophenolate: 'mycophenolic acid',
  'mycophenolate sodium': 'mycophenolic acid',
  mmf: 'mycophenolate mofetil',
  'alendronic acid': 'alendronate',
  zoledronate: 'zoledronic acid',
  'pamidronic acid': 'pamidronate',
  'ibandronic acid': 'ibandronate',
  cobalamin: 'vitamin b12',
  diacetylmorphine: 'heroin',
  'l-thyroxine': 'levothyroxine',
  levothyroxin: 'levothyroxine',
  'vitamin b 12': 'vitamin b12',
  'peg-interferon alfa-2a': 'peginterferon alfa-2a',
  'peg-interferon alfa-2b': 'peginterferon alfa-2b',
  // Antibodies and their conjugates
  'ado-trastuzumab emtansine': 'trastuzumab emtansine',
  't-dm1': 'trastuzumab emtansine',
  'fam-trastuzumab deruxtecan': 'trastuzumab deruxtecan',
  't-dxd': 'trastuzumab deruxtecan',
  'ziv-aflibercept': 'aflibercept',
  sacituzumab: 'sacituzumab govitecan',
  '17-alpha-hydroxyprogesterone': 'hydroxyprogesterone',
  taxol: 'paclitaxel',
  'nab-paclitaxel': 'paclitaxel',
  trenbelone: 'trenbolone',
  'interferon alfa-2b recombinant': 'interferon alfa-2b',
  azd9291: 'osimertinib',
  'amg 510': 'sotorasib',
  plx4032: 'vemurafenib',
  'loxo-292': 'selpercatinib',
  'loxo-101': 'larotrectinib',
  // German and Latin endings that the general rule below cannot reach
  phenprocoumonum: 'phenprocoumon',
  clopidogrelum: 'clopidogrel',
  codein: 'codeine',
  morphin: 'morphine',
  coffein: 'caffeine',
  colchicin: 'colchicine',
  azathioprin: 'azathioprine',
  mercaptopurin: 'mercaptopurine',
  citaloprame: 'citalopram',
  oxcarbazepin: 'oxcarbazepine',
  carbamazepin: 'carbamazepine',
  clomipramin: 'clomipramine',
  imipramin: 'imipramine',
  trimipramin: 'trimipramine',
  desipramin: 'desipramine',
  paroxetin: 'paroxetine',
  fluoxetin: 'fluoxetine',
  fluvoxamin: 'fluvoxamine',
  sertralin: 'sertraline',
  venlafaxin: 'venlafaxine',
  duloxetin: 'duloxetine',
  mirtazapin: 'mirtazapine',
  vortioxetin: 'vortioxetine',
  risperidon: 'risperidone',
  olanzapin: 'olanzapine',
  quetiapin: 'quetiapine',
  clozapin: 'clozapine',
  aripiprazol: 'aripiprazole',
  atomoxetin: 'atomoxetine',
  omeprazol: 'omeprazole',
  esomeprazol: 'esomeprazole',
  pantoprazol: 'pantoprazole',
  lansoprazol: 'lansoprazole',
  rabeprazol: 'rabeprazole',
  voriconazol: 'voriconazole',
  ketoconazol: 'ketoconazole',
  simvastatinum: 'simvastatin',
  metoprololum: 'metoprolol',
  propafenon: 'propafenone',
  flecainid: 'flecainide',
  chinidin: 'quinidine',
  chinin: 'quinine',
  ondansetronum: 'ondansetron',
  oxycodon: 'oxycodone',
  hydromorphon: 'hydromorphone',
  hydrocodon: 'hydrocodone',
  methadon: 'methadone',
  levomethadon: 'levomethadone',
  capecitabin: 'capecitabine',
  tioguanin: 'thioguanine',
  doxorubicinum: 'doxorubicin',
  cyclophosphamid: 'cyclophosphamide',
  allopurinolum: 'allopurinol',
  abacavirum: 'abacavir',
  rasburicasum: 'rasburicase',
  primaquin: 'primaquine',
  dapson: 'dapsone',
  gentamycin: 'gentamicin',
};

/** Ingredients that none of the lists carries yet: antibody conjugates and targeted drugs by their INN, and a few others. */
export const FURTHER_INGREDIENTS: readonly string[] = [
  ...'brentuximab vedotin, inotuzumab ozogamicin, gemtuzumab ozogamicin, belantamab mafodotin, enfortumab vedotin, tisotumab vedotin'.split(
    ', ',
  ),
  ...'polatuzumab vedotin, telisotuzumab vedotin, loncastuximab tesirine, mirvetuximab soravtansine, datopotamab deruxtecan'.split(', '),
  ...'avapritinib, asciminib, tislelizumab, zolbetuximab, ofatumumab, relatlimab, olutasidenib, zanidatamab, zenocutuzumab'.split(', '),
  ...'ensartinib, revumenib, taletrectinib, avutometinib, defactinib, imlunestrant, ziftomenib, polyethylene glycol 3350'.split(', '),
];

/** Several ingredients under one name. */
export const COMBINATIONS: Readonly<Record<string, readonly string[]>> = {
  'co-trimoxazole': ['sulfamethoxazole', 'trimethoprim'],
  cotrimoxazol: ['sulfamethoxazole', 'trimethoprim'],
  'tmp-smx': ['sulfamethoxazole', 'trimethoprim'],
  'smx-tmp': ['sulfamethoxazole', 'trimethoprim'],
  'sulfamethoxazole-trimethoprim': ['sulfamethoxazole', 'trimethoprim'],
  'co-codamol': ['acetaminophen', 'codeine'],
  'co-dydramol': ['acetaminophen', 'dihydrocodeine'],
  folfiri: ['leucovorin', 'fluorouracil', 'irinotecan'],
  folfox: ['leucovorin', 'fluorouracil', 'oxaliplatin'],
  mfolfox6: ['leucovorin', 'fluorouracil', 'oxaliplatin'],
  folfirinox: ['leucovorin', 'fluorouracil', 'irinotecan', 'oxaliplatin'],
  folfoxiri: ['leucovorin', 'fluorouracil', 'irinotecan', 'oxaliplatin'],
  capox: ['capecitabine', 'oxaliplatin'],
  xelox: ['capecitabine', 'oxaliplatin'],
};

/** Brand → ingredients. */
export const BRANDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `abilify maintena=aripiprazole; aciphex=rabeprazole; advil=ibuprofen; aldactone=spironolactone; aleve=naproxen; altace=ramipril; amplictil=chlorpromazine;
  anafranil=clomipramine; anectine=succinylcholine; quelicin=succinylcholine; aptiom=eslicarbazepine; aristada=aripiprazole lauroxil; aubagio=teriflunomide;
  austedo=deutetrabenazine; avelox=moxifloxacin; bactrim=sulfamethoxazole+trimethoprim; septra=sulfamethoxazole+trimethoprim; biaxin=clarithromycin;
  brilinta=ticagrelor; brilique=ticagrelor; brukinsa=zanubrutinib; camzyos=mavacamten; carbaglu=carglumic acid; catapres=clonidine; caduet=amlodipine+atorvastatin;
  celebrex=celecoxib; celexa=citalopram; cellcept=mycophenolate mofetil; myfortic=mycophenolic acid; cerebyx=fosphenytoin; cerdelga=eliglustat; chantix=varenicline;
  cipro=ciprofloxacin; cleocin=clindamycin; clozaril=clozapine; coreg=carvedilol; coumadin=warfarin; jantoven=warfarin; marcumar=phenprocoumon; sintrom=acenocoumarol;
  cozaar=losartan; hyzaar=losartan+hydrochlorothiazide; crestor=rosuvastatin; cuvposa=glycopyrrolate; cymbalta=duloxetine; dapsone=dapsone; aczone=dapsone; depakene=valproic acid;
  depakote=divalproex sodium; depacon=valproic acid; desyrel=trazodone; detrol=tolterodine; dexilant=dexlansoprazole; diflucan=fluconazole; dilantin=phenytoin; diovan=valsartan;
  doptelet=avatrombopag; effexor=venlafaxine; effient=prasugrel; elavil=amitriptyline; elitek=rasburicase; fasturtec=rasburicase; eliquis=apixaban; enablex=darifenacin;
  entresto=sacubitril+valsartan; erbitux=cetuximab; evoxac=cevimeline; fanapt=iloperidone; feldene=piroxicam; firdapse=amifampridine; flagyl=metronidazole; flomax=tamsulosin;
  forane=isoflurane; ultane=sevoflurane; suprane=desflurane; galzin=zinc acetate; gilenya=fingolimod; glucophage=metformin; glucotrol=glipizide; haldol=haloperidol;
  imuran=azathioprine; azasan=azathioprine; inderal=propranolol; ingrezza=valbenazine; intuniv=guanfacine; isentress=raltegravir; jardiance=empagliflozin; kalydeco=ivacaftor;
  keppra=levetiracetam; klonopin=clonazepam; krystexxa=pegloticase; lasix=furosemide; lescol=fluvastatin; levaquin=levofloxacin; lexapro=escitalopram; cipralex=escitalopram;
  lipitor=atorvastatin; sortis=atorvastatin; livalo=pitavastatin; lopid=gemfibrozil; lopressor=metoprolol; toprol=metoprolol; toprol-xl=metoprolol; beloc=metoprolol; luvox=fluvoxamine;
  macrobid=nitrofurantoin; macrodantin=nitrofurantoin; malarone=atovaquone+proguanil; mavenclad=cladribine; mayzent=siponimod; medrol=methylprednisolone; mellaril=thioridazine;
  mevacor=lovastatin; mobic=meloxicam; motrin=ibuprofen; multaq=dronedarone; myrbetriq=mirabegron; mysoline=primidone; nexium=esomeprazole; norpramin=desipramine; northera=droxidopa;
  norvasc=amlodipine; nuedexta=dextromethorphan+quinidine; auvelity=bupropion+dextromethorphan; ojjaara=momelotinib; orap=pimozide; ozempic=semaglutide; wegovy=semaglutide;
  pamelor=nortriptyline; paxil=paroxetine; pexeva=paroxetine; pepcid=famotidine; plaquenil=hydroxychloroquine; plavix=clopidogrel; iscover=clopidogrel; pradaxa=dabigatran;
  pravachol=pravastatin; prevacid=lansoprazole; prilosec=omeprazole; losec=omeprazole; antra=omeprazole; pristiq=desvenlafaxine; prograf=tacrolimus; envarsus=tacrolimus; advagraf=tacrolimus; astagraf=tacrolimus;
  promacta=eltrombopag; alvaiz=eltrombopag; protonix=pantoprazole; prozac=fluoxetine; sarafem=fluoxetine; purinethol=mercaptopurine; puri-nethol=mercaptopurine; purixan=mercaptopurine; xaluprine=mercaptopurine; tabloid=thioguanine;
  qualaquin=quinine; rapaflo=silodosin; reglan=metoclopramide; remeron=mirtazapine; retrovir=zidovudine; reyataz=atazanavir; ritalin=methylphenidate; concerta=methylphenidate; rythmol=propafenone;
  sabril=vigabatrin; savella=milnacipran; seroquel=quetiapine; serzone=nefazodone; sinequan=doxepin; silenor=doxepin; singulair=montelukast; soma=carisoprodol; strattera=atomoxetine;
  surmontil=trimipramine; sustiva=efavirenz; atripla=efavirenz+emtricitabine+tenofovir; synthroid=levothyroxine; levoxyl=levothyroxine; unithroid=levothyroxine; tambocor=flecainide; tegretol=carbamazepine; epitol=carbamazepine;
  tenormin=atenolol; teveten=eprosartan; tivicay=dolutegravir; triumeq=abacavir+dolutegravir+lamivudine; ziagen=abacavir; epzicom=abacavir+lamivudine; kivexa=abacavir+lamivudine; trizivir=abacavir+lamivudine+zidovudine;
  tofranil=imipramine; toviaz=fesoterodine; trileptal=oxcarbazepine; oxtellar=oxcarbazepine; ultracet=acetaminophen+tramadol; tylenol=acetaminophen; uloric=febuxostat; uptravi=selexipag; valtrex=valacyclovir;
  vasotec=enalapril; ventolin=albuterol; proair=albuterol; proventil=albuterol; vfend=voriconazole; viibryd=vilazodone; vistaril=hydroxyzine; vivactil=protriptyline; voltaren=diclofenac; vytorin=ezetimibe+simvastatin; wakix=pitolisant;
  wellbutrin=bupropion; zyban=bupropion; xanax=alprazolam; xarelto=rivaroxaban; xcopri=cenobamate; xenazine=tetrabenazine; xyrem=sodium oxybate; zantac=ranitidine; zestril=lisinopril; prinivil=lisinopril; zetia=ezetimibe;
  zithromax=azithromycin; zocor=simvastatin; zofran=ondansetron; zoloft=sertraline; zontivity=vorapaxar; zurampic=lesinurad; zyloprim=allopurinol; aloprim=allopurinol; zyprexa=olanzapine; zyrtec=cetirizine; zyvox=linezolid; adrucil=fluorouracil;
  tamoxifen=tamoxifen; nolvadex=tamoxifen; soltamox=tamoxifen; keytruda=pembrolizumab; opdivo=nivolumab; tagrisso=osimertinib; lumakras=sotorasib; krazati=adagrasib; zelboraf=vemurafenib; cotellic=cobimetinib;
  mekinist=trametinib; tafinlar=dabrafenib; mektovi=binimetinib; retevmo=selpercatinib; tepmetko=tepotinib; augtyro=repotrectinib; rybrevant=amivantamab; truqap=capivasertib; orserdu=elacestrant; herceptin=trastuzumab; kadcyla=trastuzumab emtansine;
  enhertu=trastuzumab deruxtecan; trodelvy=sacituzumab govitecan; balversa=erdafitinib; pemazyre=pemigatinib; lytgobi=futibatinib; tibsovo=ivosidenib; idhifa=enasidenib; gleevec=imatinib; glivec=imatinib; sprycel=dasatinib; tasigna=nilotinib;
  bosulif=bosutinib; iclusig=ponatinib; imbruvica=ibrutinib; calquence=acalabrutinib; rituxan=rituximab; mabthera=rituximab; jakafi=ruxolitinib; jakavi=ruxolitinib; lenvima=lenvatinib; votrient=pazopanib; welireg=belzutifan; zejula=niraparib; turalio=pexidartinib;
  beleodaq=belinostat; leqselvi=deuruxolitinib; livdelzi=seladelpar; cibinqo=abrocitinib; vpriv=velaglucerase alfa; addyi=flibanserin; lofexidine=lofexidine; lucemyra=lofexidine; relistor=methylnaltrexone; provigil=modafinil; nuplazid=pimavanserin;
  arakoda=tafenoquine; krintafel=tafenoquine; lariam=mefloquine; pylera=bismuth subcitrate+metronidazole+tetracycline; azulfidine=sulfasalazine; silvadene=silver sulfadiazine; sulfamylon=mafenide; bonjesta=doxylamine+pyridoxine; myfembree=estradiol+norethindrone+relugolix; zaltrap=aflibercept`
    .split(';')
    .map((pair) => pair.trim().split('='))
    .flatMap(([brand = '', drugs = '']): [string, readonly string[]][] => (brand === drugs ? [] : [[brand, drugs.split('+')]])),
);

/** Drug classes by name, as an order or a rule may state them; ATC group where the class is one. */
export const CLASSES: Readonly<Record<string, string>> = {
  'aromatase inhibitor': 'aromatase inhibitors (ATC L02BG)',
  'aromatase inhibitors': 'aromatase inhibitors (ATC L02BG)',
  'ace inhibitor': 'ACE inhibitors (ATC C09A)',
  'ace inhibitors': 'ACE inhibitors (ATC C09A)',
  'alkylating agent': 'alkylating agents (ATC L01A)',
  'alkylating agents': 'alkylating agents (ATC L01A)',
  aminoglycoside: 'aminoglycosides (ATC J01G)',
  aminoglycosides: 'aminoglycosides (ATC J01G)',
  anthracycline: 'anthracyclines (ATC L01DB)',
  anthracyclines: 'anthracyclines (ATC L01DB)',
  antidepressant: 'antidepressants (ATC N06A)',
  antidepressants: 'antidepressants (ATC N06A)',
  antipsychotic: 'antipsychotics (ATC N05A)',
  antipsychotics: 'antipsychotics (ATC N05A)',
  bisphosphonate: 'bisphosphonates (ATC M05BA)',
  bisphosphonates: 'bisphosphonates (ATC M05BA)',
  statin: 'statins (ATC C10AA)',
  statins: 'statins (ATC C10AA)',
  'hmg coa reductase inhibitor': 'statins (ATC C10AA)',
  'hmg coa reductase inhibitors': 'statins (ATC C10AA)',
  'platinum compound': 'platinum compounds (ATC L01XA)',
  'platinum compounds': 'platinum compounds (ATC L01XA)',
  ssri: 'selective serotonin reuptake inhibitors (ATC N06AB)',
  ssris: 'selective serotonin reuptake inhibitors (ATC N06AB)',
  'selective serotonin reuptake inhibitor': 'selective serotonin reuptake inhibitors (ATC N06AB)',
  'selective serotonin reuptake inhibitors': 'selective serotonin reuptake inhibitors (ATC N06AB)',
  sulfonamide: 'sulfonamides',
  sulfonamides: 'sulfonamides',
  'hormonal contraceptive': 'hormonal contraceptives (ATC G03A)',
  'hormonal contraceptives': 'hormonal contraceptives (ATC G03A)',
  'tnf inhibitor': 'TNF-alpha inhibitors (ATC L04AB)',
  'tnf-alpha inhibitors': 'TNF-alpha inhibitors (ATC L04AB)',
};
