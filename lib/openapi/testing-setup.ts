import { checkAnswers } from './testing-answers.ts';

// Every answer that an integration test provokes is held against the OpenAPI file.
checkAnswers();
