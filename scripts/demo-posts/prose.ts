/** Sentences that all invented posts are made of. Words in braces are filled in by `text.ts`. */

export const openings: readonly string[] = [
  "{company} is a company in {field}. We build {product}, so that {aim}. For the {team} team we are looking for {title}.",
  "We make {product}. It is used by {users}, and it is written in Python from top to bottom. We are looking for {title} who wants to make it better.",
  "You will join the {team} team of {company}: {n} people who keep {product} running and growing, so that {aim}.",
  "Do you want to see your Python code used by {users} the week after you wrote it? At {company} that is the rule. We build {product}.",
  "After {years} years {product} has become the thing {users} open first in the morning. To keep up, the {team} team needs {title}.",
  "{company} works in {field}, and most of what we do is Python. You would work on {product} with {n} colleagues, so that {aim}.",
];

export const situations: readonly string[] = [
  "Our code base has about {lines} lines of Python, tested better in the new half than in the old one. We use {stack}, and we upgrade soon after each release.",
  "Technically this is {stack}. You will meet {data}, and the occasional surprise in it.",
  "The stack is {stack}, in Python {python}. Everything is typed, linted and reviewed; nothing is clever for its own sake.",
  "You work with {data}. The tools are Python {python} and {stack}; where something else fits better, we talk about it.",
  "We run on {stack}. The oldest Python file is {years} years old and still in use, the newest was merged this morning.",
];

export const plans: readonly string[] = [
  "In your first three months you would find your way around the code, meet some of the {users} who live with it, and ship something small every week. After that we would like you to take over a part that nobody owns today.",
  "The largest thing ahead of us: what works for {staff} {users} has to work for ten times as many by next autumn, without ten times the machines. We know roughly how. The details would be yours.",
  "Much of this year will go into paying back debts. There is a module from {years} years ago that everybody walks around; we want it gone, piece by piece, while {users} keep working and notice nothing.",
  "We are about to open our interfaces to {users} who write their own Python scripts. Somebody has to decide what is promised and what is not, and to write it down so that it can be read.",
  "This is a new position. Until now everybody did a little of it on the side, which was fine for the first {n} of us and is not any more.",
  "Your predecessor is moving to the {team} team after {n} good years, sits two desks away and has left notes that one can actually use.",
];

export const taskHeadings: readonly string[] = [
  "What you will do",
  "Your work",
  "The job",
  "What is waiting for you",
  "A typical month",
];

export const team: readonly string[] = [
  "We are {n} people in the team, between {younger} and {older} years old. Decisions are written down, meetings are few, and Friday afternoons belong to whatever you think needs repairing.",
  "You will pair with a colleague for the first six weeks. After that you get a part of the system with your name on it, and help whenever you ask for it.",
  "We work in two-week cycles without heroics. Overtime is rare, is written down, and comes back as time off.",
  "Every change is reviewed by one other person, kindly and the same day. We release several times a day, but never on a Friday.",
  "The team speaks English; nobody minds an accent. Notes are public within the company, so that you need not be in every meeting.",
  "We give a tenth of our time to the free software that we use. Last year that was {patches} patches, most of them small.",
];

export const offers: readonly string[] = [
  "{holidays} days of holiday, and we see to it that you take them",
  "A four-day week, if you want one",
  "A budget of your own for books, courses and one conference a year",
  "A decent laptop with the system of your choice",
  "Parental leave beyond what the law asks for",
  "A pension contribution of {pension} per cent",
  "A ticket for public transport, or a bicycle",
  "Paid time for open source",
  "Flexible hours around a core from ten to three",
  "A quiet room, a loud room and good coffee",
  "Help with moving, visa and finding a flat",
  "Paid on-call duty, with rest afterwards",
];

export const process: readonly string[] = [
  "Applying takes three steps: a call of half an hour, an hour of looking at code together, and lunch with the team. You hear from us within {days} working days after each.",
  "Send us a few lines about what you have built; a letter of motivation is not needed. There is no homework. We pay for your journey.",
  "We answer every application, the declined ones too. Interviews are by video, with the people you would work with.",
  "No puzzles and no whiteboard. You bring some code of yours, or we look at some of ours, and we talk about it.",
];

export const needOpenings: readonly string[] = [
  "",
  "What we look for:",
  "You should bring:",
  "This is what matters to us:",
];

