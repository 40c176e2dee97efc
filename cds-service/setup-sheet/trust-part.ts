/** Who signs what: the fields of the client JWT, the entry of the trust file, and the panel as SMART app. */
import { code, table, text, unknown } from './markdown.ts';
import { addressOf } from './service-part.ts';
import type { SheetEhr, SheetInput } from './types.ts';
import type { VendorFacts } from './vendors.ts';

export function jwtPart(input: SheetInput, facts: VendorFacts): readonly string[] {
  const { algorithms, tokenAgeSeconds } = input;
  const { jwt } = facts;
  const short = facts.tokenSeconds !== undefined && facts.tokenSeconds > tokenAgeSeconds;
  return [
    '## Client JWT',
    '',
    `Every call carries \`Authorization: Bearer\` with a signed token. Configured: authentication is ${input.auth === 'off' ? '**off** (development on this machine only)' : 'required'}.`,
    '',
    ...table(
      ['field', `${text(facts.name)} sends`, 'Genehook compares with'],
      [
        ['alg', text(jwt.alg), `one of ${algorithms.map(code).join(', ')}`],
        ['typ', code('JWT'), code('JWT')],
        ['kid', 'id of the key', 'the keys of the issuer’s own set'],
        ['jku', text(jwt.jku), `${code('jwksUrl')}, letter by letter; no other address is ever fetched`],
        ['iss', text(jwt.iss), `${code('issuer')}, letter by letter`],
        ['aud', text(jwt.aud), `the called address below publicUrl, or ${code('audience')}`],
        ['tenant', text(jwt.tenant), `${code('tenants')}, when the entry has them`],
        [
          'iat, exp',
          text(jwt.life),
          `a life of ${tokenAgeSeconds} seconds at most (${code('GENEHOOK_TOKEN_AGE_SECONDS')}), a minute of grace`,
        ],
        ['jti', 'a new id per call', 'accepted once'],
      ],
    ),
    ...(short
      ? [
          '',
          `**Raise ${code('GENEHOOK_TOKEN_AGE_SECONDS')} to at least ${facts.tokenSeconds}**: ${text(facts.name)}’s tokens live longer than the ${tokenAgeSeconds} seconds configured.`,
        ]
      : []),
  ];
}

export function trustPart(input: SheetInput, facts: VendorFacts): readonly string[] {
  const ehrs = input.ehrs.length > 0 ? input.ehrs : [undefined];
  return [
    '## Trust file',
    '',
    `The file that ${code('GENEHOOK_TRUST')} names. ${input.ehrs.length > 0 ? 'As configured:' : `It has no entry with profile ${code(input.vendor)} yet.`} \`genehook config check FILE\` tells what is wrong with it.`,
    ...ehrs.flatMap((ehr, index) => [
      '',
      ...(ehrs.length > 1 ? [`### ${text(ehr?.name ?? '')}`, ''] : []),
      ...table(['field', 'value'], trustRows(input, facts, ehr, index)),
    ]),
    '',
    ...jsonBlock(input, facts),
  ];
}

