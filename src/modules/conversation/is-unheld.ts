import { reaches, type Assurance } from '../disclosure/assurance.js';

/** A person proven by eID of whom the desk holds nothing, which she may hear: nobody else can be told so. */
export const isUnheld = ({ level, partyId }: Assurance): boolean => partyId === null && reaches(level, 'substantial');
