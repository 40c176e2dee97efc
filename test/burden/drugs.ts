/**
 * One hundred drugs that lead lists of outpatient prescriptions in the United States (ClinCalc DrugStats from the Medical
 * Expenditure Panel Survey). The ranks are not reproduced: every drug counts once. A usual dose is given where advice compares it.
 */
export const COMMON_DRUGS: readonly string[] = (
  'atorvastatin metformin levothyroxine lisinopril amlodipine metoprolol albuterol losartan gabapentin omeprazole ' +
  'sertraline rosuvastatin pantoprazole escitalopram hydrochlorothiazide bupropion fluoxetine simvastatin trazodone fluticasone ' +
  'montelukast amoxicillin duloxetine furosemide prednisone tamsulosin acetaminophen hydrocodone meloxicam carvedilol ' +
  'potassium clonazepam citalopram pravastatin ibuprofen tramadol clopidogrel propranolol aspirin cetirizine ' +
  'atenolol venlafaxine cyclobenzaprine glipizide allopurinol estradiol lamotrigine zolpidem apixaban oxycodone ' +
  'alprazolam famotidine lorazepam amphetamine methylphenidate topiramate quetiapine ergocalciferol loratadine spironolactone ' +
  'insulin semaglutide empagliflozin sitagliptin ezetimibe fenofibrate hydroxyzine warfarin folate buspirone ' +
  'lisdexamfetamine valsartan aripiprazole diclofenac naproxen celecoxib baclofen methocarbamol tizanidine paroxetine ' +
  'mirtazapine amitriptyline nortriptyline ondansetron lansoprazole esomeprazole lovastatin diltiazem verapamil benazepril ' +
  'finasteride levetiracetam phenytoin methotrexate azathioprine doxycycline azithromycin ciprofloxacin cephalexin latanoprost'
).split(' ');

export const USUAL_DOSE_MG: Readonly<Record<string, number>> = {
  atorvastatin: 40,
  rosuvastatin: 20,
  simvastatin: 20,
  pravastatin: 40,
  lovastatin: 20,
  omeprazole: 20,
  pantoprazole: 40,
  lansoprazole: 30,
};
