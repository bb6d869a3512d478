/** Liquid templates over what an activity is: compiled when saved, rendered when sent. Knows text, and nothing of providers. */
export { compileTemplate, type Escaping, type Template } from './template';
export { TemplateFailed, TemplateProblem } from './template-errors';
