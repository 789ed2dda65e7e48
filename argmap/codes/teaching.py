"""AM520 to AM541: advice for learners, given with `--teach`. Whom each rule is from: docs/teaching-advice.md."""

from typing import Final

from argmap.codes.page import Page


def _advice(code: str, name: str, *, finds: str, why: str, fix: str, wrong: str, right: str) -> Page:
    return Page(code, name, "advice", finds, why, fix, wrong, right, teaching=True)


TEACHING: Final = (
    _advice(
        "AM520",
        "several-sentences",
        finds="A `text` holds two sentences, or two with a semicolon between them.",
        why="Each sentence can be true without the other. In one box nobody can support, doubt or quote just one.",
        fix="Make a statement of each, and say by `because` or `but` how they hang together.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built. It is cheaper than a road.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built.}
""",
    ),
    _advice(
        "AM521",
        "several-claims",
        finds="A `text` joins two clauses by `and`, `but`, `while` or the like, and each has a subject and a verb.",
        why="That is two claims. A reason may carry only one of them, and a reader may doubt only the other.",
        fix="Make a statement of each. Where they support something only together, list both as premises of one"
        " reason.",
        wrong="""\
statements:
  tram: {type: thesis, text: "The tram should be built, and the road should be closed."}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built.}
  road: {type: thesis, text: The road should be closed.}
""",
    ),
    _advice(
        "AM522",
        "reasoning-in-a-box",
        finds="A `text` holds a reason and what it is for: it says `because`, `therefore`, `hence`, or `since` as a"
        " reason. A statement whose `says` codes a cause is let be: there `because` is the claim.",
        why="The map is there to show the step from one to the other. Inside a box it cannot be seen, nor doubted with"
        " `unless`.",
        fix="Make a statement of the reason, and name it under `because`.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built because the buses are full.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[full, tram-helps]]}
  full: {type: evidence, text: The buses are full., at: ¶2}
  tram-helps: {type: assumption, text: A tram takes people off full buses.}
""",
    ),
    _advice(
        "AM523",
        "no-full-sentence",
        finds="A `text` does not end as a sentence, has no verb, or is only the half of one that `because` begins.",
        why="A topic can be neither true nor false, so nothing can be a reason for it.",
        fix="Write the sentence the author stands for. A few words for small boxes are the `label`.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram as a solution}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram would solve the problem.}
""",
    ),
    _advice(
        "AM524",
        "question-in-a-box",
        finds="A `text` ends with a question mark.",
        why="A question claims nothing. A rhetorical one hides what is claimed, and with it what would have to be"
        " shown.",
        fix="Write the answer the author gives.",
        wrong="""\
statements:
  tram: {type: thesis, text: "Who needs a tram?"}
""",
        right="""\
statements:
  tram: {type: thesis, text: Nobody needs a tram.}
""",
    ),
    _advice(
        "AM525",
        "long-text",
        finds="A `text` has more than thirty words.",
        why="A box is read at a glance. A long text mostly holds a second claim, or what only explains the first.",
        fix="Say it more shortly. Split off what is a claim of its own, and put explanations under `note`.",
        wrong="""\
statements:
  tram:
    type: thesis
    text: >-
      In view of all that has been said in the council over the past ten years about traffic, air and noise in the
      inner town, the tram to the harbour should at long last be built.
""",
        right="""\
statements:
  tram:
    type: thesis
    text: The tram to the harbour should be built.
    note: The council has talked about it for ten years.
""",
    ),
    _advice(
        "AM526",
        "topic-label",
        finds="A `label` of one or two words has no verb: it names a topic.",
        why="On slides and in small boxes the label is all that is read. `Rents` does not say whether they rise or"
        " fall.",
        fix="Let the label say what the text claims: `Rents fall`.",
        wrong="""\
statements:
  tram: {type: thesis, label: The tram, text: The tram should be built.}
""",
        right="""\
statements:
  tram: {type: thesis, label: Build the tram now, text: The tram should be built.}
""",
    ),
    _advice(
        "AM527",
        "label-repeats-text",
        finds="A `label` has the same words as the `text`.",
        why="Where both are drawn the reader reads one sentence twice.",
        fix="Shorten the label, or leave it out: boxes show the text then.",
        wrong="""\
statements:
  tram: {type: thesis, label: The tram should be built, text: The tram should be built.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built.}
""",
    ),
    _advice(
        "AM528",
        "loaded-word",
        finds="A `text` in the mapper's words holds a word of a short list that judges more than it describes, such as"
        " `extremist`, `outrageous` or `so-called`. Words in quotation marks, or in the statement's `quote`, are let"
        " be.",
        why="The judgement comes in without a reason, and nobody sees whether it is the author's or the mapper's.",
        fix="Say what was done or is so. If the word is the author's, quote it under `quote`.",
        wrong="""\
statements:
  fare: {type: thesis, text: The outrageous fare should be lowered.}
""",
        right="""\
statements:
  fare: {type: thesis, text: The fare should be lowered., quote: this outrageous fare, at: ¶1}
""",
    ),
    _advice(
        "AM529",
        "assurance-for-a-reason",
        finds="A `text` says `surely`, `obviously`, `needless to say` or the like.",
        why="Such a word asks for belief instead of giving a reason, and often stands where a reason is missing.",
        fix="Leave it out, and put under `because` what makes it so sure.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should obviously be built.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built.}
""",
    ),
    _advice(
        "AM530",
        "hedge-without-certainty",
        finds="The main clause of a `text` hedges (`may`, `perhaps`, `probably`, `seems`), but no `certainty` is"
        " stated.",
        why="A hedge stays a hedge: without `certainty` the statement counts as asserted in comparisons and drawings.",
        fix="Add `certainty: possible` or `certainty: likely`; or `certainty: asserted` where the word is no hedge,"
        " as in"
        " `pupils may leave early`.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram will probably be built.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram will probably be built., certainty: likely}
""",
    ),
    _advice(
        "AM531",
        "no-co-premise",
        finds="Each reason of a thesis has one premise only, and none has an `unless`. Said once for a thesis.",
        why="A premise counts for a conclusion only together with what connects the two. Unsaid, that cannot be"
        " tested.",
        fix="Ask of each reason what else must be so for it to count, and list that beside the premise, as"
        " `type: assumption` if the article does not say it.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [noise]}
  noise: {type: evidence, text: A tram makes less noise than buses., at: ¶2}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[noise, build-quiet]]}
  noise: {type: evidence, text: A tram makes less noise than buses., at: ¶2}
  build-quiet: {type: assumption, text: Whatever makes less noise than buses should be built.}
""",
    ),
    _advice(
        "AM532",
        "rabbit-rule",
        finds="A reason has several premises, and none of them has a significant word of the conclusion in any form.",
        why="No rabbit comes out of a hat that was not put in: what the conclusion speaks of has to come from a"
        " premise.",
        fix="Use the same words where the same is meant. If they are not there because a premise is missing, add it.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[full, queues]]}
  full: {type: evidence, text: The buses are full., at: ¶2}
  queues: {text: Full buses mean queues.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[full, relief]]}
  full: {type: evidence, text: The buses are full., at: ¶2}
  relief: {text: Only a tram takes people off full buses.}
