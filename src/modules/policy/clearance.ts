/** What a caseworker may open; a queue names the one it needs. */
export const clearances = ['caseworker', 'lead', 'privacy', 'payments', 'crisis'] as const;

export type Clearance = (typeof clearances)[number];
