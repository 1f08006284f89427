import { startDelivering } from '../worker/deliver-webhooks.ts';

/* A process that does nothing but deliver, for a test to kill. */

export const DELIVERER = import.meta.filename;

if (import.meta.main) startDelivering();
