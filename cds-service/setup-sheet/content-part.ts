/** What the site maps and tries: links, codes, test patients, and the list to tick off. */
import { code, table, text } from './markdown.ts';
import { addressOf } from './service-part.ts';
import type { SheetCard, SheetInput, SheetPatient } from './types.ts';
import type { VendorFacts } from './vendors.ts';

export function linkPart(input: SheetInput): readonly string[] {
  return [
    '## Links to allow',
    '',
    ...table(
      ['link', 'kind'],
      [
        [code(addressOf(input, '/panel/launch.html')), 'smart, on every card'],
        ...input.linkHosts.map((host): readonly string[] => [code(`https://${host}/`), 'absolute: source of the advice']),
      ],
    ),
  ];
}

export function codePart(input: SheetInput): readonly string[] {
  const topics = topicsOf(input.patients ?? []);
  return [
    '## Codes to map',
    '',
    'Override reasons:',
    '',
    ...table(
      ['code', 'system', 'shown as'],
      input.overrideReasons.map(({ code: value, system, display }) => [code(value), code(system), text(display)]),
    ),
    '',
    'Topics (`source.topic` of a card) are stable for a kind of guidance: letters and digits, at most 100. An override silences the same topic for the same patient and result. There is one per rule, so they are not mapped one by one; those that the test patients below bring up:',
    '',
    ...(topics.length === 0
      ? ['None: no test patients were tried for this sheet.']
      : table(
          ['topic code', 'system', 'guidance'],
          topics.map(({ code: value, system, display }) => [code(value), code(system), text(display)]),
        )),
  ];
}

function topicsOf(patients: readonly SheetPatient[]): readonly SheetCard['topic'][] {
  const all = patients.flatMap(({ onOpening, orders }) => [...onOpening, ...orders.flatMap(({ cards }) => cards)]);
  const byCode = new Map(all.map(({ topic }) => [topic.code, topic]));
  return [...byCode.values()].toSorted((a, b) => a.code.localeCompare(b.code, 'en'));
}

export function patientPart({ patients }: SheetInput): readonly string[] {
  const head = ['## Test patients', ''];
  if (patients === undefined)
    return [...head, 'The synthetic patients (folder `fixtures`) are not part of this installation; they are in the source of Genehook.'];
  if (patients.length === 0) return [...head, 'Left out of this sheet.'];
  return [
    ...head,
    'All synthetic. Put them into a test environment only. What is shown was made for this sheet by the same code that answers hooks.',
    ...patients.flatMap((patient) => [
      '',
      `### ${text(patient.title)}`,
      '',
      `Patient id ${code(patient.id)}. On opening the chart: ${cardsText(patient.onOpening)}`,
      '',
      ...table(
        ['order', 'what should happen', 'cards at signing'],
        patient.orders.map(({ order, expect, cards }) => [text(order), text(expect), cardsText(cards)]),
      ),
    ]),
  ];
}

function cardsText(cards: readonly SheetCard[]): string {
  if (cards.length === 0) return 'no card';
  return cards.map(({ indicator, summary, service }) => `${text(indicator)}: ${text(summary)} (${code(service)})`).join('; ');
}

export function checklistPart(input: SheetInput, facts: VendorFacts): readonly string[] {
  const [first] = input.patients ?? [];
  const offered = input.services.filter(({ hook }) => facts.hooks?.includes(hook) ?? true);
  const boxes = [
    `${code('GENEHOOK_TRUST')} is accepted: ${code('genehook config check FILE')} says so.`,
    `${code(addressOf(input, '/readyz'))} answers 200 from where the EHR calls; the certificate is valid for this name.`,
    `A call of ${code(addressOf(input, '/cds-services'))} without a token answers ${input.auth === 'off' ? 'with the list of services (authentication is off)' : '401'}.`,
    'The clocks of EHR and service differ by less than a minute.',
    ...facts.steps.map(text),
    ...offered.map(
      ({ id, prefetch }) => `${code(id)}: address and ${Object.keys(prefetch).length} prefetch keys are typed in letter by letter.`,
    ),
    `A request captured from the EHR passes ${code('genehook hook FILE --report md')} without a refusal, and every key that the site sends is shown as used or empty.`,
    `The same request, signed, is answered: ${code(`genehook hook FILE --url ${addressOf(input, '')} --key KEY --iss ISSUER`)}.`,
    ...trialBoxes(
      input.patients ?? [],
      offered.some(({ hook }) => hook === 'order-sign'),
    ),
    'A suggestion is taken: the order changes as the card says, and the dose is set by the prescriber.',
    'An override with a reason is sent, and the same card does not come back for this patient and result.',
    `The link of the card opens the panel for the same patient${first === undefined ? '' : ` (try ${text(first.title)})`}.`,
    `With the service stopped, ordering goes on; answers arrive within ${input.answerMs} ms while it runs.`,
    `Requests up to ${input.bodyMegabytes} MB pass every proxy.`,
  ];
  return ['## To tick off at the site', '', ...boxes.map((box) => `- [ ] ${box}`)];
}

/** One of each urgency, and two that must stay silent, each for another patient. */
function trialBoxes(patients: readonly SheetPatient[], orders: boolean): readonly string[] {
  const moments = patients.flatMap((patient) => {
    const opening = { patient, what: `Opening the chart of "${patient.title}"`, cards: patient.onOpening };
    if (!orders) return [opening];
    return patient.orders.map(({ order, cards }) => ({ patient, what: `Ordering ${order} for "${patient.title}"`, cards }));
  });
  const used = new Set<SheetPatient>();
  const pick = (wanted: (indicators: readonly string[]) => boolean): readonly (typeof moments)[number][] => {
    const found = moments.find(({ patient, cards }) => !used.has(patient) && wanted(cards.map(({ indicator }) => indicator)));
    if (found !== undefined) used.add(found.patient);
    return found === undefined ? [] : [found];
  };
  const loud = ['critical', 'warning', 'info'].flatMap((indicator) => pick((indicators) => indicators[0] === indicator));
  const quiet = [1, 2].flatMap(() => pick((indicators) => indicators.length === 0));
  return [
    ...loud.map(
      ({ what, cards }) =>
        `${text(what)}: the card "${text(cards[0]?.summary ?? '')}" (${cards[0]?.indicator ?? ''}) stands${orders ? ' before the signature' : ''}.`,
    ),
    ...quiet.map(({ what }) => `${text(what)}: no card.`),
  ];
}
