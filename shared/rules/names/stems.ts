/** Splits a list of words written in one string: keeps the lists below readable. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** і of the closed syllable that opens to о: Федір – Федора. Common to given names and the surnames made from them. */
const openingToO = words(
  `антін григір федір хведір тодір сидір прокіп нестір нечипір ничипір прохір тиміш яків тихін пимін солопій мефодір
   сокіл макогін явір вечір пиріг поріг батіг кіт кріт віл тхір хрін ріг ніс сніп двір дзвін віз плід небіж перекіп дріт
   білозір світозір`,
);
const openingToE = words(
  `кисіль хміль чміль кужіль коростіль попіль кошіль корінь лебідь ведмідь камінь ремінь кремінь гребінь плетінь промінь
   курінь перстінь ячмінь стремінь леміш`,
);
/** Compounds keep the alternation of their last root: Кривоніс – Кривоноса, Рябокінь – Рябоконя. */
const compoundOpeningToO = /((?<!і)[оейи]ніс|[ое](кінь|віл|ріг|ніг|хвіст|хід|брід))$/;
const compoundKeepingI = words('адоніс антоніс діоніс деніс');

/** е, о that drop out of the last syllable: Орел – Орла, Свекор – Свекра. */
const droppingVowel = words(
  'орел бусел козел осел дятел котел посол вузол хохол журавель щавель вітер ветер бобер свекор бугор овен майстер',
);
const keepingEn = words(
  `олень ясень кремень гребень корень терень велень кутень кетмень кістень камень ремень ячмень промень делень грабень
   ільмень`,
);
const keepingOk = words(
  `пророк волок краснощок кривобок набок доброскок жолобок толок тягнибок сорок ворок барток хічкок гічкок шерлок поллок
   баллок буллок мердок клопшток брок блок лок`,
);

const vowel = 'аеєиіїоуюя';
const droppedEts = new RegExp(`[${vowel}]([бвгґджзйклмнпрстфхцчшщ’]?)ець$`);

const dropEts = (word: string): string => {
  if (new RegExp(`[${vowel}]єць$`).test(word)) return `${word.slice(0, -3)}йц`;
  // Швець, Чернець, Кузнець: a cluster before -ець keeps its е as the surname (Швеця), unlike the trade (шевця)
  if (!droppedEts.test(word)) return word.slice(0, -1);
  const stem = word.slice(0, -3);
  return stem.endsWith('л') ? `${stem}ьц` : `${stem}ц`;
};

const syllables = (word: string): number => word.match(/[аеєиіїоуюя]/g)?.length ?? 0;

const replaceLastI = (word: string, letter: string): string => word.replace(/і([^і]*)$/, `${letter}$1`);

/**
 * The stem before the endings of the second declension: without ь, with the vowel of the closed syllable changed or dropped.
 * @param word a man's name in a consonant, folded; not in й
 */
export const secondStem = (word: string): string => {
  if (/[еє]ць$/.test(word)) return dropEts(word);
  if (droppingVowel.has(word)) return word.replace(/[ео]([^ео]*)$/, '$1').replace(/ь$/, '');
  if (openingToO.has(word) || (compoundOpeningToO.test(word) && !compoundKeepingI.has(word))) {
    return replaceLastI(word, 'о').replace(/ь$/, '');
  }
  if (openingToE.has(word)) return replaceLastI(word, 'е').replace(/ь$/, '');
  if (syllables(word) > 1 && word.endsWith('ень') && !keepingEn.has(word)) return `${word.slice(0, -3)}н`;
  if (syllables(word) > 1 && /[^к]ок$/.test(word) && !keepingOk.has(word)) return `${word.slice(0, -2)}к`;
  return word.replace(/ь$/, '');
};

/** Men's words in -р that are soft: Бондар – Бондаря, Ігор – Ігоря; the others are hard (Комар, Гончар, Кушнір). */
export const softInR = words(
  `ігор лазар кесар цезар цісар цесар
   бондар боднар ботар гонтар ґонтар грабар губар дудар золотар зубар кобзар косар крамар кухар лимар лифар лихвар паламар
   пахар пекар плугатар почтар поштар писар пушкар римар ротар свинар свічкар скудар слюсар снісар сніцар стрихар сухар
   титар токар цимбалар чеботар чоботар чубар шапар шафар шахтар шинкар штукар лікар аптекар пономар друкар кожухар конюшар
   овечар рибар рудар ситар трубар виноградар воротар ключар лицар хлібодар солодар вівчар бляхар володар звонар дзвонар
   лоцманар монетар мечар тютюнар пасічар рукавичкар кравчар господар секретар
   багатир богатир снігир чигир чмир козир пузир пустир упир монастир костир`,
);
