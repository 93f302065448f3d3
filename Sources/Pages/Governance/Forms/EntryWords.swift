import Governance
import Markup
import Vocabulary

/// Entries of the register in words, as whoever may see them whole reads them.
enum EntryWords {
    /// `Financial: shareholding`.
    static func title(of declaration: Declaration) -> String {
        "\(declaration.kind.title): \(declaration.situation.title.lowercased())"
    }

    /// - Parameter organisation: what a code is called; the code stands behind it.
    static func rows(
        _ declaration: Declaration, organisation: (OrganisationCode) -> String, text: (Personal) -> String?
    ) -> [Html.SummaryRow] {
        var rows: [Html.SummaryRow] = [
            .init("What it is", .name(text(declaration.description) ?? "text removed"))
        ]
        if declaration.kind == .indirect {
            let kind = declaration.underlying?.title.lowercased() ?? ""
            rows.append(.init("Held by", .name("\(declaration.relationship ?? ""): \(kind)")))
        }
        let ends = [declaration.counterparty.map(organisation), declaration.counterpartyName.flatMap(text)]
            .compactMap(\.self)
        if !ends.isEmpty { rows.append(.init("With", .name(ends.joined(separator: ", ")))) }
        let worth = [declaration.value?.description, declaration.band].compactMap(\.self)
        if !worth.isEmpty { rows.append(.init("Worth", .name(worth.joined(separator: "; ")))) }
        let until = declaration.ended.map { " until \($0.inWords)" } ?? ""
        rows += [
            .init("Since", .text(declaration.arose.inWords + until)),
            .init("Declared", .text(declaration.declaredOn.inWords)),
            .init("What is done about it", .name(declaration.mitigation ?? "nothing said")),
            .init(
                "Approved",
                .text(declaration.approval.map { "by \($0.by), \($0.on.inWords)" } ?? "not yet")),
        ]
        if let words = withheld(declaration) { rows.append(.init("Publication", .text(words))) }
        return rows
    }

    /// Where an entry stands with being withheld; nil where nobody asked.
    static func withheld(_ entry: some WithheldEntry) -> String? {
        guard let last = entry.redaction else { return nil }
        let asked = "asked on \(last.askedOn.inWords) that it be withheld"
        switch last.isGranted {
        case nil: return "\(asked); nobody has decided yet, and until then it is"
        case true?: return "withheld since \(last.decidedOn?.inWords ?? last.askedOn.inWords)"
        case false?: return "\(asked); refused on \(last.decidedOn?.inWords ?? "")"
        }
    }

    static func state(of declaration: Declaration, on day: Day) -> String {
        if let other = declaration.supersededBy, let on = declaration.supersededOn {
            return "\(other) took its place on \(on.inWords)"
        }
        if let ended = declaration.ended, ended < day { return "It ended on \(ended.inWords)" }
        return declaration.arose > day ? "It begins on \(declaration.arose.inWords)" : "It stands"
    }
}
