import { useLayoutEffect } from 'react';
import { print } from '../../texts/print.js';

const FONT = "font: 9pt 'IBM Plex Sans', system-ui, sans-serif; color: #000";

const cssText = (text: string): string =>
  `"${text.replace(/[\\"\n\r]/g, (letter) => `\\${codeOf(letter)} `)}"`;
const codeOf = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16);

/** What stands in the margins of every page: the meeting at the head, the number at the foot, and of closed pages that they are. */
function marginsOf(line: string): string {
  const { before, between } = print.page;
  const number = `${cssText(before)} counter(page) ${cssText(between)} counter(pages)`;
  const closed = `${print.closedPages.toLocaleUpperCase('da-DK')} · ${line}`;
  return `
    @page {
      size: A4;
      margin: 20mm 18mm 22mm;
      @top-left { content: ${cssText(line)}; ${FONT}; }
      @bottom-right { content: ${number}; ${FONT}; font-variant-numeric: tabular-nums; }
    }
    @page closed {
      @top-left { content: ${cssText(closed)}; ${FONT}; font-weight: 600; border-top: 2mm solid #000; }
    }`;
}

/** Paper is white: the page is light while it is shown, whatever was chosen. */
export function usePaper(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const { theme } = dataset;
    dataset.theme = 'light';
    return () => {
      if (theme === undefined) delete dataset.theme;
      else dataset.theme = theme;
    };
  }, []);
}

/**
 * Prints this line at the head of each page while the page is shown. The rules are given to the document as they are:
 * the style sheets that are fetched know no meeting, and the page may hold no style of its own.
 */
export function usePageMargins(line: string): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(marginsOf(line));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [line]);
}