""",
    ),
    _advice(
        "AM533",
        "holding-hands-rule",
        finds="A premise of a reason shares no significant word with the conclusion nor with any premise beside it.",
        why="Premises that work together hold hands: what one of them brings in has to be taken up by another.",
        fix="Say in a premise how it touches the others. If it does not, it is a reason of its own.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[quiet, mayor]]}
  quiet: {type: evidence, text: A tram is quiet., at: ¶2}
  mayor: {text: The mayor listens to shopkeepers.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[quiet, build-quiet]]}
  quiet: {type: evidence, text: A tram is quiet., at: ¶2}
  build-quiet: {text: What is quiet should be built.}
""",
    ),
    _advice(
        "AM534",
        "unstated-assumption",
        finds="A reason of a thesis, or of a statement that says what ought to be, has one premise, and that shares no"
        " significant word with the conclusion.",
        why="What leads from the one to the other is taken for granted, and there the argument is often weakest.",
        fix="Write down what is taken for granted, as `type: assumption`, beside the premise.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[quiet, build-quiet], asthma]}
  quiet: {type: evidence, text: A tram is quiet., at: ¶2}
  build-quiet: {text: What is quiet should be built.}
  asthma: {type: evidence, text: Asthma is rising in schools., at: ¶3}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[quiet, build-quiet], [asthma, exhaust]]}
  quiet: {type: evidence, text: A tram is quiet., at: ¶2}
  build-quiet: {text: What is quiet should be built.}
  asthma: {type: evidence, text: Asthma is rising in schools., at: ¶3}
  exhaust: {type: assumption, text: Asthma falls where a tram takes the place of buses.}
