/** Knows every error code of the product, and nothing of HTTP frameworks or of who throws. */
export { dispatchErrorCatalog, type DispatchErrorCode, errorCatalog, type ErrorCode } from './catalog';
export { ErrandError, type FieldProblem, invalidField, notFound, taken } from './errand-error';
