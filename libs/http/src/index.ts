export { requireMatch } from './answers/entity-tag';
export { refuseOtherMethods } from './answers/other-methods';
export type { PathMethods } from './answers/other-methods';
export { answerWithProgress } from './answers/progress-answer';
export { EVENT_STREAM_HEADERS, eventFrame } from './answers/server-events';
export { untilAborted } from './answers/until-aborted';
export { whileListening } from './answers/while-listening';
export { installApiParsers } from './body/api-parsers';
export { hasBody, refuseCompressedBodies } from './body/refuse-compressed';
export { AllowedHosts, hostPatternOf } from './guards/allowed-hosts';
export { BASE_PATH_LOCAL, externalPath, underBasePath } from './guards/base-path';
export { refuseForeignHosts } from './guards/foreign-hosts';
export { refuseForeignPages } from './guards/foreign-pages';
export { ProblemError } from './problems/problem-error';
export type { FieldProblem } from './problems/problem-error';
export { ApiProblems, FieldProblemDto, ProblemDto } from './problems/problem.dto';
export { ProblemFilter } from './problems/problem.filter';
export { busy, invalid, nameTaken, notFound, retryLater, tooLarge, unreadable } from './problems/problems';
export { Answer } from './sending/answer';
export { AnswerSizes } from './sending/answer-sizes';
export { AnswersModule } from './sending/answers.module';
export { boundAnswers } from './sending/bound-answers';
export { HeldBytes } from './sending/held-bytes';
export { send } from './sending/send';
export { AnswerLimits, UnfinishedAnswers } from './sending/unfinished-answers';
export { Checked, MayBeAbsent, one } from './validation/checked';
export type { Check } from './validation/checked';
export { IdPipe } from './validation/id.pipe';
export {
  among,
  atMost,
  MAX_REPEATED,
  several,
  single,
  trueOrFalse,
  whole,
  wordsAmong,
  type TextProblem,
} from './validation/query-checks';
export { inspect, isRecord, pointerTo, shortened } from './validation/validate';
export { KnownParameters, Validated, ValidatedOrEmpty } from './validation/validated.pipe';
