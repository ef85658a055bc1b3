/** What the invented companies do. The phrases fit into the sentences of `prose.ts`. */
import { readBlocks } from "./blocks.ts";

const keys = ["field", "names", "products", "users", "data", "aims", "teams"] as const;

/**
 * - `field`: as in “a company in …”
 * - `names`: words of the trade for company names
 * - `products`: with their article, as in “we build …”
 * - `users`: in the plural
 * - `data`: as in “you work with …”
 * - `aims`: as in “so that …”, one for each product
 * - `teams`: as in “the … team”
 */
export type Industry = Record<(typeof keys)[number], readonly string[]>;

export const industries: readonly Industry[] = readBlocks(
  keys,
  `
field: freight and logistics
names: Freight; Haulage; Cargo Systems; Logistics
products: a route planner for regional hauliers; a booking exchange for half-empty lorries; customs software for small exporters; a yard management system
users: dispatchers; freight forwarders; lorry drivers; warehouse leads
data: positions from 6,000 vehicles, sent every ten seconds; two decades of shipment records; tariff tables from forty countries
aims: nobody waits four hours at a closed road; lorries stop driving home empty; a small exporter gets through customs before lunch; a parcel is where its label says it is
teams: Routing; Dispatch; Pricing; Tracking

field: health care
names: Health; Clinics; Medical Software; Care
products: the booking system of 400 physiotherapy practices; a record viewer for hospital wards; software that plans operating theatres; a prescription checker
users: nurses; practice managers; pharmacists; hospital planners
data: anonymised admissions of three regions; appointment histories; laboratory results in HL7 and FHIR
aims: a cancelled appointment is offered to the next person in minutes; patients wait less and nurses type less; an operation is put off for good reasons only; two medicines that do not agree are never handed out together
teams: Scheduling; Clinical Data; Interoperability; Patient Apps

field: renewable energy
names: Energy; Wind Analytics; Grid; Solar
products: a forecast service for wind farms; a trading desk for community solar; the control room software of a grid operator; a battery scheduler
users: grid operators; wind farm technicians; energy co-operatives; traders
data: second-by-second measurements from 1,900 turbines; weather ensembles of four models; smart meter readings of a whole province
aims: less wind is wasted; a small town can run on what its roofs make; the lights stay on when the sun goes down; cheap power at noon is still there at supper
teams: Forecasting; Asset Data; Trading; Control Room

field: agriculture
names: Agritech; Harvest; Farm Data; Orchards
products: an irrigation planner for orchards; the brain of a milking robot; a crop health map made from satellite images; a trading place for grain co-operatives
users: growers; agronomists; dairy farmers; co-operatives
data: soil probes in 12,000 fields; Sentinel-2 scenes back to 2016; yield maps from combine harvesters
aims: water goes where the roots are; a sick cow is noticed two days sooner; a failing field is seen from above before it is seen from the road; small farms get the same prices as large ones
teams: Field Sensing; Imagery; Advice; Marketplace

field: banking and payments
names: Payments; Ledger; Finance; Banking Software
products: an instant payment switch; bookkeeping for freelancers; a fraud screen for card issuers; a savings app for credit unions
users: accountants; credit unions; compliance officers; shop owners
data: 30 million transactions a day; ISO 20022 messages; anonymised card authorisations
aims: a payment arrives before the invoice is folded; the books balance on the first try; honest customers are not stopped at the till; saving is as easy as spending
teams: Ledger; Risk; Core Payments; Reporting

field: education
names: Learning; Schools; Campus; Academy
products: a timetable solver for secondary schools; an exercise platform for maths lessons; the enrolment system of nine universities; a reading tutor
users: teachers; students; school administrators; parents
data: answers to 80 million exercises; course catalogues in nine formats; timetables of 1,300 schools
aims: nobody has two exams at the same hour; a child who is stuck gets a better next question; students choose their courses without queueing at midnight; teachers get their Sundays back
teams: Exercises; Timetabling; Enrolment; Accessibility

field: public administration
names: Civic; Public Services; Open Government; Registry
products: the form engine behind 200 municipal services; a register of buildings and addresses; a consultation platform for city councils; an open data portal
users: case workers; city councils; residents; statisticians
data: address registers; planning applications since 1988; budgets of 90 municipalities
aims: a form is filled in once; an address means the same house to the fire brigade and the post; people can see what their street is going to look like; anybody can check where the money goes
teams: Forms; Registers; Open Data; Identity

field: scientific research
names: Institute; Research Computing; Laboratories; Observatory
products: an analysis pipeline for electron microscopes; the data archive of a radio telescope; a library for reproducible climate models; a scheduler for beam time
users: biologists; astronomers; climate scientists; doctoral students
data: forty terabytes of images a week; simulation output on a 1 km grid; spectra of half a million stars
aims: scientists wait for nature and not for software; everybody can check a published figure; a result can be repeated in ten years; no hour of beam time is lost to a spreadsheet
teams: Research Software; Data Archive; Simulation; Imaging

field: games
names: Games; Playworks; Studio; Interactive
products: the build pipeline of a city-building game; a matchmaking service; tools for level designers; a live operations dashboard
users: level designers; artists; players; community managers
data: telemetry from nightly play tests; nine million matches a month; assets in forty formats
aims: a release is dull for those who make it; matches are fair at three in the morning too; a designer sees a change in the game in seconds; trouble is noticed before the forum notices it
teams: Tools; Online; Build; Analytics

field: insurance
names: Underwriting; Mutual; Insurance Analytics; Risk
products: a pricing engine for flood cover; a claims system for bicycle insurance; an actuarial notebook platform; a portal for brokers
users: actuaries; claims handlers; brokers; underwriters
data: claims back to 1994; flood maps and building plans; telematics from 50,000 cars
aims: a flooded cellar does not ruin anybody; a stolen bicycle is paid for by Friday; actuaries stop mailing spreadsheets; premiums can be explained to those who pay them
teams: Pricing; Claims; Actuarial Platform; Broker Portal

field: retail
names: Retail; Commerce; Market; Stores
products: the web shop of a bookshop co-operative; a stock planner for bakeries; a price label service; a returns portal
users: shop managers; buyers; customers; warehouse staff
data: till receipts from 700 shops; supplier catalogues; ten years of seasonal sales
aims: a small bookshop can be found as easily as a large one; less bread is wasted in the evening; the shelf and the screen say the same price; sending something back takes two minutes
teams: Stock; Checkout; Catalogue; Forecasting

field: media and publishing
names: Press; Media; Publishing; Broadcast
products: the publishing system of eleven local newspapers; a subtitle editor; an archive of radio programmes; a paywall that people do not hate
users: editors; archivists; readers; producers
data: a newspaper archive that starts in 1871; 90,000 hours of recorded radio; reading statistics without personal data
aims: a local paper can live from its readers; a deaf viewer laughs at the same moment; a voice from 1954 is found in seconds; readers pay gladly and editors can plan
teams: Newsroom; Archive; Subscriptions; Video

field: robotics
names: Robotics; Automation; Motion; Machines
products: a picking robot for nurseries; an inspection drone for bridges; control software for packing lines; a fleet manager for cleaning robots
users: plant operators; service technicians; integrators; bridge inspectors
data: lidar scans and camera streams; logs from 340 robots in the field; torque curves of every joint
aims: people do not have to carry what a machine can; a crack is found before it is dangerous; a packing line that stops says why; offices are clean and nobody works at four in the morning
teams: Perception; Fleet; Motion Planning; Simulation

field: security
names: Security; Trust; Defence Analytics; Identity
products: a scanner for software supply chains; a log analysis service for hospitals; passkeys for public services; a phishing simulator
users: incident responders; developers; auditors; small IT departments
data: package metadata of six ecosystems; two billion log lines a day; signatures and attestations
aims: a poisoned package is noticed on the day it appears; a hospital with two administrators can defend itself; nobody has to invent a password again; a wrong click is a lesson and not a disaster
teams: Detection; Supply Chain; Identity; Response

field: travel and transport
names: Rail; Transit; Travel; Mobility
products: a journey planner for night trains; ticketing for rural buses; a seat reservation engine; a departure board that tells the truth
users: passengers; timetable planners; bus companies; conductors
data: GTFS feeds of 600 operators; vehicle positions and delays since 2014; reservations for 4,000 trains
aims: people miss fewer connections; one ticket takes you to the last village; a seat is never sold twice; passengers know as much as the signal box
teams: Journey Planning; Ticketing; Real Time; Reservations

field: earth observation
names: Mapping; Geospatial; Earth; Surveying
products: a flood map that is ready in an hour; a base map for hikers; a change detector for forests; a tile server for the merchant navy
users: emergency services; foresters; cartographers; ships’ officers
data: radar scenes from three satellites; OpenStreetMap extracts; point clouds of whole counties
aims: rescuers know which road is dry; a map is never older than the path it shows; a felled forest does not stay a secret; a chart loads in the middle of the ocean too
teams: Tiles; Imagery; Alerts; Geodata

field: language technology
names: Language; Linguistics; Text; Speech
products: a transcription service for parliaments; a terminology base for translators; a spelling checker for small languages; a search engine for legal texts
users: translators; lawyers; stenographers; teachers of small languages
data: parallel texts in 31 languages; 12,000 hours of speech with consent; court rulings back to 1950
aims: a debate can be read an hour after it was held; translators decide and machines suggest; a small language works on a telephone too; a tenant finds the ruling that helps her
teams: Speech; Search; Terminology; Models

field: construction
names: Building Systems; Structures; Site; Engineering Software
products: a planner for tower cranes; an energy model for old buildings; a defect list for building sites; a calculator for timber frames
users: site managers; architects; structural engineers; housing co-operatives
data: IFC models of 5,000 buildings; energy certificates; photographs of every wall before it was closed
aims: no two cranes ever meet; houses lose less heat; a mistake is found on the day it is made; a timber roof costs what was promised
teams: Models; Site App; Energy; Calculation
`,
);
