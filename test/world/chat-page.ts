/** What a person does on the chat page: reads, writes, presses. */
import type { Locator, Page } from 'playwright-core';
import { eventually, sentTo, type RunningDesk } from './running-desk.js';

export class ChatPage {
  constructor(readonly page: Page) {}

  get answers(): Locator {
    return this.page.locator('.turn.machine, .turn.person');
  }

  get box(): Locator {
    return this.page.locator('#box');
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.answers.first().waitFor();
  }

  /** Writes and sends. @returns the whole answer, its cards included */
  async say(text: string): Promise<string> {
    return this.answerAfter(async () => {
      await this.box.fill(text);
      await this.box.press('Enter');
    });
  }

  async press(name: string | RegExp): Promise<string> {
    return this.answerAfter(async () => this.page.getByRole('button', { name }).first().click());
  }

  /** Asks for a code and types it. */
  async prove(desk: RunningDesk, email: string): Promise<string> {
    const before = (await sentTo(desk, email)).length;
    await this.say(email);
    const mail = await eventually('a code', async () => (await sentTo(desk, email))[before]);
    return this.say(/\d{4} ?\d{4}/.exec(mail.text)?.[0] ?? 'no code');
  }

  async texts(): Promise<readonly string[]> {
    return this.page.locator('.bubble').allInnerTexts();
  }

  private async answerAfter(act: () => Promise<void>): Promise<string> {
    const before = await this.answers.count();
    await act();
    const answer = this.answers.nth(before);
    await answer.waitFor({ timeout: 5_000 });
    return answer.innerText();
  }
}
