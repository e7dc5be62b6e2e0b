import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { generateSecret } from 'otplib';
import { VaultService } from '../disclosure/vault.service.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { enrolmentHash, readEnrolmentCode } from '../values/enrolment-code.js';
import { SkrankeError } from '../values/errors.js';
import { formatLetterCode, makeLetterCode } from '../values/letter-code.js';
import { AccountsRepository, type Account } from './accounts.repository.js';
import { LoginAllowanceService } from './login-allowance.service.js';
import { secretPlace } from './login.service.js';
import { passwordFault, type PasswordFault } from './password-fault.js';
import { PasswordHashService } from './password-hash.service.js';
import { qrPicture, type QrPicture } from './qr-picture.js';
import { recoveryHash, totpAddress, totpStep } from './totp.js';

/** What she needs to set her authenticator up. */
export type Begin = { readonly signInName: string; readonly secret: string; readonly qr: QrPicture };

export type Finish = { readonly code: string; readonly password: string; readonly totp: string };

export type Finished =
  | { readonly outcome: 'done'; readonly recoveryCodes: readonly string[] }
  | { readonly outcome: 'refused'; readonly fault: PasswordFault | 'totp' };

type Opened = { readonly account: Account; readonly hash: Buffer };

/** Taking an account up with the code an operator handed over: authenticator first, then a password of her own. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordHashService,
    private readonly allowance: LoginAllowanceService,
    private readonly vault: VaultService,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Makes a secret for her authenticator; asking again makes a new one. @throws as `open` */
  async begin(code: string, address: string): Promise<Begin> {
    const { account, hash } = await this.open(code, address);
    const { caseworkerId: id, keyOwner, signInName } = account;
    const secret = generateSecret();
    const hidden = await this.vault.hideBytes(
      Buffer.from(secret),
      { kind: 'caseworker', id: keyOwner },
      secretPlace(id),
    );
    await this.accounts.keepSecret(hash, hidden);
    return { signInName, secret, qr: qrPicture(totpAddress(secret, signInName, this.policy.collector.name)) };
  }

  /** Shows that the authenticator works, sets the password, and gives the recovery codes out, once. @throws as `open` */
  async finish({ code, password, totp }: Finish, address: string): Promise<Finished> {
    const { account, hash } = await this.open(code, address);
    const fault = passwordFault(password, this.policy.assurance.console.login);
    if (fault !== null) return { outcome: 'refused', fault };
    const secret = await this.vault.showBytes(account.totpSecret, secretPlace(account.caseworkerId));
    const step = secret === null ? null : totpStep(secret.toString('utf8'), totp, Date.now());
    if (step === null) return { outcome: 'refused', fault: 'totp' };
    const codes = Array.from({ length: this.policy.assurance.console.login.recoveryCodes }, () =>
      makeLetterCode(randomBytes(10)),
    );
    const recovery = codes.map((one) => recoveryHash(one, this.settings.SKRANKE_MAC_KEY));
    const passwordHash = await this.passwords.hash(password);
    if (!(await this.accounts.enrol(hash, new Date(), { passwordHash, step, recovery }))) throw notOpen();
    return { outcome: 'done', recoveryCodes: codes.map(formatLetterCode) };
  }

  /** @throws SKR_SIGN_IN_FAILED for a code that is wrong, used or too old; SKR_TOO_MANY */
  private async open(typed: string, address: string): Promise<Opened> {
    await this.allowance.enter(address, null);
    const code = readEnrolmentCode(typed);
    const hash = code === null ? null : enrolmentHash(code);
    const account = hash === null ? null : await this.accounts.enrolling(hash, new Date());
    if (account !== null && hash !== null) return { account, hash };
    await this.allowance.countFailure(address, null);
    throw notOpen();
  }
}

const notOpen = (): SkrankeError => new SkrankeError('SKR_SIGN_IN_FAILED', 'a code that opens no enrolment');
