import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { unreadable } from '../problems/problems';
import { fieldsOf, validated, type Constructor } from './validate';

/** Gives a handler its body or query as the class that it declares, checked: `@Body(Validated) body: SomethingDto`. */
@Injectable()
export class Validated implements PipeTransform<unknown, object> {
  transform(input: unknown, { metatype, type }: ArgumentMetadata): object {
    if (metatype === undefined) throw new TypeError('Validated needs a parameter with a class as its type');
    return validated(metatype as Constructor<object>, input ?? this.withoutInput(type));
  }

  protected withoutInput(type: ArgumentMetadata['type']): object {
    if (type === 'body') throw unreadable('The request has no body; send a JSON object.');
    return {};
  }
}

/** The same where a request may do without a body. */
@Injectable()
export class ValidatedOrEmpty extends Validated {
  protected override withoutInput(): object {
    return {};
  }
}

/** The same for a query whose other parameters are ignored: `@Query(KnownParameters) query: SomethingDto`. */
@Injectable()
export class KnownParameters extends Validated {
  override transform(query: object, metadata: ArgumentMetadata): object {
    const known = fieldsOf(metadata.metatype as Constructor<object>);
    const parameters = Object.entries(query).filter(([name]) => known.has(name));
    return super.transform(Object.fromEntries(parameters), metadata);
  }
}
