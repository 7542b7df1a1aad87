import * as z from 'zod/mini';

import { CATEGORIES, LEGAL_CATEGORIES } from '../../catalogue/categories';
import { UNSEEN_IDS } from '../../catalogue/unseen';
import {
	BASES,
	CONFIDENCES,
	CONFLICT_IDS,
	DECLARABLE_MODELS,
	DEPLOYMENT_MODELS,
	EXPOSURE_STATES,
	FLOW_EFFECTS,
	FLOW_KEEPINGS,
	FLOW_STATES,
	LICENCE_KINDS,
	PARTIES,
	POLICY_STANDINGS,
	REACHES,
	REGISTRATION_STATES,
	REPORTING_STATES,
} from '../../catalogue/vocabulary';
import type { DeploymentModel } from '../../catalogue/vocabulary';
import { SCHEMA_VERSION } from '../../catalogue/identity';
import { translator } from '../../language/translate';
import { AGREEMENTS, CHANGE_KINDS, OUTCOMES } from '../../posture/snapshot';
import type { Outcome } from '../../posture/snapshot';

/** The published schema is one for all readers, in English. Words that the app defines for people anyway are told as there. */
const english = translator('en');

/** A field with its description, which the published JSON Schema shows. */
function told<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
	z.globalRegistry.add(schema, { description });
	return schema;
}

/** A field of few words, each of them explained: a word without a meaning does not compile. */
function oneOf<const Word extends string>(description: string, words: readonly Word[], meanings: Readonly<Record<Word, string>> | ((word: Word) => string)): z.ZodMiniEnum<{ [Each in Word]: Each }> {
	const meaningOf = typeof meanings === 'function' ? meanings : (word: Word) => meanings[word];
	return told([description, ...words.map((word) => `${word}: ${meaningOf(word)}`)].join('\n'), z.enum(words));
}

const text = (description: string): z.ZodMiniString => told(description, z.string());
const textOrNull = (description: string): z.ZodMiniNullable<z.ZodMiniString> => told(description, z.nullable(z.string()));
const modelMeaning = (model: DeploymentModel): string => english(`definition_model_${model}`);

const source = told(
	'Where it was read. setting:<id>, a setting of the server; env:<name>, a variable of its environment; declared, the setting of this app that declares the deployment.',
	z.string().check(z.regex(/^(setting:\w+|env:\w+|declared)$/)),
);
const evidence = told(
	'One thing that was looked at.',
	z.strictObject({
		source,
		observed: text('What was read, as far as it may be shown: a value, addresses without path, only whether it is set; or why it could not be read.'),
		statement: text('What that proves, or does not.'),
	}),
);
const settingId = told('Id of a setting of the server.', z.string().check(z.regex(/^[\w-]+$/)));
const version = told('A version of Rocket.Chat, major.minor.', z.string().check(z.regex(/^\d+\.\d+$/)));
const day = textOrNull('The last day on which it is accepted, ISO 8601; null if there is none.');
const category = oneOf('Kind of data.', CATEGORIES, (word) => english(`definition_category_${word}`));
const legalCategory = oneOf("Kind of data, as Rocket.Chat's guidelines for law enforcement requests name it.", LEGAL_CATEGORIES, (word) => english(`legal_examples_${word}`));
const party = oneOf('Whom data is exposed to.', PARTIES, (word) => english(`definition_party_${word}`));

const outcome = (description: string): z.ZodMiniType<Outcome> =>
	oneOf(description, OUTCOMES, {
		'sent': 'on, and nothing that is known stops it',
		'open': 'on: it opens what is here to anyone or to the admins',
		'attempted': 'on, and an isolated network stops it',
		'inside': "on, and it goes to the organisation's own network",
		'off': 'its settings switch it off, or the licence does',
		'not-applicable': 'this server does not have it',
		'unknown': 'could not be found out',
	});

