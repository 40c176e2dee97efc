/**
 * RxNorm ingredient ids (term type IN) of drugs that the reference lists name without one. RxNorm names and ids are public domain
 * (U.S. National Library of Medicine). An id stands here only when at least two public lists, made independently, give the same one
 * (looked up 2026-11). Where that could not be settled (torsemide, bumetanide, finasteride …) or only one was found (cinacalcet,
 * telithromycin, isavuconazole, etravirine …) the drug stays known by name alone. For dabigatran some lists give its prodrug or salt.
 * The RxNav look-ups were compared with ids that CPIC's list and the oncology lists give: 119 of 119 the same. The chart look-up tables have errors, so
 * one of them alone never counts.
 */
export const INGREDIENT_IDS: Readonly<Record<string, string>> = {
  // RxNav ingredient look-ups of an open PGx standards table, and the ingredient ids of a CYP3A4 interaction service over VSAC value sets,
  // the RxNorm codes of open OMOP concept sets (OHDSI vocabulary), the ingredient codes of an open drug interaction annotation set, or stored
  // answers of NLM's interaction service: two of these.
  clarithromycin: '21212', cobicistat: '1306284', darunavir: '460132', diltiazem: '3443', dronedarone: '233698', indinavir: '114289',
  lopinavir: '195088', nelfinavir: '134527', posaconazole: '282446', rilpivirine: '1102270', ritonavir: '85762',
  amprenavir: '228656', bosentan: '75207', conivaptan: '302285', fosamprenavir: '358262', nisoldipine: '7435', saquinavir: '83395',
  // The same RxNav look-ups, and one or more open medication look-up tables for charts.
  amiodarone: '703', apixaban: '1364430', bleomycin: '1622', cilostazol: '21107', clonazepam: '2598', dabigatran: '1546356',
  edoxaban: '1599538', gemfibrozil: '4719', 'insulin lispro': '86009', ivabradine: '1649480', lisinopril: '29046', lithium: '6448',
  prasugrel: '613391', remdesivir: '2284718', rivaroxaban: '1114195', ticagrelor: '1116632', tirzepatide: '2601723', topiramate: '38404',
  // Two or more open medication look-up tables for charts, made independently.
  acyclovir: '281', amiloride: '644', amoxicillin: '723', benazepril: '18867', canagliflozin: '1373458', dapagliflozin: '1488564', empagliflozin: '1545653', eplerenone: '298869',
  'folic acid': '4511', ganciclovir: '4678', gabapentin: '25480', hydrocortisone: '5492', linagliptin: '1100699', loratadine: '28889', lorazepam: '6470',
  losartan: '52175', methylprednisolone: '6902', montelukast: '88249', prednisolone: '8638', pregabalin: '187832', ranitidine: '9143',
  saxagliptin: '857974', semaglutide: '1991302', sitagliptin: '593411', telmisartan: '73494', trazodone: '10737',
  triamterene: '10763',
  // The same RxNav look-ups, the rxcui column of an open cancer therapy list (2026-05), and open lists of RxNorm ingredients: two of these.
  acalabrutinib: '1986808', aprepitant: '358255', dacarbazine: '3098', felbamate: '24812', fludarabine: '24698', ibrutinib: '1442981', idelalisib: '1544460',
  lenvatinib: '1603296', phenobarbital: '8134', zanubrutinib: '2262435',
}; // prettier-ignore
