import Access
import Digests
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Pages
import Store
import Vocabulary

/// A meeting while it is held: the page of its state, and the stream that tells of changes.
enum LiveMeetingAnswer {
    /// Pages without scripts may ask to be shown again by themselves, so often.
    private static let seconds = 5...300
    /// How long a stream lasts at most; a browser then asks again.
    private static let longest = 25
    /// How often the record is looked at.
    private static let pause = Duration.milliseconds(400)

    static let integrity = Digest.integrity(of: PageScriptFile.bytes)

    /// On the page that runs the script, and on no other: one file of ours, and what it hears of us.
    static let policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    static func page(_ question: Question) throws -> Response {
        let live = try MeetingWork(question, .readMeetings).live()
        guard let address = Destination(PageScriptFile.path),
            let events = Destination(MeetingDeed.events(of: live.id.description))
        else { preconditionFailure("paths of ours") }
        let every = question.asked.query["every"].flatMap { Int($0) }.flatMap { seconds.contains($0) ? $0 : nil }
        let page = LiveMeetingPage(
            live,
            script: every == nil
                ? PageScript(address: address, integrity: integrity, events: events, revision: live.revision) : nil,
            seconds: every)
        var shell = question.shell
        if let session = question.visitor.signedIn?.session {
            shell.visit.notice = question.door.notices.take(for: session.id)
        }
        var response = Site.response(.ok, page.render(in: shell).bytes(), type: "text/html; charset=utf-8")
        if let every {
            response.headers[HTTPField.Name("Refresh")!] = String(every)
        } else {
            response.headers[.contentSecurityPolicy] = policy
        }
        return response
    }

    /// Tells the number of the latest change at once and whenever it is another; nothing of what has changed.
    ///
    /// It ends after a while, and then the browser asks again; at once where the session ends, or its account may not
    /// enter any more. It keeps no session alive.
    static func events(_ question: Question) throws -> Response {
        let work = try MeetingWork(question, .readMeetings)
        let (desk, record) = (work.work.desk, RecordName(.meeting, work.id))
        let (door, session) = (question.door, try question.signedIn().session.id)
        let asked = question.asked.query["for"].flatMap { Int($0) } ?? longest
        let most = Duration.seconds(min(max(asked, 0), longest))
        let watch = StreamWatch(
            door: door, store: question.store, cookies: question.asked.cookies, began: question.now, session: session)
        let body = ResponseBody { writer in
            guard door.streams.begin(session) else {
                // Too many pages of theirs are open: this one asks again later.
                try await writer.write(ByteBuffer(string: "retry: 30000\n\n"))
                return try await writer.finish(nil)
            }
            defer { door.streams.end(session) }
            let begins = ContinuousClock.now
            var (told, looks): (Int?, Int) = (nil, 0)
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            repeat {
                let revision = try desk.revision(of: record)
                if revision != told {
                    try await writer.write(
                        ByteBuffer(string: "id: \(revision)\nevent: changed\ndata: \(revision)\n\n"))
                    told = revision
                }
                try await Task.sleep(for: pause)
                looks += 1
                if looks.isMultiple(of: looksPerCheck), !watch.stands(after: begins.duration(to: .now)) { break }
            } while begins.duration(to: .now) < most && !door.closing.isTold
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                // What stands in front is to hand each line on at once.
                HTTPField.Name("X-Accel-Buffering")!: "no",
            ], body: body)
    }

    /// Who may follow is asked again about every second.
    private static let looksPerCheck = 3

    // MARK: - Buttons

    static func arrive(_ sent: Sent) throws -> Outcome {
        try press(sent) { work in [JoinMeeting(meeting: work.id, person: try named("person", sent))] }
    }

    static func leave(_ sent: Sent) throws -> Outcome {
        try press(sent) { work in
            [LeaveMeeting(meeting: work.id, person: try named("person", sent), item: Slug(sent.body.text("item")))]
        }
    }

    static func take(_ sent: Sent) throws -> Outcome {
        try press(sent) { work in [TakeItem(meeting: work.id, item: try named("item", sent))] }
    }

    static func closeItem(_ sent: Sent) throws -> Outcome {
        try press(sent) { work in [CloseItem(meeting: work.id, item: try named("item", sent))] }
    }

    static func close(_ sent: Sent) throws -> Outcome {
        try press(sent) { work in [CloseMeeting(meeting: work.id)] }
    }

    /// What is proposed for one interest, as the chair decides.
    static func handle(_ sent: Sent) throws -> Outcome {
        try press(sent) { work in
            [
                HandleInterest(
                    meeting: work.id, item: try named("item", sent), member: try named("member", sent),
                    chair: try named("chair", sent), interests: [try named("interest", sent)])
            ]
        }
    }

    /// A member's own vote, and nobody else's.
    static func vote(_ sent: Sent) throws -> Outcome {
        let person = try GovernanceWork(sent.question).own().id
        guard let choice = Vote.Choice(rawValue: sent.body.text("choice")) else {
            throw Refusal(
                .usage, code: "no-choice", "The form says not how you vote.", remedy: "Press one of the buttons.")
        }
        return try press(sent, .takePartInMeetings, notice: "Your vote is recorded.") { work in
            [
                CastVotes(
                    meeting: work.id, motion: try named("motion", sent), votes: [Vote(voter: person, choice: choice)])
            ]
        }
    }

    private static func named(_ field: String, _ sent: Sent) throws(Refusal) -> Slug {
        guard let name = Slug(sent.body.text(field)) else {
            throw Refusal(
                .usage, code: "unreadable-form", "The form lacks “\(field)”.", remedy: "Use the buttons of the page.")
        }
        return name
    }

    private static func press(
        _ sent: Sent, _ permission: Permission = .keepMeetings, notice: String? = nil,
        _ acts: (MeetingWork) throws -> [any GovernanceAct]
    ) throws -> Outcome {
        let work = try MeetingWork(sent.question, permission)
        do {
            let made = try acts(work)
            try work.work.perform { _, _ in made }
        } catch let refusal as Refusal where refusal.kind != .engine {
            let fresh = try MeetingWork(sent.question, permission)
            return Outcome(kind: .again(LiveMeetingPage(try fresh.live(), failure: try fresh.told(refusal, sent))))
        }
        return Outcome(kind: .done(MeetingDeed(work.id, .live).path, notice: notice))
    }
}

/// Whether who follows a stream may still do so.
struct StreamWatch: Sendable {
    let door: Door
    let store: Store
    /// As the request brought them.
    let cookies: [Cookies.Name: String]
    let began: Moment
    let session: String

    /// - Parameter elapsed: since the stream began.
    func stands(after elapsed: Duration) -> Bool {
        let now = Moment(secondsSince1970: began.secondsSince1970 + Int(elapsed.components.seconds))
        guard let visitor = try? door.visitor(cookies, at: now, isUse: false, version: store.version()),
            visitor.signedIn?.session.id == session
        else { return false }
        return Entry.holding(.readMeetings).admits(visitor, by: door.rules, on: now.inLondon.day)
    }
}
