/** The bundled styles and scripts of the pages. */
export type Asset = {
  /** Its address without a query. */
  address: string;
  content: string;
  /** Short hash of the content. */
  version: string;
};

const addresses = {
  style: "/assets/board.css",
  embed: "/assets/embed.js",
  embedStyle: "/assets/embed.css",
  embedding: "/assets/embedding.js",
  post: "/assets/post.js",
  saved: "/assets/saved.js",
  list: "/assets/list.js",
  search: "/assets/search.js",
  searchStyle: "/assets/search.css",
  reviewerStyle: "/assets/reviewer.css",
  review: "/assets/review.js",
  mine: "/assets/mine.js",
  status: "/assets/status.js",
  searchWorker: "/assets/search-worker.js",
  preview: "/assets/preview.js",
  stats: "/assets/stats.js",
  statsStyle: "/assets/stats.css",
  formStyle: "/assets/form.css",
  form: "/assets/form.js",
  ad: "/assets/ad.js",
  cities: "/assets/cities.js",
  converter: "/assets/html-to-markdown.js",
} as const;

type AssetName = keyof typeof addresses;

export type AssetAddresses = Record<AssetName, string>;

/** Their addresses with the version, so that caches do not mix old styles with new pages. */
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
