import Access
import HTTPTypes
import Pages
import Performance
import Store
import Tabular
import Vocabulary

/// Notices under contracts for programs: each act on a matter, which the path names.
enum NoticeCalls {
    static let all: [ApiCall] = [
        act(GiveEarlyWarning.self, "Begin a matter with an early warning"),
        act(IssueActivityQuery.self, "Issue an Activity Query Notice, which may begin a matter"),
        act(IssuePerformanceNotice.self, "Begin a matter with a Contract Performance Notice"),
        act(HoldManagementMeeting.self, "Record the meeting that a notice asked for"),
        act(ConcludeImmediateAction.self, "Record what came of an immediate action plan"),
        act(CompleteReview.self, "Record that the review or investigation is done"),
        act(AgreeActionPlan.self, "Record the action plan that was agreed"),
        act(MeetMilestone.self, "Record that a milestone was met"),
        act(ReportException.self, "Report that a milestone was missed"),
        act(WithholdPayment.self, "Withhold money for a milestone that was missed"),
        act(SettleWithheld.self, "Say what becomes of what is withheld"),
        act(CloseMatter.self, "Close a matter"),
    ].compactMap(\.self)

    private static let matter = ApiCall.Parameter(
        "matter", .name, "the matter’s short name", example: "rwx-day-cases")
    private static let changed: DocumentShape = .object([
        .init("matter", .name, "the matter"), .init("act", .text, "what was done"),
        .init("state", .choice(ContractMatter.State.allCases.map(\.rawValue)), "where it stands then"),
        .init("due", .nullable(.day), "by when the next step is due"),
        .init("revision", .count, "how many steps it has, as ETag has it"),
    ])

    /// - Returns: nil for an act whose shape is not found by asking it: a test says that none is.
    private static func act<A: MatterAct>(_ type: A.Type, _ summary: String) -> ApiCall? {
        guard let shape = ActShapes.found(type)?.leavingOut(["matter"]) else { return nil }
        return ApiCall(
            .post, "/activity/notices/:matter/acts/\(A.name)", entry: .holding(.editActivity), summary,
            parameters: [matter], body: .init(shape: shape, example: shape.example),
            answer: .document("MatterChanged", changed), hasRevision: true
        ) { asked in
            let (question, desk) = (asked.question, MatterDesk(asked.question.store))
            let id = try question.parameter("matter") { Slug($0) }
            let seen = try desk.acts(of: id).count
            do {
                try asked.basis?.check(seen)
                try PatientIdentifier.refuse(in: asked.body, of: nil)
                let act = try asked.body.setting(["matter"], to: .text(id.description))
                    .decoded(as: A.self, named: A.name)
                let after = try desk.perform(
                    act, ifStill: asked.basis == nil ? nil : seen, by: try question.signedIn().account.author,
                    at: question.now)
                return .document(
                    [
                        "matter": .text(id.description), "act": .text(A.name), "state": .text(after.state.rawValue),
                        "due": .optional(after.waiting?.by, JSONValue.day), "revision": .integer(after.steps.count),
                    ], revision: after.steps.count)
            } catch let refusal as Refusal where refusal.code == "no-such-matter" {
                throw Refusal(.usage, code: "not-found", "Matter \(id)")
            } catch let refusal as Refusal where refusal.code == "overtaken" {
                var problem = ApiProblem(refusal)
                problem.revision = try desk.acts(of: id).count
                throw problem
            }
        }
    }
}
