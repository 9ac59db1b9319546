"""Which nouns name roles, bodies, writings and titles?  Closed lists of English, small enough to read."""

from __future__ import annotations

from quotes.attribution.syntax import Word

HONORIFICS = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady madam madame mme shri smt sri me rev reverend fr hon capt col gen lt
    sgt maj cpl adm mx rep sen gov det supt insp sheikh shaikh datuk dato encik sri seri haji hajj alhaji
    alhaja hajiya malam mallam engr eng barr ald cr cllr clr""".split()
)
"""Titles that stand before a name and are no role."""

WRITINGS = frozenset(
    """report study survey audit poll statement letter article document data paper analysis index release declaration figure record
    circular memo
    research review bulletin notice summons petition census database communiqué communique ruling verdict
    note post tweet message filing complaint website page account affidavit alert advisory video probe budget manifesto
    lawsuit suit countersuit counterclaim readout brief briefing application submission pleading motion appeal decree blog
    newsletter communication update bill proposal guideline finding result statistic estimate projection""".split()
)
"""What reports in a body's name."""

KINDS_OF_BODY = (
    "company firm bank studio inc ltd limited corp corporation plc airline airlines motors group holdings",
    "ministry department agency authority bureau commission government administration office council police court army services",
    "party alliance front movement congress",
    "university college school institute academy",
    "club team federation",
    "hospital clinic",
    "committee panel board tribunal jury",
    "newspaper daily weekly magazine broadcaster publication times herald post tribune news journal gazette",
)
KIND_OF_BODY = {word: number for number, words in enumerate(KINDS_OF_BODY) for word in words.split()}
"""What kind of body a noun means; nouns that mean any kind ("organization", "group") are not in it."""
OFFICIAL = KIND_OF_BODY["ministry"]
"""The kind of the bodies of a state."""
ANY_KIND = frozenset({"group", "agency", "office", "institute", "authority"})
"""Nouns that mean bodies of several kinds."""

SEVERAL = ("NNS", "NNPS")
"""Tags of plural nouns."""
POSSESSIVES = frozenset({"'s", "’s", "'S", "’S", "'", "’"})
"""The words that part an owner from what it owns."""
STREETS = frozenset("lane street road avenue drive crescent terrace gardens grove".split())
"""How the names of streets end, where people live who are of no body: "Karl Osei, 44, of Mill Lane"."""
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

BODIES = frozenset(
    """association bureau company university department ministry agency institute institution organization organisation
    firm group party office team council commission committee center centre union foundation bank court school college hospital club
    police force army board society federation network service authority government parliament laboratory academy
    precinct municipality chamber embassy consulate panel""".split()
)
"""Common nouns for an organization."""

UNNAMED_BODIES = frozenset({"opposition", "military", "coalition", "junta", "regime"})
"""Bodies that are spoken of without a name, besides those that have one as a rule."""

PRESS = frozenset("newspaper daily weekly magazine broadcaster publication paper".split())
"""Common nouns for a body of the press."""

FIRMS = frozenset(
    """carmaker automaker chipmaker drugmaker planemaker steelmaker shipbuilder manufacturer supplier producer distributor
    provider operator developer publisher broadcaster retailer grocer brewer lender insurer reinsurer carrier airline utility
    conglomerate chain consultancy brokerage startup start-up nonprofit charity ngo regulator watchdog""".split()
)
"""Nouns for a body by what it does: "the carmaker"; those that end like roles are people only where somebody is called so."""

SEATS = frozenset(
    """centre center office board agency authority bureau council court ministry university institute station museum
    administration department""".split()
)
"""What ends the name of a body that is named like a place."""

PERSONS = frozenset(
    """mother father brother sister son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather boy girl widow
    widower man woman teenager defendant passenger
    person witness eyewitness survivor suspect neighbour neighbor friend victim resident source native bride groom""".split()
)
"""Nouns for one person that are no roles."""

