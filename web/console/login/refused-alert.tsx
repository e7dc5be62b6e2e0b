/** Why a form at the door was not taken: one sentence for whatever was wrong with it, or the fault of the line. */
import { Alert } from '@digdir/designsystemet-react';
import type { JSX } from 'react';
import { faultFrom } from '../api/fault.js';
import { FaultAlert } from '../frame/fault-alert.js';

export function RefusedAlert({ error, says }: { readonly error: Error | null; readonly says: string }): JSX.Element {
  return error !== null && faultFrom(error).kind === 'signed-out' ? (
    <Alert data-color="warning" role="alert">
      {says}
    </Alert>
  ) : (
    <FaultAlert error={error} />
  );
}
