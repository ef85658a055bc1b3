/**
 * The regions of some countries by their letters, from ISO 3166-2 of 2024-11-11: those that are often written by
 * letters, or with another country by mistake. Other names of a region are behind a bar.
 */
const lists: Readonly<Record<string, string>> = {
  AT: `1=Burgenland,2=Carinthia|Kärnten,3=Lower Austria|Niederösterreich,4=Upper Austria|Oberösterreich,
    5=Salzburg,6=Styria|Steiermark,7=Tyrol|Tirol,8=Vorarlberg,9=Vienna|Wien`,
  AU: `ACT=Australian Capital Territory,NSW=New South Wales,NT=Northern Territory,QLD=Queensland,
    SA=South Australia,TAS=Tasmania,VIC=Victoria,WA=Western Australia`,
  CA: `AB=Alberta,BC=British Columbia,MB=Manitoba,NB=New Brunswick,NL=Newfoundland and Labrador,NS=Nova Scotia,
    NT=Northwest Territories,NU=Nunavut,ON=Ontario,PE=Prince Edward Island,QC=Quebec|Québec,SK=Saskatchewan,
    YT=Yukon`,
  DE: `BW=Baden-Württemberg,BY=Bavaria|Bayern,BE=Berlin,BB=Brandenburg,HB=Bremen,HH=Hamburg,HE=Hesse|Hessen,
    MV=Mecklenburg-Vorpommern,NI=Lower Saxony|Niedersachsen,NW=North Rhine-Westphalia|Nordrhein-Westfalen,
    RP=Rhineland-Palatinate|Rheinland-Pfalz,SL=Saarland,SN=Saxony|Sachsen,ST=Saxony-Anhalt|Sachsen-Anhalt,
    SH=Schleswig-Holstein,TH=Thuringia|Thüringen`,
  US: `AL=Alabama,AK=Alaska,AZ=Arizona,AR=Arkansas,CA=California,CO=Colorado,CT=Connecticut,DE=Delaware,
    DC=District of Columbia,FL=Florida,GA=Georgia,HI=Hawaii,ID=Idaho,IL=Illinois,IN=Indiana,IA=Iowa,KS=Kansas,
    KY=Kentucky,LA=Louisiana,ME=Maine,MD=Maryland,MA=Massachusetts,MI=Michigan,MN=Minnesota,MS=Mississippi,
    MO=Missouri,MT=Montana,NE=Nebraska,NV=Nevada,NH=New Hampshire,NJ=New Jersey,NM=New Mexico,NY=New York,
    NC=North Carolina,ND=North Dakota,OH=Ohio,OK=Oklahoma,OR=Oregon,PA=Pennsylvania,RI=Rhode Island,
    SC=South Carolina,SD=South Dakota,TN=Tennessee,TX=Texas,UT=Utah,VT=Vermont,VA=Virginia,WA=Washington,
    WV=West Virginia,WI=Wisconsin,WY=Wyoming,PR=Puerto Rico,GU=Guam,VI=Virgin Islands`,
};

type Regions = { letters: ReadonlyMap<string, string>; names: ReadonlySet<string> };

const byCountry: ReadonlyMap<string, Regions> = new Map(
  Object.entries(lists).map(([country, list]) => {
    const regions = list.split(",").map((entry) => entry.trim().split("="));
    const names = regions.map(([, all = ""]) => all.split("|"));
    return [
      country,
      {
        letters: new Map(
          regions.map(([letters = ""], index) => [letters, names[index]?.[0] ?? ""]),
        ),
        names: new Set(names.flat().map(folded)),
      },
    ];
  }),
);

function folded(name: string): string {
  return name.trim().toLowerCase();
}

function lettersIn(region: string): string {
  return region.replaceAll(".", "").trim().toUpperCase();
}

/** The name of a region, which may be written by its letters: Oregon for “OR” in the United States. */
export function regionName(region: string, country: string): string {
  return byCountry.get(country)?.letters.get(lettersIn(region)) ?? region.trim();
}

/** Whether a country has a region with this name or these letters. */
export function hasRegion(country: string, region: string): boolean {
  const regions = byCountry.get(country);
  return (
    regions !== undefined &&
    (regions.letters.has(lettersIn(region)) || regions.names.has(folded(region)))
  );
}

/** The other countries that have a region of this name, or with these two letters where such are used. */
export function otherCountriesOf(region: string, country: string): string[] {
  if (hasRegion(country, region)) return [];
  const isByLetters = /^\p{Lu}{2}$/u.test(region) && lettered.has(country);
  return [...byCountry].flatMap(([code, { names }]) =>
    names.has(folded(region)) || (isByLetters && lettered.has(code) && hasRegion(code, region))
      ? [code]
      : [],
  );
}

/** Countries where people write regions by two letters. */
const lettered: ReadonlySet<string> = new Set(["AU", "CA", "US"]);
