/** The compiled files of the targeted-therapy knowledge as they lie in `cds-service/knowledge/data`. */
import type { KnowledgeHeader } from '../../../fhir-profiles/knowledge-header.ts';
import type { Expression } from './notation/expression.ts';
import type { Approval, Disease, EvidenceEffect, EvidenceLevel, EvidenceOrigin, Interaction, RequiredWhere, Withdrawal } from './types.ts';

export interface EvidenceFile {
  readonly header: KnowledgeHeader;
  readonly profiles: readonly { readonly text: string; readonly tree: Expression; readonly civic: string }[];
  readonly diseases: readonly (readonly [string, string | null, Disease['breadth'], readonly string[]])[];
  readonly therapies: readonly string[];
  readonly rxnorm: Readonly<Record<string, string>>;
  readonly evidence: readonly (readonly [
    number,
    number,
    number,
    readonly number[],
    Interaction | null,
    0 | 1,
    EvidenceEffect,
    EvidenceLevel,
    number | null,
    EvidenceOrigin,
    string,
    string | null,
    string,
  ])[];
}
export interface ApprovalRow {
  readonly id: string;
  readonly drugs: readonly string[];
  readonly biomarker: string;
  readonly tree: Expression;
  readonly tumours: readonly string[];
  readonly excludes?: readonly string[];
  readonly origin: Approval['origin'];
  readonly required?: boolean;
  readonly requiredWhere?: RequiredWhere;
  readonly assumed?: boolean;
  readonly orderOnly?: boolean;
  readonly early?: boolean;
  readonly line?: NonNullable<Approval['line']>;
  readonly lines?: number;
  readonly after?: readonly string[];
  readonly progressed?: NonNullable<Approval['progressed']>;
  readonly without?: readonly string[];
  readonly setting?: string;
  readonly ages?: { readonly from?: number; readonly to?: number };
  readonly labelDate: string;
  readonly application: string;
  readonly url: string;
  readonly notices?: Approval['notices'];
  readonly activeAgainst?: readonly { readonly tree: Expression; readonly source: string }[];
}
export interface ApprovalFile {
  readonly header: KnowledgeHeader;
  readonly earlier: Readonly<Record<string, readonly string[]>>;
  readonly comparisons: readonly {
    readonly better: readonly string[];
    readonly than: readonly string[];
    readonly tumours: readonly string[];
    readonly trial: string;
  }[];
  readonly precedence: readonly {
    readonly first: readonly (readonly string[])[];
    readonly before: string;
    readonly tumours: readonly string[];
    readonly why: string;
    readonly trial: string;
  }[];
  readonly withdrawn: readonly Withdrawal[];
  readonly alwaysAsked: readonly string[];
  readonly approvals: readonly ApprovalRow[];
}
export interface ResistanceFile {
  readonly header: KnowledgeHeader;
  readonly targets: readonly { readonly drugs: readonly string[]; readonly genes: readonly string[] }[];
  readonly resistance: readonly {
    readonly biomarker: string;
    readonly tree: Expression;
    readonly drugs: readonly string[];
    readonly tumours: readonly string[];
    readonly level: EvidenceLevel;
    /** Resistance where not stated. */
    readonly effect?: 'reduced-sensitivity';
    readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string; readonly pmid?: string }[];
  }[];
  readonly acquired: readonly {
    readonly biomarker: string;
    readonly tree: Expression;
    readonly under: string;
    readonly drugs: readonly string[];
    readonly source: string;
  }[];
  readonly arising: readonly {
    readonly genes: readonly string[];
    readonly drugs: readonly string[];
    readonly under: string;
    readonly spared?: Expression;
    readonly only?: Expression;
    readonly sources: readonly { readonly title: string; readonly url: string; readonly date: string; readonly pmid?: string }[];
  }[];
}
export interface GeneRow {
  readonly mane?: string;
  readonly enst?: string;
  readonly numbered?: Readonly<Record<string, number>>;
  readonly elsewhere?: Readonly<Record<string, readonly string[]>>;
  readonly transcript?: string;
  readonly exons: readonly (readonly [number, number, number, number, number])[];
  readonly on?: readonly [string, ...(readonly [number, number])[]];
  readonly countedTo?: number;
  readonly regions?: Readonly<Record<string, readonly [number, number]>>;
  readonly known: readonly string[];
  readonly coding?: Readonly<Record<string, string>>;
  readonly genomic?: Readonly<Record<string, string>>;
  readonly rs?: Readonly<Record<string, string>>;
  readonly suppressor?: true;
}

export interface GeneFile {
  readonly header: KnowledgeHeader;
  readonly genes: Readonly<Record<string, GeneRow>>;
  readonly aliases: Readonly<Record<string, string>>;
}
export interface TumourFile {
  readonly header: KnowledgeHeader;
  readonly oncotree: Readonly<Record<string, readonly [string, string | null, string]>>;
  readonly doid: Readonly<Record<string, readonly string[]>>;
  readonly pairs: readonly (readonly [string, string])[];
}
