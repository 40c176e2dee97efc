/**
 * Common drugs that none of the lists names (INN or USAN, names only). No rule is about them; they are known so that an ordinary
 * medication list does not fill with "not recognised".
 */
export const COMMON_INGREDIENTS: readonly string[] = [
  ...'acamprosate, albendazole, alirocumab, amiodarone, amphotericin b, anagrelide, apremilast, aprepitant, baricitinib'.split(', '),
  ...'beclomethasone, bedaquiline, bempedoic acid, bictegravir, bimatoprost, bisacodyl, bismuth subsalicylate, bivalirudin'.split(', '),
  ...'brimonidine, brinzolamide, cabergoline, carbidopa, caspofungin, certolizumab, ciclesonide, cilostazol, cisatracurium'.split(', '),
  ...'clofarabine, clomifene, cobicistat, colestyramine, cyanocobalamin, darbepoetin, darunavir, desloratadine, desmopressin'.split(', '),
  ...'dexrazoxane, dobutamine, dopamine, doravirine, dorzolamide, dupilumab, dutasteride, eletriptan, entacapone, entecavir'.split(', '),
  ...'epoetin alfa, erenumab, ergocalciferol, ertapenem, ethambutol, evolocumab, ferrous gluconate, fexofenadine, filgrastim'.split(', '),
  ...'finasteride, fludrocortisone, fosaprepitant, fosfomycin, fremanezumab, galcanezumab, ganciclovir, granisetron'.split(', '),
  ...'guselkumab, imipenem, insulin detemir, isavuconazole, isosorbide mononitrate, ivermectin, ketotifen'.split(', '),
  ...'lactated ringers, lactulose, lanreotide, ledipasvir, levocetirizine, levodopa, liothyronine, loperamide, lopinavir'.split(', '),
  ...'loratadine, lutetium, magnesium citrate, mepolizumab, micafungin, multivitamin, mupirocin, naratriptan, neostigmine'.split(', '),
  ...'netupitant, nirmatrelvir, nystatin, obinutuzumab, octreotide, olopatadine, omalizumab, oseltamivir, oxytocin'.split(', '),
  ...'pegaspargase, pegfilgrastim, pentoxifylline, permethrin, posaconazole, potassium phosphate, pyrazinamide, radium 223'.split(', '),
  ...'ramelteon, rasagiline, remdesivir, rifabutin, rifaximin, rilpivirine, risankizumab, ritonavir, rizatriptan, rocuronium'.split(', '),
  ...'rolapitant, ropinirole, rotigotine, rufinamide, safinamide, sarilumab, senna, simethicone, sofosbuvir, solifenacin'.split(', '),
  ...'streptozocin, sugammadex, sumatriptan, tebentafusp, teriparatide, tigecycline, tolvaptan, treosulfan, tropicamide'.split(', '),
  ...'trospium, ulipristal, umeclidinium, upadacitinib, valganciclovir, vardenafil, vasopressin, vecuronium, velpatasvir'.split(', '),
  ...'vilanterol, vinflunine, zolmitriptan'.split(', '),
  // Inhibitors and inducers of the FDA tables, and checkpoint and JAK inhibitors that the models name
  ...'amprenavir, boceprevir, bosentan, cinacalcet, conivaptan, etravirine, fosamprenavir, indinavir, lorcaserin, nefazodone'.split(', '),
  ...'nelfinavir, nevirapine, saquinavir, telaprevir, telithromycin, tipranavir, troleandomycin, deucravacitinib, pimecrolimus'.split(', '),
  ...'retifanlimab, ritlecitinib, cosibelimab, penpulimab, mibefradil, lonafarnib, berotralstat, tucatinib, fedratinib, letermovir, levoketoconazole'.split(
    ', ',
  ),
  // Further outpatient drugs of US prescription rankings
  ...'atogepant, azelastine, betamethasone, bexagliflozin, clobetasol, daridorexant, dofetilide, ertugliflozin, eptinezumab'.split(', '),
  ...'fluocinonide, fluocinolone, fezolinetant, icosapent ethyl, isosorbide dinitrate, ivabradine, lasmiditan, lemborexant'.split(', '),
  ...'lubiprostone, linaclotide, macitentan, ambrisentan, riociguat, mometasone, ospemifene, patiromer, plecanatide'.split(', '),
  ...'prucalopride, relugolix, revefenacin, rimegepant, sevelamer, suvorexant, tapinarof, tasimelteon, tezepelumab'.split(', '),
  ...'ubrogepant, varenicline, vericiguat, vibegron, zavegepant, zuranolone, inclisiran, ciclopirox, desoximetasone'.split(', '),
  ...'halobetasol, ketoprofen, etodolac, nabumetone, oxaprozin, orphenadrine, metaxalone, chlorzoxazone, fesoterodine'.split(', '),
  ...'guaifenesin, pseudoephedrine, phenylephrine, benzonatate, lidocaine, adapalene, clindamycin, benzoyl peroxide'.split(', '),
  // Further drugs of hospital wards: of anaesthesia, intensive care, antidotes, transfusion
  ...'acetylcysteine, aclidinium, activated charcoal, adenosine, aluminum hydroxide, aminocaproic acid, aminophylline'.split(', '),
  ...'antithymocyte globulin, artemether, articaine, atracurium, becaplermin, belatacept, belimumab, benralizumab'.split(', '),
  ...'bethanechol, calcitonin, carboprost, ceftaroline, chloroprocaine, chorionic gonadotropin, colistin, collagenase'.split(', '),
  ...'conjugated estrogens, cosyntropin, cromolyn, deferasirox, deflazacort, dicloxacillin, dimethyl fumarate'.split(', '),
  ...'dornase alfa, eculizumab, emicizumab, epoprostenol, etomidate, ferric carboxymaltose, ferric gluconate'.split(', '),
  ...'fidaxomicin, flumazenil, fomepizole, foscarnet, gadobutrol, glatiramer, glucagon, glucosamine, hydroxocobalamin'.split(', '),
  ...'ibutilide, indocyanine green, iodixanol, isoproterenol, ketamine, lanthanum, levocarnitine, lumateperone'.split(', '),
  ...'lumefantrine, methylergonovine, milrinone, mineral oil, naloxegol, nitisinone, nitric oxide, nitroprusside'.split(', '),
  ...'ocrelizumab, onabotulinumtoxina, pancrelipase, paricalcitol, pentamidine, phenelzine, physostigmine, plerixafor'.split(', '),
  ...'praziquantel, protamine, pyridostigmine, racepinephrine, regadenoson, riluzole, romiplostim, romosozumab'.split(', '),
  ...'secretin, selenium, sennosides, sodium polystyrene sulfonate, sodium zirconium cyclosilicate, somatropin'.split(', '),
  ...'terbutaline, tranexamic acid, tranylcypromine, treprostinil, ursodiol'.split(', '),
];