export const extraOpenings: readonly string[] = [
  "Good to have, but not needed: {extras}.",
  "If you also know one of these, tell us: {extras}.",
  "A plus, never a condition: {extras}.",
];

export const needClosings: readonly string[] = [
  "If the list fits you only by half, apply anyway.",
  "We care about what you can do, and not about where you learned it.",
  "{language} helps in daily life, but is not needed for the job.",
  "You can work in English, in speech and in writing.",
];

export const companies: readonly string[] = [
  "{company} was founded {years} years ago in {city} and belongs to the people who work in it. We are {staff} by now, and profitable.",
  "We are {staff} people in {field}. Our customers are {users} in {countries} countries. Nobody here has a title longer than their name.",
  "{company} began as a project of two {users} who were fed up with their tools. Today {staff} people work on {product}, so that {aim}.",
  "An independent company of {staff} people. We have no investors who want us to be something else in three years.",
  "What we want is simple to say: that {aim}. {company} has {staff} employees, and a dog called {dog}.",
];

export const agencyOpenings: readonly string[] = [
  "We are recruiting for a client in {field} who builds {product}. The employer’s name is given in the first conversation.",
  "Our client, a company of {staff} people in {field}, is looking for {title}. It is a direct contract with them; we do not lease staff.",
];

export const codeSamples: readonly string[] = [
  `A small taste of what we mean by readable:

\`\`\`python
def late(shipments: Iterable[Shipment], now: datetime) -> list[Shipment]:
    """Those that should have arrived, the longest overdue first."""
    overdue = (s for s in shipments if s.due < now and not s.arrived)
    return sorted(overdue, key=lambda s: s.due)
\`\`\``,
  `Our charts look like this, and you should not be frightened by them:

\`\`\`yaml
image: "{{ .Values.registry }}/api:{{ .Chart.AppVersion }}"
{% if debug %}command: ["python", "-m", "pdb"]{% endif %}
\`\`\``,
  "To find out whether you would like it here: if `assert sorted(set(x)) == sorted(x)` tells you something about `x`, we will get along.",
];

export const dogs: readonly string[] = [
  "Pixel",
  "Mochi",
  "Semicolon",
  "Tortellini",
  "Biscuit",
  "Lambda",
];

export const people: readonly string[] = [
  "Amara Okonjo",
  "Tomasz Wilk",
  "Ingrid Solheim",
  "Yuki Arakawa",
  "Lucía Ferrán",
  "Priya Raman",
  "Jonas Ebeling",
  "Aoife Brannigan",
  "Samir Haddad",
  "Chloé Marchetti",
  "Mateus Lacerda",
  "Hana Novotná",
  "Thandi Mabaso",
  "Pekka Rautio",
  "Noor van Elst",
  "Dmitri Halonen",
  "Wanjiru Kamau",
  "Elif Aydoğan",
  "Marek Zeleny",
  "Siobhan Kerrigan",
  "Ravi Menon",
  "Linnea Åkerman",
  "Paolo Venturi",
  "Mei-Ling Hsu",
];

export const brandStarts: readonly string[] = [
  "Alder",
  "Amber",
  "Birch",
  "Bramble",
  "Cinder",
  "Cobalt",
  "Copper",
  "Dapple",
  "Drift",
  "Dun",
  "Elder",
  "Ember",
  "Fallow",
  "Fern",
  "Flint",
  "Gorse",
  "Granite",
  "Harrow",
  "Hazel",
  "Iris",
  "Ivory",
  "Jasper",
  "Juniper",
  "Kelp",
  "Kestrel",
  "Larch",
  "Linden",
  "Marl",
  "Moss",
  "Nettle",
  "Ochre",
  "Osprey",
  "Pebble",
  "Plover",
  "Quartz",
  "Quill",
  "Rowan",
  "Sable",
  "Sorrel",
  "Teal",
  "Thistle",
  "Umber",
  "Vetch",
  "Willow",
  "Wren",
  "Yarrow",
];

export const brandEnds: readonly string[] = [
  "bridge",
  "croft",
  "fold",
  "forge",
  "gate",
  "grove",
  "haven",
  "hollow",
  "lark",
  "light",
  "line",
  "loop",
  "mark",
  "mere",
  "path",
  "point",
  "quay",
  "shore",
  "stack",
  "stone",
  "thorpe",
  "well",
  "wick",
  "works",
];

export const agencyNames: readonly string[] = [
  "Recruitment",
  "Talent Partners",
  "Search",
  "People",
];
