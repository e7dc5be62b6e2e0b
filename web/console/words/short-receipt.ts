/** A receipt as it stands in a list: enough of it to know it again. */
const groups = 2;

export function shortReceipt(receipt: string): string {
  const parts = receipt.split('-');
  return parts.length > groups ? `${parts.slice(0, groups).join('-')}…` : receipt;
}
