import type { TFunction } from 'i18next';
import { projectDocuments } from '../../shared/vocabulary.ts';
import { documents } from './arguments.ts';

/** The commands as they are written; what each does stands in cli.json under its name. */
const commands = [
  ['create', 'viche create --file F [--sample] [--lang uk|en|lt|lv] [--agency NAME] [--person NAME]'],
  ['call', "viche call <area>.<procedure> ['<json>' | -] [--file F] [--in PATH]… [--out PATH]"],
  [
    'report',
    [
      'viche report <document> --file F --out X.docx [--form uk|en|lt|lv]',
      '    [--meeting ID|last] [--decision ID] [--correction ID] [--participant ID]',
      '    [--organisation ID] [--memorandum ID] [--version ID] [--amendment ID] [--group ID]',
      '    [--by meeting|organisation] [--from YYYY-MM-DD] [--until YYYY-MM-DD] [--state STATE,…] [--unfinished]',
      '    [--project ID|last] [--as-of YYYY-MM-DD]',
    ].join('\n'),
  ],
  [
    'exchange',
    [
      'viche exchange <act> --file F',
      '    card [--out X.viche-card] | renew [--out X.viche-card] | cards | import --in X.viche-card',
      '    trust --fingerprint "12345 …" --checked telephone|inPerson',
      '    revoke --fingerprint "12345 …" --note WHY | remove --fingerprint "12345 …"',
      '    participants --group ID [--agency NAME|ID]…',
      '    outgoing --agency NAME|ID [--full] | log [--agency NAME|ID]',
      '    send --agency NAME|ID [--full] [--carrier file|mail|folder] [--out X.viche-package]',
      '    receive --in X.viche-package | --waiting REF',
      '        [--merge [--join] [--take ours|theirs] [--out X.viche-receipt]]',
      '    receipt --in X.viche-receipt | --of ID-IN-LOG [--out X.viche-receipt]',
      '    status | held [--merge [--own]] | reissue',
      '    folder [--set PATH | --none] | sync',
    ].join('\n'),
  ],
  ['check', 'viche check --file F'],
  ['serve', 'viche serve --file F [--port N] [--no-open]'],
] as const;

/** What `viche --help` says. */
export const helpText = (words: TFunction): string =>
  [
    words('help.title'),
    '',
    ...commands.flatMap(([name, written]) => [
      written,
      `    ${words(`help.${name}`, { documents: documents.join(', ') })}`,
      ...(name === 'report'
        ? [`    ${words('help.reportOfProject', { documents: projectDocuments.join(', ') })}`]
        : []),
    ]),
    '',
    words('help.everywhere'),
    words('help.passphrase'),
    words('help.places'),
    words('help.exit'),
  ].join('\n');
