/** Liquid templates over what an activity is: compiled when saved, rendered when sent. Knows text, and nothing of providers. */
export type { Escaping } from './escaping';
export { compileTemplate, type Template } from './template';
export { TemplateFailed, TemplateProblem } from './template-errors';
export type { Variable } from './variables';
