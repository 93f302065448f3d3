import Access
import HTTPTypes
import Pages
import Vocabulary

/// The interface for programs: every call, and the document that describes them.
extension Site {
    /// In the order of the manual.
    static let calls: [ApiCall] =
        OwnCalls.all + RoundCalls.all + GovernanceCalls.all + MeetingTextCalls.all + AssessmentCalls.all
        + ChallengeCalls.all + NoticeCalls.all
        + ContractCalls.all + FileCalls.all
        + DocumentCalls.all + PeopleCalls.all + TableCalls.all.map(\.call)

    static func programs(_ routes: inout RouteList) {
        routes.page("/api", entry: .everybody, isTable: false) { ProgramsAnswer.page($0) }
        for call in calls { routes.call(call) }
        routes.plain(OpenAPIDocument.path) { site in
            let document = OpenAPIDocument(calls: calls, version: site.version, rules: site.door.rules)
            return Site.response(
                .ok, Array((document.json.pretty + "\n").utf8), type: "application/json", lifetime: 300)
        }
    }
}
