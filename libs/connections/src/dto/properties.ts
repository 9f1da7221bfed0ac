import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { type Check, Checked, MayBeAbsent, one } from '@snp/http';
import { TEMPLATE_NAMES } from '@snp/protocol';
import { IsBoolean, IsIn } from 'class-validator';
import {
  MAX_URL_LENGTH,
  REST_SCHEMES,
  WEBSOCKET_SCHEMES,
  trimmedUrlProblem,
  type Schemes,
} from '../validation/device-url';
import { hiddenInUrl } from '../validation/hidden-characters';
import { MAX_OBJECTS, hiddenInObjects, objectListProblems } from '../validation/object-list';
import { MAX_TAGS, MAX_TAG_VALUE, hiddenInTags, tagMapProblems } from '../validation/tag-map';
import { NAME_LIMITS, lineOfText, nameCheck, trimmedLine, visible } from '../validation/texts';
import { ObjectRefDto } from './object-ref.dto';

/** Whether a request must have the field. */
export type Presence = 'required' | 'optional';

/**
 * Where hidden characters are refused: here, or by the ConnectionRules, which know the stored connection and let it keep
 * those that it has.
 */
export type HiddenCharacters = 'refused' | 'left to the rules';

const MAX_CREDENTIAL = 1_024;

export function NameProperty(presence: Presence, hidden: HiddenCharacters = 'refused'): PropertyDecorator {
  return property(presence, Checked(hidden === 'refused' ? visible(nameCheck) : nameCheck), {
    description: 'Unique name; the `target` label of every series of the device',
    type: String,
    minLength: NAME_LIMITS.min,
    maxLength: NAME_LIMITS.max,
    example: 'MCR-SNP-01',
  });
}

export function RestapiProperty(presence: Presence, hidden: HiddenCharacters = 'refused'): PropertyDecorator {
  return property(presence, Checked(urlCheck(REST_SCHEMES, hidden)), {
    description: 'Login URL of the device; `http:` only if the exporter allows insecure devices',
    type: String,
    maxLength: MAX_URL_LENGTH,
    example: 'https://192.168.90.23:9089/api/auth',
  });
}

export function WebsocketProperty(presence: Presence, hidden: HiddenCharacters = 'refused'): PropertyDecorator {
  return property(presence, Checked(urlCheck(WEBSOCKET_SCHEMES, hidden)), {
    description: 'WebSocket URL of the device; `ws:` only if the exporter allows insecure devices',
    type: String,
    maxLength: MAX_URL_LENGTH,
    example: 'wss://192.168.90.23/smm',
  });
}

export function UsernameProperty(presence: Presence, hidden: HiddenCharacters = 'refused'): PropertyDecorator {
  const check = trimmedLine({ min: 1, max: MAX_CREDENTIAL });
  return property(presence, Checked(hidden === 'refused' ? visible(check) : check), {
    description: 'User name on the device',
    type: String,
    minLength: 1,
    maxLength: MAX_CREDENTIAL,
    example: 'admin',
  });
}

const PASSWORD: ApiPropertyOptions = {
  description: 'Password on the device; never returned',
  type: String,
  minLength: 1,
  maxLength: MAX_CREDENTIAL,
  format: 'password',
  example: 'secret',
};

export function PasswordProperty(presence: Presence): PropertyDecorator {
  return property(presence, Checked(lineOfText({ min: 1, max: MAX_CREDENTIAL })), PASSWORD);
}

/** A password that leaves the stored one as it is where it is missing or empty. */
export function KeptPasswordProperty(): PropertyDecorator {
  return property('optional', Checked(lineOfText({ min: 0, max: MAX_CREDENTIAL })), {
    ...PASSWORD,
    description: `${PASSWORD.description}. Omit it or leave it empty to keep the current password`,
    minLength: 0,
  });
}

export function ObjectsProperty(hidden: HiddenCharacters = 'refused'): PropertyDecorator {
  const check = hidden === 'refused' ? both(objectListProblems, hiddenInObjects) : objectListProblems;
  return property('optional', Checked(check), {
    description: 'Objects to subscribe to; duplicates are merged',
    type: [ObjectRefDto],
    minItems: 1,
    maxItems: MAX_OBJECTS,
  });
}

export function TemplateProperty(): PropertyDecorator {
  return property('optional', IsIn(TEMPLATE_NAMES, { message: `must be one of ${TEMPLATE_NAMES.join(', ')}` }), {
    description: 'Predefined list of objects, instead of `objects_ids`; see `/api/object-templates`',
    enum: TEMPLATE_NAMES,
    enumName: 'TemplateName',
    example: 'standard',
  });
}

export function EnabledProperty(description: string): PropertyDecorator {
  return property('optional', IsBoolean({ message: 'must be true or false' }), {
    description,
    type: Boolean,
    example: true,
  });
}

export function LegacyTlsProperty(): PropertyDecorator {
  return property('optional', IsBoolean({ message: 'must be true or false' }), {
    description:
      'Whether to accept legacy TLS from this device: TLS 1.0 and 1.1, weak ciphers and keys, no RFC 5746; ' +
      'true requires `LEGACY_TLS=true`; default for a new connection: false',
    type: Boolean,
    example: false,
  });
}

export function TagsProperty(hidden: HiddenCharacters = 'refused'): PropertyDecorator {
  const check = hidden === 'refused' ? both(tagMapProblems, hiddenInTags) : tagMapProblems;
  return property('optional', Checked(check), {
    description: `At most ${MAX_TAGS} tags; keys must be valid Prometheus label names`,
    type: 'object',
    additionalProperties: { type: 'string', minLength: 1, maxLength: MAX_TAG_VALUE },
    maxProperties: MAX_TAGS,
    example: { site: 'london', room: 'mcr' },
  });
}

function urlCheck(schemes: Schemes, hidden: HiddenCharacters): Check {
  const check = one((value) => trimmedUrlProblem(value, schemes));
  return hidden === 'refused' ? visible(check, hiddenInUrl) : check;
}

/** The second looks only at what the first lets pass. */
function both<T>(first: Check, second: (value: T) => ReturnType<Check>): Check {
  return (value) => {
    const problems = first(value);
    return problems.length > 0 ? problems : second(value as T);
  };
}

function property(presence: Presence, check: PropertyDecorator, documentation: ApiPropertyOptions): PropertyDecorator {
  return presence === 'required'
    ? applyDecorators(check, ApiProperty(documentation))
    : applyDecorators(MayBeAbsent(), check, ApiPropertyOptional(documentation));
}
