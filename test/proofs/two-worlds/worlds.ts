/** The worlds one conversation is held in, alike but for what is in the books. */
import { plant } from '../../world/planted.js';
import type { InnerDesk } from '../../world/inner-desk.js';
import type { Member } from './cast.js';

/**
 * Below a proof: a debtor with three claims, unknown, erased, and a namesake of hers at another address.
 * With the mailbox proven she is on file in each: with three claims, with none, erased and taken over anew with none,
 * settled beside a namesake, and beside another person in the same mailbox.
 */
export const worldNames = {
  none: ['debtor', 'unknown', 'erased', 'namesake'],
  low: ['debtor', 'without claims', 'erased and new', 'settled, with a namesake', 'shared mailbox'],
} as const;

export type World =
  | { readonly level: 'none'; readonly name: (typeof worldNames.none)[number] }
  | { readonly level: 'low'; readonly name: (typeof worldNames.low)[number] };

export const worlds: readonly World[] = [
  ...worldNames.none.map((name) => ({ level: 'none' as const, name })),
  ...worldNames.low.map((name) => ({ level: 'low' as const, name })),
];

/** Plants the whole cast as this world holds it. @param ownerUrl  erasing reaches what the application may not change */
export const plantWorld = async (desk: InnerDesk, { name }: World, cast: readonly Member[]): Promise<void> => {
  await plant(desk, { key: 'bystander', name: 'Per Bystander' });
  for (const member of cast) await plantings[name](desk, member);
};

const person = (desk: InnerDesk, member: Member, more: Partial<Parameters<typeof plant>[1]> = {}) =>
  plant(desk, {
    key: member.key,
    name: member.name,
    email: member.email,
    phone: member.phone,
    nationalId: member.nationalId,
    language: member.language,
    address: { street: member.street, postcode: member.postcode, city: 'Hamar' },
    claims: member.cases,
    ...more,
  });

/** Bears the same name and was born on the same day; everything else is her own. */
const namesake = (desk: InnerDesk, member: Member) =>
  plant(desk, {
    key: `namesake-of-${member.key}`,
    name: member.name,
    email: `namesake.of.${member.email}`,
    language: member.language,
    claims: 2,
  });

const erased = async (desk: InnerDesk, member: Member): Promise<void> => {
  const { partyId, cases } = await person(desk, member);
  const claimIds = cases.map(({ claimId }) => claimId);
  const erase = [
    `UPDATE party SET erased_at = created_at, name = NULL, national_id = NULL, birth_date = NULL, address = NULL, national_id_index = NULL,
       surname_index = NULL, street_postcode_index = NULL, external_id = NULL, external_index = NULL WHERE id = $1`,
    `UPDATE contact_point SET value = NULL, value_index = NULL WHERE party_id = $1`,
    `UPDATE letter_code SET revoked_at = valid_from WHERE party_id = $1`,
  ];
  for (const statement of erase) await desk.source.query(statement, [partyId]);
  await desk.source.query(
    `UPDATE claim SET case_number = NULL, case_number_index = NULL, invoice_number = NULL, kid = NULL, external_id = NULL, external_index = NULL WHERE id = ANY($1)`,
    [claimIds],
  );
  await desk.vault.destroy({ kind: 'party', id: partyId });
  for (const id of claimIds) await desk.vault.destroy({ kind: 'claim', id });
};

const plantings: Readonly<Record<World['name'], (desk: InnerDesk, member: Member) => Promise<unknown>>> = {
  debtor: person,
  unknown: () => Promise.resolve(),
  erased,
  namesake,
  'without claims': (desk, member) => person(desk, member, { claims: 0 }),
  'erased and new': async (desk, member) => {
    await erased(desk, member);
    await person(desk, member, { claims: 0 });
  },
  'settled, with a namesake': async (desk, member) => {
    await namesake(desk, member);
    await person(desk, member, { status: 'closed' });
  },
  'shared mailbox': async (desk, member) => {
    await person(desk, member);
    await plant(desk, {
      key: `partner-of-${member.key}`,
      name: 'Ola Nordmann',
      email: member.email,
      language: member.language,
    });
  },
};
