// Made by `npm run docs` from the files of this folder, in the order of order.ts.
import { statisticsReport } from './statistics-report';
import { workspaceRegistration } from './workspace-registration';
import { marketingEmails } from './marketing-emails';
import { versionCheck } from './version-check';
import { supportedVersions } from './supported-versions';
import { marketplace } from './marketplace';
import { appInstallReport } from './app-install-report';
import { npsSurvey } from './nps-survey';
import { pushGateway } from './push-gateway';
import { deepLinks } from './deep-links';
import { oauthProxy } from './oauth-proxy';
import { pushNative } from './push-native';
import { email } from './email';
import { messageExportByMail } from './message-export-by-mail';
import { mailer } from './mailer';
import { mailTemplates } from './mail-templates';
import { emailDirectReply } from './email-direct-reply';
import { livechatTranscripts } from './livechat-transcripts';
import { livechatOfflineMail } from './livechat-offline-mail';
import { googleAnalytics } from './google-analytics';
import { matomo } from './matomo';
import { googleTagManager } from './google-tag-manager';
import { customScripts } from './custom-scripts';
import { customMeta } from './custom-meta';
import { customCss } from './custom-css';
import { layoutHtml } from './layout-html';
import { iframeIntegration } from './iframe-integration';
import { livechatWidgetScripts } from './livechat-widget-scripts';
import { cdn } from './cdn';
import { maps } from './maps';
import { gravatar } from './gravatar';
import { webrtcIce } from './webrtc-ice';
import { voipIce } from './voip-ice';
import { bugsnag } from './bugsnag';
import { externalAvatars } from './external-avatars';
import { emailDomainCheck } from './email-domain-check';
import { prometheus } from './prometheus';
import { linkPreviews } from './link-previews';
import { messagePictures } from './message-pictures';
import { autoTranslate } from './auto-translate';
import { aiSearch } from './ai-search';
import { aiAnswers } from './ai-answers';
import { mcpServer } from './mcp-server';
import { videoConference } from './video-conference';
import { livekit } from './livekit';
import { pexip } from './pexip';
import { voipTeam } from './voip-team';
import { voipOmnichannel } from './voip-omnichannel';
import { oauthLogin } from './oauth-login';
import { samlLogin } from './saml-login';
import { ldap } from './ldap';
import { casLogin } from './cas-login';
import { crowd } from './crowd';
import { iframeLogin } from './iframe-login';
import { abacDecisions } from './abac-decisions';
import { fileStorage } from './file-storage';
import { webdavAccounts } from './webdav-accounts';
import { livechatWebhook } from './livechat-webhook';
import { livechatExternalQueue } from './livechat-external-queue';
import { sms } from './sms';
import { omnichannelFrame } from './omnichannel-frame';
import { federationLegacy } from './federation-legacy';
import { federationHub } from './federation-hub';
import { federationMatrix } from './federation-matrix';
import { federationNative } from './federation-native';
import { federationXmpp } from './federation-xmpp';
import { ircBridge } from './irc-bridge';
import { slackBridge } from './slack-bridge';
import { smarshArchive } from './smarsh-archive';
import { outlookCalendar } from './outlook-calendar';
import { exchangeServer } from './exchange-server';
import { openRegistration } from './open-registration';
import { anonymousReading } from './anonymous-reading';
import { filesByLink } from './files-by-link';
import { avatarsByLink } from './avatars-by-link';
import { directMessageHistory } from './direct-message-history';

export const ALL = [
	statisticsReport,
	workspaceRegistration,
	marketingEmails,
	versionCheck,
	supportedVersions,
	marketplace,
	appInstallReport,
	npsSurvey,
	pushGateway,
	deepLinks,
	oauthProxy,
	pushNative,
	email,
	messageExportByMail,
	mailer,
	mailTemplates,
	emailDirectReply,
	livechatTranscripts,
	livechatOfflineMail,
	googleAnalytics,
	matomo,
	googleTagManager,
	customScripts,
	customMeta,
	customCss,
	layoutHtml,
	iframeIntegration,
	livechatWidgetScripts,
	cdn,
	maps,
	gravatar,
	webrtcIce,
	voipIce,
	bugsnag,
	externalAvatars,
	emailDomainCheck,
	prometheus,
	linkPreviews,
	messagePictures,
	autoTranslate,
	aiSearch,
	aiAnswers,
	mcpServer,
	videoConference,
	livekit,
	pexip,
	voipTeam,
	voipOmnichannel,
	oauthLogin,
	samlLogin,
	ldap,
	casLogin,
	crowd,
	iframeLogin,
	abacDecisions,
	fileStorage,
	webdavAccounts,
	livechatWebhook,
	livechatExternalQueue,
	sms,
	omnichannelFrame,
	federationLegacy,
	federationHub,
	federationMatrix,
	federationNative,
	federationXmpp,
	ircBridge,
	slackBridge,
	smarshArchive,
	outlookCalendar,
	exchangeServer,
	openRegistration,
	anonymousReading,
	filesByLink,
	avatarsByLink,
	directMessageHistory,
] as const;
