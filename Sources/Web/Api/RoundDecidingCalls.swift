import Access
import HTTPTypes
import Pages
import Priorities
import Store
import Vocabulary

/// What brings a round to its end: its answer is worked out, a meeting's decision is recorded, its record is published.
///
/// An answer and a record take their time: one call begins them, another says how far they are.
enum RoundDecidingCalls {
    static let all: [ApiCall] = [solve, solving, decide, publish, publishing]

    // MARK: - What takes its time

    private static let states = ["ready", "running", "failed", "done"]

    private static let underWay: DocumentShape = .object([
        .init("round", .name, "the round"),
        .init("state", .choice(states), "ready: nothing has begun; ask again while it is running"),
        .init("doing", .text, "what is being done", isOptional: true),
        .init("donePercent", .number, "how much of it is done", isOptional: true),
        .init("failure", .text, "why nothing came of it", isOptional: true),
    ])

    private static func told(
        _ round: Slug, _ state: String, doing: String? = nil, share: Double? = nil, failure: String? = nil
    ) -> ApiReply {
        .document(
            .object([
                .init("round", .text(round.description)), .init("state", .text(state)),
                .init("doing", .optional(doing) { .text($0) }),
                .init("donePercent", .optional(share) { .decimal(($0 * 1_000).rounded() / 10) }),
                .init("failure", .optional(failure) { .text($0) }),
            ]))
    }

    /// Begins what takes its time, of the round as the caller knows it.
    private static func begin(
        _ work: RoundAtWork, _ asked: ApiQuestion, _ begin: (Author) throws -> Void
    ) throws {
        try asked.basis?.check(RoundDesk(asked.question.store).revision(of: work.id))
        try begin(asked.question.signedIn().account.author)
    }

    // MARK: - The answer

    private static let solve = ApiCall(
        .post, "/rounds/:round/solve", entry: .holding(.runRounds), "Begin to work the answer out",
        note: "It takes from seconds to minutes; begun twice, it is worked out once.", parameters: [TableCall.round],
        answer: .document("UnderWay", underWay)
    ) { asked in
        let work = try asked.question.roundRun()
        try begin(work, asked) { author in
            try asked.question.rounds.solvers.begin(
                work.round, by: author, in: RoundDesk(asked.question.store), at: asked.question.now)
        }
        return answerState(work, asked)
    }

    private static let solving = ApiCall(
        .get, "/rounds/:round/solve", entry: .holding(.runRounds), "How far the answer is",
        note: "Once it is done it stands in the tables of the round.", parameters: [TableCall.round],
        answer: .document("UnderWay", underWay)
    ) { asked in answerState(try asked.question.roundRun(), asked) }

    private static func answerState(_ work: RoundAtWork, _ asked: ApiQuestion) -> ApiReply {
        switch asked.question.rounds.solvers.state(of: work.round) {
        case .ready: told(work.id, "ready")
        case .running(let doing, let share): told(work.id, "running", doing: doing, share: share)
        case .failed(let why): told(work.id, "failed", failure: why)
        case .done: told(work.id, "done")
        }
    }

    // MARK: - The decision

    private static let decided: DocumentShape = .object([
        .init("meeting", .name, "the meeting that decided"),
        .init("item", .name, "the item of its agenda; left out where only one is on the round", isOptional: true),
        .init("decidedOn", .day, "the day of the meeting where it is left out", isOptional: true),
        .init(
            "outcomes",
            .list(
                .object([
                    .init("option", .name, "the option"),
                    .init("outcome", .choice(Decision.Outcome.Kind.allCases.map(\.rawValue)), "what was decided"),
                    .init("reason", .text, "why, for anybody to read"),
                ])), "of every option"),
    ])

    private static let decide = ApiCall(
        .post, "/rounds/:round/decision", entry: .holding(.recordDecisions), "Record what a meeting decided",
        note: "Votes, quorum and who was left out come from the meeting’s own record.",
        parameters: [TableCall.round], body: .init(shape: decided, example: decided.example),
        answer: .document("RoundChanged", RoundActCall.answer), hasRevision: true, needsBasis: true
    ) { asked in
        let question = asked.question
        let work = try question.roundAtWork(holding: .recordDecisions)
        guard asked.basis != nil else { throw ApiProblem.withoutBasis }
        let document = try DecisionDocument.read(asked.body, named: "document")
        let sitting = try document.meeting.map {
            try RoundDesk(question.store).sitting(of: $0, item: document.item, on: work.round)
        }
        let acts = document.acts(in: work.id, on: question.now.inLondon.day, sitting: sitting)
        guard let act = acts.first as? RecordDecision else { preconditionFailure("a decision is one act") }
        return try RoundActCall.answered(RecordDecision.name, asked) {
            try question.perform(unless: { _, revision in try asked.basis?.check(revision) }, all: { _ in [act] })
        }
    }

    // MARK: - The record

    private static let publish = ApiCall(
        .post, "/rounds/:round/publish", entry: .holding(.publish), "Begin to publish the record",
        note: "What is published can be read by everybody, and is never taken back.", parameters: [TableCall.round],
        answer: .document("UnderWay", underWay)
    ) { asked in
        let question = asked.question
        let work = try question.roundAtWork(holding: .publish)
        try begin(work, asked) { author in
            try question.rounds.publishers.begin(
                work.round, by: author, in: question.store, version: question.shell.version, at: question.now)
        }
        return recordState(work, asked)
    }

    private static let publishing = ApiCall(
        .get, "/rounds/:round/publish", entry: .holding(.publish), "How far its publication is",
        note: "Once it is done the record stands at /published.", parameters: [TableCall.round],
        answer: .document("UnderWay", underWay)
    ) { asked in recordState(try asked.question.roundAtWork(holding: .publish), asked) }

    private static func recordState(_ work: RoundAtWork, _ asked: ApiQuestion) -> ApiReply {
        switch asked.question.rounds.publishers.doing(work.id) {
        case .running(let doing, let share): return told(work.id, "running", doing: doing, share: share)
        case .failed(let why): return told(work.id, "failed", failure: why)
        case nil:
            let isOut = work.round.published.last.map { last in work.round.decidedAt.map { $0 <= last.at } ?? false }
            return told(work.id, isOut ?? false ? "done" : "ready")
        }
    }
}
