import type { Locator, Page } from 'playwright-core';

/** The section of an indstilling that one writes in. */
export const sectionOf = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: label, exact: true });

/** Writes a section anew with the keys: every line a paragraph, or an item where it is a list. */
export async function writeSection(page: Page, label: string, ...lines: readonly string[]): Promise<void> {
  const section = sectionOf(page, label);
  await section.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  for (const [place, line] of lines.entries()) {
    if (place > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/**
 * Goes to the end of the line. The editor is told of it after the key, and no hand is as fast as the next one here: a frame
 * is waited for.
 */
export async function goToEnd(page: Page): Promise<void> {
  await page.keyboard.press('End');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Pastes into what has the focus, as the browser does it. */
export function paste(page: Page, formats: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate((all) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(all)) clipboardData.setData(type, text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, formats);
}
