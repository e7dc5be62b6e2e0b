/** The words of a simple HTML mail, with what its program marked as quoted behind `>`. */
import sanitizeHtml from 'sanitize-html';

const blocks = ['p', 'div', 'blockquote', 'ul', 'ol', 'li', 'table', 'tr', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const kept = [...blocks, 'br', 'hr', 'td', 'th'];
const silent = ['script', 'style', 'title', 'textarea', 'option', 'noscript', 'template', 'svg', 'math'];

/** What `<hr>` becomes: programs draw it above the header block of the mail they quote. */
const ruler = '_'.repeat(32);

/**
 * @param html  at most 100 kB; the caller holds that cap
 * @returns     text with LF line ends; a cited blockquote has `> ` before each of its lines
 */
export const htmlToText = (html: string): string => {
  const tidy = sanitizeHtml(html, {
    allowedTags: kept,
    allowedAttributes: {},
    nonTextTags: silent,
    transformTags: {
      blockquote: (_, attributes) => ({ tagName: isCited(attributes) ? 'blockquote' : 'div', attribs: {} }),
      div: (_, attributes) => ({ tagName: isCited(attributes) ? 'blockquote' : 'div', attribs: {} }),
    },
  });
  return layOut(tidy);
};

/** Programs also indent with a blockquote, so a plain one is no quote. */
const isCited = (attributes: Readonly<Record<string, string>>): boolean => {
  const classes = (attributes['class'] ?? '').split(/\s+/);
  return (
    attributes['type']?.toLowerCase() === 'cite' ||
    attributes['cite'] !== undefined ||
    attributes['name'] === 'quote' ||
    (classes.includes('gmail_quote') && attributes['style'] !== undefined) ||
    classes.includes('yahoo_quoted') ||
    (/border-left/i.test(attributes['style'] ?? '') &&
      !/border-left:\s{0,9}(?:none|0)/i.test(attributes['style'] ?? ''))
  );
};

/** One walk over the tidied tags, which hold no attributes and only escaped text between them. */
const layOut = (tidy: string): string => {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let literal = 0;
  const end = (force: boolean): void => {
    if (line.trim() === '' && !force) return void (line = '');
    lines.push(`${'> '.repeat(depth)}${line.trimEnd()}`);
    line = '';
  };
  for (const piece of tidy.split(/(<[^<>]*>)/)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(piece);
    if (tag === null) {
      line =
        literal > 0 ? literally(line + decoded(piece), end, (rest) => (line = rest)) : joined(line, decoded(piece));
      continue;
    }
    const [, slash = '', name = ''] = tag;
    if (name === 'br') end(true);
    else if (name === 'td' || name === 'th') line = slash === '' && line !== '' ? `${line} ` : line;
    else end(false);
    if (name === 'hr') lines.push(`${'> '.repeat(depth)}${ruler}`);
    if (name === 'pre') literal += slash === '' ? 1 : -1;
    if (name === 'blockquote') depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (spaced.has(name) && lines.at(-1)?.trim() !== '' && lines.length > 0) lines.push('> '.repeat(depth).trimEnd());
    if (name === 'li' && slash === '') line = '- ';
  }
  end(false);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** Blocks that programs set apart by an empty line. */
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'table', 'pre']);

const joined = (line: string, text: string): string => {
  const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
  return line === '' || line.endsWith(' ') ? line + flat.trimStart() : line + flat;
};

const literally = (text: string, end: (force: boolean) => void, put: (line: string) => void): string => {
  const pieces = text.split(/\r?\n/);
  for (const piece of pieces.slice(0, -1)) {
    put(piece);
    end(true);
  }
  return pieces.at(-1) ?? '';
};

const decoded = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
