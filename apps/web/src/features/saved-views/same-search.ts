/** What stands after the `?` of an address, in an order of its own: two that say the same are the same. */
export function inOrder(search: string): string {
  const params = new URLSearchParams(search);
  params.sort();
  return params.toString();
}
