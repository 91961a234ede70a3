// One word for one thing: refuses identifiers that name a thing of the product by another word than ARCHITECTURE.md's
// glossary does. Only whole identifiers count, so the DOM's events, a URL's protocol and prose stay what they are.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';

/** @type {[pattern: RegExp, instead: string][]} */
const synonyms = [
  [/^(meetingEvent|MeetingEvent|eventMeeting|meetup)/, 'meeting'],
  [/^(user|users|userId|userIds|userName|User|Users|UserId|UserRow|currentUser|contactPerson)$/, 'person'],
  [/^(docMinutes|minutesDoc|minutesDocument|protocolText|meetingProtocol|MeetingProtocol|transcript)/, 'minutes'],
  [/[oO]rganization/, 'organisation'],
  [/^(agendaPoint|agendaTopic|AgendaPoint|AgendaTopic|agendaQuestion)/, 'agendaItem'],
  [/^(utterance|Utterance|speechItem)/, 'speech'],
  [/^(workGroup|WorkGroup|taskForce|TaskForce|committee|Committee)/, 'workingGroup'],
  [/^(donor|Donor|sponsor|Sponsor)/, 'funder'],
  [/^(attendee|Attendee)/, 'participant'],
];
const emptyNames = /^(utils?|helpers?|common|misc|stuff)\.tsx?$/;

const paths = globSync('{electron,renderer,shared}/**/*.{ts,tsx}').map((path) => path.replaceAll('\\', '/'));
/** @type {string[]} */
const findings = paths
  .filter((path) => emptyNames.test(basename(path)))
  .map((path) => `${path}: a file is named after what is in it`);

for (const path of paths) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @param {import('typescript').Node} node */
  const look = (node) => {
    if (ts.isIdentifier(node)) {
      const found = synonyms.find(([pattern]) => pattern.test(node.text));
      if (found !== undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        findings.push(`${path}:${line + 1}: ${node.text}: here we say ${found[1]}`);
      }
    }
    ts.forEachChild(node, look);
  };
  look(source);
}
for (const line of findings) console.error(line);
console.log(`${paths.length} files, ${findings.length} foreign names`);
process.exitCode = findings.length > 0 || paths.length === 0 ? 1 : 0;
