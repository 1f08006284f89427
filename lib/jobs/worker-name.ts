/** Name of a worker's queue connections in PostgreSQL: how others see that one is there. */
export const WORKER_APPLICATION = 'vidpipe-worker';
