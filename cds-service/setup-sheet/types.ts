/** What a set-up sheet is made of. Every value comes from the code or the configuration; what is not there is undefined, never guessed. */
export type Vendor = 'epic' | 'oracle' | 'medplum' | 'generic';

/** A service as the discovery document has it. */
export interface SheetService {
  readonly id: string;
  readonly hook: string;
  readonly title: string;
  readonly description: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

export interface SheetKey {
  /** `genomic results`. */
  readonly label: string;
  /** Guidance misleads without it. */
  readonly essential: boolean;
  /** Without at least one of these a call is refused with 412. */
  readonly needed: boolean;
}

/** An entry of the trust file for an EHR of this vendor. */
export interface SheetEhr {
  readonly name: string;
  readonly issuer: string;
  readonly audience?: string;
  readonly jwksUrls?: readonly string[];
  readonly algorithms?: readonly string[];
  readonly ownKeys: boolean;
  readonly tenants?: readonly string[];
  readonly fhirServers: readonly string[];
  readonly origins: readonly string[];
  readonly panel?: { readonly clientId: string; readonly scope?: string; readonly tallMan?: boolean | readonly string[] };
}

export interface SheetCoding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface SheetCard {
  readonly service: string;
  readonly indicator: string;
  readonly summary: string;
  readonly topic: SheetCoding;
}

export interface SheetPatient {
  readonly title: string;
  readonly id: string;
  readonly onOpening: readonly SheetCard[];
  readonly orders: readonly { readonly order: string; readonly expect: string; readonly cards: readonly SheetCard[] }[];
}

export interface SheetInput {
  readonly vendor: Vendor;
  readonly services: readonly SheetService[];
  readonly keys: Readonly<Record<string, SheetKey>>;
  /** Without a slash at its end. */
  readonly publicUrl?: string;
  readonly auth: 'required' | 'off';
  readonly ehrs: readonly SheetEhr[];
  readonly panelScope: string;
  readonly algorithms: readonly string[];
  readonly tokenAgeSeconds: number;
  readonly answerMs: number;
  readonly bodyMegabytes: number;
  readonly overrideReasons: readonly SheetCoding[];
  /** Hosts of the sources that cards link to. */
  readonly linkHosts: readonly string[];
  /** Undefined: the synthetic patients are not part of this installation. */
  readonly patients?: readonly SheetPatient[];
}
