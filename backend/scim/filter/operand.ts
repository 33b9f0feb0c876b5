import type { AttributePath } from '../schemas/resolve.ts';
import type { Operand, Operator } from './filter.ts';
import type { Token } from './tokens.ts';

/** The code of the words for what is wrong with a comparison. */
type Fault = 'filter.complex-compared' | 'filter.wrong-value' | 'filter.wrong-operator';

const ofText: readonly Operator[] = ['co', 'sw', 'ew'];
const ofEquality: readonly Operator[] = ['eq', 'ne'];

/** The value of a comparison in the type of its attribute, or what is wrong with it. */
export function operandFor(path: AttributePath, operator: Operator, token: Token): Operand | Fault {
  const attribute = path.sub ?? path.attribute;
  switch (attribute.type) {
    case 'complex':
      return 'filter.complex-compared';
    case 'boolean':
      return booleanOperand(operator, token);
    case 'integer':
    case 'decimal':
      if (ofText.includes(operator)) return 'filter.wrong-operator';
      return token.kind === 'number' ? { type: 'number', value: token.value } : 'filter.wrong-value';
    case 'dateTime':
      if (ofText.includes(operator)) return 'filter.wrong-operator';
      return instantOperand(token);
    default:
      if (attribute.type === 'binary' && !ofEquality.includes(operator)) return 'filter.wrong-operator';
      return token.kind === 'string' ? { type: 'text', value: token.value, caseExact: attribute.caseExact } : 'filter.wrong-value';
  }
}

/** Booleans have no order (RFC 7644 §3.4.2.2). Some clients quote them. */
function booleanOperand(operator: Operator, token: Token): Operand | Fault {
  if (!ofEquality.includes(operator)) return 'filter.wrong-operator';
  const text = token.kind === 'word' ? token.text : token.kind === 'string' ? token.value : '';
  const value = text.toLowerCase();
  return value === 'true' || value === 'false' ? { type: 'boolean', value: value === 'true' } : 'filter.wrong-value';
}

/** RFC 7643 §2.3.5: a date with a time, as in XML Schema. Without a zone it is UTC. */
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

function instantOperand(token: Token): Operand | Fault {
  if (token.kind !== 'string' || !instant.test(token.value)) return 'filter.wrong-value';
  const zoned = /T/.test(token.value) && !/(Z|[+-]\d{2}:\d{2})$/.test(token.value) ? `${token.value}Z` : token.value;
  const value = Date.parse(zoned);
  return Number.isNaN(value) ? 'filter.wrong-value' : { type: 'instant', value };
}