""",
    ),
    _advice(
        "AM535",
        "crowded-view",
        finds="More than thirty statements stand in one view: a thesis with what is under it, down to the next thesis.",
        why="Nobody takes in so many at once, and on paper the type gets small.",
        fix="Draw branches by themselves with `argmap draw MAP --focus ID`, or tell the argument in several maps.",
        wrong="",
        right="",
    ),
    _advice(
        "AM536",
        "too-many-reasons",
        finds="More than seven reasons stand side by side under one claim.",
        why="A long row hides which of them make the same point, and which carry most.",
        fix="Gather those that make one point under a claim that states the point.",
        wrong="",
        right="",
    ),
    _advice(
        "AM537",
        "no-evidence",
        finds="A thesis has reasons, but none of its lines of support ends in evidence or in a statement with"
        " `sources`.",
        why="Reasons for reasons have to end somewhere. Where they end in mere claims the thesis is as sure as these.",
        fix="Put what shows one of the last claims under it, as `type: evidence` with `at` or `sources`.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[full, relief]]}
  full: {text: The buses are full.}
  relief: {text: Only a tram takes people off full buses.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., because: [[full, relief]]}
  full: {type: evidence, text: The buses are full., at: ¶2}
  relief: {text: Only a tram takes people off full buses.}
""",
    ),
    _advice(
        "AM538",
        "figure-without-source",
        finds="A `text` states a percentage or a number of millions, and the statement has no `sources`, `at`, `quote`"
        " or `because`.",
        why="Somebody counted it. Without knowing who, nobody can tell what was counted, nor check it.",
        fix="Add `sources`, or `at` where the article says it.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram would carry 40 % of the traffic.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram would carry 40 % of the traffic., at: ¶7}
""",
    ),
    _advice(
        "AM539",
        "unanswered-objection",
        finds="An objection to what the author holds has no `but` of its own, and is not conceded with `voice:"
        " author`.",
        why="Either the author answers it, and the answer is missing from the map; or not, and that is worth knowing.",
        fix="Put the author's answer under the `but` of the objection. If the author concedes it, write `voice:"
        " author`;"
        " if the article leaves it open, leave it.",
        wrong="""\
statements:
  tram: {type: thesis, text: The tram should be built., but: [costly]}
  costly: {type: objection, text: The tram is costly., voice: Critics}
""",
        right="""\
statements:
  tram: {type: thesis, text: The tram should be built., but: [costly]}
  costly: {type: objection, text: The tram is costly., voice: Critics, but: [grant]}
  grant: {type: objection, text: The state pays most of it., voice: author}
""",
    ),
    _advice(
        "AM540",
        "one-sided",
        finds="A map of eight statements or more has no `but` and no `unless` at all.",
        why="An argument shows its strength where it is doubted. Most articles name an objection, if only to reject"
        " it.",
        fix="Look for what the article says against its thesis, with `but`, and against its steps, with `unless`.",
        wrong="",
        right="",
    ),
    _advice(
        "AM541",
        "points-outside-its-box",
        finds="A `text` begins with `They`, `He`, `She`, `This` or the like, followed by a verb.",
        why="A box is also read by itself: on a slide, in a table, beside another author's. What is meant is lost"
        " there.",
        fix="Name who or what is meant, though the box above names it too.",
        wrong="""\
statements:
  tram: {type: thesis, text: They should build the tram.}
""",
        right="""\
statements:
  tram: {type: thesis, text: The council should build the tram.}
""",
    ),
)