function trustRows(input: SheetInput, facts: VendorFacts, ehr: SheetEhr | undefined, index: number): readonly (readonly string[])[] {
  const at = (field: string): string => code(`ehrs[${index}].${field}`);
  const value = (known: string | undefined, where: string): string => (known === undefined ? unknown(where) : code(known));
  const keys =
    ehr?.jwksUrls === undefined
      ? ehr?.ownKeys === true
        ? 'public keys given in "jwks"'
        : unknown(facts.ownKeys ?? `address of the EHR’s key set: ${text(facts.jwt.jku)}`)
      : ehr.jwksUrls.map(code).join(', ');
  return [
    [
      code('publicUrl'),
      value(input.publicUrl, 'the address that the EHR calls, https, without a slash at its end; set it there or with --public-url'),
    ],
    [code('auth'), code(input.auth)],
    [at('name'), value(ehr?.name, 'any name; shown in logs and figures')],
    [at('profile'), code(input.vendor)],
    [at('issuer'), value(ehr?.issuer, `what the EHR puts into iss: ${text(facts.jwt.iss)}`)],
    [at('audience'), ehr?.audience === undefined ? 'not set: aud is the called address' : code(ehr.audience)],
    [at('jwksUrl'), keys],
    [at('algorithms'), ehr?.algorithms === undefined ? 'not set: ES384 and RS384' : ehr.algorithms.map(code).join(', ')],
    [at('tenants'), ehr?.tenants === undefined ? 'not set: any' : ehr.tenants.map(code).join(', ')],
    [
      at('fhirServers'),
      ehr === undefined
        ? unknown('the FHIR R4 base of the EHR, as it stands in fhirServer of its calls')
        : ehr.fhirServers.map(code).join(', ') ||
          unknown('the FHIR R4 base of the EHR; without it nothing is read and the panel cannot start'),
    ],
    [
      at('origins'),
      ehr === undefined || ehr.origins.length === 0 ? 'not set: the origins of issuer and FHIR servers' : ehr.origins.map(code).join(', '),
    ],
    [at('panel.clientId'), value(ehr?.panel?.clientId, 'the client id that the EHR gives the panel at registration')],
  ];
}

const oneOrMany = (urls: readonly string[] | undefined): string | readonly string[] | undefined => (urls?.length === 1 ? urls[0] : urls);

/** The file as JSON; unknown values are named in capitals, so that `config check` refuses them until they are filled in. */
function jsonBlock(input: SheetInput, { ownKeys }: VendorFacts): readonly string[] {
  const todo = (field: string): string => `NOT KNOWN YET: ${field}`;
  const ehrs: readonly (SheetEhr | undefined)[] = input.ehrs.length > 0 ? input.ehrs : [undefined];
  const file = {
    publicUrl: input.publicUrl ?? todo('publicUrl'),
    auth: input.auth,
    ehrs: ehrs.map((ehr) => ({
      name: ehr?.name ?? todo('name'),
      profile: input.vendor,
      issuer: ehr?.issuer ?? todo('issuer'),
      ...(ehr?.audience === undefined ? {} : { audience: ehr.audience }),
      ...(ehr?.ownKeys === true && ehr.jwksUrls === undefined
        ? { jwks: todo('jwks: keep what stands in your file') }
        : ehr?.jwksUrls === undefined && ownKeys !== undefined
          ? { jwks: todo(ownKeys) }
          : { jwksUrl: oneOrMany(ehr?.jwksUrls) ?? todo('jwksUrl') }),
      ...(ehr?.algorithms === undefined ? {} : { algorithms: ehr.algorithms }),
      ...(ehr?.tenants === undefined ? {} : { tenants: ehr.tenants }),
      fhirServers: ehr?.fhirServers ?? [todo('fhirServers')],
      panel: {
        clientId: ehr?.panel?.clientId ?? todo('panel.clientId'),
        ...(ehr?.panel?.scope === undefined ? {} : { scope: ehr.panel.scope }),
        ...(ehr?.panel?.tallMan === undefined ? {} : { tallMan: ehr.panel.tallMan }),
      },
    })),
  };
  return ['```json', ...JSON.stringify(file, null, 2).split('\n'), '```'];
}

export function panelPart(input: SheetInput): readonly string[] {
  const known = input.ehrs.filter(({ panel }) => panel !== undefined);
  const scope = known[0]?.panel?.scope ?? input.panelScope;
  return [
    '## The panel as SMART app',
    '',
    'A public client with PKCE (S256); no secret.',
    '',
    ...table(
      ['field', 'value'],
      [
        ['launch address', code(addressOf(input, '/panel/launch.html'))],
        ['redirect address', code(addressOf(input, '/panel/index.html'))],
        [
          'client id',
          known.length === 0
            ? unknown('given by the EHR at registration; then panel.clientId of the trust file')
            : known.map(({ panel }) => code(panel?.clientId ?? '')).join(', '),
        ],
        ['scopes', scope.split(' ').map(code).join(' ')],
        ['launch from', 'the chart, and the link of a card (appContext holds the row to show: ids only)'],
      ],
    ),
  ];
}
