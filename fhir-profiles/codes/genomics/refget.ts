/**
 * GA4GH refget accessions of the human chromosomes, in the order 1 to 22, X, Y: the names that the Variation Representation Specification
 * gives sequences. Digests of the public sequences; the same list stands in GA4GH's assembly registry (agct), in a VRS identifier service
 * and in the examples of the specification (looked up 2026-11-21).
 */
const GRCH38 = `Ya6Rs7DHhDeg7YaOSg1EoNi3U_nQ9SvO pnAqCRBrTsUoBghSD1yp_jXWSmlbdh4g Zu7h9AggXxhTaGVsy7h_EZSChSZGcmgX
HxuclGHh0XCDuF8x6yQrpHUBL7ZntAHc aUiQCzCPZ2d0csHbMSbh2NzInhonSXwI 0iKlIQk2oZLoeOG9P1riRU6hvL5Ux8TV
F-LrLMe1SRpfUZHkQmvkVKFEGaoDeHul 209Z7zJ-mFypBEWLk4rNC6S_OxY5p7bs KEO-4XBcm1cxeo_DIQ8_ofqGUkp4iZhI
ss8r_wB0-b9r44TQTMmVTI92884QvBiB 2NkFm8HK88MqeNkCgj78KidCAXgnsfV1 6wlJpONE3oNb4D69ULmEXhqyDZ4vwNfl
_0wi-qoDrvram155UmcSC-zA5ZK4fpLT eK4D2MosgK_ivBkgi6FVPg5UXs1bYESm AsXvWL1-2i5U_buw6_niVIxD6zTbAuS6
yC_0RBj3fgBlvgyAuycbzdubtLxq-rE0 dLZ15tNO1Ur0IcGjwc3Sdi_0A6Yf4zm7 vWwFhJ5lQDMhh-czg06YtlWqu0lvFAZV
IIB53T8CNeJJdUqzn9V_JnRtQadwWCbl -A1QmD_MatoqxvgVxBLZTONHz9-c7nQo 5ZUqxCmDDgN4xTRbaSjN8LwgZironmB8
7B7SHsmchAR0dFcDCuSFjJAo7tX87krQ w0WZEvgJF0zf_P4yyTzjjv9oW1z61HHP 8_liLu1aycC0tPQPFmUaGXJLDs5SbPZ5`;

const GRCH37 = `S_KjnFVz-FE7M0W6yoaUDgYxLPc1jyWU 9KdcA9ZpY1Cpvxvg8bMSLYDUpsX6GDLO VNBualIltAyi2AI_uXcKU7M9XUOuA7MS
iy7Zfceb5_VGtTQzJ-v5JpPbpeifHD_V vbjOdMfHJvTjK_nqvFvpaSKhZillW0SX KqaUhJMW3CDjhoVtBetdEKT1n6hM-7Ek
IW78mgV5Cqf6M24hy52hPjyyo5tCCd86 tTm7wmhz0G4lpt8wPspcNkAD_qiminj6 HBckYGQ4wYG9APHLpjoQ9UUe9v7NxExt
-BOZ8Esn8J88qDwNiSEwUr5425UXdiGX XXi2_O1ly-CCOi3HP5TypAw7LtC6niFG 105bBysLoDFQHhajooTAUyUkNiZ8LJEH
Ewb9qlgTqN6e_XQiRVYpoUfZJHXeiUfH 5Ji6FGEKfejK1U6BMScqrdKJK8GqmIGf zIMZb3Ft7RdWa5XYq0PxIlezLY2ccCgt
W6wLoIFOn4G7cjopxPxYNk2lcEqhLQFb AjWXsI7AkTK35XW9pgd3UbjpC3MAevlz BTj4BDaaHYoPhD3oY2GdwC_l0uqZ92UD
ItRDD47aMoioDCNW_occY5fWKZBKlxCX iy_UbUrvECxFRX5LPTH_KPojdlT7BKsf LpTaNW-hwuY_yARP0rtarCnpCQLkgVCg
XOgHwwR3Upfp5sZYk6ZKzvV25a4RBVu8 v7noePfnNpK8ghYXEqZ9NukMXW7YeNsm BT7QyW5iXaX_1PSX-msSGYsqRdMKqkj-`;

/** Version of each chromosome's RefSeq sequence in GRCh37; GRCh38 has the next one. Source: NCBI Genome Reference Consortium assemblies. */
export const GRCH37_VERSION: readonly number[] = [
  10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9,
]; // prettier-ignore

const named = (list: string, later: number) =>
  list.split(/\s+/).map((digest, at) => {
    const version = (GRCH37_VERSION[at] ?? 0) + later;
    return [digest, `NC_0000${String(at + 1).padStart(2, '0')}.${version}`] as const;
  });

const SEQUENCES: ReadonlyMap<string, string> = new Map([...named(GRCH38, 1), ...named(GRCH37, 0)]);

/** RefSeq accession of a chromosome for `SQ.…` or `ga4gh:SQ.…`; undefined for any other sequence. */
export function chromosomeOfRefget(accession: string): string | undefined {
  return SEQUENCES.get(accession.replace(/^(?:ga4gh:)?SQ\./, ''));
}
