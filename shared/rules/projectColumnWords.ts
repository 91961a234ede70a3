const words = (list: string): readonly string[] => list.split(', ');

const note = words(
  'примітка, примітки, нотатки, коментар, note, notes, remarks, comment, comments, pastaba, pastabos, ' +
    'komentaras, piezime, piezimes, komentars',
);
const territory = words(
  'територія, громада, територіальна громада, тг, отг, область, район, регіон, населений пункт, ' +
    'territory, region, district, municipality, community, hromada, teritorija, savivaldybe, regionas, ' +
    'apskritis, pasvaldiba, novads, regions',
);
const source = words(
  'джерело, джерело даних, джерело інформації, посилання, source, data source, link, reference, url, ' +
    'saltinis, nuoroda, avots, saite',
);
const line = words(
  'напрям, напрямок, напрям діяльності, лінія, компонент, завдання, line, line of activity, component, ' +
    'work package, strand, kryptis, veiklos kryptis, virziens, darbibas virziens, komponente',
);
const activity = words(
  'захід, назва заходу, номер заходу, активність, activity, activity number, event, veikla, renginys, ' +
    'aktivitate, pasakums',
);
const funder = words(
  'донор, фінансування від, джерело фінансування, хто фінансує, грантодавець, кошти, funder, donor, ' +
    'source of funding, financed by, finansuotojas, remejas, finansavimo saltinis, finansetajs, ' +
    'finansejuma avots, donors',
);
const currency = words('валюта, currency, valiuta, valuta');
const amount = words(
  'сума, вартість, бюджет, усього, всього, план, amount, sum, cost, budget, total, planned amount, suma, ' +
    'kaina, is viso, biudzetas, summa, kopa, budzets, izmaksas',
);
const code = words('код, номер, №, п/п, шифр, code, no, number, ref, kodas, nr, eil nr, kods, numurs');

/**
 * Words of a column's heading in the tables of a project, in the four languages, folded; a heading is told by its
 * beginning. By kind of import and what a column can stand for.
 */
