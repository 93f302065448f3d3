import Access
import Governance
import Markup
import Pages
import Rulebook
import Store
import Vocabulary

/// One meeting for somebody who keeps it, takes part in it or looks on.
struct MeetingWork {
    let work: GovernanceWork
    let meeting: Meeting
    let viewer: LiveMeeting.Viewer

    /// - Parameter permission: what is to be held at the body of one of its committees.
    /// - Throws: `not-found`; `not-your-committee`; `private-meeting` for who only looks on.
    init(_ question: Question, _ permission: Permission) throws {
        work = try GovernanceWork(question)
        let id = try question.parameter("meeting") { Slug($0) }
        guard let found = work.book.meetings[id] else {
            throw Refusal(.usage, code: "not-found", "Meeting \(id)")
        }
        meeting = found
        guard work.may(permission, in: found.committees) else {
            throw Refusal(
                .permission, code: "not-your-committee", "You hold no role at the body whose committee meets.",
                remedy: "Ask its administrator for one.")
        }
        let person = work.account.person
        let isClerk = work.may(.keepMeetings, in: found.committees)
        let concerned = found.peopleConcerned(work.book)
        let isConcerned = person.map { concerned.contains($0) } ?? false
        viewer = LiveMeeting.Viewer(
            person: person, isClerk: isClerk,
            takesPart: isConcerned && work.may(.takePartInMeetings, in: found.committees))
        guard found.isPublic || isClerk || viewer.takesPart else {
            throw Refusal(.permission, code: "private-meeting", "The meeting is held in private.")
        }
    }

    var id: Slug { meeting.id }

    /// The meeting as its pages have it. Those who only look on see names that are published, and posts else.
    func live() throws -> LiveMeeting {
        let seesNames = viewer.isClerk || viewer.takesPart
        let reading = work.question.governance
        let own = meeting
        let named = work.name
        let name: @Sendable (Slug) -> String = { seesNames ? named($0) : reading.publicName(of: $0, in: own) }
        return LiveMeeting(
            meeting, in: work.book, rulebook: work.desk.rules.rulebook, at: work.question.now,
            revision: try work.desk.revision(of: RecordName(.meeting, id)), viewer: viewer,
            token: work.question.token, name: name)
    }

    /// What to say of a refusal: where the meeting has moved on since the page was shown, that first.
    func told(_ refusal: Refusal, _ sent: Sent) throws -> String {
        let seen = Int(sent.body.text("revision"))
        let now = try work.desk.revision(of: RecordName(.meeting, id))
        let moved = seen.map { $0 < now } ?? false
        return (moved ? "Somebody recorded something meanwhile; the page shows the meeting as it is now. " : "")
            + work.book.naming(refusal, try live().name).told
    }
}
