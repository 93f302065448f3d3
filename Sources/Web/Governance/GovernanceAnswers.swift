import Foundation
import Governance
import Pages
import Store
import Tabular
import Vocabulary

/// The published register of interests, and one person's entries.
enum InterestsAnswer {
    static func answer(_ question: Question) throws -> Answer {
        let given = question.query.on
        let error = given.flatMap { Day($0) == nil ? "“\($0)” is no day; write it as 2026-03-31." : nil }
        let page = InterestsPage(question.governance, query: question.query, dayError: error)
        return Answer(page, table: page.table)
    }

    static func person(_ question: Question) throws -> Answer {
        let id = try question.parameter("person") { Slug($0) }
        guard let page = PersonInterestsPage(question.governance, person: id) else {
            throw Refusal(.usage, code: "not-found", "A published entry of \(id)")
        }
        return Answer(page, table: page.table)
    }

    static func list(_ kind: RegisterListPage.Kind) -> @Sendable (Question) throws -> Answer {
        { question in
            let page = RegisterListPage(question.governance, kind: kind)
            return Answer(page, table: page.table)
        }
    }
}

/// Committees.
enum CommitteeAnswer {
    static func all(_ question: Question) throws -> Answer {
        let page = CommitteesPage(question.governance)
        return Answer(page, table: page.table)
    }

    static func one(_ question: Question) throws -> Answer {
        let id = try question.parameter("committee") { Slug($0) }
        guard let committee = question.governance.book.committees[id] else {
            throw Refusal(.usage, code: "not-found", "Committee \(id)")
        }
        let page = CommitteePage(question.governance, committee: committee, work: question.work(for: committee))
        return Answer(page, table: page.table)
    }
}

/// Meetings, their minutes and the calendar of them.
enum MeetingAnswer {
    /// A meeting that is not over is shown in calendars as if it took so long.
    private static let usualHours = 2

    static func all(_ question: Question) throws -> Answer {
        let page = MeetingsPage(question.governance, query: question.query)
        return Answer(page, table: page.table)
    }

    static func one(_ question: Question) throws -> Answer {
        let shown = try meeting(question)
        let page = MeetingPage(question.governance, meeting: shown, work: question.work(in: shown.id))
        return Answer(page, table: page.table)
    }

    static func minutes(_ question: Question) throws -> Answer {
        Answer(try minutesPage(question))
    }

    /// The minutes as a Word document.
    static func document(_ question: Question) throws -> (bytes: [UInt8], name: String) {
        let page = try minutesPage(question)
        let words = page.minutes.isDraft ? "Draft, not yet approved" : "Approved"
        let bytes = MeetingFile.bytes(
            page.minutes.title, page.minutes.blocks,
            footer: "\(question.shell.system) · Remit \(question.shell.version) · \(words)")
        return (bytes, "\(page.meeting.id)-minutes.docx")
    }

    /// The agenda, or the list of papers.
    static func agenda(_ question: Question, _ kind: AgendaPage.Kind) throws -> Answer {
        Answer(try agendaPage(question, kind))
    }

    static func agendaDocument(
        _ question: Question, _ kind: AgendaPage.Kind
    ) throws -> (bytes: [UInt8], name: String) {
        let page = try agendaPage(question, kind)
        let bytes = MeetingFile.bytes(
            page.title, page.blocks, footer: "\(question.shell.system) · Remit \(question.shell.version)")
        return (bytes, "\(page.meeting.id)-\(kind == .agenda ? "agenda" : "papers").docx")
    }

    static func agendaPage(_ question: Question, _ kind: AgendaPage.Kind) throws -> AgendaPage {
        let meeting = try meeting(question)
        guard let page = AgendaPage(question.governance, meeting: meeting, kind: kind) else {
            throw Refusal(.usage, code: "not-found", "A published agenda of \(meeting.id)")
        }
        return page
    }

    /// Meetings to come, for a calendar.
    static func calendar(_ question: Question) -> [UInt8] {
        let reading = question.governance
        let calendar = MeetingCalendar(reading.coming, in: reading.book)
        return Array(
            calendar.text(stampedAt: question.now, domain: "remit.example", hours: usualHours).utf8)
    }

    static func minutesPage(_ question: Question) throws -> MinutesPage {
        let meeting = try meeting(question)
        guard let page = MinutesPage(question.governance, meeting: meeting) else {
            throw Refusal(.usage, code: "not-found", "Published minutes of \(meeting.id)")
        }
        return page
    }

    private static func meeting(_ question: Question) throws -> Meeting {
        let id = try question.parameter("meeting") { Slug($0) }
        guard let meeting = question.governance.book.meetings[id] else {
            throw Refusal(.usage, code: "not-found", "Meeting \(id)")
        }
        return meeting
    }
}

/// What was decided, who decides, and who answers to whom.
enum DecidingAnswer {
    static func decisions(_ question: Question) throws -> Answer {
        let page = DecisionsPage(question.governance, query: question.query)
        return Answer(page, table: page.table)
    }

    static func whoDecides(_ question: Question) throws -> Answer {
        let amount = question.asked.query["amount"].flatMap { $0.isEmpty ? nil : $0 }
        let page = WhoDecidesPage(question.governance, query: question.query, amount: amount)
        return Answer(page, table: page.table)
    }

    static func accountability(_ question: Question) throws -> Answer {
        let page = AccountabilityPage(question.governance)
        return Answer(page, table: page.table)
    }
}
