import type { CallFault } from '../types';

/**
 * The engine is compiled without strict null checks: its bridges promise a value where the real server gives none for something
 * that does not exist. The one place where this is said to the compiler.
 */
export function maybe<T>(value: T | null | undefined): T {
	return value as T;
}

/**
 * A bridge that has as much of the engine's class as an app of this kind calls, and leaves the rest abstract. A call of the rest
 * fails and says so, instead of pretending; the engine's own permission checks come first all the same.
 */
export function standIn<T extends object, Parameters extends unknown[]>(bridge: abstract new (...parameters: Parameters) => T, ...parameters: Parameters): T {
	const made: unknown = Reflect.construct(bridge, parameters);
	const { name } = [bridge, Object.getPrototypeOf(bridge) as typeof bridge].find((each) => each.name.endsWith('Bridge')) ?? bridge;
	return answering(made as T, name);
}

/** Calls of bridges that were made, and those that go wrong on purpose: `UserBridge.getAppUser`. */
export class CallFaults {
	readonly made = new Set<string>();

	private readonly faults = new Map<string, CallFault>();

	set(call: string, fault: CallFault | null): void {
		if (fault === null) {
			this.faults.delete(call);
		} else {
			this.faults.set(call, fault);
		}
	}

	/** The same bridge; the engine calls a method `x` of it as `doX`, which asks for the permission first. */
	on<T extends object>(bridge: T, name: string): T {
		return new Proxy(bridge, {
			get: (target, member, receiver): unknown => {
				const found: unknown = Reflect.get(target, member, receiver);
				const [, first, rest] = /^do([A-Z])(\w+)$/.exec(String(member)) ?? [];
				if (typeof found !== 'function' || first === undefined || rest === undefined) {
					return found;
				}
				const call = `${name}.${first.toLowerCase()}${rest}`;
				return async (...given: unknown[]): Promise<unknown> => {
					this.made.add(call);
					const fault = this.faults.get(call);
					if (fault === undefined || fault === 'loses the answer') {
						const answer: unknown = await Reflect.apply(found, target, given);
						if (fault === undefined) {
							return answer;
						}
					}
					if (fault === 'hangs') {
						return new Promise<never>(() => {});
					}
					if (fault === 'undefined' || fault === 'null') {
						return fault === 'null' ? null : undefined;
					}
					throw new Error('connection 1 to 127.0.0.1:27017 closed');
				};
			},
		});
	}
}

/** A bridge of which no app of this kind calls anything. */
export function nothing(name: string): object {
	return answering({}, name);
}

function answering<T extends object>(bridge: T, name: string): T {
	return new Proxy(bridge, {
		get(target, member, receiver): unknown {
			const found: unknown = Reflect.get(target, member, receiver);
			// `then` is asked for by whoever awaits the bridge itself.
			if (found !== undefined || typeof member !== 'string' || member === 'then') {
				return found;
			}
			return (): never => {
				throw new Error(`This stand-in has no ${name}.${member}.`);
			};
		},
	});
}
