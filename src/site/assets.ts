/** The styles and scripts of the pages, as a build has bundled them. */
export type Asset = {
  /** Where it is served from, without a query. */
  address: string;
  content: string;
  /** Short hash of the content. */
  version: string;
};

const addresses = { style: "/assets/board.css", script: "/assets/board.js" } as const;

export type AssetAddresses = Record<keyof typeof addresses, string>;

/** Where pages find them: with the version, so that no cache mixes old styles with new pages. */
export function addressesOf(assets: readonly Asset[]): AssetAddresses {
  const versioned = (address: string) => {
    const asset = assets.find((each) => each.address === address);
    return asset ? `${address}?v=${asset.version}` : address;
  };
  return { style: versioned(addresses.style), script: versioned(addresses.script) };
}
