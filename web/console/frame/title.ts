/** The tab's own line: what the page is, and before it that somebody may be in danger. */
export const titleOf = (page: string, product: string, alarm: string | undefined): string =>
  `${alarm === undefined ? '' : `(!) ${alarm} · `}${page} · ${product}`;
