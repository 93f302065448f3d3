import Access
import HTTPTypes
import Pages
import Priorities
import Store
import Vocabulary

/// Rounds as documents, and what is done in them.
enum RoundCalls {
    static let all: [ApiCall] = reads + acts + ballots + RoundDecidingCalls.all

    private static let acts: [ApiCall] =
        ([
            RoundActCall.of(OpenRound.self, "Begin a round"),
            RoundActCall.of(SetAppealsRoute.self, "Say how a decision may be appealed against"),
            RoundActCall.of(SetEnvelope.self, "Say how much money there is, and by which rules"),
            RoundActCall.of(SetCriteria.self, "Set the criteria and their scales"),
            RoundActCall.of(SeatMember.self, "Seat somebody on the panel"),
            RoundActCall.of(PutForwardOption.self, "Put forward an option, or amend one"),
            RoundActCall.of(WithdrawOption.self, "Take an option out"),
            RoundActCall.of(
                AttachAssessment.self, "Attach an assessment to an option, or say why there is none",
                note: "Its document is sent to documents first."),
            RoundActCall.of(RecordAdvice.self, "Record advice that was given"),
            RoundActCall.of(RecordRepresentation.self, "Record what somebody from outside asked for"),
            RoundActCall.of(DeclareInterest.self, "Declare an interest of yours"),
            RoundActCall.of(RuleOnInterest.self, "Rule on an interest, as the chair"),
            RoundActCall.of(GiveWeights.self, "Give your weights"),
            RoundActCall.of(GiveScores.self, "Give your scores"),
            RoundActCall.of(MarkSeen.self, "Say which assessments you have read"),
            RoundActCall.of(CloseStage.self, "Close the anchors, the weights or the scores"),
            RoundActCall.of(ReopenStage.self, "Open them again", note: "What rests on them no longer counts."),
            RoundActCall.of(VoidBallot.self, "Set a ballot aside"),
            RoundActCall.of(LodgeAppeal.self, "Record an appeal"),
            RoundActCall.of(AnswerAppeal.self, "Answer an appeal"),
        ] as [ApiCall?]).compactMap(\.self)

    // MARK: - Reading

    private static let reads: [ApiCall] = [round, mine]

    private static let round = ApiCall(
        .get, "/rounds/:round", entry: .holding(.readRounds), "A round as it stands",
        note: "What members gave is not in it: your own is at mine, and the tables of the round have the rest.",
        parameters: [TableCall.round], answer: .document("Round", shape), hasRevision: true
    ) { asked in
        let round = try asked.question.roundAtWork().round
        let revision = try RoundDesk(asked.question.store).revision(of: round.id)
        return .document(document(of: round, revision: revision), revision: revision)
    }

    private static let shape: DocumentShape = .object([
        .init("round", .name, "its short name"), .init("title", .text, "its question"),
        .init("revision", .count, "of the round, as ETag has it"),
        .init("programme", ActShapes.shape(of: Programme.self), "what it is about, and today’s spend"),
        .init("benefit", .choice(BenefitKind.allCases.map(\.rawValue)), "how benefit is counted"),
        .init("progress", .text, "how far it has come, in words"),
        .init("openedAt", .moment, "when it was begun"),
        .init("anchorsClosedAt", .moment, "null while they are open", isOptional: true),
        .init("weightsClosedAt", .moment, "null while they are open", isOptional: true),
        .init("scoresClosedAt", .moment, "null while they are open", isOptional: true),
        .init("decidedAt", .moment, "null while it is not decided", isOptional: true),
        .init("envelope", ActShapes.shape(of: Envelope.self), "the money, year by year", isOptional: true),
        .init("rules", .list(ActShapes.shape(of: PortfolioRule.self)), "which sets of options are allowed"),
        .init("criteria", .list(ActShapes.shape(of: Criterion.self)), "as a tree, by parent"),
        .init("options", .list(ActShapes.shape(of: Priorities.Option.self)), "what is put forward"),
        .init("members", .list(.name), "who sits on the panel"),
        .init("ballot", ballotShape, "the ballot that counts", isOptional: true),
    ])

    private static let ballotShape: DocumentShape = .object([
        .init("ballot", .name, "its short name"), .init("discussedOn", .day, "the day on which it was discussed"),
        .init("options", .list(.name), "what is voted on"), .init("isOpen", .flag, "true while members may vote"),
        .init("voted", .count, "how many members have voted"),
    ])

    static func document(of round: Round, revision: Int) -> JSONValue {
        func moment(_ moment: Moment?) -> JSONValue { .optional(moment) { .text($0.description) } }
        func list(_ values: [some Encodable]) -> JSONValue { .list(values.map { JSONValue(encoding: $0) }) }
        return .object([
            .init("round", .text(round.id.description)), .init("title", .text(round.title)),
            .init("revision", .integer(revision)), .init("programme", JSONValue(encoding: round.programme)),
            .init("benefit", .text(round.benefit.rawValue)), .init("progress", .text(RoundProgress(round).words)),
            .init("openedAt", moment(round.openedAt)), .init("anchorsClosedAt", moment(round.anchorsClosedAt)),
            .init("weightsClosedAt", moment(round.weightsClosedAt)),
            .init("scoresClosedAt", moment(round.scoresClosedAt)), .init("decidedAt", moment(round.decidedAt)),
            .init("envelope", .optional(round.envelope) { JSONValue(encoding: $0) }),
            .init("rules", list(round.rules)), .init("criteria", list(round.criteria)),
            .init("options", list(round.options)), .init("members", list(round.members.map(\.id))),
            .init(
                "ballot",
                .optional(round.ballot) { ballot in
                    [
                        "ballot": .text(ballot.id.description), "discussedOn": .day(ballot.discussedOn),
                        "options": list(ballot.options), "isOpen": .flag(ballot.choices == nil),
                        "voted": .integer(ballot.voted.count),
                    ]
                }),
        ])
    }

