/**
 * The one readable reason why something of the desk cannot come up; shown to the operator as it stands.
 * A sentence in English without personal data or secrets.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
