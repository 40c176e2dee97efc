/**
 * Cancer drugs by ATC group. Codes and names: WHO ATC index as in the ATC-DE 2024 list of systemic cancer treatment of the German medical informatics
 * initiative (ValueSet mii-vs-onko-systemische-therapie-substanzen-2024, version 2026.0.3, 2026-09-01), in RxNorm's English spelling. Behind a bar:
 * drugs without an ATC code in that list, placed by their international nonproprietary name (stem) and the label of the US product.
 * A member missing here is only ever a missing "treated before", never a wrong one.
 */
const TABLE: Readonly<Record<string, string>> = {
  L01AA: 'cyclophosphamide chlorambucil melphalan mechlorethamine ifosfamide trofosfamide prednimustine bendamustine',
  L01AB: 'busulfan treosulfan',
  L01AC: 'thiotepa',
  L01AD: 'carmustine lomustine semustine streptozocin fotemustine nimustine ranimustine',
  L01AX: 'mitobronitol pipobroman temozolomide dacarbazine',
  L01BA: 'methotrexate raltitrexed pemetrexed pralatrexate',
  L01BB: 'mercaptopurine thioguanine cladribine fludarabine clofarabine nelarabine',
  L01BC: 'cytarabine fluorouracil tegafur carmofur gemcitabine capecitabine azacitidine decitabine floxuridine trifluridine',
  L01CA: 'vinblastine vincristine vindesine vinorelbine vinflunine',
  L01CB: 'etoposide teniposide',
  L01CD: 'paclitaxel docetaxel cabazitaxel',
  L01CE: 'topotecan irinotecan',
  L01CX: 'trabectedin',
  L01DA: 'dactinomycin',
  L01DB: 'doxorubicin daunorubicin epirubicin aclarubicin zorubicin idarubicin mitoxantrone pirarubicin valrubicin amrubicin pixantrone',
  L01DC: 'bleomycin plicamycin mitomycin ixabepilone',
  L01EA: 'imatinib dasatinib nilotinib bosutinib ponatinib asciminib',
  L01EB:
    'gefitinib erlotinib afatinib osimertinib dacomitinib icotinib lazertinib mobocertinib | aumolertinib sunvozertinib rociletinib zongertinib',
  L01EC: 'vemurafenib dabrafenib encorafenib',
  L01ED: 'crizotinib ceritinib alectinib brigatinib lorlatinib | ensartinib',
  L01EE: 'trametinib cobimetinib binimetinib selumetinib | mirdametinib',
  L01EF: 'palbociclib ribociclib abemaciclib',
  L01EG: 'temsirolimus everolimus',
  L01EH: 'lapatinib neratinib tucatinib',
  L01EJ: 'ruxolitinib fedratinib pacritinib | momelotinib',
  L01EK: 'axitinib cediranib tivozanib fruquintinib',
  L01EL: 'ibrutinib acalabrutinib zanubrutinib | pirtobrutinib',
  L01EM: 'idelalisib copanlisib alpelisib duvelisib | inavolisib',
  L01EN: 'erdafitinib pemigatinib infigratinib futibatinib',
  L01EX:
    'sunitinib sorafenib pazopanib vandetanib regorafenib cabozantinib lenvatinib nintedanib midostaurin quizartinib larotrectinib gilteritinib entrectinib capmatinib avapritinib ripretinib tepotinib selpercatinib pralsetinib | repotrectinib taletrectinib savolitinib capivasertib tovorafenib',
  L01FA: 'rituximab ofatumumab obinutuzumab',
  L01FB: 'inotuzumab_ozogamicin moxetumomab_pasudotox',
  L01FC: 'daratumumab isatuximab',
  L01FD: 'trastuzumab pertuzumab trastuzumab_emtansine trastuzumab_deruxtecan trastuzumab_duocarmazine margetuximab | zanidatamab',
  L01FE: 'cetuximab panitumumab necitumumab',
  L01FF:
    'nivolumab pembrolizumab durvalumab avelumab atezolizumab cemiplimab dostarlimab tislelizumab retifanlimab sugemalimab | toripalimab sintilimab camrelizumab penpulimab cosibelimab',
  L01FG: 'bevacizumab ramucirumab',
  L01FX:
    'gemtuzumab_ozogamicin catumaxomab ipilimumab brentuximab_vedotin blinatumomab elotuzumab mogamulizumab olaratumab tafasitamab enfortumab_vedotin polatuzumab_vedotin belantamab_mafodotin sacituzumab_govitecan amivantamab sabatolimab tremelimumab teclistamab mosunetuzumab talquetamab | tisotumab_vedotin mirvetuximab_soravtansine loncastuximab_tesirine datopotamab_deruxtecan telisotuzumab_vedotin epcoritamab glofitamab elranatamab tarlatamab relatlimab zolbetuximab zenocutuzumab dinutuximab naxitamab',
  L01XA: 'cisplatin carboplatin oxaliplatin satraplatin',
  L01XB: 'procarbazine',
  L01XG: 'bortezomib carfilzomib ixazomib',
  L01XH: 'vorinostat romidepsin panobinostat belinostat',
  L01XJ: 'vismodegib sonidegib glasdegib',
  L01XK: 'olaparib niraparib rucaparib talazoparib veliparib',
  L01XL:
    'talimogene_laherparepvec axicabtagene_ciloleucel tisagenlecleucel ciltacabtagene_autoleucel brexucabtagene_autoleucel idecabtagene_vicleucel lisocabtagene_maraleucel | obecabtagene_autoleucel',
  L01XX:
    'altretamine amsacrine asparaginase pegaspargase mitotane arsenic_trioxide omacetaxine eribulin aflibercept venetoclax vosaroxin enasidenib ivosidenib selinexor tagraxofusp lurbinectedin tazemetostat sotorasib belzutifan tebentafusp adagrasib | olutasidenib vorasidenib revumenib ziftomenib',
  L02AE: 'buserelin leuprolide goserelin triptorelin histrelin',
  L02BA: 'tamoxifen toremifene fulvestrant elacestrant | imlunestrant',
  L02BB: 'flutamide nilutamide bicalutamide enzalutamide apalutamide darolutamide',
  L02BG: 'anastrozole letrozole exemestane',
  L02BX: 'degarelix abiraterone relugolix',
  L04AX: 'thalidomide lenalidomide pomalidomide',
};

