import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Language } from '../policy/phrases.js';
import { scriptRuns, type PdfBlock, type PdfPage, type Script } from './pdf-page.js';

const millimetre = 72 / 25.4;
const margin = 20 * millimetre;
const valueColumn = 75 * millimetre;
/** Where the window of a C5 or DL envelope shows the paper behind it. Source: DIN 5008, form B; ISO 269. */
const window = { left: 25 * millimetre, top: 52 * millimetre, width: 75 * millimetre };
const senderColumn = { left: 120 * millimetre, top: margin, width: 70 * millimetre };
const bodyTop = 105 * millimetre;
const size = { body: 11, heading: 15 } as const;
const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

const scripts: readonly Script[] = ['latin', 'latin-ext', 'greek', 'cyrillic'];
const weights = { regular: 400, bold: 600 } as const;
type Weight = keyof typeof weights;

const fontFile = (script: Script, weight: Weight): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/inter/files/inter-${script}-${String(weights[weight])}-normal.woff`,
  );

/**
 * Draws an A4 page that a screen reader can read aloud: tagged, in its language, with its typeface inside.
 * @returns the bytes of a PDF 1.7
 * @source  PDF/UA-1 (ISO 14289-1); WCAG 2.2
 */
export const taggedPdf = async (page: PdfPage): Promise<Buffer> => {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: locales[page.language],
    info: { Title: page.title, CreationDate: page.at },
    font: fontFile('latin', 'regular'),
  };
  // The package's types do not know this profile yet.
  const pdf = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  const bytes = collected(pdf);
  for (const script of scripts)
    for (const weight of ['regular', 'bold'] as const)
      pdf.registerFont(`${weight}-${script}`, fontFile(script, weight));
  draw(pdf, page);
  pdf.end();
  return bytes;
};

const collected = async (pdf: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((settle, fail) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => settle(Buffer.concat(chunks)));
    pdf.on('error', fail);
  });

const draw = (pdf: PDFKit.PDFDocument, page: PdfPage): void => {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const add = (tag: 'H1' | 'P', draws: () => void): void => {
    root.add(pdf.struct(tag, {}, draws));
  };
  add('P', () => lines(pdf, page.sender, senderColumn));
  if (page.window.length > 0) add('P', () => lines(pdf, page.window, window));
  Object.assign(pdf, { x: margin, y: page.window.length > 0 ? bodyTop : senderColumn.top + 30 * millimetre });
  for (const block of page.blocks) drawBlock(pdf, block, add);
  root.end();
};

const lines = (
  pdf: PDFKit.PDFDocument,
  texts: readonly string[],
  at: { readonly left: number; readonly top: number; readonly width: number },
): void => {
  texts.forEach((text, index) => {
    Object.assign(pdf, { x: at.left, y: at.top + index * size.body * 1.35 });
    written(pdf, text, { weight: 'regular', size: size.body, width: at.width });
  });
};

const drawBlock = (
  pdf: PDFKit.PDFDocument,
  block: PdfBlock,
  add: (tag: 'H1' | 'P', draws: () => void) => void,
): void => {
  switch (block.kind) {
    case 'heading':
      add('H1', () => written(pdf, block.text, { weight: 'bold', size: size.heading }));
      break;
    case 'paragraph':
      add('P', () => written(pdf, block.text, { weight: 'regular', size: size.body }));
      break;
    case 'rows':
      for (const [label, value] of block.rows)
        add('P', () => {
          const top = pdf.y;
          written(pdf, label, { weight: 'regular', size: size.body, width: valueColumn - 4 });
          const below = pdf.y;
          Object.assign(pdf, { x: margin + valueColumn, y: top });
          written(pdf, value, { weight: 'bold', size: size.body });
          Object.assign(pdf, { x: margin, y: Math.max(below, pdf.y) });
        });
  }
  pdf.moveDown(0.7);
};

const written = (
  pdf: PDFKit.PDFDocument,
  text: string,
  how: { readonly weight: Weight; readonly size: number; readonly width?: number },
): void => {
  const runs = scriptRuns(text === '' ? ' ' : text);
  const width = how.width === undefined ? {} : { width: how.width };
  runs.forEach((run, at) => {
    pdf
      .font(`${how.weight}-${run.script}`)
      .fontSize(how.size)
      .text(run.text, { ...width, lineGap: 2, continued: at < runs.length - 1 });
  });
};
