public import Tabular
public import Vocabulary

/// The agenda of a meeting as blocks, as it goes out before the meeting: a page, a document or a text is filled from
/// them.
///
/// It says when, where and who takes the chair, and of each item its purpose, what it is about, what it would commit
/// and which papers come with it. What became of the items stands in the minutes.
public struct AgendaText: Sendable {
    public var title: String
    public var blocks: [MinutesText.Block]

    /// - Parameters:
    ///   - isForEverybody: true for a publication. Papers that are kept back from a member are then not named, for the
    ///     member reads it too.
    ///   - text: resolves a personal text; nil where it was disposed of, or is not to be shown.
    public init(
        _ meeting: Meeting, in book: GovernanceBook, isForEverybody: Bool = false,
        text: @escaping @Sendable (Personal) -> String?
    ) {
        let tables = MeetingTables(meeting, in: book, text: text)
        title = "Agenda: \(tables.titles), \(meeting.startsAt.inLondon.day.inWords)"
        blocks = tables.invitation
        for (number, item) in meeting.agenda.enumerated() {
            blocks.append(.heading("\(number + 1). \(item.title)", level: 1))
            blocks.append(.paragraph(tables.announced(item)))
            let isKeptBack = isForEverybody && meeting.keepsPapersBack(item.id)
            if isKeptBack {
                blocks.append(
                    .paragraph("The papers are kept back from a member with an interest, and so are not named here."))
            }
            let papers = isKeptBack ? [] : item.papers.map(\.named)
            let lines = papers + item.gates.map(\.named)
            if !lines.isEmpty { blocks.append(.bullets(lines)) }
        }
        if meeting.agenda.isEmpty { blocks.append(.paragraph("Nothing stands on the agenda yet.")) }
        blocks.append(
            .paragraph("Whoever has an interest in an item tells the chair before the meeting, or when it opens."))
    }
}

extension Meeting {
    /// True where the papers of an item are kept back from a member.
    public func keepsPapersBack(_ item: Slug) -> Bool {
        standingHandlings(item).contains(where: \.keepsPapersBack)
    }

    /// When an item is to be taken: what those before it are given, added up from the beginning; nil where one of them
    /// is given no time.
    public func planned(_ item: Slug) -> Moment? {
        var minutes = 0
        for other in agenda {
            if other.id == item { return Moment(secondsSince1970: startsAt.secondsSince1970 + minutes * 60) }
            guard proceeding(other.id)?.state != .withdrawn else { continue }
            guard let given = other.minutes else { return nil }
            minutes += given
        }
        return nil
    }
}

extension MeetingTables {
    var titles: String { meeting.committees.map { committeeTitle($0) }.joined(separator: " and ") }

    /// When, where, in public or not, who takes the chair, and whether the papers are out.
    var invitation: [MinutesText.Block] {
        let begins = meeting.startsAt.inLondon
        var lines = [
            "\(meeting.place), \(begins.day.inWords), \(begins.clock) \(begins.zone.rawValue); in "
                + "\(meeting.isPublic ? "public" : "private")"
                + (meeting.reasonForPrivate.map { " (\($0))" } ?? "") + "."
        ]
        if let reason = meeting.reasonForCancelling { lines.append("The meeting is cancelled: \(reason).") }
        for id in meeting.committees {
            let chair = book.committees[id]?.members(on: begins.day).first { $0.office == .chair }
            if let chair { lines.append("Chair of \(committeeTitle(id)): \(who(chair.person)).") }
        }
        if let sent = meeting.papers {
            lines.append("The papers went out on \(sent.on.inWords).")
        } else {
            lines.append("The papers have not gone out.")
        }
        return lines.map { .paragraph($0) }
    }

    /// `To decide, about priority round dental-2025. Matter: primary dental services. It would commit £300,000.`
    func announced(_ item: AgendaItem) -> String {
        let purpose = item.purpose.inWords
        var words = purpose.prefix(1).uppercased() + purpose.dropFirst()
        if let about = item.subject.inWords { words += ", about \(about)" }
        words += "."
        if let matter = item.matter { words += " Matter: \(matter.description.replacing("-", with: " "))." }
        if let amount = item.amount { words += " It would commit \(amount.inPounds)." }
        if let reporter = item.reporter { words += " Brought by \(who(reporter))." }
        if let minutes = item.minutes {
            let from = meeting.planned(item.id).map { ", from \($0.inLondon.clock)" } ?? ""
            words += " \(counted(minutes, "minute", "minutes"))\(from)."
        }
        if item.changesService, item.gates.isEmpty {
            words += " It would stop or change a service; the documents that the law asks for are not there yet."
        }
        if let reason = meeting.proceeding(item.id)?.reasonWithdrawn { words += " Withdrawn: \(reason)." }
        return words
    }
}

extension AgendaItem.Paper {
    /// `Committee paper, dated 1 May 2026`.
    var named: String { title + (dated.map { ", dated \($0.inWords)" } ?? "") }
}

extension AgendaItem.Gate {
    /// `Asked for by law, equality impact assessment: Its title, dated 22 April 2025`.
    var named: String {
        "Asked for by law, \(kind.inWords): \(title), dated \(dated.inWords)"
            + (reasonForNone.map { "; there is none: \($0)" } ?? "")
    }
}
