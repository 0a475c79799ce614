import { elasticError } from './faultProxy/answers.ts';
import type { Arrived } from './faultProxy/exchange.ts';
import { answer } from './faultProxy/faults.ts';
import type { FaultProxy } from './faultProxy.ts';
import { type Action, actionsOf } from './privileges/actions.ts';
import { allows, type Role } from './privileges/roles.ts';

/** The first thing about a request that a role does not allow; null where it allows it. A request that no table knows is not allowed to anybody. */
export function forbiddenIn(role: Role, request: Arrived): Action | null {
  const actions = actionsOf(request);
  if (actions === null) return { name: `unknown request ${request.method} ${request.path}`, on: [] };
  return actions.find((action) => !allows(role, action)) ?? null;
}

/**
 * Has a proxy refuse what `role` does not allow, as the security module of Elasticsearch would: the server of the tests has none.
 * Returns the actions that were refused so far, in order.
 */
export function enforce(proxy: FaultProxy, role: Role): readonly Action[] {
  const refused: Action[] = [];
  proxy.fault(
    (request) => forbiddenIn(role, request) !== null,
    answer(({ request }) => {
      const action = forbiddenIn(role, request)!;
      refused.push(action);
      const where = action.on === null ? '' : ` on indices [${action.on.join(',')}]`;
      return elasticError(
        403,
        'security_exception',
        `action [${action.name}] is unauthorized for user [test] with effective roles [test]${where}`,
      );
    }),
  );
  return refused;
}
