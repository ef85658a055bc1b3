/** Places of the invented companies, and the usual pay there. */
import { readBlocks } from "./blocks.ts";

export type Market = {
  country: string;
  currency: string;
  /** The period for which pay is usually given there. */
  per: "month" | "year";
  /** Rough pay for a few years of experience in that period, before tax. */
  pay: number;
  /** Pay is rounded to multiples of this. */
  step: number;
  /** A language other than English that an employer there may require. */
  language: string | undefined;
  /** Legal forms in company names there. */
  forms: readonly string[];
  cities: readonly { city: string; region: string | undefined }[];
};

const table = `
market: US; USD; year; 132000; 1000
language:
forms: Inc.; LLC
cities: Portland, Oregon; Austin, Texas; Boston, Massachusetts; Denver, Colorado; Chicago, Illinois; Pittsburgh, Pennsylvania; Durham, North Carolina; Madison, Wisconsin

market: CA; CAD; year; 108000; 1000
language:
forms: Inc.; Ltd.
cities: Toronto, Ontario; Montréal, Québec; Vancouver, British Columbia; Halifax, Nova Scotia

market: GB; GBP; year; 58000; 500
language:
forms: Ltd
cities: London; Manchester; Bristol; Edinburgh, Scotland; Cardiff, Wales; Sheffield; Norwich

market: IE; EUR; year; 72000; 1000
language:
forms: Ltd
cities: Dublin; Cork; Galway

market: DE; EUR; year; 66000; 1000
language: de
forms: GmbH; AG
cities: Berlin; Hamburg; München, Bayern; Köln; Leipzig, Sachsen; Freiburg im Breisgau; Bremen

market: AT; EUR; year; 61000; 1000
language: de
forms: GmbH
cities: Wien; Graz, Steiermark; Linz

market: CH; CHF; year; 116000; 1000
language: de
forms: AG; Sàrl
cities: Zürich; Bern; Lausanne, Vaud

market: NL; EUR; month; 5200; 100
language: nl
forms: B.V.
cities: Amsterdam; Utrecht; Eindhoven; Groningen

market: BE; EUR; month; 4600; 100
language: nl
forms: BV
cities: Ghent; Leuven; Liège

market: FR; EUR; year; 52000; 1000
language: fr
forms: SAS; SARL
cities: Paris; Lyon; Toulouse; Nantes; Rennes, Bretagne

market: ES; EUR; year; 44000; 1000
language: es
forms: S.L.
cities: Madrid; Barcelona; Valencia; Málaga

market: PT; EUR; year; 41000; 500
language: pt
forms: Lda.
cities: Lisboa; Porto; Coimbra

market: IT; EUR; year; 43000; 1000
language: it
forms: S.r.l.
cities: Milano; Torino; Bologna

market: GR; EUR; year; 34000; 500
language: el
forms: IKE
cities: Athens; Thessaloniki

market: SE; SEK; month; 51000; 500
language: sv
forms: AB
cities: Stockholm; Göteborg; Malmö; Umeå

market: NO; NOK; year; 760000; 10000
language: no
forms: AS
cities: Oslo; Bergen; Tromsø

market: DK; DKK; month; 49000; 500
language: da
forms: ApS; A/S
cities: København; Aarhus; Odense

market: FI; EUR; month; 4800; 100
language: fi
forms: Oy
cities: Helsinki; Tampere; Oulu

market: EE; EUR; month; 3900; 100
language: et
forms: OÜ
cities: Tallinn; Tartu

market: PL; PLN; month; 18500; 500
language: pl
forms: Sp. z o.o.
cities: Kraków; Wrocław; Gdańsk; Łódź

market: CZ; CZK; month; 85000; 1000
language: cs
forms: s.r.o.
cities: Praha; Brno

market: RO; RON; month; 15500; 500
language: ro
forms: S.R.L.
cities: Cluj-Napoca; Iași; Timișoara

market: TR; TRY; month; 120000; 5000
language: tr
forms: A.Ş.
cities: İstanbul; İzmir

market: IL; ILS; month; 29000; 500
language: he
forms: Ltd
cities: Tel Aviv; Haifa

market: AE; AED; month; 24000; 500
language: ar
forms: FZ-LLC
cities: Dubai; Abu Dhabi

market: IN; INR; year; 2200000; 50000
language: hi
forms: Pvt Ltd
cities: Bengaluru, Karnataka; Pune, Maharashtra; Hyderabad, Telangana; Kochi, Kerala

market: SG; SGD; month; 8200; 100
language:
forms: Pte Ltd
cities: Singapore

market: JP; JPY; year; 7600000; 100000
language: ja
forms: K.K.
cities: Tokyo; Kyoto; Fukuoka; Sapporo

market: KR; KRW; year; 66000000; 1000000
language: ko
forms: Co., Ltd.
cities: Seoul; Busan

market: TW; TWD; month; 105000; 5000
language: zh
forms: Co., Ltd.
cities: Taipei; Hsinchu

market: AU; AUD; year; 128000; 1000
language:
forms: Pty Ltd
cities: Melbourne, Victoria; Brisbane, Queensland; Hobart, Tasmania

market: NZ; NZD; year; 112000; 1000
language:
forms: Ltd
cities: Wellington; Auckland; Dunedin

market: BR; BRL; month; 14500; 500
language: pt
forms: Ltda.
cities: São Paulo; Recife, Pernambuco; Florianópolis, Santa Catarina

market: MX; MXN; month; 58000; 1000
language: es
forms: S.A. de C.V.
cities: Ciudad de México; Guadalajara, Jalisco; Mérida, Yucatán

market: CO; COP; month; 11000000; 500000
language: es
forms: S.A.S.
cities: Bogotá; Medellín, Antioquia

market: CL; CLP; month; 2900000; 100000
language: es
forms: SpA
cities: Santiago; Valparaíso

market: ZA; ZAR; month; 62000; 1000
language:
forms: (Pty) Ltd
cities: Cape Town, Western Cape; Johannesburg, Gauteng

market: KE; KES; month; 280000; 10000
language: sw
forms: Ltd
cities: Nairobi; Kisumu

market: NG; NGN; month; 1400000; 50000
language:
forms: Ltd
cities: Lagos; Abuja
`;

export const markets: readonly Market[] = readBlocks(
  ["market", "language", "forms", "cities"],
  table,
).map(({ market, language, forms, cities }) => {
  const [country = "", currency = "", per, pay, step] = market;
  return {
    country,
    currency,
    per: per === "month" ? "month" : "year",
    pay: Number(pay),
    step: Number(step),
    language: language[0],
    forms,
    cities: cities.map((line) => {
      const [city = "", region] = line.split(", ");
      return { city, region };
    }),
  };
});

/** Countries that are often listed together in remote jobs. */
export const remoteRegions: readonly (readonly string[])[] = [
  ["DE", "AT", "CH"],
  ["GB", "IE"],
  ["US", "CA"],
  ["US", "CA", "MX"],
  ["DE", "FR", "NL", "BE", "ES", "PT", "IT", "PL"],
  ["SE", "NO", "DK", "FI", "EE"],
  ["BR", "AR", "UY", "CL", "CO"],
  ["AU", "NZ"],
  ["IN", "SG", "PH", "VN", "ID"],
  ["NG", "KE", "GH", "RW", "ZA"],
  ["PL", "CZ", "SK", "HU", "RO", "BG"],
];
