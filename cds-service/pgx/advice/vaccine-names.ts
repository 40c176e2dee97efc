/**
 * Vaccines by their trade names, and what is measured or used and is no drug. Names by the Centers for Disease Control and Prevention, "U.S. Vaccine
 * Names" (cdc.gov/vaccines/hcp/vaccines-us, state of 2025-06-23, looked up 2026-11-23). Everyday words among them count with what stands beside them.
 */
const VACCINES =
  'comirnaty spikevax mnexspike nuvaxovid vaxneuvance prevnar capvaxive pneumovax daptacel infanrix boostrix adacel tenivac tdvax havrix vaqta engerix-b ' +
  'recombivax heplisav-b twinrix gardasil abrysvo arexvy mresvia acthib hiberix pedvaxhib menveo menquadfi bexsero trumenba penbraya penmenvy ixiaro vivotif ' +
  'rabavert biothrax cyfendus yf-vax rotateq rotarix vaxchora acam2000 jynneos dengvaxia ixchiq vimkunya ervebo kinrix quadracel pediarix pentacel vaxelis ' +
  'shingrix flublok fluzone fluad afluria zostavax';

/** "MMR II", "PCV20 IM", "Td 0.5 mL": the letters of a vaccine, where nothing else than how it is given stands beside them. */
const LETTERS =
  /^(?:mmr|mmrv|m-m-r|mmr ?ii|m-m-r ?ii|pcv ?(?:13|15|20|21)|ppsv ?23|menacwy|menb|menabcwy|hepa|hepb|rsvpref3?|hib|dt|td|ipv)(?: (?:im|sc|sq|subcut|subq|intramuscular\w*|0[.,]5 ?ml|once|x ?1|dose|one|#?\d|series))*$/i;

const NAMED = new RegExp(String.raw`(?<![\p{L}\d-])(?:${VACCINES.replaceAll(' ', '|')})(?![\p{L}-])`, 'iu');

/** True when a text names a vaccine by its trade name or by its letters. */
export const isVaccine = (text: string): boolean => {
  const said = text.slice(0, 300).trim().replace(/\s+/g, ' ');
  return NAMED.test(said) || LETTERS.test(said);
};
