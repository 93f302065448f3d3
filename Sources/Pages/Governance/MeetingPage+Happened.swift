import Governance
import Markup
import Tabular
import Vocabulary

/// What happened at a meeting: item by item where a table would else say the item in every row.
extension MeetingPage {
    func happened(in shell: Shell) -> [Html] {
        func part(_ title: Html, _ id: ElementID, _ parts: [Html], empty: String) -> Html {
            .section(
                heading: 2, title, id: id, parts.isEmpty ? [.paragraph(.text(empty), class: "empty")] : parts)
        }
        let decisions = meeting.resolutions.map { DecisionPart($0, reading).html(level: 3, in: shell) }
        var parts = [
            part(
                "Interests, and how they were handled", "handlings", handlings(in: shell),
                empty: "No interest in an item was known or declared."),
            part(
                "Who was there", "attendance",
                [
                    TableView(
                        reading.attendance(of: meeting).showing(["name", "standing", "from", "until", "leftFor"]),
                        empty: "Nobody has come yet."
                    ).html(in: shell)
                ], empty: ""),
            part("Quorum", "quorum", quorum(in: shell), empty: "It has not been judged yet."),
            part(
                "Votes", "votes", [TableView(votes, empty: "No vote was cast by name.").html(in: shell)], empty: ""),
            part("Decisions", "decisions", decisions, empty: "Nothing was decided."),
        ]
        let voices = clinicalVoice()
        if !voices.isEmpty { parts.insert(part("Clinical voice", "voice", voices, empty: ""), at: 3) }
        if !meeting.actions.isEmpty {
            let actions = tables.actions(on: reading.day).showing(["text", "ownerName", "due", "state", "done"])
            parts.append(part("Actions", "actions", [TableView(actions).html(in: shell)], empty: ""))
        }
        return parts
    }

    /// Where no clinician was left to take part, and who was asked; nothing where none was lost.
    private func clinicalVoice() -> [Html] {
        meeting.agenda.enumerated().compactMap { number, item in
            let sentences = tables.clinicalVoice(of: item.id)
            guard !sentences.isEmpty else { return nil }
            return .section(
                heading: 3, .name("\(number + 1). \(item.title)"), id: ElementID("voice-\(item.id)"),
                sentences.map { .paragraph(.name($0)) })
        }
    }

    private var isJoint: Bool { meeting.committees.count > 1 }

    /// The rows of each item under the item's name; the notes under the last.
    ///
    /// - Parameter items: of each row.
    private func itemByItem(_ table: Table, items: [Slug], in shell: Shell) -> [Html] {
        let taken = meeting.agenda.enumerated().filter { items.contains($0.element.id) }
        return taken.map { number, item in
            var part = table
            part.rows = zip(items, table.rows).filter { $0.0 == item.id }.map(\.1)
            part.caption = "\(table.caption): \(number + 1). \(item.title)"
            if item.id != taken.last?.element.id { part.notes = [] }
            return TableView(part, id: ElementID("table-\(table.key)-\(item.id)")).html(in: shell)
        }
    }

    private func handlings(in shell: Shell) -> [Html] {
        var table = tables.handlings.calling("decidedBy") { reading.called($0, in: meeting) }
            .changing("parts") { place, cell in
                let parts = meeting.handlings[place].parts
                return parts.isEmpty
                    ? cell : .text(parts.map { $0.description.replacing("-", with: " ") }.joined(separator: ", "))
            }.showing(["name", "parts", "proposed", "decided", "decidedBy", "reason", "away"])
        table.caption = "How interests were handled"
        return itemByItem(table, items: meeting.handlings.map(\.item), in: shell)
    }

    private func quorum(in shell: Shell) -> [Html] {
        var table = tables.quorum.calling("committee") { reading.title(of: [$0]) }
            .showing(["at", "met", "counted", "missing", "waysOut"] + (isJoint ? ["committee"] : []))
        table.caption = "Quorum"
        let items = meeting.proceedings.flatMap { proceeding in proceeding.findings.map { _ in proceeding.item } }
        return itemByItem(table, items: items, in: shell)
    }

    /// A row for each motion, and each committee that voted on it.
    private var votes: Table {
        var table = Table(
            key: "votes", caption: "Who voted for what",
            columns: [.init("motion", "Motion")] + (isJoint ? [.init("committee", "Committee")] : []) + [
                .init("inFavour", "For"), .init("against", "Against"), .init("abstained", "Abstained"),
                .init("setAside", "Not counted"),
            ], notes: tables.votes.notes)
        for motion in meeting.motions {
            for committee in meeting.committees {
                let cast = motion.votes.filter { $0.committee == committee }.map(\.vote)
                guard !cast.isEmpty else { continue }
                let setAside =
                    meeting.resolutions.first { $0.id == motion.id && $0.committee == committee }?.setAside ?? []
                let counted = cast.filter { !setAside.contains($0.voter) }
                table.append(
                    [.text(motion.text)] + (isJoint ? [.text(reading.title(of: [committee]))] : [])
                        + Vote.Choice.allCases.map { choice in voters(counted.filter { $0.choice == choice }) }
                        + [voters(cast.filter { setAside.contains($0.voter) })])
            }
        }
        return table
    }

    /// `2: Ada Wellfield; Ben Okoro (by Nia Cole)`.
    private func voters(_ votes: [Vote]) -> Cell {
        guard !votes.isEmpty else { return .absent("nobody") }
        let names = votes.map { vote in
            reading.called(vote.voter, in: meeting)
                + (vote.castBy.map { " (by \(reading.called($0, in: meeting)))" } ?? "")
        }
        return .text("\(votes.count): \(names.joined(separator: "; "))")
    }
}
