import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OperationView } from '#components/docs/operation-view.tsx';
import { findOperation, operationIds } from '#lib/openapi/reference.ts';

type Props = { params: Promise<{ operation: string }> };

/** The document changes with the program only: its pages are made when it is built. */
export const generateStaticParams = () => operationIds().map((operation) => ({ operation }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const operation = findOperation((await params).operation);
  return { title: operation ? `${operation.summary} · API docs` : 'API docs' };
}

export default async function OperationPage({ params }: Props) {
  const operation = findOperation((await params).operation);
  if (!operation) notFound();
  return <OperationView operation={operation} />;
}
