/**
 * ATC codes of cancer drugs, as orders of European hospitals carry them. Two lists: the WHO ATC/DDD index as of 2026-04-25, and the codes of the
 * index of 2020-05-07 that have been given up since (kinase inhibitors and antibodies were L01XE and L01XC until the end of 2020); no code of the one
 * stands for another drug in the other. © WHO Collaborating Centre for Drug Statistics Methodology; public copies fabkury/atcd, looked up 2026-11-22.
 * Substances by their RxNorm names; a partner that the code leaves open ("combinations") is left out. Numbers follow their group: `L01EB 04`.
 */
const NOW = `
L01AA: 01 cyclophosphamide, 02 chlorambucil, 03 melphalan, 05 mechlorethamine, 06 ifosfamide, 07 trofosfamide, 08 prednimustine,
  09 bendamustine, 10 melphalan flufenamide
L01AB: 01 busulfan, 02 treosulfan
L01AC: 01 thiotepa
L01AD: 01 carmustine, 02 lomustine, 03 semustine, 04 streptozocin, 05 fotemustine, 06 nimustine, 07 ranimustine
L01AX: 01 mitobronitol, 02 pipobroman, 03 temozolomide, 04 dacarbazine
L01BA: 01 methotrexate, 03 raltitrexed, 04 pemetrexed, 05 pralatrexate
L01BB: 02 mercaptopurine, 03 thioguanine, 04 cladribine, 05 fludarabine, 06 clofarabine, 07 nelarabine
L01BC: 01 cytarabine, 02 fluorouracil, 03 tegafur, 04 carmofur, 05 gemcitabine, 06 capecitabine, 07 azacitidine, 08 decitabine,
  09 floxuridine, 52 fluorouracil, 53 tegafur, 58 decitabine, 59 trifluridine
L01CA: 01 vinblastine, 02 vincristine, 03 vindesine, 04 vinorelbine, 05 vinflunine
L01CB: 01 etoposide, 02 teniposide
L01CD: 01 paclitaxel, 02 docetaxel, 04 cabazitaxel, 51 paclitaxel
L01CE: 01 topotecan, 02 irinotecan
L01CX: 01 trabectedin
L01DA: 01 dactinomycin
L01DB: 01 doxorubicin, 02 daunorubicin, 03 epirubicin, 04 aclarubicin, 05 zorubicin, 06 idarubicin, 07 mitoxantrone, 08 pirarubicin,
  09 valrubicin, 10 amrubicin, 11 pixantrone
L01DC: 01 bleomycin, 02 plicamycin, 03 mitomycin, 04 ixabepilone
L01EA: 01 imatinib, 02 dasatinib, 03 nilotinib, 04 bosutinib, 05 ponatinib, 06 asciminib
L01EB: 01 gefitinib, 02 erlotinib, 03 afatinib, 04 osimertinib, 05 rociletinib, 06 olmutinib, 07 dacomitinib, 08 icotinib, 09 lazertinib,
  10 mobocertinib, 11 aumolertinib, 12 firmonertinib
L01EC: 01 vemurafenib, 02 dabrafenib, 03 encorafenib, 04 tovorafenib
L01ED: 01 crizotinib, 02 ceritinib, 03 alectinib, 04 brigatinib, 05 lorlatinib
L01EE: 01 trametinib, 02 cobimetinib, 03 binimetinib, 04 selumetinib, 05 mirdametinib, 06 tunlametinib
L01EF: 01 palbociclib, 02 ribociclib, 03 abemaciclib
L01EG: 01 temsirolimus, 02 everolimus, 03 ridaforolimus, 04 sirolimus
L01EH: 01 lapatinib, 02 neratinib, 03 tucatinib, 04 zongertinib, 06 sevabertinib
L01EJ: 01 ruxolitinib, 02 fedratinib, 03 pacritinib, 04 momelotinib
L01EK: 01 axitinib, 02 cediranib, 03 tivozanib, 04 fruquintinib, 05 rivoceranib
L01EL: 01 ibrutinib, 02 acalabrutinib, 03 zanubrutinib, 04 orelabrutinib, 05 pirtobrutinib, 06 tirabrutinib
L01EM: 01 idelalisib, 02 copanlisib, 03 alpelisib, 04 duvelisib, 05 parsaclisib, 06 inavolisib
L01EN: 01 erdafitinib, 02 pemigatinib, 03 infigratinib, 04 futibatinib
L01EP: 01 capmatinib, 02 tepotinib, 03 savolitinib
L01EX: 01 sunitinib, 02 sorafenib, 03 pazopanib, 04 vandetanib, 05 regorafenib, 06 masitinib, 07 cabozantinib, 08 lenvatinib, 09 nintedanib,
  10 midostaurin, 11 quizartinib, 12 larotrectinib, 13 gilteritinib, 14 entrectinib, 15 pexidartinib, 18 avapritinib, 19 ripretinib,
  22 selpercatinib, 23 pralsetinib, 24 surufatinib, 25 umbralisib, 26 sitravatinib, 27 capivasertib, 28 repotrectinib, 29 vimseltinib
L01FA: 01 rituximab, 02 ofatumumab, 03 obinutuzumab
L01FB: 01 inotuzumab ozogamicin, 02 moxetumomab pasudotox
L01FC: 01 daratumumab, 02 isatuximab
L01FD: 01 trastuzumab, 02 pertuzumab, 03 trastuzumab emtansine, 04 trastuzumab deruxtecan, 05 trastuzumab duocarmazine, 06 margetuximab,
  07 zanidatamab
L01FE: 01 cetuximab, 02 panitumumab, 03 necitumumab
L01FF: 01 nivolumab, 02 pembrolizumab, 03 durvalumab, 04 avelumab, 05 atezolizumab, 06 cemiplimab, 07 dostarlimab, 08 prolgolimab,
  09 tislelizumab, 10 retifanlimab, 11 sugemalimab, 12 serplulimab, 13 toripalimab, 14 camrelizumab, 15 envafolimab, 16 sasanlimab
L01FG: 01 bevacizumab, 02 ramucirumab
L01FX: 02 gemtuzumab ozogamicin, 03 catumaxomab, 04 ipilimumab, 05 brentuximab vedotin, 06 dinutuximab beta, 07 blinatumomab, 08 elotuzumab,
  09 mogamulizumab, 10 olaratumab, 12 tafasitamab, 13 enfortumab vedotin, 14 polatuzumab vedotin, 15 belantamab mafodotin,
  17 sacituzumab govitecan, 18 amivantamab, 20 tremelimumab, 21 naxitamab, 22 loncastuximab tesirine, 23 tisotumab vedotin, 24 teclistamab,
  25 mosunetuzumab, 26 mirvetuximab soravtansine, 27 epcoritamab, 28 glofitamab, 29 talquetamab, 31 zolbetuximab, 32 elranatamab,
  33 tarlatamab, 34 odronextamab, 35 datopotamab deruxtecan, 36 patritumab deruxtecan, 37 linvoseltamab, 38 ifinatamab deruxtecan,
  39 bemarituzumab
L01FY: 01 pertuzumab+trastuzumab, 02 nivolumab+relatlimab
L01XA: 01 cisplatin, 02 carboplatin, 03 oxaliplatin, 04 satraplatin
L01XB: 01 procarbazine
L01XF: 01 tretinoin, 02 alitretinoin, 03 bexarotene
L01XG: 01 bortezomib, 02 carfilzomib, 03 ixazomib
L01XH: 01 vorinostat, 02 romidepsin, 03 panobinostat, 04 belinostat, 05 entinostat, 06 tucidinostat
L01XJ: 01 vismodegib, 02 sonidegib, 03 glasdegib
L01XK: 01 olaparib, 02 niraparib, 03 rucaparib, 04 talazoparib, 05 veliparib, 06 pamiparib, 07 senaparib, 52 niraparib+abiraterone
L01XM: 01 enasidenib, 02 ivosidenib, 03 olutasidenib, 04 vorasidenib
L01XX: 01 amsacrine, 02 asparaginase, 03 altretamine, 05 hydroxyurea, 08 pentostatin, 11 estramustine, 23 mitotane, 24 pegaspargase,
  27 arsenic trioxide, 29 denileukin diftitox, 33 celecoxib, 35 anagrelide, 40 omacetaxine, 41 eribulin, 44 aflibercept, 52 venetoclax,
  53 vosaroxin, 57 plitidepsin, 58 epacadostat, 66 selinexor, 67 tagraxofusp, 69 lurbinectedin, 72 tazemetostat, 73 sotorasib,
  74 belzutifan, 75 tebentafusp, 77 adagrasib, 78 navitoclax, 79 eflornithine, 80 imetelstat, 81 nirogacestat, 82 darinaparsin,
  86 calaspargase pegol, 87 revumenib
L01XY: 01 cytarabine+daunorubicin
L02AB: 01 megestrol, 02 medroxyprogesterone
L02AE: 01 buserelin, 02 leuprolide, 03 goserelin, 04 triptorelin, 05 histrelin, 51 leuprolide+bicalutamide
L02BA: 01 tamoxifen, 02 toremifene, 03 fulvestrant, 04 elacestrant, 05 camizestrant
L02BB: 01 flutamide, 02 nilutamide, 03 bicalutamide, 04 enzalutamide, 05 apalutamide, 06 darolutamide
L02BG: 01 aminoglutethimide, 02 formestane, 03 anastrozole, 04 letrozole, 06 exemestane
L02BX: 01 abarelix, 02 degarelix, 03 abiraterone, 04 relugolix, 53 abiraterone
L04AA: 40 cladribine
L04AG: 06 alemtuzumab, 12 ofatumumab
L04AH: 01 sirolimus, 02 everolimus
L04AX: 01 azathioprine, 02 thalidomide, 03 methotrexate, 04 lenalidomide, 06 pomalidomide`;

