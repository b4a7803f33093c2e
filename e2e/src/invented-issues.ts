// Issues of a project that does not exist: software for harbours. Written as `gh issue list --json` would write them.

const open: readonly (readonly [title: string, sentence: string])[] = [
  [
    'Harbour masters retype every arrival from paper',
    'On a Saturday we copy eighty arrivals by hand, and each tenth has a typo.',
  ],
  ['Skippers arrive at berths that are still taken', 'The guest had paid, and a catamaran lay in his place until noon.'],
  ['Night guards cannot see who paid', 'They knock at boats at ten in the evening to ask.'],
  ['The price of a second hull is a surprise', 'Catamarans see the right price only at the counter.'],
  ['Guests leave without paying for electricity', 'The meter at the post is read once a week.'],
  ['Nobody notices a cancelled booking before evening', 'The berth stays empty although three boats asked for one.'],
  ['Season lists take a whole day in March', 'We compare two tables line by line.'],
  ['Skippers ask by telephone how deep the berth is', 'Twenty calls a day, all the same question.'],
  ['The waiting list is kept in one person’s head', 'When Jonna was ill, nobody knew whose turn it was.'],
  ['Invoices for clubs go out with the wrong address', 'Clubs move their treasurer every year.'],
  ['Screens cannot be read in the sun', 'On the pier the grey text disappears.'],
  ['A booking made offline is lost when the tablet sleeps', 'It happened to us four times in August.'],
  ['Refunds take two weeks', 'The bookkeeper types each of them by hand.'],
  ['Dogs are allowed on one pier only, and nobody knows', 'There was a quarrel every weekend.'],
  ['The map does not show the crane hours', 'Boats wait in the fairway for a crane that is closed.'],
  ['Two people answer the same e-mail', 'And they promise different berths.'],
  ['Skippers cannot change their time of arrival', 'They call, and the line is busy.'],
  ['Yearly tenants pay their post twice', 'The key card charges them again.'],
  ['The daily report counts a raft as three boats', 'The numbers for the town are wrong since May.'],
  ['New staff need a week to learn the codes', 'Each berth has three names.'],
  ['A storm warning reaches the pier too late', 'We walk from boat to boat.'],
  ['Prices for next year cannot be tried out', 'We change them at night and hope.'],
  ['Foreign phone numbers are refused', 'Half of our guests are from abroad.'],
  ['The gate code is told over the telephone', 'Anybody can call and say a boat’s name.'],
  ['Berths for wheelchairs look like any other', 'They are given to whoever comes first.'],
  ['Long names are cut on the berth card', 'The guests laugh, the auditors do not.'],
  ['Groups of boats are torn apart', 'A regatta of twelve was spread over five piers.'],
  ['The counter cannot print when the network is down', 'The line went out to the car park.'],
  ['Tide times are those of another harbour', 'They differ by forty minutes.'],
  ['Nobody sees which posts are broken', 'Guests tell us at the end of their stay.'],
];

const finished = ['Index', 'Cache', 'Retry', 'Test', 'Document', 'Tidy'];
const subjects = [
  'arrivals by date',
  'berth prices',
  'the card reader',
  'the season list',
  'tide tables',
  'the mail queue',
  'invoices',
  'the gate',
];

/** How many of the invented issues are open, and how many are closed. */
export const inventedCounts = { open: open.length, closed: finished.length * subjects.length } as const;

const day = 86_400_000;

/** The file's text. The closed ones were closed on every second working day up to yesterday, so that there is a rate to measure. */
export function inventedIssues(now: Date): string {
  const opened = open.map(([title, body], index) =>
    issue(index + 1, title, body, new Date(now.getTime() - (60 - index) * day), null),
  );
  const days = workingDaysBefore(now, inventedCounts.closed * 2).filter((_, index) => index % 2 === 0);
  const closed = days.map((closedAt, index) => {
    const title = `${finished[index % finished.length] ?? ''} ${subjects[Math.floor(index / finished.length)] ?? ''}`;
    return issue(101 + index, title, '', new Date(closedAt.getTime() - 9 * day), closedAt);
  });
  return JSON.stringify([...opened, ...closed]);
}

/** As many open issues as wanted: the same problems, met at one pier after the other. */
export function manyIssues(count: number, now: Date): string {
  const issues = Array.from({ length: count }, (_, index) => {
    const [title, sentence] = open[index % open.length] ?? ['', ''];
    const round = Math.floor(index / open.length);
    const createdAt = new Date(now.getTime() - (1 + (index % 300)) * day);
    return issue(1 + index, round === 0 ? title : `${title} (pier ${round + 1})`, sentence, createdAt, null);
  });
  return JSON.stringify(issues);
}

/** The latest first, each at ten in the morning. */
function workingDaysBefore(now: Date, count: number): readonly Date[] {
  const days: Date[] = [];
  for (let back = 1; days.length < count; back += 1) {
    const date = new Date(now.getTime() - back * day);
    date.setUTCHours(10, 0, 0, 0);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) days.push(date);
  }
  return days;
}

function issue(number: number, title: string, body: string, createdAt: Date, closedAt: Date | null): object {
  return {
    number,
    title,
    body,
    state: closedAt === null ? 'OPEN' : 'CLOSED',
    stateReason: closedAt === null ? '' : 'COMPLETED',
    url: `https://github.com/tideline/harbour/issues/${number}`,
    author: { login: ['mira-k', 'tomas', 'jonna', 'ade-o'][number % 4] },
    assignees: [],
    labels: [],
    createdAt: createdAt.toISOString(),
    updatedAt: (closedAt ?? createdAt).toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    comments: number % 5 === 1 ? [comment(number, createdAt)] : [],
  };
}

function comment(number: number, createdAt: Date): object {
  return {
    author: { login: 'harbour-north' },
    body: 'It is the same with us, every weekend of the season.',
    createdAt: new Date(createdAt.getTime() + day).toISOString(),
    url: `https://github.com/tideline/harbour/issues/${number}#issuecomment-${9000 + number}`,
  };
}
