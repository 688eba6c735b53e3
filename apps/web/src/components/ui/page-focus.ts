let navigated = false;

/** Called when the address has changed within the product: from then on headings take the focus. */
export function notePageChange(): void {
  navigated = true;
}

/** Whether the page that now appears was come to from within; the first page leaves the focus where browsers put it. */
export function wasNavigatedTo(): boolean {
  return navigated;
}
