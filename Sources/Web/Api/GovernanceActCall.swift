import Access
import Governance
import HTTPTypes
import Pages
import Store
import Vocabulary

/// An act of governance as a call: the act as the journal holds it, without the record that the path or the caller's own
/// account names.
enum GovernanceActCall {
    static let answer: DocumentShape = .object([
        .init("record", .text, "what was changed: kind/NAME, such as meeting/board-2025-03"),
        .init("act", .text, "what was done"), .init("revision", .count, "of the record, as ETag has it"),
    ])

    /// - Returns: nil for an act without a rule, or whose shape is not found by asking it: a test says that none is.
    static func of<A: GovernanceAct & StoredAct>(_ type: A.Type, _ summary: String) -> ApiCall? {
        guard let rule = GovernanceActRule.of(A.name), let found = ActShapes.found(type) else { return nil }
        let shape = rule.key.map { found.leavingOut([$0]) } ?? found
        let note: String =
            switch rule {
            case .own: "It is about your own entries."
            case .memberOrClerk: "You speak for yourself."
            case .answerer: "For the person to whom the question is put."
            case .ruling, .clerk, .planner, .entering, .keeping, .asker: ""
            }
        return ApiCall(
            .post, rule.key == nil ? rule.root : rule.root + "/acts/\(A.name)", entry: .holding(rule.permission),
            summary, note: note,
            parameters: rule.parameters, body: .init(shape: shape, example: shape.example),
            answer: .document("RecordChanged", answer), hasRevision: true
        ) { asked in
            let question = asked.question
            let work = try GovernanceWork(question)
            var record = try rule.record(work)
            do {
                try work.perform { keep, texts in
                    var body = asked.body
                    if let record, let key = rule.key {
                        try asked.basis?.check(try texts.revision(of: record))
                        body = body.setting([key], to: .text(record.id.description))
                    }
                    let act = try body.keepingPersonalTexts { try keep($0) }.decoded(as: A.self, named: A.name)
                    record = act.record
                    return [act]
                }
            } catch let refusal as Refusal where refusal.code == "overtaken" {
                var problem = ApiProblem(refusal)
                problem.revision = try record.map { try work.desk.revision(of: $0) }
                throw problem
            }
            guard let record else { preconditionFailure("what was done was done to a record") }
            let revision = try work.desk.revision(of: record)
            return .document(
                [
                    "record": .text(record.description), "act": .text(A.name), "revision": .integer(revision),
                ], revision: revision)
        }
    }
}

extension GovernanceActRule {
    /// Under which the act names its record; nil for acts by which a record begins, which say its name themselves.
    fileprivate var key: String? {
        switch self {
        case .own, .ruling, .keeping: "person"
        case .clerk, .memberOrClerk: "meeting"
        case .answerer: "question"
        case .planner, .entering, .asker: nil
        }
    }

    fileprivate var root: String {
        switch self {
        case .own: "/my-interests"
        case .ruling, .keeping: "/register/:person"
        case .clerk, .memberOrClerk: "/meetings/:meeting"
        case .planner: "/meetings"
        case .entering: "/register"
        case .asker: "/who-decides/questions"
        case .answerer: "/who-decides/questions/:question"
        }
    }

    fileprivate var parameters: [ApiCall.Parameter] {
        switch self {
        case .own, .planner, .entering, .asker: []
        case .answerer: [.init("question", .name, "the question’s short name")]
        case .ruling, .keeping: [TableCall.person]
        case .clerk, .memberOrClerk: [TableCall.meeting]
        }
    }

    /// The record that is there already; nil where the act begins one.
    ///
    /// - Throws: `not-found`, `not-linked`, or that the visitor has no part in the meeting.
    fileprivate func record(_ work: GovernanceWork) throws -> RecordName? {
        switch self {
        case .planner, .entering, .asker: nil
        case .answerer: RecordName(.question, try RightsQuestionAnswer.open(work).id)
        case .own: RecordName(.person, try work.own().id)
        case .ruling, .keeping: RecordName(.person, try work.person(permission).id)
        case .clerk, .memberOrClerk: RecordName(.meeting, try MeetingWork(work.question, permission).id)
        }
    }
}
