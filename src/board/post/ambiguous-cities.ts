/** Names that several cities of one country have, so that only the region tells which one is meant. */

/**
 * By country, as they are in addresses. Chosen once from GeoNames (https://www.geonames.org/): at least two cities in
 * different regions with 50,000 people or more, or with 40,000 in the United States, where people add the state to
 * smaller ones too. A change here moves pages.
 */
const names: Readonly<Record<string, string>> = {
  BR: "cascavel planaltina valenca",
  CN: "binzhou chaoyang datong fuyang fuyu haikou hancheng huazhou jining jinjiang kaiyuan lanxi lianzhou licheng luoyang mingshui ninghai songling suzhou wuxi xinzhou yicheng yichun zhaoyuan zhicheng",
  ID: "depok",
  IN: "aurangabad bangaon fatehpur gorakhpur shahabad",
  IR: "alvand nurabad",
  JP: "kariya koga tanabe",
  KR: "gwangju",
  MX: "cuauhtemoc guadalupe",
  PH: "san-fernando talisay",
  RU: "zheleznogorsk",
  TR: "eregli",
  US: "albany alexandria alhambra apple-valley arlington auburn aurora bartlett beaumont bellevue bloomington brentwood brownsville burlington canton charleston cleveland columbia columbus concord corona cypress danville decatur dublin elmhurst everett fairfield fayetteville glendale greenville huntsville jackson jacksonville kansas-city lafayette lakewood lancaster lawrence levittown lincoln madison manhattan mansfield medford middletown midland newark norwalk pasadena peoria plainfield portland quincy richmond rochester roseville roswell salem san-marcos smyrna springfield troy union-city warren westminster wheaton wilmington",
};

const ambiguous: ReadonlySet<string> = new Set(
  Object.entries(names).flatMap(([country, cities]) =>
    cities.split(" ").map((city) => `${city}-${country.toLowerCase()}`),
  ),
);

/** Whether several cities have this address, which consists of the name and the country. */
export function isAmbiguous(slug: string): boolean {
  return ambiguous.has(slug);
}
