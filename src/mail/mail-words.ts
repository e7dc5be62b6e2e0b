/** What a reply says in plain text, and the same as simple HTML. Nothing of the mail answered is in it (ND4). */
import type { Card, Reply } from '../modules/disclosure/reply.js';
import { escapeHtml } from '../modules/values/escape-html.js';

/** @returns text with LF line ends: the words, then each card as lines of "label: value" */
export const mailText = (reply: Reply): string => `${[reply.text, ...reply.cards.map(cardText)].join('\n\n')}\n`;

/**
 * @returns a whole HTML document without styles from elsewhere, pictures or links; every text escaped
 * @source  E09, E25
 */
export const mailHtml = (reply: Reply, subject: string): string =>
  [
    `<!doctype html><html lang="${escapeHtml(reply.lang)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font:16px/1.5 sans-serif;color:#111;max-width:38em">',
    ...reply.text.split(/\n{2,}/).map((paragraph) => `<p>${lines(paragraph)}</p>`),
    ...reply.cards.map(cardHtml),
    '</body></html>',
  ].join('\n');

type Row = { readonly label: string; readonly value: string };

const rowsOf = (card: Card): readonly Row[] => (card.total === undefined ? card.rows : [...card.rows, card.total]);

const cardText = (card: Card): string =>
  [card.title, ...rowsOf(card).map((row) => `${row.label}: ${row.value}`)].join('\n');

const cardHtml = (card: Card): string =>
  [
    `<table><caption style="text-align:left">${escapeHtml(card.title)}</caption>`,
    ...rowsOf(card).map(
      (row) =>
        `<tr><th style="text-align:left" scope="row">${escapeHtml(row.label)}</th><td>${escapeHtml(row.value)}</td></tr>`,
    ),
    '</table>',
  ].join('\n');

const lines = (paragraph: string): string => paragraph.split('\n').map(escapeHtml).join('<br>\n');