const UNTIL_2020 = `
L01XC: 02 rituximab, 03 trastuzumab, 05 gemtuzumab ozogamicin, 06 cetuximab, 07 bevacizumab, 08 panitumumab, 09 catumaxomab, 10 ofatumumab,
  11 ipilimumab, 12 brentuximab vedotin, 13 pertuzumab, 14 trastuzumab emtansine, 15 obinutuzumab, 16 dinutuximab beta, 17 nivolumab,
  18 pembrolizumab, 19 blinatumomab, 21 ramucirumab, 22 necitumumab, 23 elotuzumab, 24 daratumumab, 25 mogamulizumab,
  26 inotuzumab ozogamicin, 27 olaratumab, 28 durvalumab, 31 avelumab, 32 atezolizumab, 33 cemiplimab
L01XE: 01 imatinib, 02 gefitinib, 03 erlotinib, 04 sunitinib, 05 sorafenib, 06 dasatinib, 07 lapatinib, 08 nilotinib, 09 temsirolimus,
  10 everolimus, 11 pazopanib, 12 vandetanib, 13 afatinib, 14 bosutinib, 15 vemurafenib, 16 crizotinib, 17 axitinib, 18 ruxolitinib,
  19 ridaforolimus, 21 regorafenib, 22 masitinib, 23 dabrafenib, 24 ponatinib, 25 trametinib, 26 cabozantinib, 27 ibrutinib, 28 ceritinib,
  29 lenvatinib, 31 nintedanib, 32 cediranib, 33 palbociclib, 34 tivozanib, 35 osimertinib, 36 alectinib, 37 rociletinib, 38 cobimetinib,
  39 midostaurin, 40 olmutinib, 41 binimetinib, 42 ribociclib, 43 brigatinib, 44 lorlatinib, 45 neratinib, 46 encorafenib, 47 dacomitinib,
  48 icotinib, 50 abemaciclib, 51 acalabrutinib, 52 quizartinib, 53 larotrectinib, 54 gilteritinib, 56 entrectinib, 57 fedratinib
L01XX: 14 tretinoin, 17 topotecan, 19 irinotecan, 22 alitretinoin, 25 bexarotene, 32 bortezomib, 38 vorinostat, 39 romidepsin,
  42 panobinostat, 43 vismodegib, 45 carfilzomib, 46 olaparib, 47 idelalisib, 48 sonidegib, 49 belinostat, 50 ixazomib, 54 niraparib,
  55 rucaparib, 59 enasidenib, 60 talazoparib, 61 copanlisib, 62 ivosidenib, 63 glasdegib, 64 entinostat, 65 alpelisib
L04AA: 10 sirolimus, 18 everolimus, 34 alemtuzumab`;

/** Code → the substances it stands for, both lists. */
export const CANCER_ATC: ReadonlyMap<string, readonly string[]> = codes();

function codes(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of `${NOW}${UNTIL_2020}`.trim().split(/\n(?! )/)) {
    const [group = '', members = ''] = line.split(': ');
    for (const member of members.split(/,\s+/)) {
      const [, number = '', names = ''] = /^(\d\d) (.+)$/.exec(member) ?? [];
      if (!/^[A-Z]\d\d[A-Z]{2}$/.test(group) || number === '') throw new Error(`drugs-atc-cancer: ${group} ${member} is no entry`);
      if (found.has(group + number)) throw new Error(`drugs-atc-cancer: ${group}${number} stands twice`);
      found.set(group + number, names.split('+'));
    }
  }
  return found;
}
