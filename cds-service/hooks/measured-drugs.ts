/**
 * Drugs whose amount in the blood is commonly measured: an order that says such a name and nothing else is mostly the measurement. Lab Tests Online,
 * "Therapeutic Drug Monitoring"; MedlinePlus, "Therapeutic drug levels"; RCPA Manual, "Therapeutic drug monitoring" (looked up 2026-11-23).
 */
const MEASURED =
  /^(?:digoxin|digitoxin|amiodarone|lidocaine|lignocaine|quinidine|procainamide|mexiletine|flecainide|gentam[iy]cin|tobramycin|amikacin|vancomycin|chloramphenicol|flucytosine|phenobarbital|phenobarbitone|primidone|phenytoin|valpro(?:ic|ate|in)\w*|sodium valproate|carbamazepine?|ethosuximide|gabapentin|lamotrigine?|levetiracetam|topiramate?|zonisamide|eslicarbazepine|felbamate|lacosamide|oxcarbazepine?|pregabalin|rufinamide|stiripentol|tiagabine|vigabatrin|clonazepam|sulthiame|theophylline?|caffeine|[ck][iy]closporine?|ciclosporin|tacro(?:limus)?|sirolimus|everolimus|mycophenol\w*|azathioprine|methotrexate|lithium|imipramine|amitriptyline|nortriptyline|doxepin|desipramine|acetaminophen|paracetamol|salicylate|aspirin|gold|ethanol|alcohol)(?: (?:sodium|carbonate|acid))?$/i;

export const isMostlyMeasured = (name: string): boolean => MEASURED.test(name.trim());
