import { buildPackage } from './package';

/** Packages the app once, before the tests that install it: they ask again and find the same package in the cache. */
export default async function packageForTests(): Promise<void> {
	await buildPackage();
}
