import { buildPackage } from './package';

/** Packages the app once, before the tests that install it: they ask again and find the same packages in the cache. */
export default async function packageForTests(): Promise<void> {
	await Promise.all([buildPackage(), buildPackage({ inPseudo: true })]);
}
