import { isTrue } from '../conditions';
import { flow } from './flow';

export const prometheus = flow({
	id: 'prometheus',
	settings: {
		Prometheus_Enabled: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'third-parties', isInReach: true }],
	connects: ['in'],
	activity: 'monitoring',
	carries: { 'usage-data': 'limited' },
	when: isTrue('Prometheus_Enabled'),
	sends: ['metrics'],
	kept: 'unknown',
	optional: true,
	place: ['logs/prometheus'],
	pageGroup: 'Logs',
	offBy: { Prometheus_Enabled: false },
	caveats: [
		{
			id: 'reach',
			states: ['on'],
			text: 'Nothing is sent by itself: everybody who can reach the port can read it, without a login. Your network decides who that is.',
		},
	],
	words: {
		name: 'Prometheus metrics',
		recipient: 'everybody who can reach the metrics port',
		purpose: 'Offers metrics for monitoring.',
		'what-stops': 'Monitoring gets no metrics.',
		'turn-off': '{place}: switch off `Enabled` (`Prometheus_Enabled`).',
		sends: {
			metrics: 'metrics of the server and its use',
		},
		pages: {
			logs: 'Logs',
			prometheus: 'Prometheus',
		},
	},
	source: 'app/metrics/server/lib/collectMetrics.ts (7.7.1)',
});
