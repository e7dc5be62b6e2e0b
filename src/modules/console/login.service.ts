import { Inject, Injectable } from '@nestjs/common';
import type { Place } from '../disclosure/cipher.js';
import { VaultService } from '../disclosure/vault.service.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { SkrankeError } from '../values/errors.js';
import { readLetterCode } from '../values/letter-code.js';
import { AccountsRepository, type Account } from './accounts.repository.js';
import { ConsoleSessionsRepository, type Begun } from './console-sessions.repository.js';
import { LoginAllowanceService } from './login-allowance.service.js';
import { PasswordHashService } from './password-hash.service.js';
import { recoveryHash, totpStep } from './totp.js';

export type SignIn = { readonly name: string; readonly password: string; readonly code: string };

/** Where the authenticator's secret is kept. */
export const secretPlace = (caseworkerId: string): Place => ({
  table: 'caseworker_login',
  column: 'totp_secret',
  row: caseworkerId,
});

/** No secret of anybody: so that a name nobody has costs the same work. */
const nobodysSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/** Signing in with a password and an authenticator. Whatever was wrong, the answer is the same and as slow. */
@Injectable()
export class LoginService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordHashService,
    private readonly sessions: ConsoleSessionsRepository,
    private readonly allowance: LoginAllowanceService,
    private readonly vault: VaultService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws SKR_SIGN_IN_FAILED, SKR_TOO_MANY */
  async signIn({ name, password, code }: SignIn, address: string): Promise<Begun> {
    const typed = plainSignInName(name);
    await this.allowance.enter(address, typed);
    const account = await this.accounts.named(typed);
    const knows = await this.passwords.matches(password, account?.passwordHash ?? null);
    const spend = await this.reading(account, code);
    const begun =
      knows && account !== null && (await spend?.()) === true ? await this.sessions.begin(account.caseworkerId) : null;
    if (begun !== null) return begun;
    await this.allowance.countFailure(address, typed);
    throw new SkrankeError('SKR_SIGN_IN_FAILED', 'a wrong name, password or code');
  }

  /** What would use the code up, which is done only where the password was right; null where it is no code of hers. */
  private async reading(account: Account | null, code: string): Promise<(() => Promise<boolean>) | null> {
    const id = account?.caseworkerId ?? '';
    const kept = account === null ? null : await this.vault.showBytes(account.totpSecret, secretPlace(id));
    const step = totpStep(kept?.toString('utf8') ?? nobodysSecret, code, Date.now());
    const recovery = readLetterCode(code);
    if (kept !== null && step !== null) return async () => this.accounts.spendStep(id, step);
    if (kept === null || recovery === null) return null;
    return async () => this.accounts.spendRecovery(id, recoveryHash(recovery, this.settings.SKRANKE_MAC_KEY));
  }
}

const plainSignInName = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
