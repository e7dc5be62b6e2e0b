import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { outstandingOf } from '../claims/outstanding.js';
import { ClaimsRepository } from '../claims/claims.repository.js';
import { blindIndex } from '../disclosure/blind-index.js';
import { open } from '../disclosure/open.js';
import type { Sealed } from '../disclosure/sealed.js';
import { PartiesRepository } from '../parties/parties.repository.js';
import { DESK_POLICY, type DeskPolicy } from '../policy/desk-policy.js';
import { purposes } from '../policy/purpose.js';
import { SETTINGS, type Settings } from '../policy/settings.schema.js';
import { UNDERSTANDING_MODEL, type UnderstandingModel } from '../understanding/load-model.service.js';
import { osloDayOf } from '../values/day.js';
import { isProven, type CaseScene } from './case-scene.js';
import type { Caseworker } from './caseworker.js';
import { caseNumberForms } from './letter-case-numbers.js';
import { surnamesIn } from './letter-names.js';
import { ledgerAmounts } from './ledger-amounts.js';
import type { LetterRules } from './lint-letter.js';
import { ownNumbers, ownPhrases } from './own-words.js';

type Own = Pick<LetterRules, 'ownCases' | 'ownAmounts'> & { readonly name: string | null };

/** Finds out, by keyed hash, whether words of a letter are somebody's name or somebody's case. */
@Injectable()
export class LetterRulesRepository {
  constructor(
    private readonly parties: PartiesRepository,
    private readonly claims: ClaimsRepository,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(UNDERSTANDING_MODEL) private readonly model: UnderstandingModel,
  ) {}

  async rulesFor(
    tx: EntityManager,
    letter: Sealed<string>,
    about: { readonly scene: CaseScene; readonly worker: Caseworker; readonly now: Date },
  ): Promise<LetterRules> {
    const { scene, worker } = about;
    const text = open(letter);
    const partyId = isProven(scene) ? scene.partyId : null;
    const own = partyId === null ? nobody : await this.ownOf(tx, partyId, about.now);
    return {
      proven: partyId !== null,
      ownPhrases: ownPhrases(this.policy, [worker.name, ...(own.name === null ? [] : [own.name])]),
      ownNumbers: ownNumbers(this.policy, scene.receipt),
      creditors: await this.claims.creditorNames(tx),
      ...(await this.othersNamed(tx, text, partyId)),
      ownCases: own.ownCases,
      ownAmounts: own.ownAmounts,
      othersCases: await this.othersCases(tx, text, partyId),
      language: scene.language,
      findCaseNumbers: this.model.lexicon.findCaseNumbers,
    };
  }

  private async ownOf(tx: EntityManager, partyId: string, now: Date): Promise<Own> {
    const party = await this.parties.nameOf(tx, partyId, purposes.checkLetter);
    const claims = await this.claims.ofParty(tx, partyId, purposes.checkLetter);
    const today = osloDayOf(now);
    return {
      name: party?.name == null ? null : open(party.name),
      ownCases: claims.flatMap(({ caseNumber }) => (caseNumber === null ? [] : [open(caseNumber)])),
      ownAmounts: ledgerAmounts(
        claims,
        claims.map((claim) => outstandingOf(claim, today, this.policy.rates)),
      ),
    };
  }

  private async othersNamed(
    tx: EntityManager,
    text: string,
    partyId: string | null,
  ): Promise<Pick<LetterRules, 'names' | 'common'>> {
    const words = this.indexed('surname', surnamesIn(text));
    const found = await this.parties.bearing(tx, words.indexes, partyId, purposes.checkLetter);
    return { names: found.names.map(open), common: words.behind(found.tooMany) };
  }

  private async othersCases(tx: EntityManager, text: string, partyId: string | null): Promise<readonly string[]> {
    const forms = this.indexed('case-number', caseNumberForms(text));
    return forms.behind(await this.claims.ofOthers(tx, forms.indexes, partyId, purposes.checkLetter));
  }

  /** Words and the keyed hashes they are looked up by. */
  private indexed(kind: 'surname' | 'case-number', words: readonly string[]) {
    const indexes = words.map((word) => blindIndex(kind, word, this.settings.SKRANKE_INDEX_KEY));
    const behind = (found: readonly string[]): readonly string[] =>
      words.filter((_, at) => found.includes(indexes[at]?.toString('hex') ?? ''));
    return { indexes, behind };
  }
}

const nobody: Own = { name: null, ownCases: [], ownAmounts: [] };
