// Preloaded into web and worker: when the supervisor is gone, however it went, they stop as if it had told them to.
const FORCED_AFTER_MS = 20_000;

// Their own children inherit the preload but not the supervisor: those wait for messages of their own parent, and a
// channel that does not keep them alive would end them.
if (process.ppid === Number(process.env.VIDPIPE_SUPERVISOR_PID)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), FORCED_AFTER_MS).unref();
  });
  process.channel?.unref();
}
