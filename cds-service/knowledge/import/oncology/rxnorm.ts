/**
 * RxNorm ingredient ids of approved drugs that the redistributable lists beside the evidence do not name. RxNorm is public
 * domain (US National Library of Medicine); each id was looked up by ingredient name.
 */
export const RXNORM_INGREDIENTS: Readonly<Record<string, string>> = {
  adagrasib: '2625882', amivantamab: '2549199', 'arsenic trioxide': '18330', asciminib: '2584304', avapritinib: '2272107',
  avutometinib: '2714515', azacitidine: '1251', belzutifan: '2567226', binimetinib: '2049122', bosutinib: '1307619',
  'brentuximab vedotin': '1147320', capivasertib: '2669967', cobimetinib: '1722365', cytarabine: '3041', dasatinib: '475342',
  'datopotamab deruxtecan': '2703033', defactinib: '2714502', dordaviprone: '2721194', elacestrant: '2628469', enasidenib: '1940332',
  futibatinib: '2628190', gilteritinib: '2105806', imatinib: '282388', imlunestrant: '2725912', inavolisib: '2695422',
  ivosidenib: '2049873', lazertinib: '2691150', midostaurin: '1919083', 'mirvetuximab soravtansine': '2621548', niraparib: '1918231',
  olutasidenib: '2623641', pemigatinib: '2359268', ponatinib: '1364347', quizartinib: '2643048', repotrectinib: '2670644',
  revumenib: '2698325', selpercatinib: '2370147', sevabertinib: '2728187', sotorasib: '2550714', sunvozertinib: '2719226',
  tazemetostat: '2274378', tepotinib: '2477103', tovorafenib: '2682434', vemurafenib: '1147220', vorasidenib: '2690647',
  zanidatamab: '2698198', zenocutuzumab: '2699588', zolbetuximab: '2695869', zongertinib: '2721604',
}; // prettier-ignore
