// Every answer that an integration test provokes is held against the OpenAPI file: one that differs fails its request.
(globalThis as { vidpipeWatchAnswers?: unknown }).vidpipeWatchAnswers = async (
  id: string,
  response: Response,
) => {
  const { deviation } = await import('./testing-answers.ts');
  const wrong = await deviation(id, response);
  if (wrong) throw new Error(wrong);
};

export {};