export const projectColumnWords = {
  activities: {
    number: words('номер, №, № з/п, п/п, number, no, #, nr, eil nr, numeris, numurs'),
    title: words(
      'назва, назва заходу, захід, зміст, зміст заходу, тема, title, activity, name, topic, event, ' +
        'pavadinimas, veikla, renginys, tema, nosaukums, aktivitate, pasakums',
    ),
    kind: words(
      'вид, вид заходу, тип, тип заходу, форма, kind, type, type of activity, tipas, rusis, veiklos rusis, ' +
        'veids, tips, pasakuma veids',
    ),
    line,
    status: words('стан, статус, стан виконання, status, state, busena, statusas, statuss, stavoklis'),
    from: words(
      'початок, дата початку, плановий початок, планова дата, запланована дата, заплановано, дата, термін, ' +
        'строк, start, start date, from, planned from, planned start, planned date, date, pradzia, ' +
        'pradzios data, planuojama pradzia, planuojama data, data, sakums, sakuma datums, planotais sakums, ' +
        'datums',
    ),
    until: words(
      'кінець, завершення, закінчення, дата завершення, дата закінчення, планове завершення, по, до, end, ' +
        'end date, until, planned until, planned end, to, pabaiga, pabaigos data, planuojama pabaiga, iki, ' +
        'beigas, beigu datums, planotas beigas, lidz',
    ),
    actualFrom: words(
      'фактична дата, фактичний початок, фактично, проведено, дата проведення, відбувся, actual start, ' +
        'actual from, actual date, held on, held, faktine data, faktine pradzia, ivyko, faktiskais datums, ' +
        'faktiskais sakums, notika',
    ),
    actualUntil: words(
      'фактичне завершення, фактичний кінець, actual end, actual until, held until, faktine pabaiga, ' +
        'faktiskas beigas',
    ),
    territory,
    place: words(
      'місце, місце проведення, адреса, place, venue, location, address, vieta, adresas, norises vieta, adrese',
    ),
    organiser: words(
      'організатор, відповідальна організація, виконавець, organiser, organizer, organised by, implementer, ' +
        'organizatorius, vykdytojas, organizators, rikotajs',
    ),
    participants: words(
      'учасників, кількість учасників, учасники, охоплено, participants, number of participants, ' +
        'people reached, attendance, dalyviu skaicius, dalyviai, dalibnieku skaits, dalibnieki',
    ),
    outcome: words(
      'результат, результати, підсумок, outcome, result, results, rezultatas, rezultatai, rezultats, rezultati',
    ),
    source,
    note,
  },
  registrationSheet: {
    sex: words('стать, sex, gender, lytis, dzimums'),
    age: words('вік, повних років, років, age, amzius, vecums'),
    ageBand: words('вікова група, вікова категорія, age band, age group, amziaus grupe, vecuma grupa'),
    profession: words(
      'професія, професійна група, посада, фах, рід занять, profession, professional group, occupation, ' +
        'position, job title, profesija, profesine grupe, pareigos, profesionala grupa, amats, nodarbosanas',
    ),
    country: words('країна, країна проживання, громадянство, country, salis, valstis, valsts'),
  },
  participants: {
    activity,
    dimension: words(
      'розподіл, розріз, ознака, за чим, dimension, by, breakdown, disaggregation, pjuvis, pozymis, ' +
        'iedalijums, pazime',
    ),
    key: words('група, значення, категорія, key, value, group, category, reiksme, grupe, kategorija, vertiba, grupa'),
    people: words(
      'кількість, осіб, кількість осіб, кількість учасників, учасників, people, number, count, ' +
        'number of people, skaicius, zmoniu skaicius, dalyviu skaicius, skaits, cilveku skaits',
    ),
  },
  indicatorValues: {
    indicator: words('показник, індикатор, назва показника, indicator, rodiklis, raditajs, indikators'),
    period: words(
      'період, рік, квартал, місяць, півріччя, period, year, quarter, month, laikotarpis, metai, ketvirtis, ' +
        'menuo, periods, gads, ceturksnis, menesis',
    ),
    territory,
    key: words(
      'розподіл, група, категорія, ознака, key, group, category, disaggregation, breakdown, grupe, ' +
        'kategorija, pjuvis, grupa, iedalijums',
    ),
    value: words(
      'значення, факт, фактичне значення, кількість, value, actual, result, reiksme, faktine reiksme, ' +
        'vertiba, faktiska vertiba',
    ),
    source,
    note,
  },
  budgetLines: {
    funder,
    code,
    title: words(
      'назва, стаття, стаття витрат, стаття бюджету, найменування, видатки, опис, title, name, item, ' +
        'budget line, description, pavadinimas, straipsnis, islaidos, aprasymas, nosaukums, pozicija, ' +
        'budzeta pozicija, apraksts',
    ),
    category: words(
      'категорія, вид витрат, розділ, група, category, type, heading, kategorija, islaidu rusis, grupe, ' +
        'izdevumu veids, grupa',
    ),
    line,
    amount,
    currency,
    note,
  },
  expenses: {
    budgetLine: words(
      'стаття, стаття бюджету, стаття витрат, рядок бюджету, код статті, budget line, line, item, code, ' +
        'budget code, biudzeto eilute, straipsnis, kodas, budzeta pozicija, budzeta rinda, pozicija, kods',
    ),
    kind: words('вид, тип, kind, type, rusis, tipas, veids, tips'),
    date: words('дата, дата оплати, дата документа, date, paid on, data, apmoketa, datums, samaksats'),
    document: words(
      'документ, номер документа, рахунок, платіжне доручення, акт, document, document number, invoice, ' +
        'receipt, voucher, dokumentas, saskaita, saskaita faktura, dokuments, rekins',
    ),
    payee: words(
      'одержувач, отримувач, постачальник, контрагент, кому, payee, supplier, vendor, recipient, paid to, ' +
        'gavejas, tiekejas, sanemejs, piegadatajs',
    ),
    amount,
    currency,
    rate: words('курс, rate, exchange rate, kursas, valiutos kursas, kurss, valutas kurss'),
    activity,
    note: [...note, ...words('призначення, призначення платежу, purpose, paskirtis, merkis, description, опис')],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type ProjectTableKind = keyof typeof projectColumnWords;
