/**
 * The regions that a remote job may be open to, and their countries.
 *
 * - EU: the member states as of 2020-02-01 (https://european-union.europa.eu/principles-countries-history/eu-countries_en).
 * - EEA: the EU with Iceland, Liechtenstein and Norway, as of 2020-02-01.
 * - Others: UN M.49 (https://unstats.un.org/unsd/methodology/m49/) as of 2025-10-29, from `territoryContainment`
 *   of Unicode CLDR 48, which adds Taiwan and Kosovo, without places where nobody lives. “North America” is
 *   M.49’s Northern America (021) and “Latin America” its Latin America and the Caribbean (419), so Mexico is
 *   in the latter. Cyprus and Turkey are in Asia.
 */
const eu = codes(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
);
const northAmerica = codes("BM CA GL PM US");
const latinAmerica = codes(
  `AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX
   NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI`,
);

const countries = {
  EU: eu,
  EEA: [...eu, "IS", "LI", "NO"],
  Europe: codes(
    `AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME
     MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK`,
  ),
  "North America": northAmerica,
  "Latin America": latinAmerica,
  Americas: [...northAmerica, ...latinAmerica],
  Africa: codes(
    `AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ
     NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`,
  ),
  Asia: codes(
    `AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM
     PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE`,
  ),
  Oceania: codes(
    "AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS",
  ),
} as const;

export type RemoteRegion = keyof typeof countries;

/** As they are written in a post. */
export const remoteRegions = Object.keys(countries) as RemoteRegion[];

/** The codes of the countries of a region. */
export function countriesIn(region: RemoteRegion): readonly string[] {
  return countries[region];
}

function codes(text: string): string[] {
  return text.split(/\s+/);
}
