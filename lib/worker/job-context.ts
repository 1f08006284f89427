/** What a handler knows of its job beside the payload. */
export type JobContext = {
  /** Another worker had this job before and is gone, or an earlier try failed. */
  isRedelivered: boolean;
  /** Aborts when the job is taken from this worker or the worker must go. */
  signal: AbortSignal;
};