/** Names in the groups that begin so: `L01EB`, `L01C`; without prefix all. */
export function cancerDrugs(...prefixes: readonly string[]): string[] {
  return Object.entries(TABLE)
    .filter(([group]) => prefixes.length === 0 || prefixes.some((prefix) => group.startsWith(prefix)))
    .flatMap(([, names]) => names.split(/[\s|]+/).map((name) => name.replace(/_/g, ' ')));
}

/**
 * Drugs also given for other diseases (rheumatism, multiple sclerosis, transplants, endometriosis, prevention, conditioning): one of them alone does not
 * show treatment of a cancer.
 */
export const ALSO_FOR_OTHERS: ReadonlySet<string> = new Set(
  'cyclophosphamide chlorambucil melphalan busulfan treosulfan thiotepa methotrexate mercaptopurine thioguanine cladribine fludarabine fluorouracil mitoxantrone bleomycin mitomycin everolimus temsirolimus ruxolitinib fedratinib pacritinib momelotinib selumetinib mirdametinib nintedanib alpelisib imatinib rituximab ofatumumab obinutuzumab bevacizumab ramucirumab aflibercept bortezomib mitotane thalidomide tamoxifen buserelin leuprolide goserelin triptorelin histrelin relugolix flutamide nilutamide bicalutamide daratumumab blinatumomab belzutifan ibrutinib dactinomycin vinblastine vincristine etoposide'.split(
    ' ',
  ),
);
