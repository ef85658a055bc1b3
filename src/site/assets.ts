/** The styles and scripts of the pages, as a build has bundled them. */
export type Asset = {
  /** Where it is served from, without a query. */
  address: string;
  content: string;
  /** Short hash of the content. */
  version: string;
};

const addresses = {
  style: "/assets/board.css",
  script: "/assets/board.js",
  reviewerStyle: "/assets/reviewer.css",
  review: "/assets/review.js",
  moderate: "/assets/moderate.js",
  mine: "/assets/mine.js",
  status: "/assets/status.js",
  preview: "/assets/preview.js",
  stats: "/assets/stats.js",
  statsStyle: "/assets/stats.css",
  formStyle: "/assets/form.css",
  form: "/assets/form.js",
} as const;

type AssetName = keyof typeof addresses;

export type AssetAddresses = Record<AssetName, string>;

/** Where pages find them: with the version, so that no cache mixes old styles with new pages. */
export function addressesOf(assets: readonly Asset[]): AssetAddresses {
  const versioned = (address: string) => {
    const asset = assets.find((each) => each.address === address);
    return asset ? `${address}?v=${asset.version}` : address;
  };
  const entries = Object.entries(addresses) as [AssetName, string][];
  return Object.fromEntries(
    entries.map(([name, address]) => [name, versioned(address)]),
  ) as AssetAddresses;
}
