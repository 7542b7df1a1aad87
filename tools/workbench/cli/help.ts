export const help = `npm start                       opens the workbench in a page: pick a workspace, a user, and ask
npm start -- [options]

  --workspace <name or file>    a workspace of test/workspaces, or an export of a server's settings: the answer of GET
                                /api/v1/settings, a mongoexport, .env, Compose or ConfigMap, docker inspect, a map of ids
                                to values (docs/exports.md); - reads standard input. Exports hold secrets: delete them after
  --as <role or username>       who asks; an admin when left out
  --command "<slash command>"   prints what the app answers, and ends
  --save <folder>               with --command: writes the files that the answer hands over into the folder, and prints
                                their paths; a name that is taken there gets a number, nothing is overwritten
  --report                      prints the JSON report of the workspace, and ends
  --compare <files>             prints what differs between workspaces, and ends: JSON reports or exports of settings,
                                folders (every *.json in them), - for standard input with a report in each line
  --expect <policy file>        with --compare, of one workspace too: holds each against a policy as JSON, as in the app
                                setting "Your policy" (docs/accepted.md), in place of comparing them with each other
  --as text, csv or html        with --compare: its form; text when left out
  --list                        lists the workspaces that come with the repository
  --help                        this text

Without --command, --report and --compare the page opens, at the port in PORT or 3333, or the next one that is free. While it is open,
the app and the page are made anew whenever their sources change: the workspace and its messages stay.
Answers go to standard output, everything else to standard error; without --silent npm writes lines of its own before
the answer. Exit codes: 0 answered, 1 failed, 2 asked wrongly; of --compare: 0 all the same, 1 something differs, 2 something could not be read;
with --expect: 0 all conforms or was accepted, 1 something deviates or could not be found out, 2 something could not be read or the policy cannot be used.

  npm start -- --workspace air-gapped-clean --as member --command "/privacy-notice"
  npm start -- --workspace self-managed-registered --command "/privacy-status export html" --save ./reports
  npm start --silent -- --workspace ./settings.json --report > report.json
  docker compose config | npm start -- --workspace - --command "/privacy-status flows on"
  npm start --silent -- --compare ./reports --as html > comparison.html
  npm start --silent -- --compare report.json --expect policy.json
`;
