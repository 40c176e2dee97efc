/**
 * Brand names that RxNorm's sample does not carry: US labels (FDA), a few European ones. Names only. The analgesics, DuoPlavin, Inegy and Teysuno
 * from product information of EMA, BDPM (France), emc and HPRA, Medsafe and SÚKL, or lists that agree with it (looked up 2026-11); of
 * Solpadeine only the product that holds codeine for certain. The last block: names of Germany, Switzerland, Austria, France, Spain and Britain, each
 * beside its substance or ATC code in at least two public lists, or in product information (EMA, Swissmedic; looked up 2026-11-22). Behind it the cancer
 * drugs whose US labels ask for a biomarker (FDA, 2026-05), and brands of the inhibitors, inducers and anticoagulants that the clinical tables name
 * and of further drugs with a recommendation, each beside its substance in at least two public lists or US labels (looked up 2026-11-22; Gelonida,
 * talvosilen by Rote Liste and product information, further brands of warfarin by two public lists, 2026-11-23).
 */

/** Brand → ingredients. */
export const BRANDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `abilify maintena=aripiprazole; aciphex=rabeprazole; advil=ibuprofen; aldactone=spironolactone; aleve=naproxen; altace=ramipril; amplictil=chlorpromazine;
  anafranil=clomipramine; anectine=succinylcholine; quelicin=succinylcholine; aptiom=eslicarbazepine; aristada=aripiprazole lauroxil; aubagio=teriflunomide;
  austedo=deutetrabenazine; avelox=moxifloxacin; bactrim=sulfamethoxazole+trimethoprim; septra=sulfamethoxazole+trimethoprim; biaxin=clarithromycin;
  brilinta=ticagrelor; brilique=ticagrelor; brukinsa=zanubrutinib; camzyos=mavacamten; carbaglu=carglumic acid; catapres=clonidine; caduet=amlodipine+atorvastatin;
  celebrex=celecoxib; celexa=citalopram; cellcept=mycophenolate mofetil; myfortic=mycophenolic acid; cerebyx=fosphenytoin; cerdelga=eliglustat; chantix=varenicline;
  cipro=ciprofloxacin; cleocin=clindamycin; clozaril=clozapine; coreg=carvedilol; coumadin=warfarin; coumadine=warfarin; marevan=warfarin; waran=warfarin; aldocumar=warfarin; jantoven=warfarin; marcumar=phenprocoumon; sintrom=acenocoumarol;
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
  tofranil=imipramine; toviaz=fesoterodine; trileptal=oxcarbazepine; oxtellar=oxcarbazepine; ultracet=acetaminophen+tramadol; tylenol=acetaminophen; gelonida=acetaminophen+codeine; talvosilen=acetaminophen+codeine; uloric=febuxostat; uptravi=selexipag; valtrex=valacyclovir;
  vasotec=enalapril; ventolin=albuterol; proair=albuterol; proventil=albuterol; vfend=voriconazole; viibryd=vilazodone; vistaril=hydroxyzine; vivactil=protriptyline; voltaren=diclofenac; vytorin=ezetimibe+simvastatin; wakix=pitolisant;
  wellbutrin=bupropion; zyban=bupropion; xanax=alprazolam; xarelto=rivaroxaban; xcopri=cenobamate; xenazine=tetrabenazine; xyrem=sodium oxybate; zantac=ranitidine; zestril=lisinopril; prinivil=lisinopril; zetia=ezetimibe;
  zithromax=azithromycin; zocor=simvastatin; zofran=ondansetron; zoloft=sertraline; zontivity=vorapaxar; zurampic=lesinurad; zyloprim=allopurinol; aloprim=allopurinol; zyprexa=olanzapine; zyrtec=cetirizine; zyvox=linezolid; adrucil=fluorouracil;
  tamoxifen=tamoxifen; nolvadex=tamoxifen; soltamox=tamoxifen; keytruda=pembrolizumab; opdivo=nivolumab; tagrisso=osimertinib; lumakras=sotorasib; krazati=adagrasib; zelboraf=vemurafenib; cotellic=cobimetinib;
  mekinist=trametinib; tafinlar=dabrafenib; mektovi=binimetinib; retevmo=selpercatinib; tepmetko=tepotinib; augtyro=repotrectinib; rybrevant=amivantamab; truqap=capivasertib; orserdu=elacestrant; veppanu=vepdegestrant; jideytro=zidesamtinib; revtorpyk=gedatolisib; lyrfigtu=lirafugratinib; etcamah=camizestrant; herceptin=trastuzumab; kadcyla=trastuzumab emtansine;
  enhertu=trastuzumab deruxtecan; trodelvy=sacituzumab govitecan; balversa=erdafitinib; pemazyre=pemigatinib; lytgobi=futibatinib; tibsovo=ivosidenib; idhifa=enasidenib; gleevec=imatinib; glivec=imatinib; sprycel=dasatinib; tasigna=nilotinib;
  bosulif=bosutinib; iclusig=ponatinib; imbruvica=ibrutinib; calquence=acalabrutinib; rituxan=rituximab; mabthera=rituximab; jakafi=ruxolitinib; jakavi=ruxolitinib; lenvima=lenvatinib; votrient=pazopanib; welireg=belzutifan; zejula=niraparib; turalio=pexidartinib;
  beleodaq=belinostat; leqselvi=deuruxolitinib; livdelzi=seladelpar; cibinqo=abrocitinib; vpriv=velaglucerase alfa; addyi=flibanserin; lofexidine=lofexidine; lucemyra=lofexidine; relistor=methylnaltrexone; provigil=modafinil; nuplazid=pimavanserin;
  arakoda=tafenoquine; krintafel=tafenoquine; lariam=mefloquine; pylera=bismuth subcitrate+metronidazole+tetracycline; azulfidine=sulfasalazine; silvadene=silver sulfadiazine; sulfamylon=mafenide; bonjesta=doxylamine+pyridoxine; myfembree=estradiol+norethindrone+relugolix; zaltrap=aflibercept;
  bidil=hydralazine+isosorbide dinitrate; symfi=efavirenz+lamivudine+tenofovir; roszet=ezetimibe+rosuvastatin; ezallor=rosuvastatin; flolipid=simvastatin; zypitamag=pitavastatin; altoprev=lovastatin;
  trikafta=elexacaftor+ivacaftor+tezacaftor; kaftrio=elexacaftor+ivacaftor+tezacaftor; orkambi=ivacaftor+lumacaftor; symdeko=ivacaftor+tezacaftor; brisdelle=paroxetine; seroxat=paroxetine; rexulti=brexpiprazole;
  prevpac=amoxicillin+clarithromycin+lansoprazole; yosprala=aspirin+omeprazole; vimovo=esomeprazole+naproxen; duexis=famotidine+ibuprofen; dutoprol=hydrochlorothiazide+metoprolol; evotaz=atazanavir+cobicistat;
  arikayce=amikacin; tobi podhaler=tobramycin; provayblue=methylene blue; duzallo=allopurinol+lesinurad;
  contrave=bupropion+naltrexone; zegerid=omeprazole+sodium bicarbonate; paxlovid=nirmatrelvir+ritonavir; liptruzet=atorvastatin+ezetimibe; symbravo=meloxicam+rizatriptan; elyxyb=celecoxib; seglentis=celecoxib+tramadol;
  tramal=tramadol; contramal=tramadol; topalgic=tramadol; zydol=tramadol; zaldiar=acetaminophen+tramadol; ixprim=acetaminophen+tramadol;
  klipal=acetaminophen+codeine; codoliprane=acetaminophen+codeine; lindilane=acetaminophen+codeine; claradol codeine=acetaminophen+codeine;
  panadeine=acetaminophen+codeine; solpadeine plus=acetaminophen+caffeine+codeine; duoplavin=aspirin+clopidogrel; inegy=ezetimibe+simvastatin;
  teysuno=tegafur;
  pantozol=pantoprazole; omep=omeprazole; mopral=omeprazole; agopton=lansoprazole; pariet=rabeprazole; inexium=esomeprazole; falithrom=phenprocoumon; efient=prasugrel;
  zyllt=clopidogrel; beloc-zok=metoprolol; lopresor=metoprolol; seloken=metoprolol; betaloc=metoprolol; pravasin=pravastatin; ezetrol=ezetimibe;
  rosuzet=ezetimibe+rosuvastatin; atozet=atorvastatin+ezetimibe; cordarex=amiodarone; rytmonorm=propafenone; lamisil=terbinafine; betmiga=mirabegron;
  nifurantin=nitrofurantoin; staphylex=flucloxacillin; klacid=clarithromycin; eremfat=rifampin; refobacin=gentamicin; zyloric=allopurinol; adenuric=febuxostat;
  imurek=azathioprine; tegretal=carbamazepine; timonil=carbamazepine; finlepsin=carbamazepine; epanutin=phenytoin; phenhydan=phenytoin; cipramil=citalopram;
  seropram=citalopram; seroplex=escitalopram; deroxat=paroxetine; fluctin=fluoxetine; floxyfral=fluvoxamine; trevilor=venlafaxine; elontril=bupropion;
  brintellix=vortioxetine; saroten=amitriptyline; laroxyl=amitriptyline; remergil=mirtazapine; clopixol=zuclopenthixol; cisordinol=zuclopenthixol;
  solpadol=acetaminophen+codeine; tramacet=acetaminophen+tramadol; adolonta=tramadol; targin=naloxone+oxycodone; palexia=tapentadol; palladon=hydromorphone;
  oxygesic=oxycodone; lysthenon=succinylcholine; sevorane=sevoflurane;
  akeega=abiraterone+niraparib; trisenox=arsenic trioxide; scemblix=asciminib; ayvakit=avapritinib; adcetris=brentuximab vedotin;
  mylotarg=gemtuzumab ozogamicin; xospata=gilteritinib; truseltiq=infigratinib; besponsa=inotuzumab ozogamicin; margenza=margetuximab;
  rydapt=midostaurin; rezlidhia=olutasidenib; tazverik=tazemetostat; lazcluze=lazertinib; elahere=mirvetuximab soravtansine; ojemda=tovorafenib;
  voranigo=vorasidenib; itovebi=inavolisib; vyloy=zolbetuximab; ziihera=zanidatamab; bizengri=zenocutuzumab; ensacove=ensartinib; imjudo=tremelimumab;
  revuforj=revumenib; ibtrozi=taletrectinib; emrelis=telisotuzumab vedotin; avmapki fakzynja=avutometinib+defactinib; datroway=datopotamab deruxtecan;
  zegfrovy=sunvozertinib; hernexeos=zongertinib; modeyso=dordaviprone; inluriyo=imlunestrant; vanflyta=quizartinib; komzifti=ziftomenib;
  hyrnuo=sevabertinib; tevimbra=tislelizumab;
  aplenzin=bupropion; forfivo=bupropion; budeprion=bupropion; drizalma=duloxetine; sensipar=cinacalcet; mimpara=cinacalcet; yonsa=abiraterone;
  varubi=rolapitant; belviq=lorcaserin; faverin=fluvoxamine; lustral=sertraline; felbatol=felbamate; epidiolex=cannabidiol; cordarone=amiodarone;
  nexterone=amiodarone; tagamet=cimetidine; trandate=labetalol; ticlid=ticlopidine; antabuse=disulfiram; norvir=ritonavir; kaletra=lopinavir+ritonavir;
  aluvia=lopinavir+ritonavir; prezcobix=cobicistat+darunavir; rezolsta=cobicistat+darunavir; symtuza=cobicistat+darunavir+emtricitabine+tenofovir;
  stribild=cobicistat+elvitegravir+emtricitabine+tenofovir; genvoya=cobicistat+elvitegravir+emtricitabine+tenofovir; tybost=cobicistat;
  viracept=nelfinavir; invirase=saquinavir; viramune=nevirapine; intelence=etravirine; stocrin=efavirenz; noxafil=posaconazole; cresemba=isavuconazole;
  sporanox=itraconazole; tolsura=itraconazole; ketek=telithromycin; ery-tab=erythromycin; recorlev=levoketoconazole; korlym=mifepristone;
  prevymis=letermovir; zydelig=idelalisib; cardizem=diltiazem; tiazac=diltiazem; calan=verapamil; isoptin=verapamil; verelan=verapamil;
  tarka=trandolapril+verapamil; vaprisol=conivaptan; emend=aprepitant; tracleer=bosentan; lysodren=mitotane; rifadin=rifampin; rimactane=rifampin;
  rifater=isoniazid+pyrazinamide+rifampin; lovenox=enoxaparin; clexane=enoxaparin; savaysa=edoxaban; lixiana=edoxaban; ecansya=capecitabine;
  garamycin=gentamicin; amikin=amikacin; zemdri=plazomicin; carnexiv=carbamazepine; sesquient=fosphenytoin; caldolor=ibuprofen; ansaid=flurbiprofen;
  zuplenz=ondansetron; phenytek=phenytoin; nebcin=tobramycin; vivlodex=meloxicam; cartia xt=diltiazem; taztia=diltiazem; matzim=diltiazem;
  crixivan=indinavir; prezista=darunavir; arixtra=fondaparinux; fragmin=dalteparin; biktarvy=bictegravir+emtricitabine+tenofovir;
  rifamate=isoniazid+rifampin; uft=tegafur; lanvis=thioguanine; adoport=tacrolimus; modigraf=tacrolimus; qdolo=tramadol; anjeso=meloxicam;
  campto=irinotecan; terbisil=terbinafine; fluracedyl=fluorouracil; robitussin ac=codeine+guaifenesin; tuzistra=chlorpheniramine+codeine`
    .split(';')
    .map((pair) => pair.trim().split('='))
    .flatMap(([brand = '', drugs = '']): [string, readonly string[]][] => (brand === drugs ? [] : [[brand, drugs.split('+')]])),
);
