/** The jobs that the invented companies offer. The phrases fit into the lists of `prose.ts`. */
import { readBlocks } from "./blocks.ts";

const keys = ["titles", "filed", "pay", "stack", "tasks", "needs", "extras"] as const;

/**
 * - `titles`: without seniority
 * - `filed`: the category, then the types that may fit
 * - `pay`: in percent of what is usual in the market
 * - `stack`: what Python is used with
 * - `tasks`, `needs`, `extras`: entries of lists; `{…}` is filled in
 */
export type Role = Record<(typeof keys)[number], readonly string[]>;

export const roles: readonly Role[] = readBlocks(
  keys,
  `
titles: Back-end Developer; Python Developer; Backend Engineer; Software Engineer, APIs; API Developer
filed: developer-engineer; back-end; web; database; integration; cloud
pay: 100
stack: FastAPI and PostgreSQL; Django and PostgreSQL; Flask, Celery and Redis; SQLAlchemy and RabbitMQ
tasks: Design and build the HTTP interfaces that {users} depend on; Cut the slowest endpoint from two seconds to something we can be proud of; Move the last synchronous jobs to a queue; Review other people’s changes, and have yours reviewed; Take the lead on splitting one large module into two smaller ones; Write the tests you would want to find there in a year
needs: You have shipped Python services that other people rely on; You are at home in SQL and read a query plan before you add an index; You write tests because they make you faster; You can explain a design in half a page of plain English
extras: experience with event-driven systems; PostgreSQL beyond the ORM; having run a service on call

titles: Django Developer; Full-stack Developer (Django); Web Developer; Wagtail Developer; Full-stack Engineer
filed: developer-engineer; web; front-end; back-end; database
pay: 96
stack: Django, HTMX and PostgreSQL; Django, Django REST framework and Vue; Wagtail and PostgreSQL; Django and React
tasks: Build whole features, from the model to the last pixel; Keep our pages fast on old telephones; Talk with {users} about what they really need; Retire the old admin, page by page; Look after accessibility: we test with a screen reader before each release; Upgrade Django on the day a new version comes out
needs: You know Django well, including the parts that bite; You write HTML and CSS by hand and with pleasure; You care whether a page works without a mouse; You leave code tidier than you found it
extras: contributions to open source; an eye for typography; experience with GOV.UK-like design systems

titles: Data Engineer; Data Platform Engineer; Analytics Engineer; ETL Developer
filed: developer-engineer; big-data; database; cloud; integration; search
pay: 106
stack: Airflow, dbt and Snowflake; PySpark and Kafka; Dagster, DuckDB and Parquet; Prefect and BigQuery
tasks: Own the pipelines that bring in {data}; Make late and broken data visible before {users} notice; Replace a nightly batch by a stream; Document what each column means, and who may see it; Help analysts to write SQL that does not cost a fortune
needs: You have built data pipelines in Python that ran for years; You know how to test code whose input is never twice the same; You think about privacy before somebody asks; SQL is your second language
extras: knowledge of Arrow or Polars; having migrated a warehouse; infrastructure as code

titles: Data Scientist; Applied Scientist; Quantitative Analyst; Forecasting Scientist
filed: researcher-scientist; statistics; machine-learning; numeric-processing; big-data
pay: 108
stack: pandas, scikit-learn and Jupyter; NumPy, SciPy and Stan; Polars, statsmodels and PyMC
tasks: Find out what {data} can and cannot tell us; Build forecasts together with the people who have to act on them; Design experiments, and stop those that will not answer the question; Turn notebooks into code that runs every night; Say clearly how sure you are
needs: A sound grounding in statistics, however you came by it; Fluent Python with NumPy and pandas; You have put at least one model to work and lived with the results; You can explain an interval to {users}
extras: Bayesian methods; causal inference; geospatial data

titles: Machine Learning Engineer; Computer Vision Engineer; NLP Engineer; ML Platform Engineer
filed: developer-engineer; machine-learning; image-processing; text-processing; big-data; cloud
pay: 115
stack: PyTorch and ONNX; PyTorch, Ray and Kubernetes; TensorFlow and FastAPI; spaCy and scikit-learn
tasks: Train, shrink and ship models that run in the field; Build the evaluation that tells us whether a new model is better for {users}; Keep a model’s inputs under watch and notice drift; Make training repeatable from one command; Label a few hundred examples yourself before you automate anything
needs: You have brought machine learning to production in Python; You know PyTorch or something like it from the inside; You are suspicious of results that are too good; You can read a paper and tell what it leaves out
extras: CUDA or C++; experience with small devices; published work

titles: DevOps Engineer; Site Reliability Engineer; Platform Engineer; Cloud Engineer; Infrastructure Engineer
filed: system-administrator; cloud; operations; systems; integration
pay: 108
stack: Terraform, Kubernetes and AWS; Ansible and bare metal; Pulumi (in Python) and Google Cloud; Nomad and Debian
tasks: Make a deployment so dull that nobody watches it; Write the Python tools that our developers use every day; Share the rota: one week in six, paid, with a day off afterwards; Practise restoring from backup every month; Bring the cloud bill down without slowing anybody down
needs: You have run Linux systems that must not stop; You automate in Python and not in two hundred lines of Bash; You write calm, useful incident reports; You know networks well enough to draw ours
extras: PostgreSQL administration; experience with Prometheus; a certificate or two, if you like them

titles: Test Engineer; QA Engineer; Test Automation Engineer; Software Engineer in Test
filed: test-engineer; testing; integration; web; systems
pay: 88
stack: pytest and Playwright; pytest, Robot Framework and hardware in the loop; Hypothesis and Locust
tasks: Build the end-to-end tests that decide whether we may release; Find the flaky ones and make them honest; Sit with {users} and watch what they really do; Teach developers to test their own edge cases; Break things in ways that nobody else thought of
needs: You write Python test suites that others can read; You know pytest well, fixtures and all; You report a fault so that it can be repeated; You enjoy being the one who asks “what if”
extras: performance testing; accessibility testing; ISTQB, or a good reason for not having it

titles: Engineering Manager; Head of Engineering; Development Team Lead; Director of Data
filed: manager-executive; management; lead; web; back-end
pay: 110
stack: Django, Celery and PostgreSQL; FastAPI, Kafka and Kubernetes; Python throughout, and very little else
tasks: Lead {n} people who write Python for a living; Hire slowly, and well; Keep the roadmap short enough to be believed; Hold one-to-ones that are worth the time of both; Still read code every week; Tell the board what is late before it is
needs: You have led a software team and would be led by you; You have written production Python yourself; You can say no, and give the reason; You have had to let a project go and learned from it
extras: experience with growing from ten to thirty; budget responsibility; a second working language

titles: Research Software Engineer; Scientific Programmer; Bioinformatician; Computational Scientist
filed: researcher-scientist; numeric-processing; statistics; image-processing; big-data
pay: 84
stack: NumPy, xarray and Dask; Snakemake and pandas; JAX and MPI; Cython, Fortran and NumPy
tasks: Turn prototypes from papers into software that others can install; Make an analysis of {data} run ten times faster; Teach a course on testing for scientists twice a year; Publish what you build, with your name on it; Sit in the group meetings and ask about units
needs: A degree in a science, or the experience that replaces it; Strong Python, with an idea of what happens below it; You have used a cluster and did not make enemies; You write documentation that a new student can follow
extras: Fortran or C++; packaging for conda-forge; experience with open data

titles: Developer Advocate; Developer Relations Engineer; Technical Writer; Community Engineer
filed: evangelist; evangelism; web; text-processing
pay: 94
stack: Sphinx and MyST; our Python SDK, which is open source; Jupyter, MkDocs and a good microphone
tasks: Write the tutorials that you would have liked to have; Speak at four or five conferences a year, two of them far away; Bring what {users} complain about to the people who can change it; Keep every example in our documentation tested; Look after our Python SDK together with its maintainers
needs: You write clearly and cut what is not needed; You program in Python well enough to be trusted by those who do it all day; You listen more than you talk, even on a stage; You have taught something to somebody
extras: a blog, a podcast or talks we can look at; another language; experience with translation

titles: Embedded Software Engineer (C++ and Python); Robotics Software Engineer; Firmware Tooling Engineer; Simulation Engineer
filed: developer-engineer; systems; testing; numeric-processing; image-processing
pay: 104
stack: C++20, pybind11 and ROS 2; MicroPython and Zephyr; C++, CAN bus and pytest
tasks: Write the Python layer above our C++ controllers; Build simulators, so that we break models and not machines; Automate the test bench down to the last relay; Measure latency and jitter, and draw the honest histogram; Go and see the machines at least once a quarter
needs: Python for tools and tests, C++ for what must be quick; You are not afraid of an oscilloscope; You have debugged something that only failed on Tuesdays; You know what a race condition looks like
extras: real-time Linux; functional safety; a workshop at home

titles: Python Developer, Odoo; ERP Developer; Integration Developer; Automation Developer
filed: developer-engineer; integration; back-end; database; finance
pay: 90
stack: Odoo and PostgreSQL; Plone and Zope; Python, pandas and a great many spreadsheets
tasks: Adapt our ERP to how {users} work, and not the other way round; Connect systems that were never meant to meet; Move ten years of data without losing an invoice; Train key users, patiently; Send useful changes back to the community
needs: Solid Python and patience with old code; You understand what a ledger is; You ask what a process is for before you automate it; You document where the bodies are buried
extras: accounting knowledge; having survived an ERP migration; XML without fear

titles: Security Engineer; Application Security Engineer; Detection Engineer; Malware Analyst
filed: developer-engineer; systems; operations; testing; big-data
pay: 112
stack: Python, YARA and a large graph database; Semgrep, CodeQL and pytest; Scapy and Zeek
tasks: Review designs before they become incidents; Write detections in Python, with tests and with a runbook; Help {users} to fix what we find; Run a friendly attack on ourselves each quarter; Keep our dependencies few and known
needs: You have found and reported real weaknesses, responsibly; You read code in several languages and write Python; You can tell a risk from a fright; You stay polite when it burns
extras: CVEs to your name; reverse engineering; experience with auditors

titles: Database Administrator; PostgreSQL Engineer; Systems Administrator; Linux Administrator
filed: system-administrator; database; systems; operations; cloud
pay: 98
stack: PostgreSQL, Patroni and Python; Debian, Ansible and Python; MariaDB and a lot of Python glue
tasks: Keep the databases that hold {data} fast and safe; Upgrade without anybody noticing; Write the Python tools that make the next upgrade dull; Teach developers to love EXPLAIN; Answer questions from {users} with patience
needs: Years with PostgreSQL or a close relative; Python for everything you do more than twice; You have restored from a backup in earnest; You say what you are going to do before you do it
extras: replication across continents; storage hardware; patience with printers

titles: Python Trainer; Technical Product Manager; Solutions Consultant; Course Author; Customer Engineer
filed: other; management; web; testing; search; text-processing
pay: 92
stack: Python, Jupyter and a whiteboard; our Python API and whatever the customer has; Django, and a great deal of listening
tasks: Show {users} what they can do with Python in an afternoon; Turn what you hear into small, clear tickets; Write the examples and exercises yourself, and keep them tested; Travel to customers about four days a month; Tell the {team} team what hurts, with numbers; Build small Python integrations where that is quicker than a meeting
needs: You explain things so that people are glad they asked; You write Python that a beginner can read; You have taught, sold or supported something technical; You finish what you promised on the telephone
extras: experience with adult education; a second language; a driving licence
`,
);
