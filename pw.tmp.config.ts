process.env.E2E_PORT = '4108';
process.env.E2E_DATA_DIR = '/tmp/d-run';
const { default: base } = await import('./playwright.config.ts');
const { webServer: _, ...rest } = base as any;
export default { ...rest, testDir: '/tmp/wt/run/e2e', outputDir: '/tmp/t-run/pw', expect: { timeout: 30_000 } };
