import Access
import Governance
import Pages
import Vocabulary

/// Where committees are kept, and what is decided for them outside meetings.
extension Site {
    static func committeeForms(_ routes: inout RouteList) {
        let keeps = Entry.holding(.keepMeetings)
        let decides = Entry.holding(.recordDecisions)
        let one = "/committees/:committee"
        routes.asking("/committees/new", entry: keeps) { try CommitteeFormAnswer.forming($0, $1) }
        routes.page("\(one)/keep", entry: keeps, isTable: false) { try CommitteeFormAnswer.keeping($0) }
        routes.asking("\(one)/appoint", entry: keeps) { try CommitteeFormAnswer.appointing($0, $1) }
        routes.asking("\(one)/seats/:person/change", entry: keeps) { try CommitteeFormAnswer.changingSeat($0, $1) }
        routes.asking("\(one)/seats/:person/end", entry: keeps) { try CommitteeFormAnswer.endingSeat($0, $1) }
        routes.asking("\(one)/terms", entry: keeps, limits: .upload) { try CommitteeFormAnswer.terms($0, $1) }
        routes.asking("\(one)/dissolve", entry: keeps) { try CommitteeFormAnswer.dissolving($0, $1) }
        routes.asking("\(one)/urgent", entry: decides, limits: .upload, OutsideDecisionAnswer.deciding(.urgent))
        routes.asking(
            "\(one)/delegated", entry: decides, limits: .upload, OutsideDecisionAnswer.deciding(.delegated))
    }
}

extension Question {
    /// Where the visitor works for a committee.
    func work(for committee: Committee) -> [(words: String, route: Route)] {
        var work: [(words: String, route: Route)] = []
        if reach(.keepMeetings).covers(committee.body) {
            work.append(("Keep this committee", .committeeWork(.keeping(committee.id))))
        }
        guard reach(.recordDecisions).covers(committee.body), let terms = committee.terms(on: now.inLondon.day) else {
            return work
        }
        if terms.allowsUrgentAction {
            work.append(("Record an urgent decision", .committeeWork(.urgent(committee.id))))
        }
        if terms.mandates.contains(where: { $0.officer != nil }) {
            work.append(("Record a decision of an officer", .committeeWork(.delegated(committee.id))))
        }
        return work
    }
}
