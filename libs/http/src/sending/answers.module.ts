import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AnswerLimits, UnfinishedAnswers } from './unfinished-answers';

/** The unfinished answers of one port, for all that answers on it. */
@Global()
@Module({})
export class AnswersModule {
  static forRoot(different: Partial<AnswerLimits>): DynamicModule {
    const limits = { provide: AnswerLimits, useValue: { ...new AnswerLimits(), ...different } };
    return { module: AnswersModule, providers: [limits, UnfinishedAnswers], exports: [UnfinishedAnswers] };
  }
}
