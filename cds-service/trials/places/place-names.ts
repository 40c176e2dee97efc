/** Names of countries and states as registries and charts write them, brought to one form so that they can be compared. */
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region' });

/** Three-letter codes (ISO 3166-1) of the countries in which most oncology trials have sites, and other names in use. */
const COUNTRIES: Readonly<Record<string, string>> = {
  usa: 'us', 'united states of america': 'us', 'u.s.a.': 'us', 'u.s.': 'us', can: 'ca', gbr: 'gb', uk: 'gb', england: 'gb', scotland: 'gb', wales: 'gb', 'great britain': 'gb',
  deu: 'de', deutschland: 'de', fra: 'fr', esp: 'es', espana: 'es', ita: 'it', italia: 'it', nld: 'nl', 'the netherlands': 'nl', bel: 'be', che: 'ch', schweiz: 'ch', aut: 'at', osterreich: 'at',
  dnk: 'dk', swe: 'se', nor: 'no', fin: 'fi', pol: 'pl', cze: 'cz', 'czech republic': 'cz', hun: 'hu', grc: 'gr', prt: 'pt', irl: 'ie', isr: 'il', tur: 'tr', 'turkey (turkiye)': 'tr', turkiye: 'tr', turkey: 'tr',
  rus: 'ru', 'russian federation': 'ru', chn: 'cn', jpn: 'jp', kor: 'kr', 'korea, republic of': 'kr', 'republic of korea': 'kr', 'south korea': 'kr', twn: 'tw', hkg: 'hk', 'hong kong': 'hk', sgp: 'sg',
  ind: 'in', tha: 'th', vnm: 'vn', 'viet nam': 'vn', aus: 'au', nzl: 'nz', bra: 'br', brasil: 'br', mex: 'mx', mexico: 'mx', arg: 'ar', chl: 'cl', col: 'co', egy: 'eg', zaf: 'za',
}; // prettier-ignore

/** Postal abbreviations of the states of the USA and the provinces of Canada. */
const STATES: Readonly<Record<string, string>> = {
  al: 'alabama', ak: 'alaska', az: 'arizona', ar: 'arkansas', ca: 'california', co: 'colorado', ct: 'connecticut', de: 'delaware', dc: 'district of columbia', fl: 'florida', ga: 'georgia', hi: 'hawaii',
  id: 'idaho', il: 'illinois', in: 'indiana', ia: 'iowa', ks: 'kansas', ky: 'kentucky', la: 'louisiana', me: 'maine', md: 'maryland', ma: 'massachusetts', mi: 'michigan', mn: 'minnesota', ms: 'mississippi',
  mo: 'missouri', mt: 'montana', ne: 'nebraska', nv: 'nevada', nh: 'new hampshire', nj: 'new jersey', nm: 'new mexico', ny: 'new york', nc: 'north carolina', nd: 'north dakota', oh: 'ohio', ok: 'oklahoma',
  or: 'oregon', pa: 'pennsylvania', ri: 'rhode island', sc: 'south carolina', sd: 'south dakota', tn: 'tennessee', tx: 'texas', ut: 'utah', vt: 'vermont', va: 'virginia', wa: 'washington', wv: 'west virginia',
  wi: 'wisconsin', wy: 'wyoming', pr: 'puerto rico', ab: 'alberta', bc: 'british columbia', mb: 'manitoba', nb: 'new brunswick', nl: 'newfoundland and labrador', ns: 'nova scotia', on: 'ontario',
  pe: 'prince edward island', qc: 'quebec', sk: 'saskatchewan',
}; // prettier-ignore

/** `United States`, `USA` and `us` are one country; a name that is not known stays as it is in lower case. */
export function countryKey(written: string | undefined): string {
  const name = plain(written);
  if (name === '') return '';
  if (/^[a-z]{2}$/.test(name)) return entryOf(COUNTRIES, name) ?? name;
  return entryOf(COUNTRIES, name) ?? BY_NAME.get(name) ?? name;
}

/** Abbreviations are read in the USA and Canada only: elsewhere the same letters are something else. */
export function stateKey(written: string | undefined, country: string): string {
  const name = plain(written).replace(/^(?:us|ca)-/, '');
  return country === 'us' || country === 'ca' || country === '' ? (entryOf(STATES, name) ?? name) : name;
}

export function plain(written: string | undefined): string {
  return (written ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

const BY_NAME = new Map<string, string>();
for (let first = 65; first <= 90; first += 1)
  for (let second = 65; second <= 90; second += 1) {
    const code = String.fromCharCode(first, second);
    const name = REGIONS.of(code);
    // Codes out of use stand for the country of today (DD for DE).
    const today = new Intl.Locale(`und-${code}`).region ?? code;
    if (name !== undefined && name !== code) BY_NAME.set(plain(name), today.toLowerCase());
  }