/** The report: what scripts, auditors and other exports read. */
export const reportSchema = told(
	'What a Rocket.Chat workspace exposes, to whom, and why. Sentences are in the language of whoever asked; ids and the words of enumerations are the same in every language.',
	z.strictObject({
		schemaVersion: told('Version of this contract: raised when a field changes its meaning or goes.', z.literal(SCHEMA_VERSION)),
		catalogueVersion: text('Version of what the app knows of Rocket.Chat: raised when a fact changes, so that two reports can be compared.'),
		generatedAt: told('When the workspace was read: ISO 8601, UTC.', z.iso.datetime()),
		app: told('The app that made the report.', z.strictObject({ version: text('Its version.') })),
		workspace: told(
			'The workspace that was read.',
			z.strictObject({ host: textOrNull('Host of its address, lower-cased, without port; null if the address could not be read or is no web address.') }),
		),
		server: told(
			'The server that was read.',
			z.strictObject({
				atLeast: told('Oldest version, major.minor, that the server can be; null if nothing tells. An app gets no version: this is inferred from settings that came or went.', z.nullable(version)),
				below: told('The server is older than this version, major.minor; null if nothing tells, as for the newest ones.', z.nullable(version)),
				verified: told('Whether the facts of the app were checked for every version that the server can be.', z.boolean()),
				evidence: told('From what the versions were inferred.', z.array(evidence)),
			}),
		),
		deployment: told(
			'What kind of deployment this is, and how that is known.',
			z.strictObject({
				model: oneOf('Kind of deployment: the declared one, else the detected one.', DEPLOYMENT_MODELS, modelMeaning),
				basis: oneOf('On what the model rests.', BASES, {
					declared: "an admin stated it in the app's settings, or whoever runs the server in its environment",
					detected: 'the app concluded it from what it read',
				}),
				confidence: oneOf('How far the model can be relied on.', CONFIDENCES, {
					certain: 'declared; everything that could contradict it was read and does not',
					likely: 'nothing that was read contradicts it; detected, or declared with something left unread',
					unclear: 'something contradicts it, or the model is unknown',
				}),
				declared: told('The declaration that sets the model; null if there is none.', z.nullable(oneOf('Kind of deployment.', DECLARABLE_MODELS, modelMeaning))),
				registration: told(
					'Whether the workspace is registered with Rocket.Chat Cloud.',
					z.strictObject({
						state: oneOf('Told by Cloud_Workspace_Client_Id; where that cannot be read, by Register_Server.', REGISTRATION_STATES, {
							registered: 'the client id is set: the server takes itself for registered, and whether Rocket.Chat still does is not visible; or Register_Server is on',
							unregistered: 'the client id is empty, or Register_Server is off',
							unknown: 'neither could be read',
						}),
						confidence: oneOf('How far the state can be relied on.', CONFIDENCES, {
							certain: 'the client id was read, and is empty',
							likely: 'the client id was read, and is set; or only Register_Server was read, and it is off',
							unclear: 'only Register_Server was read, and it is on, which it stays after a disconnect or a failed try; or neither was read',
						}),
					}),
				),
				licence: told(
					'The licence that is stored; its signature is not checked.',
					z.strictObject({
						kind: oneOf('Kind of licence.', LICENCE_KINDS, {
							offline: 'an offline licence',
							online: 'a licence that is not an offline one',
							none: 'no licence is stored',
							unknown: 'it could not be read, or has a form that the app does not know',
						}),
					}),
				),
				reporting: told(
					"The daily report to Rocket.Chat's collector, as far as the remaining days tell of it.",
					z.strictObject({
						state: oneOf('Whether reports are accepted.', REPORTING_STATES, {
							'accepted': '8 to 10 days left: one was accepted within about two days',
							'failing': '1 to 7 days left: none was accepted lately',
							'restricted': 'no day left: the workspace is restricted',
							'not-visible': 'there is a licence, or the days were never computed',
							'unknown': 'the days could not be read, or are out of range',
						}),
						daysLeft: told(
							'Days, of 10, until a workspace without a licence is restricted; null where the state is not-visible or unknown.',
							z.nullable(z.int().check(z.minimum(0), z.maximum(10))),
						),
					}),
				),
				evidence: told('What was read to tell the deployment, the registration, the licence and the reporting.', z.array(evidence)),
				conflicts: told(
					'What contradicts the model; empty if nothing that was read does.',
					z.array(
						told(
							'One contradiction.',
							z.strictObject({
								id: oneOf('Kind of contradiction.', CONFLICT_IDS, {
									'registered': 'air-gapped, but registered without an offline licence, or at least once about to be',
									'push-gateway-on': "air-gapped, but push notifications are set to go through Rocket.Chat's gateway",
									'report-accepted': 'air-gapped, but a report was accepted within about two days',
									'third-party-flow-on': 'air-gapped, but a flow to a public service is switched on; one entry for each',
									'unregistered': 'cloud or open-server, but not registered',
									'offline-licence': 'cloud, but the licence is an offline one',
									'rocket-chat-host': "self-managed, but the address is under Rocket.Chat's domain",
									'other-host': 'open-server, but the address is not open.rocket.chat',
								}),
								statement: text('The contradiction in words.'),
								sources: told('Where it was read.', z.array(source)),
							}),
						),
					),
				),
				unread: told('Settings that bear on the model and could not be read.', z.array(settingId)),
			}),
		),
		exposure: told(
			'The exposure matrix: a cell for each kind of data and each party.',
			z
				.array(
					told(
						'One cell: how far one kind of data is exposed to one party.',
						z.strictObject({
							category,
							legalCategory: told('The counterpart of the category in the guidelines for law enforcement requests; null if it has none.', z.nullable(legalCategory)),
							party,
							state: oneOf('Whether the data is exposed to the party.', EXPOSURE_STATES, (word) => english(`definition_exposure_${word}`)),
							condition: textOrNull('The condition under which the state holds; null if there is none.'),
							because: told(
								'Why the state is so: first what holds for the deployment, then the flows that bear on the cell.',
								z.array(
									told(
										'One reason.',
										z.strictObject({
											source: text('baseline, what holds for such a deployment; declared, what an admin stated; or flow:<id>.'),
											statement: text('The reason in words.'),
										}),
									),
								),
							),
						}),
					),
				)
				.check(z.length(CATEGORIES.length * PARTIES.length)),
		),
		flows: told(
			'Every way in which data can leave that the app knows, whatever its state.',
			z.array(
				told(
					'One way in which data can leave, as it stands in this workspace.',
					z.strictObject({
						id: text('Id of the flow; it stays the same between reports.'),
						name: text('What people call it.'),
						state: oneOf('Whether the flow is switched on.', FLOW_STATES, {
							'on': 'its settings switch it on, or nothing has to',
							'off': 'its settings switch it off, or the licence does',
							'unknown': 'a setting that decides could not be read, or no setting tells, or it depends on a version or an environment that an app cannot see',
							'not-applicable': 'this server does not have it',
						}),
						effect: told(
							'What comes of a flow that is on; null in every other state.',
							z.nullable(
								oneOf('What comes of it.', FLOW_EFFECTS, {
									sent: 'nothing that is known stops it',
									attempted: 'the workspace is air-gapped, as far as can be told: the server tries, and the closed network stops it',
									inside: "it goes to the organisation's own network",
								}),
							),
						),
						reason: text('Why the state is so.'),
						decidedBy: told('The settings that decided the state; empty if none did.', z.array(settingId)),
						unreadable: told('The settings that could not be read, so that the state is unknown.', z.array(settingId)),
						caveat: textOrNull('What must be known beside the state; null if nothing.'),
						recipients: told(
							'Everybody who receives, in the order in which it reaches them.',
							z
								.array(
									told(
										'One who receives.',
										z.strictObject({
											recipient: text('Who receives.'),
											party: told("Whom that makes it; null for a host in the organisation's own network, which is nobody else.", z.nullable(party)),
											host: textOrNull('The host that receives; null if there is no single one, or it is not known or may not be shown.'),
											reach: oneOf('How far away that is.', REACHES, {
												public: 'a service on the internet',
												own: 'a host that is no known public service',
												inside: "a host in the organisation's own network: the workspace's own, a private address or name, or under a domain that an admin listed",
												unknown: 'nothing tells',
											}),
										}),
									),
								)
								.check(z.minLength(1)),
						),
						categories: told('The kinds of data that the flow carries.', z.array(category)),
						settings: told(
							'Every setting that the app looks at for this flow.',
							z.array(
								told(
									'One setting.',
									z.strictObject({
										id: settingId,
										readable: told('Whether it could be read.', z.boolean()),
										shown: text('What was read, as far as it may be shown, or why it could not be read.'),
									}),
								),
							),
						),
						purpose: text('What the flow is for.'),
						sends: told('What is sent.', z.array(text('One thing that is sent.'))),
						kept: oneOf('What the recipient does with it.', FLOW_KEEPINGS, {
							stored: 'keeps it',
							relayed: 'passes it on',
							unknown: 'not known',
						}),
						optional: told('False if no setting stops the flow.', z.boolean()),
						turnOff: text('How to turn it off.'),
						offBy: told(
							'The settings, each with its value, that together switch it off; empty if no setting does that alone.',
							z.array(told('One setting.', z.strictObject({ setting: settingId, value: told('Its value then.', z.union([told('Of a switch.', z.boolean()), text('Of a choice or a text; empty for one that is cleared.')])) }))),
						),
						adminPage: textOrNull("The page of the administration with its switch, below the workspace's address; null if there is none."),
						whatStops: text('What stops working without it.'),
						licenceNote: textOrNull('What its need for a premium licence means for the state; null if it needs none.'),
						source: text("Where its condition was read: version and path in Rocket.Chat's source code."),
					}),
				),
			),
		),
		advice: told(
			'What to do first, most pressing first.',
			z.array(
				told(
					'One step.',
					z.strictObject({
						id: text('The kind of step, with the flow or the contradiction that it is about; it stays the same between reports.'),
						rank: told('Its place: 1 is the most pressing.', z.int().check(z.minimum(1))),
						flow: textOrNull('Id of the flow that it is about; null if it is about none.'),
						statement: text('What to do, and why.'),
						adminPage: textOrNull("The page of the administration where it is done, below the workspace's address; null if there is none."),
					}),
				),
			),
		),
		accepted: told(
			'What was agreed to, by admins or by the policy, as far as it can be used; of each flow one, what holds before what has passed; null if it could not be read what admins accepted.',
			z.nullable(
				z.array(
					told(
						'One flow that was accepted.',
						z.strictObject({
							flow: text('Id of the flow.'),
							reason: text('Why, in the words of those who agreed.'),
							until: day,
							by: textOrNull('Id of the admin; null if it was the policy.'),
							at: textOrNull('When: ISO 8601, UTC; null if it was the policy.'),
							isExpired: told('Whether the last day has passed.', z.boolean()),
						}),
					),
				),
			),
		),
		policy: told(
			'The flows that the policy of the organisation is about; null if none is stated.',
			z.nullable(
				z.array(
					told(
						'One flow, held against the policy.',
						z.strictObject({
							flow: text('Id of the flow.'),
							standing: oneOf('What becomes of it.', POLICY_STANDINGS, {
								conforms: 'it is off, or not on this server',
								deviates: 'it is on, and nobody agreed to that for this day',
								accepted: 'it is on, or may be, and an admin or the policy agreed to that',
								unknown: 'its state, or what was accepted, could not be found out',
							}),
							until: day,
						}),
					),
				),
			),
		),
		legal: told(
			'Whom a request from an authority must go to, for each kind of data.',
			z.array(
				told(
					'One kind of data.',
					z.strictObject({
						category: legalCategory,
						heldBy: text('Who holds it.'),
						askWhom: text('Whom to ask.'),
						process: text('By what process.'),
					}),
				),
			),
		),
		keeping: told(
			'What the workspace itself keeps, or does not, for how long, and to whom else it is open.',
			z.array(
				told(
					'One thing that it keeps, or does not.',
					z.strictObject({
						category: legalCategory,
						statement: text('The same in words.'),
					}),
				),
			),
		),
		unseen: told(
			'What no setting shows to an app: the same in every report.',
			z.array(
				told(
					'One thing that the app cannot see.',
					z.strictObject({
						id: oneOf('What it is.', UNSEEN_IDS, (id) => english(`unseen_${id}`)),
						statement: text('The same in words.'),
					}),
				),
			),
		),
		changes: told(
			'What differs from the last look that differed; null if earlier looks were not asked for.',
			z.nullable(
				z.strictObject({
					state: oneOf('Whether anything differs.', ['differs', 'none', 'unknown'], { differs: 'something does', none: 'nothing does from what was kept and can be used', unknown: 'what was kept could not be read' }),
					comparedWith: told('When the newest look was made from which this one differs: ISO 8601, UTC; null if there is none.', z.nullable(z.iso.datetime())),
					seenAt: told('When the difference was seen first; null if there is none.', z.nullable(z.iso.datetime())),
					statements: told('All that differs, in words, and what is to be known of it.', z.array(text('One of these.'))),
					flows: told(
						'The flows that differ.',
						z.array(
							told(
								'One flow that differs.',
								z.strictObject({
									id: text('Id of the flow.'),
									kind: oneOf('How it differs.', CHANGE_KINDS, {
										new: 'it reaches somebody outside or opens something, and did not',
										gone: 'it did, and does not any more',
										moved: 'a setting that says where it goes differs, and could be read both times',
										unread: 'it could not be found out any more',
										read: 'it could not be found out before: that does not make it new',
										other: 'in another way',
									}),
									before: outcome('Which way it went, or its state.'),
									after: outcome('Which way it goes, or its state.'),
									agreement: told('Whether somebody agreed to it since, or an agreement ended; null if neither.', z.nullable(oneOf('What became of the agreement.', AGREEMENTS, { accepted: 'somebody agreed to it', ended: 'an agreement was ended, or its last day has passed' }))),
									settings: told('The settings that differ, as far as they may be shown.', z.array(told('One setting.', z.strictObject({ id: settingId, before: text('Before.'), after: text('After.') })))),
								}),
							),
						),
					),
				}),
			),
		),
	}),
);

export type Report = z.infer<typeof reportSchema>;
