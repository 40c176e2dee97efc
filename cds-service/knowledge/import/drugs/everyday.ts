/**
 * Names under which everyday drugs are ordered: brands of the United States, Britain and the European continent, and the short forms of wards. No rule is
 * about most of them; an order of one must not be told to be "not recognised", and the others decide a card ("Bystolic", "Prolixin", "Zapain").
 * Names only, by substance. A brand stands here when at least two public lists, made independently, give the same substances (looked up
 * 2026-11-23): US brand-to-generic tables of five open medication programs, one of them over FDA's trade names; a British one that leads to
 * the BNF; French, Austrian, German, Italian and Spanish ones; what is in a combination is as those lists or RxNorm's names have it. Left out: what
 * stands for other substances in other countries (Cartia, Dilacor; FDA Public Health Advisory, January 2006), and everyday words.
 */
/** Substances = brands. */
const UNITED_STATES = `
semaglutide=rybelsus; tirzepatide=mounjaro,zepbound; dulaglutide=trulicity; liraglutide=victoza,saxenda; exenatide=byetta,bydureon; sitagliptin=januvia;
linagliptin=tradjenta; saxagliptin=onglyza; alogliptin=nesina; empagliflozin=jardiance; dapagliflozin=farxiga,forxiga; canagliflozin=invokana;
ertugliflozin=steglatro; metformin=fortamet,glumetza,riomet; glimepiride=amaryl; glyburide=micronase,diabeta,glynase; repaglinide=prandin; nateglinide=starlix;
pioglitazone=actos; rosiglitazone=avandia; acarbose=precose; metformin+sitagliptin=janumet; empagliflozin+metformin=synjardy;
dapagliflozin+metformin=xigduo; canagliflozin+metformin=invokamet; metformin+saxagliptin=kombiglyze; linagliptin+metformin=jentadueto;
ertugliflozin+metformin=segluromet; insulin glargine=lantus,toujeo,basaglar,semglee; insulin detemir=levemir; insulin degludec=tresiba;
insulin lispro=humalog,admelog,lyumjev; insulin aspart=novolog,novorapid,fiasp; insulin glulisine=apidra;
insulin, regular=humulin r,novolin r; insulin isophane=humulin n,novolin n; insulin, regular+insulin isophane=humulin 70/30,novolin 70/30;
levomilnacipran=fetzima; phenelzine=nardil; tranylcypromine=parnate; isocarboxazid=marplan; selegiline=emsam,eldepryl; perphenazine=trilafon;
chlorpromazine=thorazine; fluphenazine=prolixin; thiothixene=navane; topiramate=topamax,trokendi; gabapentin enacarbil=horizant;
lacosamide=vimpat; zonisamide=zonegran; ethosuximide=zarontin; brivaracetam=briviact; tiagabine=gabitril; perampanel=fycompa; clobazam=onfi;
temazepam=restoril; triazolam=halcion; midazolam=versed; chlordiazepoxide=librium; flurazepam=dalmane; daridorexant=quviviq; hydroxyzine=atarax;
ramelteon=rozerem; dexmethylphenidate=focalin; clonidine=kapvay; viloxazine=qelbree; armodafinil=nuvigil; benztropine=cogentin;
trihexyphenidyl=artane; entacapone=comtan; amantadine=symmetrel; pramipexole=mirapex; ropinirole=requip; donepezil=aricept; memantine=namenda;
rasagiline=azilect; carbidopa+levodopa=sinemet; lithium=eskalith; glatiramer=copaxone; dimethyl fumarate=tecfidera; natalizumab=tysabri; ocrelizumab=ocrevus;
benazepril=lotensin; quinapril=accupril; trandolapril=mavik; fosinopril=monopril; olmesartan=benicar; irbesartan=avapro; telmisartan=micardis;
candesartan=atacand; felodipine=plendil; nifedipine=procardia,adalat; nebivolol=bystolic; bisoprolol=zebeta; bumetanide=bumex; torsemide=demadex;
eplerenone=inspra; hydrochlorothiazide=microzide; chlorthalidone=thalitone; metolazone=zaroxolyn; digoxin=lanoxin; ranolazine=ranexa; dofetilide=tikosyn;
sotalol=betapace; nitroglycerin=nitrostat; isosorbide mononitrate=imdur; isosorbide dinitrate=isordil; cilostazol=pletal; doxazosin=cardura;
fenofibrate=tricor; icosapent ethyl=vascepa; evolocumab=repatha; alirocumab=praluent; sildenafil=viagra,revatio; tadalafil=cialis,adcirca; vardenafil=levitra;
naproxen=naprosyn,anaprox; ketorolac=toradol; nabumetone=relafen; etodolac=lodine; oxaprozin=daypro; ketoprofen=orudis; meperidine=demerol;
methadone=dolophine; naloxone=narcan; naltrexone=vivitrol; cyclobenzaprine=flexeril; methocarbamol=robaxin; tizanidine=zanaflex; sumatriptan=imitrex;
rizatriptan=maxalt; zolmitriptan=zomig; eletriptan=relpax; naratriptan=amerge; frovatriptan=frova; erenumab=aimovig; fremanezumab=ajovy;
galcanezumab=emgality; acetaminophen+hydrocodone=norco,vicodin; acetaminophen+oxycodone=percocet; colchicine=colcrys;
nizatidine=axid; sucralfate=carafate; misoprostol=cytotec; granisetron=kytril; prochlorperazine=compazine; promethazine=phenergan; meclizine=antivert;
loperamide=imodium; polyethylene glycol 3350=miralax; docusate=colace; bisacodyl=dulcolax; sennosides=senokot; linaclotide=linzess; mesalamine=lialda,asacol;
vedolizumab=entyvio; upadacitinib=rinvoq; secukinumab=cosentyx; drospirenone+ethinyl estradiol=yaz,yasmin; progesterone=prometrium;
medroxyprogesterone=depo-provera; liothyronine=cytomel; methimazole=tapazole; levothyroxine=tirosint; levalbuterol=xopenex; fluticasone+salmeterol=advair;
budesonide+formoterol=symbicort; formoterol+mometasone=dulera; fluticasone+vilanterol=breo; albuterol+ipratropium=combivent,duoneb; mometasone=nasonex; triamcinolone=nasacort; captopril=capoten;
fluticasone=flonase,flovent; budesonide=rhinocort,pulmicort; salmeterol=serevent; formoterol=foradil; ipratropium=atrovent; tiotropium=spiriva;
umeclidinium=incruse; olodaterol=striverdi; beclomethasone=qvar; ciclesonide=alvesco; zafirlukast=accolate; roflumilast=daliresp; omalizumab=xolair;
dupilumab=dupixent; guaifenesin=mucinex; benzonatate=tessalon; loratadine=claritin; fexofenadine=allegra; levocetirizine=xyzal; desloratadine=clarinex;
epinephrine=epipen; latanoprost=xalatan; amoxicillin=amoxil; amoxicillin+clavulanate=augmentin; cephalexin=keflex; cefuroxime=ceftin; cefdinir=omnicef;
cefixime=suprax; ceftriaxone=rocephin; ceftazidime=fortaz; cefepime=maxipime; cefazolin=ancef; piperacillin+tazobactam=zosyn,tazocin; meropenem=merrem;
ertapenem=invanz; cilastatin+imipenem=primaxin; ofloxacin=floxin; doxycycline=vibramycin; minocycline=minocin; tetracycline=sumycin; fosfomycin=monurol;
vancomycin=vancocin; daptomycin=cubicin; azithromycin=z-pak,zpack; oseltamivir=tamiflu; acyclovir=zovirax; famciclovir=famvir;
emtricitabine+tenofovir=truvada; caspofungin=cancidas; micafungin=mycamine; ketoconazole=nizoral; alendronate=fosamax; risedronate=actonel;
denosumab=prolia; teriparatide=forteo; raloxifene=evista; calcitriol=rocaltrol; alfuzosin=uroxatral; terazosin=hytrin; finasteride=proscar,propecia;
dutasteride=avodart; norepinephrine=levophed; atropine+diphenoxylate=lomotil;
adalimumab=humira,amjevita; etanercept=enbrel; infliximab=remicade; ustekinumab=stelara; guselkumab=tremfya; certolizumab=cimzia; golimumab=simponi;
risankizumab=skyrizi; ixekizumab=taltz; apremilast=otezla; tofacitinib=xeljanz; abatacept=orencia; tocilizumab=actemra;
methylprednisolone=solu-medrol,solumedrol; dexamethasone=decadron; dexmedetomidine=precedex; propofol=diprivan; fentanyl=sublimaze`;