NOT_ROLES = frozenset(
    """accelerator after altar another answer anterior aunt bachelor barrier border boy brother calculator cancer
    carrier case center centre chamber chapter character checklist child color colour computer container corner corridor
    counter cousin cover danger daughter day december dinner disaster discover door elevator encounter error
    escalator ever example exterior factor father favor favour fever fiber filter finger floor flower folder former
    friend frontier gender generator girl granddaughter grandson gutter hammer harbor harbour header honor honour
    however hunger husband indicator inferior interior interview kind labor labour ladder latter layer letter list
    lot lumber major man many matter metaphor meter minor mirror month most mother motor move murder native nephew
    never newspaper niece november number october offer one order other over paper parent part people pepper person pier
    pillar platter poster power printer prior processor quarter rather reactor register relation remainder report
    resident river rumor rumour season sector sensor september server shelter shower silver sister slaughter sober
    soccer some son spider statement summer superior supper surrender temper terror that theater theatre thing
    thunder tier timber time together tower tractor transfer trigger twist twitter user uncle under vapor vector ventilator
    victim waitlist war water way weather week whether which while whisper who wife winter wishlist woman wonder
    year yesterday defendant codefendant passenger participant reader creator insurer expat""".split()
)
"""Nouns that say nothing of what somebody is in public life."""

ENDINGS = tuple(
    """aide boss ceo cfo chef coo cto czar dean er head host ian imam ist king man men mep mp or pope accountant
    adviser advocate agent ambassador analyst applicant assistant attendant attorney bishop captain chair chief
    claimant clerk client coach combatant commandant commissioner consultant correspondent deputy diplomat
    dissident emigrant envoy executive expert fellow friend guard immigrant incumbent informant inhabitant judge
    leader lieutenant magistrate mayor member merchant migrant militant nurse official opponent participant pastor patron
    person pilot president priest prince princess protestant queen regent representative resident respondent
    actress waitress athlete midwife paramedic jockey gymnast referee umpire emcee mechanic surgeon deacon chaplain
    missionary provost headmistress alumna alumnus intern apprentice trainee detective constable sheriff bailiff warden
    paralegal notary actuary entrepreneur magnate tycoon landlord consul architect astronaut cosmonaut ballerina acrobat
    champion pundit critic descendant descendent counsel employee trustee mufti registrar bureaucrat abbot emir sultan poetess
    secretary sergeant delegate advocate graduate laureate admiral colonel marshal pupil rabbi cleric monk nun
    servant scholar rapporteur whip academic veteran wright poet principal candidate nominee contestant
    spokesperson student superintendent tenant vicar woman women""".split()
)
"""How nouns for roles end, or what they are."""


GRADES = frozenset({"high", "chief", "deputy", "vice", "senior", "managing", "executive", "assistant"})
"""What begins a role, though the body's name before it may seem to run over it: "EU High Representative"."""


def without_grade(words: list[Word], first: int, last: int) -> int:
    """Where a body's name ends that runs over the beginning of the role after it."""
    while first + 1 < last < len(words) and words[last - 1].text.casefold() in GRADES and is_role_noun(words[last]):
        last -= 1
    return last


RANKS = frozenset("ACP CM CS DCP DGP DIG DPP DSP IGP MLA OC PM SP SSP".split())
"""Offices and ranks in capitals that are no part of the name after them."""
OFFICES = RANKS | frozenset("DP MCA MEC MLC MMC MNA MPA PS SDPO".split())
"""Offices and ranks in capitals: "Halden MLA Karl Osei"."""


def is_role_noun(word: Word) -> bool:
    """Whether a noun says, by its form, what a person is or does: "minister", "chief", "spokeswoman", "MLA"."""
    stated = word.text in OFFICES or (word.text[:1].isalpha() and is_role(word.lemma))
    return word.upos in ("NOUN", "PROPN") and stated


def is_honorific(word: Word) -> bool:
    """Whether a word is a title that is no role: "Mr.", "Dr"."""
    return word.text.rstrip(".").casefold() in HONORIFICS


def is_role(lemma: str) -> bool:
    """The same of a base form alone."""
    return lemma.casefold() not in NOT_ROLES and lemma.casefold().endswith(ENDINGS)
