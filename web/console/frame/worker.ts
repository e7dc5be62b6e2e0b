/** Who sits at the desk; everything behind the sign-in may ask. */
import { createContext, useContext } from 'react';
import type { Worker } from '../api/contract.js';

const nobody: Worker = { id: '', name: '', roles: [], absent: false };

export const WorkerContext = createContext<Worker>(nobody);
export const useWorker = (): Worker => useContext(WorkerContext);
