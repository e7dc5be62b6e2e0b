/** What people do at the desk, in steps that several journeys share. */
import type { ChatClient, ChatActivity } from './chat-client.js';
import { eventually, sentTo, type DevPerson, type RunningDesk } from './running-desk.js';

/** Asks for a code and fetches it from the person's mailbox. */
export const codeFor = async (desk: RunningDesk, chat: ChatClient, email: string): Promise<string> => {
  const before = (await sentTo(desk, email)).length;
  await chat.say(email);
  const mail = await eventually(`a code to ${email}`, async () => (await sentTo(desk, email))[before]);
  const code = /\d{8}/.exec(mail.text.replace(/ /g, ''))?.[0];
  if (code === undefined) throw new Error('a code mail without a code');
  return code;
};

/** Proves the person with mailbox and letter. @returns the desk's last answer */
export const prove = async (desk: RunningDesk, chat: ChatClient, person: DevPerson): Promise<ChatActivity> => {
  const [first] = person.cases;
  if (person.email === null || first === undefined) throw new Error(`${person.key} has no mailbox or no letter`);
  await chat.say(await codeFor(desk, chat, person.email));
  return chat.say(`${first.letterCode.slice(0, 5)} ${first.letterCode.slice(5)}`);
};
