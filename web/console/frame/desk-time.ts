/** The desk's clock, ticking on the page: deadlines are counted by the desk's time, not by the machine one sits at. */
import { useEffect, useState } from 'react';
import { useSession } from '../api/queries.js';

/** @returns now by the desk's clock, ISO; moves every `everyMs` */
export function useDeskNow(everyMs = 30_000): string {
  const { data, dataUpdatedAt } = useSession();
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setHere(Date.now()), everyMs);
    return () => clearInterval(tick);
  }, [everyMs]);
  const ahead = data === undefined ? 0 : Date.parse(data.now) - dataUpdatedAt;
  return new Date(Math.max(here, dataUpdatedAt) + ahead).toISOString();
}
