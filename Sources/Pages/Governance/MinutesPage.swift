public import Governance
public import Markup
import Tabular
import Vocabulary

/// The minutes of a meeting in public, as they print: approved, or marked as a draft.
public struct MinutesPage: Page {
    public var reading: GovernanceReading
    public var meeting: Meeting
    public let minutes: MinutesText

    /// - Returns: nil of a meeting in private, and of one that has not been opened.
    public init?(_ reading: GovernanceReading, meeting: Meeting) {
        guard meeting.isPublic, meeting.openedAt != nil else { return nil }
        self.reading = reading
        self.meeting = meeting
        minutes = reading.minutes(of: meeting)
    }

    public var heading: String { "Minutes of \(meeting.startsAt.inLondon.day.inWords)" }
    public var tabTitle: String { reading.tabTitle(heading, of: meeting) }
    public var route: Route? { .minutes(meeting.id) }
    public var trail: [(name: String, route: Route)] {
        [("Meetings", .meetings), ("Meeting of \(meeting.startsAt.inLondon.day.inWords)", .meeting(meeting.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the minutes of a meeting of \(reading.title(of: meeting.committees))" }
    public var subtitle: Html { .paragraph(.name(reading.title(of: meeting.committees)), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let standing = minutes.isDraft ? "Draft: these minutes have not been approved yet." : nil
        return [
            standing.map { .paragraph(.strong(.text($0)), class: "warning") }.orNone,
            .block(MinutesText.Block.html(of: minutes.blocks, in: shell), class: "record"),
            .paragraph(
                .link("Take the minutes away as a Word document", to: shell.destination(.minutesDocument(meeting.id))),
                class: "downloads"),
        ]
    }
}

extension GovernanceReading {
    /// The minutes as anybody may read them.
    ///
    /// While they are a draft, an item whose minutes are kept back from a member is left out: the member reads this too.
    public func minutes(of meeting: Meeting) -> MinutesText {
        var minutes = MinutesText(meeting, in: book, text: text(in: meeting.committees, on: meeting.day))
        minutes.blocks = minutes.blocks.map { block in
            guard case .table(let table) = block, table.key == "presences" else { return block }
            return .table(inWords(table, of: meeting))
        }
        guard minutes.isDraft else { return minutes }
        let keptBack = meeting.agenda.enumerated().filter { _, item in
            meeting.standingHandlings(item.id).contains { !$0.option.getsPapers }
        }.map { "\($0.offset + 1). \($0.element.title)" }
        var kept: [MinutesText.Block] = []
        var isKeptBack = false
        for block in minutes.blocks {
            if case .heading(let words, 1) = block {
                isKeptBack = keptBack.contains(words)
                kept.append(block)
                if isKeptBack {
                    kept.append(
                        .paragraph("Kept back from a member with an interest, and so not shown before it is approved."))
                }
            } else if !isKeptBack {
                kept.append(block)
            }
        }
        minutes.blocks = kept
        return minutes
    }

    /// Who was there and when, with roles as people say them.
    func attendance(of meeting: Meeting) -> Table { inWords(tables(meeting).attendance, of: meeting) }

    private func inWords(_ table: Table, of meeting: Meeting) -> Table {
        let people = table.rows.map { Slug($0[0].shown) }
        return table.changing("standing") { place, cell in
            guard let person = people[place] else { return cell }
            let seats = meeting.committees.compactMap { book.committees[$0]?.member(person, on: meeting.day) }
            guard !seats.isEmpty else { return cell }
            return .text(seats.map { words($0, in: meeting) }.joined(separator: "; "))
        }
    }

    private func words(_ seat: Membership, in meeting: Meeting) -> String {
        seat.roles.map { $0.roleInWords() }.joined(separator: ", ") + (seat.office.map { ", \($0.inWords)" } ?? "")
            + (seat.isVoting ? "" : ", without a vote")
            + (seat.deputyFor.map { ", deputy for \(called($0, in: meeting))" } ?? "")
    }
}
