/** The languages the desk speaks, the default first. */
export const languages = ['nb', 'nn', 'en'] as const;

export type Language = (typeof languages)[number];

export const isLanguage = (text: unknown): text is Language => (languages as readonly unknown[]).includes(text);
