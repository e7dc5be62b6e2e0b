/** A text as the squares a camera reads. */
import qrcode from 'qrcode-generator';

/** @property path  an SVG path of one unit a square, in a field of `size` by `size` with its quiet zone */
export type QrPicture = { readonly size: number; readonly path: string };

const quiet = 4;

export const qrPicture = (text: string): QrPicture => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const lines = Array.from({ length: count }, (_, row) => squaresOf(row, count, code.isDark.bind(code)));
  return { size: count + 2 * quiet, path: lines.join('') };
};

const squaresOf = (row: number, count: number, isDark: (row: number, column: number) => boolean): string =>
  Array.from({ length: count }, (_, column) =>
    isDark(row, column) ? `M${String(column + quiet)} ${String(row + quiet)}h1v1h-1z` : '',
  ).join('');
