import type { Paragraph } from 'docx';
import type { PaperPerson } from '../../../../shared/contract/minutesModel.ts';
import { addresseeName, calledBy, isWoman, nameInList } from './names.ts';
import { said, type Paper } from './paper.ts';
import { oneLine } from './typography.ts';

/**
 * Whom a letter is for: in Ukrainian the organisation and the person below it in the dative (DSTU 4163:2020), elsewhere
 * name, position, organisation; a postal address where there is one.
 */
export function addressLines(
  paper: Paper,
  person: PaperPerson | null,
  organisation: string,
  address = '',
): Paragraph[] {
  const { form } = paper;
  const name = person === null ? '' : form === 'uk' ? addresseeName(person.name) : nameInList(person.name, form);
  // A position would have to be in the dative in Ukrainian: the organisation stands for it.
  const position = person === null || form === 'uk' ? '' : oneLine(person.position);
  const body = oneLine(organisation);
  const lines = form === 'uk' ? [body, name] : [name, position, body];
  return [...lines, oneLine(address)].filter((line) => line !== '').map((line) => paper.line('Addressee', said(line)));
}

/** «Шановна Олено Іванівно!», `Dear Mary Smith,`; lt and lv without a name, which would have to be declined. */
export function salutation({ t, form }: Paper, person: PaperPerson | null): string {
  if (person === null) return t('invitation.dearAll');
  const { name } = person;
  const called =
    form === 'uk' ? calledBy(name) : form === 'en' && name.givenName.trim() !== '' ? nameInList(name, form) : null;
  if (called !== null) return t(isWoman(name) ? 'invitation.dearFemale' : 'invitation.dearMale', { name: called });
  if (name.givenName.trim() === '' && name.gender === 'unknown') return t('invitation.dearColleague');
  return t(isWoman(name) ? 'invitation.dearColleagueFemale' : 'invitation.dearColleagueMale');
}
