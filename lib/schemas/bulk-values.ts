/** Manifests in one edit, copies made by one, and manifests in one bundle. */
export const BULK_LIMITS = { manifests: 10_000, duplicates: 50, exports: 100 } as const;
