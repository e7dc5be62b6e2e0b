import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { newId } from '../database/new-id.service.js';
import { randomDraw } from '../database/random-draw.service.js';
import { decrypt, encrypt, keyIdOf, type DataKey, type Place } from './cipher.js';
import { open } from './open.js';
import { seal, type Sealed } from './sealed.js';

/** Whose key hides a value: erasing a person destroys the keys of what is hers. */
export type KeyOwner = {
  readonly kind: 'party' | 'conversation' | 'mail' | 'case' | 'claim' | 'message' | 'caseworker';
  readonly id: string;
};

const masterPlace = (id: string): Place => ({ table: 'data_key', column: 'wrapped', row: id });
const keptKeys = 20_000;
/** A key that another process destroyed is forgotten here within a minute. */
const keptForMs = 60_000;

/**
 * Keeps the data keys, in a store and over a connection of their own, and puts values under seal with them.
 * A destroyed key makes its values `null`, never an error: erased is an expected state.
 */
@Injectable()
export class VaultService implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly master: DataKey;
  private readonly byId = new Map<string, DataKey>();
  private readonly byOwner = new Map<string, DataKey>();
  private keptSince = Date.now();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.pool = new Pool({ connectionString: settings.KEYS_DATABASE_URL, max: 4 });
    this.pool.on('error', () => undefined);
    this.master = { id: '00000000-0000-0000-0000-000000000001', bytes: settings.SKRANKE_KEY };
  }

  /** Seals a text for a column; the ciphertext opens only at `place`. */
  async hide(text: Sealed<string>, owner: KeyOwner, place: Place): Promise<Buffer> {
    return this.hideBytes(Buffer.from(open(text), 'utf8'), owner, place);
  }

  async hideBytes(bytes: Uint8Array, owner: KeyOwner, place: Place): Promise<Buffer> {
    return encrypt(bytes, await this.keyOf(owner), place, randomDraw(12));
  }

  /** Unwraps a column; null where nothing is stored or its key was destroyed. */
  async show(ciphertext: Uint8Array | null, place: Place): Promise<Sealed<string> | null> {
    const bytes = await this.showBytes(ciphertext, place);
    return bytes === null ? null : seal(bytes.toString('utf8'));
  }

  async showBytes(ciphertext: Uint8Array | null, place: Place): Promise<Buffer | null> {
    if (ciphertext === null) return null;
    const key = await this.keyWithId(keyIdOf(ciphertext));
    return key === null ? null : decrypt(ciphertext, key, place);
  }

  /** Fetches the keys of many ciphertexts in one question, before they are shown one by one. */
  async warm(ciphertexts: readonly (Uint8Array | null)[]): Promise<void> {
    this.forgetOld();
    const missing = new Set(ciphertexts.flatMap((bytes) => (bytes === null ? [] : [keyIdOf(bytes)])));
    for (const id of [...missing]) if (this.byId.has(id)) missing.delete(id);
    if (missing.size === 0) return;
    const found = await this.pool.query<KeyRow>('SELECT id, wrapped FROM keys.data_key WHERE id = ANY($1)', [
      [...missing],
    ]);
    for (const row of found.rows) this.keep(this.unwrap(row));
  }

  /** Makes a key for an owner that has none yet; asking twice gives the same key. */
  async keyOf(owner: KeyOwner): Promise<DataKey> {
    this.forgetOld();
    const name = `${owner.kind}|${owner.id}`;
    const known = this.byOwner.get(name);
    if (known !== undefined) return known;
    const key = (await this.storedKeyOf(owner)) ?? (await this.makeKey(owner));
    this.keep(key);
    if (this.byOwner.size >= keptKeys) this.byOwner.clear();
    this.byOwner.set(name, key);
    return key;
  }

  /** Says whom the values of an owner are about, so that erasing her finds them; a mail has a key before that is known. */
  async link(owner: KeyOwner, subjectId: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO keys.data_key_subject (data_key_id, subject_id)
       SELECT id, $3 FROM keys.data_key WHERE owner_kind = $1 AND owner_id = $2 ON CONFLICT DO NOTHING`,
      [owner.kind, owner.id, subjectId],
    );
  }

  /** Destroys the keys of an owner; its ciphertexts are then noise, in every backup as well. */
  async destroy(owner: KeyOwner): Promise<void> {
    await this.pool.query('DELETE FROM keys.data_key WHERE owner_kind = $1 AND owner_id = $2', [owner.kind, owner.id]);
    this.forget();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private forgetOld(): void {
    if (Date.now() - this.keptSince >= keptForMs) this.forget();
  }

  private forget(): void {
    this.byOwner.clear();
    this.byId.clear();
    this.keptSince = Date.now();
  }

  private async keyWithId(id: string): Promise<DataKey | null> {
    this.forgetOld();
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const found = await this.pool.query<KeyRow>('SELECT id, wrapped FROM keys.data_key WHERE id = $1', [id]);
    return found.rows[0] === undefined ? null : this.keep(this.unwrap(found.rows[0]));
  }

  private async storedKeyOf(owner: KeyOwner): Promise<DataKey | null> {
    const found = await this.pool.query<KeyRow>(
      'SELECT id, wrapped FROM keys.data_key WHERE owner_kind = $1 AND owner_id = $2',
      [owner.kind, owner.id],
    );
    return found.rows[0] === undefined ? null : this.unwrap(found.rows[0]);
  }

  private async makeKey(owner: KeyOwner): Promise<DataKey> {
    const at = new Date();
    const key: DataKey = { id: newId(at), bytes: randomBytes(32) };
    const wrapped = encrypt(key.bytes, this.master, masterPlace(key.id), randomBytes(12));
    await this.pool.query(
      `INSERT INTO keys.data_key (id, owner_kind, owner_id, wrapped, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (owner_kind, owner_id) DO NOTHING`,
      [key.id, owner.kind, owner.id, wrapped, at],
    );
    return (await this.storedKeyOf(owner)) ?? key;
  }

  private keep(key: DataKey): DataKey {
    if (this.byId.size >= keptKeys) this.byId.clear();
    this.byId.set(key.id, key);
    return key;
  }

  private unwrap(row: KeyRow): DataKey {
    return { id: row.id, bytes: decrypt(row.wrapped, this.master, masterPlace(row.id)) };
  }
}

type KeyRow = { readonly id: string; readonly wrapped: Buffer };
