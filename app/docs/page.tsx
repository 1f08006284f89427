import type { Metadata } from 'next';
import { DocsOverview } from '#components/docs/docs-overview.tsx';
import { apiInfo } from '#lib/openapi/reference.ts';

export const metadata: Metadata = { title: 'API docs' };

export default function DocsPage() {
  return <DocsOverview {...apiInfo()} />;
}
