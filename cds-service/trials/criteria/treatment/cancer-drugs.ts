/**
 * Cancer drugs by ATC group, in RxNorm's English spelling. Before a bar: WHO ATC index as in the ATC-DE lists of systemic cancer treatment of the German
 * medical informatics initiative, 2024 (ValueSet mii-vs-onko-systemische-therapie-substanzen-2024, version 2026.0.3, 2026-09-01) and 2026 (…-2026,
 * 2027.0.0-ballot.1, approved 2026-09-15). Behind a bar: drugs without a code in those lists, each with the label or publication that names its target
 * (below; looked up 2026-11-21). A member missing here is only ever a missing "treated before", never a wrong one.
 *
 * Behind the bar. US labels as in the approved indications of May 2026 (label date): ensartinib ALK (2024-12-18), sunvozertinib EGFR (2025-07-02),
 * repotrectinib (2024-06-13) and taletrectinib (2025-06-11) kinase inhibitors for ROS1, zanidatamab bispecific HER2 antibody (2024-11-20), mirvetuximab
 * soravtansine FRα (2024-03-22), telisotuzumab vedotin c-Met (2025-05-14), zenocutuzumab HER2 and HER3 (2024-12-04), olutasidenib IDH1 (2022-12-01),
 * revumenib (2025-10-24) and ziftomenib (2025-11-13) menin, imlunestrant oestrogen receptor (2025-09-25). Other labels: tarlatamab DLL3 and CD3 (US label
 * 11/2025), cosibelimab PD-L1 (US label 12/2024), penpulimab PD-1 (US label 2025), relatlimab LAG-3 (therapy table of May 2026, after the label).
 * Publications: rociletinib EGFR (doi 10.2147/LCTT.S94337), sintilimab PD-1 (doi 10.1186/s40364-020-00250-z), pirtobrutinib BTK (Blood 2023;142:62),
 * momelotinib JAK1 and JAK2 (Pharmacy Times 2026-01-12: the four JAK inhibitors of myelofibrosis), elranatamab BCMA and CD3 (Blood 2024;143:1211),
 * glofitamab CD20 and CD3 (Clin Adv Hematol Oncol, December 2024), tisotumab vedotin tissue factor and loncastuximab tesirine CD19 (PMC10768060, table 1),
 * dinutuximab and naxitamab antibodies against GD2 (doi 10.1007/s40265-021-01467-4; chemfont CFc000330070).
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
  L01EB: 'gefitinib erlotinib afatinib osimertinib dacomitinib icotinib lazertinib mobocertinib aumolertinib | sunvozertinib rociletinib',
  L01EC: 'vemurafenib dabrafenib encorafenib tovorafenib',
  L01ED: 'crizotinib ceritinib alectinib brigatinib lorlatinib | ensartinib',
  L01EE: 'trametinib cobimetinib binimetinib selumetinib mirdametinib',
  L01EF: 'palbociclib ribociclib abemaciclib',
  L01EG: 'temsirolimus everolimus',
  L01EH: 'lapatinib neratinib tucatinib zongertinib',
  L01EJ: 'ruxolitinib fedratinib pacritinib | momelotinib',
  L01EK: 'axitinib cediranib tivozanib fruquintinib',
  L01EL: 'ibrutinib acalabrutinib zanubrutinib | pirtobrutinib',
  L01EM: 'idelalisib copanlisib alpelisib duvelisib inavolisib',
  L01EN: 'erdafitinib pemigatinib infigratinib futibatinib',
  L01EP: 'capmatinib tepotinib savolitinib',
  L01EX:
    'sunitinib sorafenib pazopanib vandetanib regorafenib cabozantinib lenvatinib nintedanib midostaurin quizartinib larotrectinib gilteritinib entrectinib avapritinib ripretinib selpercatinib pralsetinib capivasertib | repotrectinib taletrectinib',
  L01FA: 'rituximab ofatumumab obinutuzumab',
  L01FB: 'inotuzumab_ozogamicin moxetumomab_pasudotox',
  L01FC: 'daratumumab isatuximab',
  L01FD: 'trastuzumab pertuzumab trastuzumab_emtansine trastuzumab_deruxtecan trastuzumab_duocarmazine margetuximab | zanidatamab',
  L01FE: 'cetuximab panitumumab necitumumab',
  L01FF:
    'nivolumab pembrolizumab durvalumab avelumab atezolizumab cemiplimab dostarlimab tislelizumab retifanlimab sugemalimab toripalimab camrelizumab | sintilimab penpulimab cosibelimab',
  L01FG: 'bevacizumab ramucirumab',
  L01FX:
    'gemtuzumab_ozogamicin catumaxomab ipilimumab brentuximab_vedotin blinatumomab elotuzumab mogamulizumab olaratumab tafasitamab enfortumab_vedotin polatuzumab_vedotin belantamab_mafodotin sacituzumab_govitecan amivantamab sabatolimab tremelimumab teclistamab mosunetuzumab talquetamab epcoritamab zolbetuximab datopotamab_deruxtecan | tisotumab_vedotin mirvetuximab_soravtansine loncastuximab_tesirine telisotuzumab_vedotin glofitamab elranatamab tarlatamab relatlimab zenocutuzumab dinutuximab naxitamab',
  L01XA: 'cisplatin carboplatin oxaliplatin satraplatin',
  L01XB: 'procarbazine',
  L01XG: 'bortezomib carfilzomib ixazomib',
  L01XH: 'vorinostat romidepsin panobinostat belinostat',
  L01XJ: 'vismodegib sonidegib glasdegib',
  L01XK: 'olaparib niraparib rucaparib talazoparib veliparib',
  L01XL:
    'talimogene_laherparepvec axicabtagene_ciloleucel tisagenlecleucel ciltacabtagene_autoleucel brexucabtagene_autoleucel idecabtagene_vicleucel lisocabtagene_maraleucel obecabtagene_autoleucel',
  L01XM: 'enasidenib ivosidenib vorasidenib | olutasidenib',
  L01XX:
    'altretamine amsacrine asparaginase pegaspargase mitotane arsenic_trioxide omacetaxine eribulin aflibercept venetoclax vosaroxin selinexor tagraxofusp lurbinectedin tazemetostat sotorasib belzutifan tebentafusp adagrasib | revumenib ziftomenib',
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
 * show treatment of a cancer. A caution and no fact that excludes anybody: with it the answer is "unknown" more often.
 */
export const ALSO_FOR_OTHERS: ReadonlySet<string> = new Set(
  'cyclophosphamide chlorambucil melphalan busulfan treosulfan thiotepa methotrexate mercaptopurine thioguanine cladribine fludarabine fluorouracil mitoxantrone bleomycin mitomycin everolimus temsirolimus ruxolitinib fedratinib pacritinib momelotinib selumetinib mirdametinib nintedanib alpelisib imatinib rituximab ofatumumab obinutuzumab bevacizumab ramucirumab aflibercept bortezomib mitotane thalidomide tamoxifen buserelin leuprolide goserelin triptorelin histrelin relugolix flutamide nilutamide bicalutamide daratumumab blinatumomab belzutifan ibrutinib dactinomycin vinblastine vincristine etoposide'.split(
    ' ',
  ),
);
