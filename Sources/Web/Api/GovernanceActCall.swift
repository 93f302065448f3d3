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

    /// - Parameters:
    ///   - one: by which rule, where an act has two callers; as the act's own else.
    ///   - folder: in which the call stands beneath its record.
    /// - Returns: nil for an act without a rule, or whose shape is not found by asking it: a test says that none is.
    static func of<A: GovernanceAct & StoredAct>(
        _ type: A.Type, _ summary: String, by one: GovernanceActRule? = nil, in folder: String = "acts"
    ) -> ApiCall? {
        guard let rule = one ?? GovernanceActRule.of(A.name), let found = ActShapes.found(type) else { return nil }
        let key = rule.key(of: A.name)
        let shape = key.map { found.leavingOut($0) } ?? found
        return ApiCall(
            .post, key == nil ? rule.root : rule.root + "/\(folder)/\(A.name)", entry: .holding(rule.permission),
            summary, note: rule.note,
            parameters: rule.parameters, body: .init(shape: shape, example: shape.example),
            answer: .document("RecordChanged", answer), hasRevision: true
        ) { asked in
            let question = asked.question
            let work = try GovernanceWork(question)
            let subject = try rule.subject(work)
            var record = subject.record
            do {
                try work.perform { keep, texts in
                    var body = asked.body
                    if let record { try asked.basis?.check(try texts.revision(of: record)) }
                    if let key, let name = subject.name { body = body.setting(key, to: .text(name.description)) }
                    for document in try asked.namedDocuments() { _ = try texts.hold(try document.bytes()) }
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
    /// Where the act holds what the path names; nil for acts by which a record begins, which say its name themselves.
    fileprivate func key(of act: String) -> [String]? {
        switch self {
        case .own, .ruling, .keeping: ["person"]
        case .clerk, .memberOrClerk: ["meeting"]
        case .secretary: ["committee"]
        case .decider: ["decision", "committee"]
        case .answerer: ["question"]
        case .right: act == EndRight.name ? ["right"] : ["right", "id"]
        case .edge: act == EndEdge.name ? ["edge"] : ["edge", "id"]
        case .planner, .entering, .asker, .former, .rights, .edges: nil
        }
    }

    fileprivate var root: String {
        switch self {
        case .own: "/my-interests"
        case .ruling, .keeping: "/register/:person"
        case .clerk, .memberOrClerk: "/meetings/:meeting"
        case .planner: "/meetings"
        case .former: "/committees"
        case .secretary, .decider: "/committees/:committee"
        case .entering: "/register"
        case .asker: "/who-decides/questions"
        case .answerer: "/who-decides/questions/:question"
        case .rights: "/who-decides/rights"
        case .right: "/who-decides/rights/:right"
        case .edges: "/accountability/edges"
        case .edge: "/accountability/edges/:edge"
        }
    }

    fileprivate var note: String {
        switch self {
        case .own: "It is about your own entries."
        case .memberOrClerk: "You speak for yourself."
        case .answerer: "For the person to whom the question is put."
        case .decider: "What it rests on is sent to documents first. It is owed to the next meeting."
        case .ruling, .clerk, .planner, .entering, .keeping, .asker, .former, .secretary, .rights, .right, .edges,
            .edge:
            ""
        }
    }

    fileprivate var parameters: [ApiCall.Parameter] {
        switch self {
        case .own, .planner, .entering, .asker, .former, .rights, .edges: []
        case .answerer: [.init("question", .name, "the question’s short name")]
        case .ruling, .keeping: [TableCall.person]
        case .clerk, .memberOrClerk: [TableCall.meeting]
        case .secretary, .decider: [TableCall.committee]
        case .right: [.init("right", .name, "the right’s short name")]
        case .edge: [.init("edge", .name, "the edge’s short name")]
        }
    }

    /// What the path names, and the record that is there already; nil where the act begins one.
    ///
    /// - Throws: `not-found`, `not-linked`, or that the visitor has no part in the meeting.
    fileprivate func subject(_ work: GovernanceWork) throws -> (name: Slug?, record: RecordName?) {
        func there(_ kind: RecordName.Kind, _ id: Slug) -> (Slug?, RecordName?) { (id, RecordName(kind, id)) }
        return switch self {
        case .planner, .entering, .asker, .former, .rights, .edges: (nil, nil)
        case .answerer: there(.question, try RightsQuestionAnswer.open(work).id)
        case .own: there(.person, try work.own().id)
        case .ruling, .keeping: there(.person, try work.person(permission).id)
        case .clerk, .memberOrClerk: there(.meeting, try MeetingWork(work.question, permission).id)
        case .secretary: there(.committee, try work.committee(permission).id)
        case .decider: (try work.committee(permission).id, nil)
        case .right: there(.right, try RightsFormAnswer.right(work).id)
        case .edge: there(.accountability, try EdgeFormAnswer.edge(work).id)
        }
    }
}
