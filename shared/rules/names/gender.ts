import type { Gender } from '../../vocabulary.ts';
import type { PersonName } from './name.ts';
import { foldWord } from './spelling.ts';
import { words } from './stems.ts';

const menInA = words(
  `микола ілля лука хома фома сава савва микита никита кузьма олекса ярема єрема гаврила данила кирила михайла вакула
   добриня самійла мусійла вавила корнила йона іона мина зосима фока сила захарія азарія ананія єремія ісая тобія
   вася ваня коля вітя петя юра діма паша гриша міша альоша льоша костя толя жора гоша федя сеня вова стьопа рома
   мустафа муса абдула абдулла`,
);
const womenInConsonant = words(
  `любов нінель адель рахіль юдиф юдіф юдит джудіт руф рут есфір естер суламіф ізабель етель кармен ніколь мішель рашель
   рошель габріель даніель еммануель елізабет маргарет жаклін кетрін катрін крістін сабрін агнес аґнес інес долорес
   мерседес ірен ліліан мадлен марлен елен хелен едіт гретель гюзель айгуль асель`,
);
/** Short names of both men and women. */
const ofBoth = words('саша женя валя слава шура сашка');

const ofPatronymic = (patronymic: string): Gender => {
  if (/[иі]ч$|огли$/.test(patronymic)) return 'male';
  return /на$|кизи$/.test(patronymic) ? 'female' : 'unknown';
};

const ofGivenName = (givenName: string): Gender => {
  if (givenName.length < 2 || ofBoth.has(givenName) || !/^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’]+$/.test(givenName)) {
    return 'unknown';
  }
  if (/[ая]$/.test(givenName)) return menInA.has(givenName) ? 'male' : 'female';
  if (givenName.endsWith('о')) return 'male';
  if (/[еєиіїую]$/.test(givenName)) return 'unknown';
  return womenInConsonant.has(givenName) ? 'female' : 'male';
};

const ofSurname = (surname: string): Gender => {
  if (/([сцз]ьк|[оеє]в|[ії]н)а$/.test(surname)) return 'female';
  return /([сцз]ький|[оеє]в|[ії]н|ий)$/.test(surname) ? 'male' : 'unknown';
};

/**
 * The gender a Ukrainian name speaks of: by the patronymic (-ич, -івна), else by the given name, else by a surname that has
 * two forms (Коцюбинський, Коцюбинська). "unknown" when nothing tells (Саша, initials, names in Latin letters).
 */
export const guessGender = (name: Omit<PersonName, 'gender'>): Gender => {
  const byPatronymic = ofPatronymic(foldWord(name.patronymic ?? '').trim());
  if (byPatronymic !== 'unknown') return byPatronymic;
  const given = foldWord(name.givenName).trim().split(/[-\s]/)[0] ?? '';
  const byGivenName = ofGivenName(given);
  return byGivenName === 'unknown' ? ofSurname(foldWord(name.surname).trim()) : byGivenName;
};
