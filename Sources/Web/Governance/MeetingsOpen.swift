import Access
import Governance
import Pages
import Priorities
import Vocabulary

extension Question {
    /// Where the visitor takes part in a meeting: nothing for who may not, as its pages hold.
    func work(in id: Slug) -> [(words: String, route: Route)] {
        guard let account = visitor.signedIn?.account, let meeting = wholeGovernance.meetings[id] else { return [] }
        let book = wholeGovernance
        func may(_ permission: Permission) -> Bool {
            let reach = reach(permission)
            return meeting.committees.contains { reach.covers(book.committees[$0]?.body) }
        }
        guard may(.readMeetings) else { return [] }
        let keeps = may(.keepMeetings)
        let isMember = account.person.map { meeting.peopleConcerned(book).contains($0) } ?? false
        let takesPart = isMember && may(.takePartInMeetings)
        guard meeting.isPublic || keeps || takesPart else { return [] }
        let live = Route.meetingWork(MeetingDeed(id, .live))
        let follow = meeting.state == .closed ? "Look at the meeting as it was held" : "Follow the meeting live"
        var work = [(words: keeps ? "Keep the meeting" : follow, route: live)]
        if keeps || ![.planned, .cancelled].contains(meeting.state) {
            work.append(("Your papers", .meetingWork(MeetingDeed(id, .pack))))
        }
        if takesPart, [.planned, .papersOut, .open].contains(meeting.state) {
            work.append(("Tell an interest in an item", .meetingWork(MeetingDeed(id, .tell))))
        }
        return work
    }

    /// Rounds and meetings in which the visitor has a part, those that are over left out: each one step away.
    func workplaces() throws -> [(words: String, route: Route)] {
        var places: [(words: String, route: Route)] = []
        for round in try rounds.rounds() where mayRead(round) && round.published.isEmpty {
            places += work(in: round).map { ("\($0.words): \(round.title)", .roundWork(round.id, $0.part)) }
        }
        let book = wholeGovernance
        let meetings = book.meetings.values.filter { meeting in
            [.planned, .papersOut, .open].contains(meeting.state)
                || (meeting.state == .closed && meeting.approval == nil)
        }
        for meeting in meetings.sorted(by: { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }) {
            guard let first = work(in: meeting.id).first else { continue }
            let committees = meeting.committees.map { book.committees[$0]?.title ?? $0.description }
            places.append(
                ("\(first.words): \(committees.joined(separator: " and ")), \(meeting.day.inWords)", first.route))
        }
        return places
    }
}