    private static let mine = ApiCall(
        .get, "/rounds/:round/mine", entry: .holding(.readRounds), "Your own part in a round",
        note: "How you voted is shown to nobody, and so not to you.", parameters: [TableCall.round],
        answer: .document(
            "OwnPart",
            .object([
                .init("round", .name, "the round"), .init("member", .name, "the member that you are"),
                .init("role", .text, "in which you sit"), .init("isChair", .flag, "true for the chair"),
                .init("weights", .list(ActShapes.shape(of: WeightsGiven.self)), "as you gave them"),
                .init("scores", .list(ActShapes.shape(of: Score.self)), "as you gave them"),
                .init("interests", .list(.name), "those that you declared"),
                .init("leftOutOf", .list(.name), "options from which an interest keeps you"),
                .init("hasVoted", .flag, "true where your vote is in the urn"),
            ]))
    ) { asked in
        let seat = try asked.question.seat()
        let (round, member) = (seat.work.round, seat.member)
        func names(_ names: some Collection<Slug>) -> JSONValue {
            .list(names.sorted().map { .text($0.description) })
        }
        return .document(
            .object([
                .init("round", .text(round.id.description)), .init("member", .text(member.id.description)),
                .init("role", .text(member.role)), .init("isChair", .flag(member.isChair)),
                .init("weights", .list((round.weights[member.id] ?? []).map { JSONValue(encoding: $0) })),
                .init("scores", .list((round.scores[member.id] ?? []).map { JSONValue(encoding: $0) })),
                .init("interests", names(round.interests.filter { $0.member == member.id }.map(\.id))),
                .init("leftOutOf", names(round.excluded(member.id))),
                .init("hasVoted", .flag(round.ballot?.voted.contains(member.id) ?? false)),
            ]))
    }

    // MARK: - Ballots

    private static let ballots: [ApiCall] = [openBallot, vote, closeBallot]

    private static let votes: [(word: String, vote: Ballot.Vote)] = [
        ("fund", .fund), ("doNotFund", .doNotFund), ("defer", .deferred), ("abstain", .abstain),
    ]

    private static let openBallot = ApiCall(
        .post, "/rounds/:round/ballot", entry: .holding(.runRounds), "Open a secret ballot",
        parameters: [TableCall.round],
        body: sent(ActShapes.shape(of: OpenBallot.self).leavingOut(["round"])),
        answer: .document("RoundChanged", RoundActCall.answer), hasRevision: true
    ) { asked in
        let work = try asked.question.roundRun()
        let act = try asked.body.setting(["round"], to: .text(work.id.description)).decoded(
            as: OpenBallot.self, named: OpenBallot.name)
        try RoundDesk(asked.question.store).openBallot(
            act, by: try asked.question.signedIn().account.author, at: asked.question.now)
        return try changed(work.id, OpenBallot.name, asked)
    }

    private static let vote = ApiCall(
        .post, "/rounds/:round/ballot/vote", entry: .holding(.castBallots), "Cast your vote, once",
        note: """
            The ballot is secret: that you have voted is on the record, how is sealed. Options from which an interest \
            keeps you are left out.
            """, parameters: [TableCall.round],
        body: sent(
            .object([
                .init("ballot", .name, "the ballot that is open"),
                .init("votes", .map(.choice(votes.map(\.word))), "for each option one of the words"),
            ])),
        answer: .document("RoundChanged", RoundActCall.answer), hasRevision: true
    ) { asked in
        let seat = try asked.question.seat()
        guard case .text(let name) = asked.body["ballot"], let ballot = Slug(name),
            case .object(let members) = asked.body["votes"]
        else { preconditionFailure("the shape says so") }
        var choices: [Slug: Ballot.Vote] = [:]
        for member in members {
            guard let option = Slug(member.key), seat.work.round.option(option) != nil else {
                throw Refusal(
                    .usage, code: "no-such-option", "There is no option “\(member.key.printable)”.",
                    remedy: "The ballot’s options stand in the round.")
            }
            choices[option] = votes.first { .text($0.word) == member.value }?.vote
        }
        try RoundDesk(asked.question.store).castBallot(
            ballot, in: seat.work.id, by: seat.member.id, choices: choices,
            author: try asked.question.signedIn().account.author, at: asked.question.now)
        return try changed(seat.work.id, CastBallot.name, asked)
    }

    private static let closeBallot = ApiCall(
        .post, "/rounds/:round/ballot/close", entry: .holding(.runRounds), "Close the ballot and count it",
        parameters: [TableCall.round],
        body: sent(.object([.init("ballot", .name, "the ballot that is open")])),
        answer: .document("RoundChanged", RoundActCall.answer), hasRevision: true
    ) { asked in
        let work = try asked.question.roundRun()
        guard case .text(let name) = asked.body["ballot"], let ballot = Slug(name) else {
            preconditionFailure("the shape says so")
        }
        try RoundDesk(asked.question.store).closeBallot(
            ballot, in: work.id, by: try asked.question.signedIn().account.author, at: asked.question.now)
        return try changed(work.id, CloseBallot.name, asked)
    }

    private static func sent(_ shape: DocumentShape) -> ApiCall.Body { .init(shape: shape, example: shape.example) }

    private static func changed(_ round: Slug, _ act: String, _ asked: ApiQuestion) throws -> ApiReply {
        let revision = try RoundDesk(asked.question.store).revision(of: round)
        return .document(
            ["round": .text(round.description), "act": .text(act), "revision": .integer(revision)],
            revision: revision)
    }
}