const EUROPE = `
bisoprolol=concor,cardensiel; amlodipine=istin,amlor; ramipril=tritace,triatec; furosemide=lasilix; atorvastatin=tahor; atenolol=tenormine;
propranolol=avlocardyl; verapamil=isoptine; diltiazem=tildiem; nifedipine=adalate; glyburide=daonil; gliclazide=diamicron; metformin=stagid; enalapril=renitec;
lithium=teralithe; clozapine=leponex; lorazepam=tavor,temesta; clonazepam=rivotril; pantoprazole=inipomp; tamsulosin=omix; levothyroxine=euthyrox,levothyrox,eltroxin;
zolpidem=stilnox; zopiclone=imovane; acetaminophen=doliprane,efferalgan,dafalgan,panadol,calpol,tachipirina; ibuprofen=nurofen,brufen; ketoprofen=oki;
metamizole=nolotil,novalgin; aspirin=kardegic,cardioaspirin,disprin; desloratadine=aerius; fexofenadine=telfast; domperidone=motilium;
metoclopramide=primperan; amoxicillin=clamoxyl; vildagliptin=galvus; diclofenac=voltarene; midazolam=dormicum; phenprocoumon=marcoumar; acetaminophen+codeine=zapain,kapake; codeine+ibuprofen=nurofen plus;
morphine=oramorph; dexketoprofen=enantyum; ketoprofen=profenid`;

/** Centers for Medicare & Medicaid Services, Part D prescriber data: opioid drugs by drug name and generic name (US government work). */
const OPIOIDS = `
hydrocodone+ibuprofen=vicoprofen,reprexain,ibudone; acetaminophen+hydrocodone=hycet,zamicet,xodol; hydrocodone=hysingla,zohydro;
acetaminophen+oxycodone=primlev,xartemis; oxycodone=xtampza; tramadol=conzip; acetaminophen+codeine=capital w codeine,capital with codeine;
aspirin+butalbital+caffeine+codeine=fiorinal with codeine,ascomp with codeine; acetaminophen+butalbital+caffeine+codeine=fioricet with codeine;
aspirin+caffeine+dihydrocodeine=synalgos-dc; acetaminophen+caffeine+dihydrocodeine=trezix; morphine+naltrexone=embeda; buprenorphine=belbuca,butrans;
fentanyl=fentora,lazanda; morphine=avinza,kadian; hydromorphone=exalgo; oxymorphone=opana; tapentadol=nucynta; methadone=methadose,diskets`;

/** Brand → substances. */
export const EVERYDAY_BRANDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `${UNITED_STATES};${OPIOIDS};${EUROPE}`.split(';').flatMap((line) => {
    const [substances = '', brands = ''] = line.trim().split('=');
    return brands.split(',').map((brand): [string, readonly string[]] => [brand, substances.split('+')]);
  }),
);
