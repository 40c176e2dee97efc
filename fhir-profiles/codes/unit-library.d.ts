/** The part of the UCUM library that is used; the package ships no types. */
declare module '@lhncbc/ucum-lhc' {
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils;
    readonly uStrParser_: {
      /** Unit, text and messages; throws for some texts. */
      parseString(
        text: string,
        ...how: readonly unknown[]
      ): readonly [unit: object | null, text: string | null, messages?: readonly string[]];
    };
    convertUnitTo(
      fromUnit: string,
      amount: number,
      toUnit: string,
      options?: { readonly molecularWeight?: number },
    ): { readonly status: 'succeeded' | 'failed' | 'error'; readonly toVal: number | null };
  }
}
